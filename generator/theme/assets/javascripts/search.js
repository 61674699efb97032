/* Search: loads the index when it is asked for, reads a question, ranks the handbook's items.
 *
 * The index is a set of scripts that call handbookSearch.add (see generator/outputs/search.py),
 * because a page opened from a disk may load scripts and nothing else. For the box in the header
 * see searchbox.js, for the page find/ see find.js. They use:
 *
 *   handbookSearch.root                the site's root as an absolute address
 *   handbookSearch.open()              → Promise of {items, facets}
 *   handbookSearch.query(text)         → Promise of {hits, marks, also, partial, answers, named}
 *       hits   [{item, score, section, marks}], best first; every item in reading order for an empty text
 *       also   words that were looked for though they were not typed (pinyin, wrong characters)
 *       partial  whether some of the index could not be loaded
 *       named    {facet: [terms]} that the text names: what has them stands before what has others
 *       answers  [{item, say, urgent}], what is said above all hits, the urgent ones first
 *   handbookSearch.text(item)          → Promise of [[id, title, text], …]
 *   handbookSearch.mark(node, text, marks)   fills a node with text, matches in <mark>
 *   handbookSearch.excerpt(text, marks, n)   → about n characters around the matches
 *   handbookSearch.answer(answer)      → an element that says it and leads to its guide
 */
(function () {
  'use strict';
  if (window.handbookSearch) return;

  var root = new URL('../../', document.currentScript.src).href;

  // ---- Loading ------------------------------------------------------------------------------

  var given = Object.create(null);
  var loading = new Map();
  var version = '';

  function add(name, itsVersion, value) {
    given[name] = { version: itsVersion, value: value };
  }

  /* Resolves to the value of one file; to undefined if it is missing or of another build. */
  function load(name) {
    if (loading.has(name)) return loading.get(name);
    var promise = new Promise(function (resolve) {
      var script = document.createElement('script');
      var fresh = version && /^http/.test(root) ? '?v=' + version : '';
      script.src = root + 'search/' + name + '.js' + fresh;
      script.async = true;
      script.onload = script.onerror = function () {
        var file = given[name];
        delete given[name];
        script.remove();
        var right = file && (!version || file.version === version);
        if (!right) loading.delete(name);
        if (right && name === 'head') version = file.version;
        resolve(right ? file.value : undefined);
      };
      document.head.appendChild(script);
    });
    loading.set(name, promise);
    return promise;
  }

  // ---- Reading a question ---------------------------------------------------------------------

  var LONGEST_QUERY = 80;
  var HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/;
  var SYLLABLE = /^([bpmfdtnlgkhjqxzcsryw]|[zcs]h)?[aeiouv]{1,3}(n|ng|r)?$/;
  var RUN = /[\u3400-\u4dbf\u4e00-\u9fff]+|[a-z0-9]+/g;

  /* Words that ask and do not name. What is left between them is searched for. */
  var ASKING = new RegExp([
    '怎么办呢?', '怎么样', '怎么处理', '怎么做', '怎么上', '怎么教', '怎么说', '怎么', '怎样', '咋办', '咋整', '如何是好',
    '如何', '为什么', '为啥', '什么', '有没有', '有哪些', '哪些', '哪里', '能不能', '可不可以', '可以', '应该', '该怎',
    '想找', '我要', '我想', '帮我', '请问', '一下', '关于', '适合', '有关', '相关', '小学生', '小朋友', '学生们?', '孩子们?',
    '小孩子?', '班主任', '老师们?', '班里', '班上', '我们', '他们', '有个', '有的', '一个', '总是', '老是', '经常', '特别',
    '非常', '动不动', '的时候', '的课$', '教案', '心理课'
  ].join('|'), 'g');
  var EMPTY = /[的了就很都也吗呢吧啊呀是在有又还个这那么着地得和与或我你他她它们对把被让给跟不会要用去来上下里老小大好]/;

  function plain(text) {
    return text.normalize('NFKC').toLowerCase();
  }

  /* A question as pieces of one script each; positions count through all of them. */
  function read(text) {
    var whole = plain(text.slice(0, 4 * LONGEST_QUERY)).slice(0, LONGEST_QUERY);
    var named = whole.replace(ASKING, ' ');
    var runs = named.match(RUN) || whole.match(RUN) || [];
    // 「sheng qi」 is one word to whoever types it.
    if (runs.length > 1 && runs.every(function (run) { return SYLLABLE.test(run); })) runs = [runs.join('')];
    var start = 0;
    return runs.map(function (run) {
      var piece = { text: run, start: start, han: HAN.test(run) };
      start += run.length;
      return piece;
    });
  }

  // ---- The index ------------------------------------------------------------------------------

  var TITLE = 10, KEYWORD = 7, LABEL = 6, MORE = 5, SUMMARY = 3.2, HEADING = 2.2, BODY = 1;
  var SYNONYM = 0.55, SOUND = 0.7;
  var LABELLED = ['kind', 'grade', 'occasion', 'subject', 'band', 'strand', 'form', 'setting', 'area'];
  var SECTIONS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

  function prepare(head) {
    var labels = Object.create(null);
    head.facets.forEach(function (facet) {
      labels[facet.key] = new Map(facet.values);
    });
    var said = [];
    head.items.forEach(function (item, number) {
      item.number = number;
      var names = [];
      LABELLED.forEach(function (key) {
        (item.facets[key] || []).forEach(function (term) { names.push(plain(labels[key].get(term) || '')); });
      });
      // Each field is a list of strings, so that a match knows how much of its string it fills.
      item.fields = [
        [TITLE, [plain(item.title)]],
        [KEYWORD, item.keywords.map(plain)],
        [LABEL, names],
        [MORE, (item.more || []).map(plain)],
        [SUMMARY, [plain(item.summary)]]
      ];
      item.fields.forEach(function (field) { said.push.apply(said, field[1]); });
    });
    var groups = head.thesaurus.map(function (group) { return group.map(plain); });
    return {
      items: head.items,
      facets: head.facets,
      labels: labels,
      shards: head.shards,
      groups: groups,
      answers: head.answers.map(function (answer) {
        var item = head.items.find(function (other) { return other.slug === answer.slug; });
        return { words: answer.words.map(plain), item: item, say: answer.say, urgent: answer.urgent };
      }).filter(function (answer) { return answer.item; }),
      characters: new Set(said.join('') + groups.map(function (g) { return g.join(''); }).join(''))
    };
  }

  var opened;
  function open() {
    if (!opened) {
      opened = load('head').then(function (head) {
        if (head) return prepare(head);
        opened = undefined;
        throw new Error('search/head.js');
      });
    }
    return opened;
  }

  function shardOf(index, term) {
    return 'body/' + ('0' + term.codePointAt(0) % index.shards).slice(-2);
  }

  /* 「3AAC*」 → [[item, sections with their weight], …]; see generator/outputs/index/posting.py. */
  function decode(posting) {
    var found = [];
    var number = -1;
    var pattern = /(\d+)([a-zA-Z*]+)/g;
    for (var match = pattern.exec(posting); match; match = pattern.exec(posting)) {
      number += Number(match[1]);
      var sections = new Map();
      match[2].replace(/([a-zA-Z])(\**)/g, function (_, letter, star) {
        var section = SECTIONS.indexOf(letter);
        sections.set(section, (sections.get(section) || 0) + (star ? HEADING : sections.has(section) ? 0.2 : BODY));
      });
      found.push([number, sections]);
    }
    return found;
  }

  // ---- Matching -------------------------------------------------------------------------------

  /* What to look for: a string, the place in the question it answers, and how much it counts. */
  function units(pieces, groups) {
    var found = new Map();
    function want(text, start, length, factor) {
      var key = text + '@' + start;
      var known = found.get(key);
      if (!known || known.factor < factor) found.set(key, { text: text, start: start, length: length, factor: factor });
    }
    pieces.forEach(function (piece) {
      if (!piece.han) {
        want(piece.text, piece.start, piece.text.length, 1);
      } else {
        var longest = piece.text.length > 16 ? 4 : 12;
        for (var from = 0; from < piece.text.length; from++) {
          for (var size = 1; size <= longest && from + size <= piece.text.length; size++) {
            var part = piece.text.slice(from, from + size);
            if (size > 1 || piece.text.length === 1 || !EMPTY.test(part)) {
              want(part, piece.start + from, size, size === piece.text.length ? 1 : worth(part));
            }
          }
        }
      }
      groups.forEach(function (group) {
        group.forEach(function (word) {
          var at = piece.text.indexOf(word);
          if (at < 0) return;
          group.forEach(function (other) {
            if (other !== word) want(other, piece.start + at, word.length, SYNONYM);
          });
        });
      });
    });
    return Array.from(found.values());
  }

  /* A single character, or 「不要」 and its like, says less than a word. */
  function worth(part) {
    if (Array.from(part).every(function (c) { return EMPTY.test(c); })) return 0.3;
    return part.length > 1 ? 1 : 0.45;
  }

  /* How well a string stands in a field: a keyword that is the very word beats one that contains it. */
  function weigh(field, text, latin) {
    var best = 0;
    field[1].forEach(function (string) {
      var at = string.indexOf(text);
      if (at < 0) return;
      if (latin && (/[a-z0-9]/.test(string[at - 1] || '') || /[a-z0-9]/.test(string[at + text.length] || ''))) return;
      best = Math.max(best, field[0] * (0.65 + 0.35 * Math.min(1, text.length / Math.min(string.length, 12))));
    });
    return best;
  }

  function find(index, unit, shards) {
    var hits = new Map();
    var terms = shards.get(shardOf(index, unit.text));
    if (terms && Object.prototype.hasOwnProperty.call(terms, unit.text)) {
      decode(terms[unit.text]).forEach(function (posting) {
        if (!index.items[posting[0]]) return;
        var best = 0;
        posting[1].forEach(function (weight) { best = Math.max(best, weight); });
        hits.set(posting[0], { weight: best + 0.1 * Math.min(posting[1].size - 1, 5), sections: posting[1], head: false });
      });
    }
    var latin = !HAN.test(unit.text);
    index.items.forEach(function (item) {
      var best = 0;
      var sum = 0;
      item.fields.forEach(function (field) {
        var weight = weigh(field, unit.text, latin);
        best = Math.max(best, weight);
        sum += weight;
      });
      if (!best) return;
      var weight = best + 0.2 * (sum - best);
      var body = hits.get(item.number);
      if (body) {
        body.weight = weight + 0.2 * body.weight;
        body.head = true;
      } else {
        hits.set(item.number, { weight: weight, sections: null, head: true });
      }
    });
    return hits;
  }

  /* Every place of the question counts once for an item: by the best thing found for it there. */
  function rank(index, wanted, length, shards) {
    var total = index.items.length;
    var mass = new Float64Array(length);
    var known = new Uint8Array(length);
    var per = new Map();
    var worded = new Uint8Array(length);
    // Words first: where 「生气」 is found, 生 and 气 alone would only find 学生 and 气球.
    wanted.slice().sort(function (a, b) { return b.text.length - a.text.length; }).forEach(function (unit) {
      if (unit.text.length === 1 && unit.factor < 1 && worded[unit.start]) return;
      var hits = find(index, unit, shards);
      if (!hits.size) return;
      if (unit.text.length > 1 && !EMPTY.test(unit.text)) worded.fill(1, unit.start, unit.start + unit.length);
      var rarity = Math.log(1 + total / (hits.size + 0.5));
      var phrase = 1 + 0.12 * Math.max(0, Math.min(unit.text.length, 8) - 2);
      var i;
      for (i = unit.start; i < unit.start + unit.length; i++) {
        mass[i] = Math.max(mass[i], rarity * unit.factor);
        if (unit.text.length > 1 || unit.length === 1 && unit.factor === 1) known[i] = 1;
      }
      hits.forEach(function (hit, number) {
        var entry = per.get(number);
        if (!entry) {
          entry = { score: new Float64Array(length), cover: new Float64Array(length), by: new Array(length), sections: new Map(), head: new Uint8Array(length) };
          per.set(number, entry);
        }
        var value = rarity * hit.weight * unit.factor * phrase;
        for (var i = unit.start; i < unit.start + unit.length; i++) {
          if (value > entry.score[i]) {
            entry.score[i] = value;
            entry.by[i] = unit;
          }
          entry.cover[i] = Math.max(entry.cover[i], unit.factor);
          if (hit.head) entry.head[i] = 1;
        }
        if (hit.sections && unit.text.length > 1) {
          hit.sections.forEach(function (weight, section) {
            entry.sections.set(section, (entry.sections.get(section) || 0) + weight * rarity * unit.factor);
          });
        }
      });
    });
    // What nothing in the handbook answers still counts against those that answer the rest, a little.
    var usual = Math.log(1 + total) / 3;
    var whole = 0;
    var i;
    for (i = 0; i < length; i++) whole += mass[i] || usual;
    var hits = [];
    per.forEach(function (entry, number) {
      var sum = 0;
      var covered = 0;
      var inHead = true;
      var marks = new Set();
      for (var i = 0; i < length; i++) {
        sum += entry.score[i];
        covered += (mass[i] || usual) * Math.min(1, entry.cover[i]);
        if (entry.by[i] && entry.by[i].text.length > 1) marks.add(entry.by[i].text);
        if (entry.by[i] && !entry.head[i]) inHead = false;
      }
      if (!marks.size) entry.by.forEach(function (unit) { if (unit) marks.add(unit.text); });
      var coverage = covered / whole;
      var section = -1;
      var most = 0;
      entry.sections.forEach(function (weight, key) {
        if (weight > most || weight === most && key < section) { section = key; most = weight; }
      });
      hits.push({
        item: index.items[number],
        score: sum / length * (0.25 + 0.75 * coverage * coverage),
        coverage: coverage,
        section: inHead ? -1 : section,
        marks: Array.from(marks)
      });
    });
    hits.sort(function (a, b) { return b.score - a.score || a.item.number - b.item.number; });
    // A long tail that shares one common word with the question only hides the rest.
    var least = hits.length ? hits[0].score * 0.04 : 0;
    hits = hits.filter(function (hit) { return hit.score >= least || hit.coverage >= 0.6; });
    return { hits: hits, known: known };
  }

  // ---- Words by their sound -------------------------------------------------------------------

  var spoken;
  /* Every title, keyword and thesaurus word with its syllables. */
  function sounds(index) {
    if (!spoken) {
      spoken = load('pinyin').then(function (table) {
        if (!table) { spoken = undefined; return null; }
        var of = new Map();
        Object.keys(table.syllables).forEach(function (syllable) {
          Array.from(table.syllables[syllable]).forEach(function (character) { of.set(character, syllable); });
        });
        var seen = new Set();
        index.items.forEach(function (item) {
          item.fields.slice(0, 4).forEach(function (field) { field[1].forEach(function (s) { seen.add(s); }); });
        });
        index.groups.forEach(function (group) { group.forEach(function (word) { seen.add(word); }); });
        var phrases = [];
        seen.forEach(function (text) {
          var read = Array.from(text).map(function (c) { return of.get(c) || ''; });
          Object.keys(table.exceptions).forEach(function (word) {
            var at = text.indexOf(word);
            if (at >= 0) table.exceptions[word].split(' ').forEach(function (s, i) { read[at + i] = s; });
          });
          phrases.push({ text: text, read: read, initials: read.map(function (s) { return s[0] || '.'; }).join('') });
        });
        return { of: of, phrases: phrases };
      });
    }
    return spoken;
  }

  /* Words that letters may stand for: whole pinyin, pinyin still being typed, first letters. */
  function spell(letters, phrases) {
    var whole = new Map();
    var begun = new Map();
    var initials = new Map();
    function count(map, text) { map.set(text, (map.get(text) || 0) + 1); }
    phrases.forEach(function (phrase) {
      for (var from = 0; from < phrase.read.length; from++) {
        var sound = '';
        for (var to = from; to < phrase.read.length && phrase.read[to]; to++) {
          sound += phrase.read[to];
          if (sound === letters) {
            if (to > from || letters.length > 3) count(whole, phrase.text.slice(from, to + 1));
            break;
          }
          if (letters.length > 3 && to > from && sound.length > letters.length && sound.indexOf(letters) === 0) {
            count(begun, phrase.text.slice(from, to + 1));
          }
          if (letters.indexOf(sound) !== 0) break;
        }
      }
      if (phrase.initials === letters || letters.length > 2 && phrase.initials.indexOf(letters) === 0) {
        count(initials, phrase.text.slice(0, letters.length));
      }
    });
    return common(whole.size ? whole : begun.size ? begun : initials);
  }

  function common(counted) {
    return Array.from(counted).sort(function (a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); })
      .slice(0, 5).map(function (pair) { return pair[0]; });
  }

  /* Letters that hold two words: the split that leaves the longest first word. */
  function spellTwo(letters, phrases) {
    for (var at = letters.length - 2; at >= 2; at--) {
      var first = spell(letters.slice(0, at), phrases);
      var second = first.length ? spell(letters.slice(at), phrases) : [];
      if (second.length && at > 3 && letters.length - at > 3) return [[first, 0, at], [second, at, letters.length - at]];
    }
    return [];
  }

  function bySound(pieces, known, table) {
    var found = [];
    function want(texts, start, length) {
      texts.forEach(function (text, place) {
        found.push({ text: text, start: start, length: length, factor: SOUND - 0.03 * place });
      });
    }
    pieces.forEach(function (piece) {
      if (!piece.han) {
        if (!/^[a-z]{2,}$/.test(piece.text) || known[piece.start]) return;
        var words = spell(piece.text, table.phrases);
        if (words.length) want(words, piece.start, piece.text.length);
        else spellTwo(piece.text, table.phrases).forEach(function (part) { want(part[0], piece.start + part[1], part[2]); });
        return;
      }
      for (var size = Math.min(4, piece.text.length); size > 1; size--) {
        for (var from = 0; from + size <= piece.text.length; from++) {
          var part = piece.text.slice(from, from + size);
          var strange = false;
          for (var i = 0; i < size; i++) if (!known[piece.start + from + i]) strange = true;
          if (!strange) continue;
          var read = Array.from(part).map(function (c) { return table.of.get(c) || '?'; });
          var same = new Map();
          table.phrases.forEach(function (phrase) {
            for (var at = 0; at + read.length <= phrase.read.length; at++) {
              if (read.every(function (s, i) { return phrase.read[at + i] === s; })) {
                var text = phrase.text.slice(at, at + read.length);
                if (text !== part) same.set(text, (same.get(text) || 0) + 1);
              }
            }
          });
          want(common(same), piece.start + from, size);
        }
      }
    });
    return found;
  }

  // ---- Facets that a question names -------------------------------------------------------------

  var DIGITS = '一二三四五六';
  var GRADE = /([一二三四五六1-6])(?:[、和至到~-]?([一二三四五六1-6]))?年级/;
  /* 「四下」 stands alone; 「一下」 is asked for nothing. */
  var TERM = /(^|\s)([一二三四五六])([上下])(?:册|学期)?(?=\s|$)/;
  var FITS = 1.25, LACKS = 0.6, OTHER = 0.35;

  function number(digit) {
    return DIGITS.indexOf(digit) >= 0 ? DIGITS.indexOf(digit) + 1 : Number(digit);
  }

  /* What a question names, and the question without it. */
  function named(index, text) {
    var facets = {};
    var rest = text.normalize('NFKC');
    function take(pattern, read) {
      rest = rest.replace(pattern, function () { read(arguments); return ' '; });
    }
    take(TERM, function (found) {
      if (found[0].trim() === '一下') return;
      facets.grade = [String(number(found[2]))];
      facets.semester = [found[3] === '上' ? '1' : '2'];
    });
    take(GRADE, function (found) {
      facets.grade = [];
      for (var grade = number(found[1]); grade <= number(found[2] || found[1]); grade++) facets.grade.push(String(grade));
    });
    if (facets.grade) take(/[上下](?:册|学期)/, function (found) { facets.semester = [found[0][0] === '上' ? '1' : '2']; });
    // By the names of the vocabulary: 「高年级」 or 「高段」, 「体育与健康课」 or 「体育课」.
    index.labels.band.forEach(function (name, key) {
      take(new RegExp(name + '|' + name[0] + '(?:年段|学段|段)'), function () { facets.band = [key]; });
    });
    index.labels.subject.forEach(function (name, key) {
      take(new RegExp('(?:' + name + '|' + name.slice(0, 2) + ')课'), function () { facets.subject = [key]; });
    });
    return { facets: facets, rest: rest };
  }

  function suits(item, facets) {
    return Object.keys(facets).reduce(function (factor, key) {
      var has = item.facets[key];
      if (!has) return factor * LACKS;
      return factor * (facets[key].some(function (term) { return has.indexOf(term) >= 0; }) ? FITS : OTHER);
    }, 1);
  }

  // ---- A query --------------------------------------------------------------------------------

  function simplify(index, text) {
    var strange = Array.from(text).some(function (c) { return HAN.test(c) && !index.characters.has(c); });
    if (!strange) return Promise.resolve(text);
    return load('traditional').then(function (table) {
      if (!table) return text;
      return Array.from(text).map(function (c) {
        return !index.characters.has(c) && Object.prototype.hasOwnProperty.call(table, c) ? table[c] : c;
      }).join('');
    });
  }

  function bodies(index, wanted) {
    var names = new Set();
    wanted.forEach(function (unit) {
      // The index holds words of up to six characters; longer synonyms stand in titles and keywords only.
      if (unit.text.length <= 6) names.add(shardOf(index, unit.text));
    });
    var list = Array.from(names);
    return Promise.all(list.map(load)).then(function (values) {
      var shards = new Map();
      list.forEach(function (name, i) { shards.set(name, values[i]); });
      return { shards: shards, partial: values.some(function (value) { return !value; }) };
    });
  }

  /* With ``plainly`` no word is guessed by its sound: a question of danger gets no likeness of sound. */
  function search(index, text, plainly) {
    var pieces = read(text);
    if (!pieces.length) return Promise.resolve({ hits: [], marks: [], also: [], partial: false });
    var last = pieces[pieces.length - 1];
    var length = last.start + last.text.length;
    var wanted = units(pieces, index.groups);
    return bodies(index, wanted).then(function (body) {
      var ranked = rank(index, wanted, length, body.shards);
      var missed = pieces.some(function (piece) {
        if (!piece.han) return !known(ranked, piece.start, piece.text.length);
        return piece.text.length > 1 && !known(ranked, piece.start, piece.text.length);
      });
      if (!missed || plainly) return finish(ranked, [], body.partial);
      return sounds(index).then(function (table) {
        var more = table ? bySound(pieces, ranked.known, table) : [];
        if (!more.length) return finish(ranked, [], body.partial);
        var typed = new Set(wanted.map(function (unit) { return unit.text; }));
        more = more.filter(function (unit) { return !typed.has(unit.text); });
        // A word found by its sound has synonyms like one that was typed.
        var synonyms = [];
        more.forEach(function (unit) {
          units([{ text: unit.text, start: 0, han: true }], index.groups).forEach(function (other) {
            if (other.factor === SYNONYM) {
              synonyms.push({ text: other.text, start: unit.start, length: unit.length, factor: SYNONYM * unit.factor });
            }
          });
        });
        var again = rank(index, wanted.concat(more, synonyms), length, body.shards);
        var also = Array.from(new Set(more.map(function (unit) { return unit.text; }))).slice(0, 5);
        return finish(again, also, body.partial);
      });
    });
  }

  function known(ranked, start, length) {
    for (var i = start; i < start + length; i++) if (!ranked.known[i]) return false;
    return true;
  }

  function finish(ranked, also, partial) {
    var marks = new Set();
    ranked.hits.slice(0, 50).forEach(function (hit) { hit.marks.forEach(function (mark) { marks.add(mark); }); });
    return { hits: ranked.hits, marks: Array.from(marks), also: also, partial: partial };
  }

  function urgent(index, text) {
    var said = plain(text).replace(/\s+/g, '');
    return index.answers.some(function (answer) {
      return answer.urgent && answer.words.some(function (word) { return said.indexOf(word) >= 0; });
    });
  }

  /* Questions that one guide answers before all else. Its page is the first hit, the urgent one's before any. */
  function answered(index, text, result) {
    var said = [plain(text).replace(/\s+/g, '')].concat(result.also);
    result.answers = index.answers.filter(function (answer) {
      return answer.words.some(function (word) { return said.some(function (words) { return words.indexOf(word) >= 0; }); });
    }).sort(function (a, b) { return (b.urgent ? 1 : 0) - (a.urgent ? 1 : 0); });
    result.answers.slice().reverse().forEach(function (answer) {
      var at = result.hits.findIndex(function (hit) { return hit.item === answer.item; });
      var hit = at < 0 ? { item: answer.item, score: 0, section: -1, marks: [] } : result.hits.splice(at, 1)[0];
      if (result.hits.length) hit.score = Math.max(hit.score, result.hits[0].score);
      result.hits.unshift(hit);
    });
    return result;
  }

  function fitting(index, facets) {
    var items = index.items.filter(function (item) {
      return Object.keys(facets).every(function (key) {
        return (item.facets[key] || []).some(function (term) { return facets[key].indexOf(term) >= 0; });
      });
    });
    var hits = items.map(function (item) { return { item: item, score: 1, section: -1, marks: [] }; });
    return { hits: hits, marks: [], also: [], partial: false };
  }

  function query(text) {
    return open().then(function (index) {
      if (!text.trim()) {
        var hits = index.items.map(function (item) { return { item: item, score: 0, section: -1, marks: [] }; });
        return { hits: hits, marks: [], also: [], partial: false, answers: [], named: {} };
      }
      return simplify(index, text.slice(0, 4 * LONGEST_QUERY)).then(function (simple) {
        var asked = named(index, simple);
        var any = Object.keys(asked.facets).length > 0;
        // Nothing but facets: what has them, in reading order.
        var alone = any && !plain(asked.rest).replace(ASKING, ' ').match(RUN);
        var found = alone ? Promise.resolve(fitting(index, asked.facets)) : search(index, any ? asked.rest : simple, urgent(index, simple));
        return found.then(function (result) {
          if (any && !alone) {
            result.hits.forEach(function (hit) { hit.score *= suits(hit.item, asked.facets); });
            result.hits.sort(function (a, b) { return b.score - a.score || a.item.number - b.item.number; });
          }
          result.named = asked.facets;
          return answered(index, simple, result);
        });
      });
    });
  }

  // ---- Showing --------------------------------------------------------------------------------

  function spans(text, marks) {
    // NFKC may change a string's length; then its marks would be off, so it goes without.
    var low = text.toLowerCase();
    if (low.length !== text.length) return [];
    var found = [];
    marks.forEach(function (mark) {
      for (var at = low.indexOf(mark); mark && at >= 0; at = low.indexOf(mark, at + mark.length)) found.push([at, at + mark.length]);
    });
    found.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    var merged = [];
    found.forEach(function (span) {
      var before = merged[merged.length - 1];
      if (before && span[0] <= before[1]) before[1] = Math.max(before[1], span[1]);
      else merged.push(span.slice());
    });
    return merged;
  }

  function mark(node, text, marks) {
    var at = 0;
    node.textContent = '';
    spans(text, marks).forEach(function (span) {
      if (span[0] > at) node.appendChild(document.createTextNode(text.slice(at, span[0])));
      var hit = document.createElement('mark');
      hit.textContent = text.slice(span[0], span[1]);
      node.appendChild(hit);
      at = span[1];
    });
    if (at < text.length) node.appendChild(document.createTextNode(text.slice(at)));
    return node;
  }

  /* The part of a text with most matches, begun and ended at a sentence where one is near. */
  function excerpt(text, marks, size) {
    var found = spans(text, marks);
    if (text.length <= size) return text;
    var best = 0;
    var most = -1;
    found.forEach(function (span) {
      var held = found.filter(function (other) { return other[0] >= span[0] && other[1] <= span[0] + size - 20; });
      var sum = held.reduce(function (n, other) { return n + other[1] - other[0]; }, 0);
      if (sum > most) { most = sum; best = span[0]; }
    });
    var from = Math.max(0, Math.min(best - 18, text.length - size));
    var sentence = text.slice(Math.max(0, from - 14), best).search(/[。！？；][^。！？；]*$/);
    if (sentence >= 0) from = Math.max(0, from - 14) + sentence + 1;
    while (from < best && /[\s”’」）)，。、；：！？—…]/.test(text[from])) from++;
    var to = Math.min(text.length, from + size);
    return (from > 0 ? '…' : '') + text.slice(from, to).trim() + (to < text.length ? '…' : '');
  }

  function answer(one) {
    var node = document.createElement('p');
    node.className = one.urgent ? 'hb-answer hb-answer--urgent' : 'hb-answer';
    node.appendChild(document.createTextNode(one.say + ' '));
    [[one.item.address, one.item.title]].concat(one.urgent ? [['emergency.html', '紧急一页纸']] : []).forEach(function (to) {
      var link = document.createElement('a');
      link.href = root + to[0];
      link.textContent = to[1];
      node.appendChild(link);
      node.appendChild(document.createTextNode(' '));
    });
    return node;
  }

  window.handbookSearch = {
    root: root,
    add: add,
    open: open,
    query: query,
    text: function (item) { return load('text/' + item.slug); },
    mark: mark,
    excerpt: excerpt,
    answer: answer
  };
})();
