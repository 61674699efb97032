/* Search: loads the index when it is asked for, reads a question, ranks the handbook's items.
 *
 * The index is a set of scripts that call handbookSearch.add (see generator/outputs/search.py),
 * because a page opened from a disk may load scripts and nothing else. For the box in the header
 * see searchbox.js, for the page find/ see find.js. They use:
 *
 *   handbookSearch.root                the site's root as an absolute address
 *   handbookSearch.open()              → Promise of {items, facets, labels}; an item knows its number
 *   handbookSearch.query(text, n)      → Promise of {hits, also, near, sure, partial, named, places, answers}
 *       hits   [{item, score, section, marks}], best first; every item in reading order for an empty text;
 *              the first n, ten if nothing is said, have their cards
 *       also   words that were looked for though they were not typed (pinyin, wrong characters)
 *       near   questions that may have been meant instead
 *       sure   those of them that are sure enough to be answered like what was typed
 *       partial  whether some of the index could not be loaded
 *       named    {facet: [terms]} that the text names: what has them stands before what has others
 *       places   [{title, address}], pages that are no item and that the text names
 *       answers  [{item, say, urgent}], what is said above all hits, the urgent ones first
 *   handbookSearch.cards(hits)         → Promise: their items have slug, title, summary, address, keywords, facets, minutes
 *   handbookSearch.facets()            → Promise: every item has its facets and minutes
 *   handbookSearch.slugs()             → Promise: every item has its slug and address
 *   handbookSearch.text(item)          → Promise of [[id, title, text], …]
 *   handbookSearch.mark(node, text, marks)   fills a node with text, matches in <mark>
 *   handbookSearch.excerpt(text, marks, n)   → about n characters around the matches
 *   handbookSearch.answer(answer)      → an element that says it and leads to its guide
 *   handbookSearch.unanswered()        → an element for when the index cannot be loaded
 *   handbookSearch.door(place)         → an element that leads to such a page
 *   handbookSearch.recent()            → what this browser was last asked, the latest first
 *   handbookSearch.remember(text, result)   keeps a question, unless a guide answers it; forget() forgets them all
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

  /* Resolves to what is only needed now and then, such as words by their sound; to null if it is missing. */
  function program(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise(function (resolve) {
        var script = document.createElement('script');
        script.src = root + 'assets/javascripts/' + name + '.js';
        script.onload = script.onerror = function () {
          script.remove();
          if (!window.handbookSearch[name]) loading.delete(name);
          resolve(window.handbookSearch[name] || null);
        };
        document.head.appendChild(script);
      }));
    }
    return loading.get(name);
  }

  // ---- Reading a question ---------------------------------------------------------------------

  var LONGEST_QUERY = 80;
  var HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/;
  var SYLLABLE = /(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?[aeiouv]{1,3}(?:ng|n|r)?/g;
  var RUN = /[\u3400-\u4dbf\u4e00-\u9fff]+|[a-z0-9]+/g;

  var EMPTY = /[的了就很都也吗呢吧啊呀是在有又还个这那么着地得和与或我你他她它们对把被让给跟不会要用去来上下里老小大好]/;

  /* Each syllable is taken as long as it goes, so that no run takes long. */
  function pinyin(run) {
    return run.replace(SYLLABLE, '') === '';
  }

  /* A word as a pattern that means just itself. */
  function literal(word) {
    return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  }

  function plain(text) {
    return text.normalize('NFKC').toLowerCase();
  }

  /* Without the words that ask and do not name; 「什么都不说」 is a word of the thesaurus, and 「什么」 in it asks for nothing. */
  function naming(index, text) {
    var words = [];
    index.kept.forEach(function (word) {
      for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) words.push([at, at + word.length]);
    });
    return text.replace(index.asking, function (asking, at) {
      var kept = words.some(function (word) { return at >= word[0] && at + asking.length <= word[1]; });
      return kept ? asking : ' ';
    });
  }

  /* A question as pieces of one script each; positions count through all of them. */
  function read(index, text) {
    var whole = plain(text.slice(0, 4 * LONGEST_QUERY)).slice(0, LONGEST_QUERY);
    var named = naming(index, whole);
    var runs = named.match(RUN) || whole.match(RUN) || [];
    // 「sheng qi」 is one word to whoever types it.
    if (runs.length > 1 && runs.every(pinyin)) runs = [runs.join('')];
    var start = 0;
    return runs.map(function (run) {
      var piece = { text: run, start: start, han: HAN.test(run) };
      start += run.length;
      return piece;
    });
  }

  // ---- The index ------------------------------------------------------------------------------

  var LEVEL = 0.28, HEADING = 2.2, BODY = 1;
  var SYNONYM = 0.8;
  var LONGEST = 8, LONGEST_WORD = 12;
  var SECTIONS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

  function prepare(head) {
    var labels = Object.create(null);
    head.facets.forEach(function (facet) {
      labels[facet.key] = new Map(facet.values);
    });
    var items = [];
    for (var number = 0; number < head.items; number++) items.push({ number: number });
    return {
      items: items,
      facets: head.facets,
      labels: labels,
      shards: head.shards,
      block: head.block,
      letters: new Set(head.letters.split(' ')),
      kept: head.kept,
      // The longest first: 「怎么办呢」 is one word.
      asking: head.asking.length ? new RegExp(head.asking.slice().sort(function (a, b) {
        return b.length - a.length;
      }).map(literal).join('|'), 'g') : /$^/g,
      places: head.places.map(function (place) {
        return { title: place[0], address: place[1], words: place[2].map(plain) };
      }),
      answers: head.answers.map(function (answer) {
        return {
          words: answer.words.map(plain), unless: answer.unless.map(plain),
          together: answer.together.map(function (lists) { return lists.map(function (words) { return words.map(plain); }); }),
          item: items[answer.item], title: answer.title, address: answer.address, say: answer.say, urgent: answer.urgent
        };
      })
    };
  }

  var opened;
  function open() {
    if (!opened) {
      opened = load('head').then(function (head) {
        if (!head) throw new Error('search/head.js');
        return prepare(head);
      });
      opened.catch(function () { opened = undefined; });
    }
    return opened;
  }

  /* An item whose card could not be loaded stays without a title and is not shown. */
  function cards(hits) {
    return open().then(function (index) {
      var blocks = new Set();
      hits.forEach(function (hit) { if (!hit.item.title) blocks.add(Math.floor(hit.item.number / index.block)); });
      return Promise.all(Array.from(blocks, function (block) {
        return load('card/' + block).then(function (list) {
          (list || []).forEach(function (card, place) { Object.assign(index.items[block * index.block + place], card); });
        });
      }));
    });
  }

  function facets() {
    return open().then(function (index) {
      return load('facets').then(function (columns) {
        if (!columns) throw new Error('search/facets.js');
        if (index.items.every(function (item) { return item.facets; })) return index;
        var minutes = columns.minutes.split(',');
        index.items.forEach(function (item, number) {
          item.facets = {};
          if (minutes[number]) item.minutes = Number(minutes[number]);
        });
        index.facets.forEach(function (facet) {
          columns.facets[facet.key].split(',').forEach(function (places, number) {
            if (!places) return;
            index.items[number].facets[facet.key] = places.split('.').map(function (place) { return facet.values[place][0]; });
          });
        });
        return index;
      });
    });
  }

  function slugs() {
    return open().then(function (index) {
      return load('slugs').then(function (list) {
        (list || []).forEach(function (pair, number) {
          index.items[number].slug = pair[0];
          index.items[number].address = pair[1];
        });
        return index;
      });
    });
  }

  /* By the first two characters; see generator/outputs/index/posting.py. */
  function shardOf(index, term) {
    return 'term/' + (term.charCodeAt(0) * 31 + (term.length > 1 ? term.charCodeAt(1) : 0)) % index.shards;
  }

  function fileOf(index, unit) {
    return unit.group === undefined ? shardOf(index, unit.text) : 'same/' + unit.group;
  }

  /* 「3!kAAC*」 → {size, list}: in how many items, and [[item, level, sections with their weight], …]. */
  function decode(posting) {
    var all = /^~(\d+)~/.exec(posting);
    var list = [];
    var number = -1;
    var pattern = /(\d+)(?:!([a-zA-Z]))?([a-zA-Z*]*)/g;
    pattern.lastIndex = all ? all[0].length : 0;
    for (var match = pattern.exec(posting); match; match = pattern.exec(posting)) {
      number += Number(match[1]);
      var sections = new Map();
      match[3].replace(/([a-zA-Z])(\**)/g, function (_, letter, star) {
        var section = SECTIONS.indexOf(letter);
        sections.set(section, (sections.get(section) || 0) + (star ? HEADING : sections.has(section) ? 0.2 : BODY));
      });
      list.push([number, match[2] ? (SECTIONS.indexOf(match[2]) + 1) * LEVEL : 0, sections]);
    }
    return { size: all ? Number(all[1]) : list.length, list: list };
  }

  // ---- Matching -------------------------------------------------------------------------------

  /* What to look for: a string, the place in the question it answers, and how much it counts. */
  function units(pieces) {
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
        var longest = piece.text.length > 16 ? 4 : LONGEST;
        for (var from = 0; from < piece.text.length; from++) {
          for (var size = 1; size <= longest && from + size <= piece.text.length; size++) {
            var part = piece.text.slice(from, from + size);
            if (size > 1 || piece.text.length === 1 || !EMPTY.test(part)) {
              want(part, piece.start + from, size, size === piece.text.length ? 1 : worth(part));
            }
          }
        }
      }
    });
    return Array.from(found.values());
  }

  /* A single character says less than a word, and so does a run with a word of grammar in it, such as 「不要」 or 「笔到」. */
  function worth(part) {
    if (Array.from(part).every(function (c) { return EMPTY.test(c); })) return 0.3;
    return part.length > 1 ? (EMPTY.test(part) ? 0.7 : 1) : 0.45;
  }

  function postings(index, unit, files) {
    var value = files.get(fileOf(index, unit));
    if (value === undefined) return null;
    if (unit.group !== undefined) return decode(value[0]);
    var text = own(value, unit.text).split('@')[0];
    return text ? decode(text) : null;
  }

  function own(value, term) {
    return value && Object.prototype.hasOwnProperty.call(value, term) ? value[term] : '';
  }

  /* The groups of the thesaurus that have a word in the text, as units; 「emo了」 is one word of two scripts. */
  function groups(index, text, start, factor, files) {
    var found = new Map();
    for (var from = 0; from < text.length; from++) {
      for (var to = from + 2; to <= Math.min(text.length, from + LONGEST_WORD); to++) {
        var word = text.slice(from, to);
        var numbers = own(files.get(shardOf(index, word)), word).split('@')[1];
        if (!numbers) continue;
        numbers.split(',').forEach(function (number) {
          var known = found.get(number);
          if (known && known.length >= word.length) return;
          found.set(number, { text: word, start: start + from, length: word.length, factor: factor, group: Number(number) });
        });
      }
    }
    return Array.from(found.values());
  }

  function find(index, unit, files) {
    var found = postings(index, unit, files);
    var hits = new Map();
    if (!found) return { size: 0, hits: hits };
    found.list.forEach(function (posting) {
      if (!index.items[posting[0]]) return;
      var best = 0;
      posting[2].forEach(function (weight) { best = Math.max(best, weight); });
      var body = best ? best + 0.1 * Math.min(posting[2].size - 1, 5) : 0;
      var head = posting[1];
      hits.set(posting[0], { weight: head ? head + 0.2 * body : body, sections: posting[2], head: head > 0 });
    });
    return { size: found.size, hits: hits };
  }

  /* A character that is only looked for where no word is found. */
  function lone(unit) {
    return unit.text.length === 1 && unit.factor < 1;
  }

  function wordsOf(unit, files) {
    return unit.group === undefined ? [unit.text] : files.get('same/' + unit.group)[1];
  }

  /* Every place of the question counts once for an item: by the best thing found for it there. */
  function rank(index, wanted, length, files) {
    var total = index.items.length;
    var mass = new Float64Array(length);
    var known = new Uint8Array(length);
    var per = new Map();
    var worded = new Uint8Array(length);
    // Words first: where 「生气」 is found, 生 and 气 alone would only find 学生 and 气球.
    wanted.slice().sort(function (a, b) { return b.text.length - a.text.length; }).forEach(function (unit) {
      if (lone(unit) && worded[unit.start]) return;
      var found = find(index, unit, files);
      var hits = found.hits;
      if (!hits.size) return;
      if (unit.text.length > 1 && !EMPTY.test(unit.text)) worded.fill(1, unit.start, unit.start + unit.length);
      var rarity = Math.log(1 + total / (found.size + 0.5));
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
        if (unit.text.length > 1) {
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
        if (entry.by[i] && entry.by[i].text.length > 1) wordsOf(entry.by[i], files).forEach(function (word) { marks.add(word); });
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

  // ---- Facets that a question names -------------------------------------------------------------

  var DIGITS = '一二三四五六';
  /* 「四五六年级」, 「1、2年级」, 「三到五年级下」; not 「12年级」. */
  var GRADE = /(^|[^0-9])([一二三四五六]{1,6}|[一二三四五六1-6](?:\s*[、,和与或至到~-]\s*[一二三四五六1-6]){0,5})\s*年级(?:([上下])(?=册|学期|\s|$))?/g;
  var WHOLE = /第([一二])学期|([上下])(?:册|学期)/;
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
      rest = rest.replace(pattern, function () { return read(arguments) || ' '; });
    }
    take(TERM, function (found) {
      if (found[0].trim() === '一下') return;
      facets.grade = [String(number(found[2]))];
      facets.semester = [found[3] === '上' ? '1' : '2'];
    });
    take(GRADE, function (found) {
      var said = (found[2].match(/[一二三四五六1-6]/g) || []).map(number);
      if (said.length === 2 && /[至到~-]/.test(found[2])) {
        said.sort();
        for (var grade = said[0] + 1; grade < said[1]; grade++) said.push(grade);
      }
      facets.grade = Array.from(new Set((facets.grade || []).concat(said.map(String)))).sort();
      if (found[3]) facets.semester = [found[3] === '上' ? '1' : '2'];
      return found[1] + ' ';
    });
    take(/毕业班/, function () { facets.grade = ['6']; });
    if (facets.grade) take(WHOLE, function (found) { facets.semester = [found[1] === '一' || found[2] === '上' ? '1' : '2']; });
    // By the names of the vocabulary: 「高年级」 or 「高段」, 「体育与健康课」 or 「体育课」.
    index.labels.band.forEach(function (name, key) {
      take(new RegExp(literal(name) + '|' + literal(name[0]) + '(?:年段|学段|段)'), function () { facets.band = [key]; });
    });
    index.labels.subject.forEach(function (name, key) {
      take(new RegExp('(?:' + literal(name) + '|' + literal(name.slice(0, 2)) + ')课'), function () { facets.subject = [key]; });
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

  /* The characters of GB 2312, which are the simplified ones; every browser can read that encoding. */
  var simplified;
  function isSimplified(character) {
    if (!simplified) {
      var bytes = [];
      for (var row = 0xb0; row < 0xf8; row++) for (var cell = 0xa1; cell < 0xff; cell++) bytes.push(row, cell);
      simplified = new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)));
    }
    return simplified.has(character);
  }

  function simplify(text) {
    var strange = Array.from(text).some(function (c) { return HAN.test(c) && !isSimplified(c); });
    if (!strange) return Promise.resolve(text);
    return load('traditional').then(function (table) {
      if (!table) return text;
      return Array.from(text).map(function (c) {
        return Object.prototype.hasOwnProperty.call(table, c) ? table[c] : c;
      }).join('');
    });
  }

  /* Loads what the units need into files; resolves to whether something is missing. */
  function fetch(index, wanted, files) {
    var names = new Set(wanted.map(function (unit) { return fileOf(index, unit); }));
    return Promise.all(Array.from(names, function (name) {
      return load(name).then(function (value) {
        files.set(name, value);
        return value === undefined;
      });
    })).then(function (missing) { return missing.some(Boolean); });
  }

  /* The words in one that was heard: 「老师太累」 is found by 「太累」 too. They stand where it does. */
  function partsOf(unit) {
    if (unit.text.length < 3 || !HAN.test(unit.text)) return [];
    return units([{ text: unit.text, start: 0, han: true }]).filter(function (part) {
      return part.text.length > 1 && part.text !== unit.text;
    }).map(function (part) {
      var share = part.text.length / unit.text.length;
      return { text: part.text, start: unit.start, length: unit.length, factor: unit.factor * part.factor * share };
    });
  }

  /* Words first; then the groups of the thesaurus that they are in, and single characters where there is no word.
   * Resolves to {files, wanted, partial}, wanted with the groups. Heard are [{text, start, length, factor}] that
   * were not typed. */
  function gather(index, pieces, heard) {
    var files = new Map();
    var wanted = units(pieces).concat(heard);
    heard.forEach(function (unit) { wanted.push.apply(wanted, partsOf(unit)); });
    var words = wanted.filter(function (unit) { return !lone(unit); });
    return fetch(index, words, files).then(function (partial) {
      var worded = new Set();
      words.forEach(function (unit) {
        if (unit.text.length < 2 || EMPTY.test(unit.text) || !postings(index, unit, files)) return;
        for (var i = unit.start; i < unit.start + unit.length; i++) worded.add(i);
      });
      var said = pieces.map(function (piece) { return piece.text; }).join('');
      var found = groups(index, said, 0, SYNONYM, files);
      // A word found by its sound has synonyms like one that was typed; they stand where it does.
      heard.forEach(function (unit) {
        groups(index, unit.text, unit.start, SYNONYM * unit.factor, files).forEach(function (group) {
          group.start = unit.start;
          group.length = unit.length;
          found.push(group);
        });
      });
      var lonely = wanted.filter(function (unit) { return lone(unit) && !worded.has(unit.start); });
      return fetch(index, found.concat(lonely), files).then(function (also) {
        return { files: files, wanted: wanted.concat(found), partial: partial || also };
      });
    });
  }

  /* Loads a file of words by their sound, if there are words with these letters. */
  function hearing(index) {
    return function (name) {
      var letters = /^sound\/(.*)$/.exec(name);
      return letters && !index.letters.has(letters[1]) ? Promise.resolve({ whole: {}, first: {} }) : load(name);
    };
  }

  /* With ``plainly`` no word is guessed by its sound: a question of danger gets no likeness of sound. */
  function search(index, text, plainly) {
    var pieces = read(index, text);
    if (!pieces.length) return Promise.resolve(finish([], [], [], false));
    var last = pieces[pieces.length - 1];
    var length = last.start + last.text.length;
    return gather(index, pieces, []).then(function (body) {
      var ranked = rank(index, body.wanted, length, body.files);
      var missed = pieces.some(function (piece) {
        return (!piece.han || piece.text.length > 1) && !known(ranked, piece.start, piece.text.length);
      });
      if (!missed || plainly) return finish(ranked.hits, [], [], body.partial);
      return program('sound').then(function (sound) {
        if (!sound) body.partial = true;
        return sound ? sound(pieces, ranked.known, hearing(index)) : { units: [], near: [], within: [], whole: '' };
      }).then(function (heard) {
        // Of letters that may be read in several ways the way that smells of danger counts.
        var grave = heard.within.filter(function (word) { return urgent(index, word); });
        var near = heard.near;
        if (heard.whole) {
          return search(index, heard.whole, true).then(function (result) {
            result.also = [heard.whole];
            result.near = near;
            result.sure = [heard.whole].concat(grave);
            result.partial = result.partial || body.partial;
            return result;
          });
        }
        var typed = new Set(body.wanted.map(function (unit) { return unit.text; }));
        var more = heard.units.filter(function (unit) {
          return !typed.has(unit.text) && (unit.sure || !urgent(index, unit.text));
        });
        if (!more.length) {
          var plainly = finish(ranked.hits, [], near, body.partial);
          plainly.sure = grave;
          return plainly;
        }
        return gather(index, pieces, more).then(function (all) {
          var said = more.filter(function (unit) { return unit.told; }).map(function (unit) { return unit.text; });
          var also = Array.from(new Set(said)).slice(0, 5);
          var result = finish(rank(index, all.wanted, length, all.files).hits, also, near, all.partial || body.partial);
          result.sure = more.filter(function (unit) { return unit.sure; }).map(function (unit) { return unit.text; }).concat(grave);
          return result;
        });
      });
    });
  }

  function known(ranked, start, length) {
    for (var i = start; i < start + length; i++) if (!ranked.known[i]) return false;
    return true;
  }

  function finish(hits, also, near, partial) {
    return { hits: hits, also: also, near: near, sure: [], partial: partial };
  }

  /* The whole question with what may have been meant. Nobody is asked whether a word of danger was. */
  function meant(index, text, pairs) {
    var said = plain(text).trim();
    var found = pairs.map(function (pair) { return said.indexOf(pair[0]) < 0 ? pair[1] : said.replace(pair[0], pair[1]); });
    return Array.from(new Set(found)).filter(function (other) {
      return other !== said && other.length <= 30 && !urgent(index, other);
    });
  }

  /* Whether a text has a word of an answer; 「被打断」 has not 「被打」. */
  function holds(answer, text) {
    var said = plain(text).replace(/\s+/g, '');
    answer.unless.forEach(function (phrase) { said = said.split(phrase).join(' '); });
    function has(word) { return said.indexOf(word) >= 0; }
    return answer.words.some(has) || answer.together.some(function (lists) {
      return lists.every(function (words) { return words.some(has); });
    });
  }

  function urgent(index, text) {
    return index.answers.some(function (answer) { return answer.urgent && holds(answer, text); });
  }

  /* Questions that one guide answers before all else. Its page is the first hit, the urgent one's before any. */
  function answered(index, text, result) {
    var said = [text].concat(result.sure);
    result.places = index.places.filter(function (place) {
      return place.words.some(function (word) { return plain(text).replace(/\s+/g, '').indexOf(word) >= 0; });
    });
    result.answers = index.answers.filter(function (answer) {
      return said.some(function (words) { return holds(answer, words); });
    }).sort(function (a, b) { return (b.urgent ? 1 : 0) - (a.urgent ? 1 : 0); });
    result.answers.slice().reverse().forEach(function (answer) {
      var at = result.hits.findIndex(function (hit) { return hit.item === answer.item; });
      var hit = at < 0 ? { item: answer.item, score: 0, section: -1, marks: [] } : result.hits.splice(at, 1)[0];
      if (result.hits.length) hit.score = Math.max(hit.score, result.hits[0].score);
      result.hits.unshift(hit);
    });
    return result;
  }

  function unranked(items) {
    return finish(items.map(function (item) { return { item: item, score: 1, section: -1, marks: [] }; }), [], [], false);
  }

  function fitting(index, facets) {
    return unranked(index.items.filter(function (item) {
      return Object.keys(facets).every(function (key) {
        return (item.facets[key] || []).some(function (term) { return facets[key].indexOf(term) >= 0; });
      });
    }));
  }

  /* Without a question: every item, in reading order. */
  function everything(index) {
    var result = unranked(index.items);
    result.answers = [];
    result.places = [];
    result.named = {};
    return result;
  }

  function asked(index, text) {
    return simplify(text.slice(0, 4 * LONGEST_QUERY)).then(function (simple) {
      var said = named(index, simple);
      var any = Object.keys(said.facets).length > 0;
      // Nothing but facets: what has them, in reading order.
      var alone = any && !naming(index, plain(said.rest)).match(RUN);
      return Promise.all([
        alone ? null : search(index, any ? said.rest : simple, urgent(index, simple)),
        any ? facets().catch(function () { return null; }) : null
      ]).then(function (both) {
        var faceted = any && both[1];
        var result = both[0] || (faceted ? fitting(index, said.facets) : finish([], [], [], true));
        if (faceted && !alone && !result.hits.length) result.hits = fitting(index, said.facets).hits;
        if (any && !faceted) result.partial = true;
        result.near = meant(index, simple, result.near);
        if (faceted && !alone) {
          result.hits.forEach(function (hit) { hit.score *= suits(hit.item, said.facets); });
          result.hits.sort(function (a, b) { return b.score - a.score || a.item.number - b.item.number; });
        }
        result.named = said.facets;
        return answered(index, simple, result);
      });
    });
  }

  function query(text, shown) {
    return open().then(function (index) {
      return text.trim() ? asked(index, text) : everything(index);
    }).then(function (result) {
      return cards(result.hits.slice(0, shown || 10).concat(result.answers)).then(function () { return result; });
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
    // A number that is said can be rung.
    one.say.split(/(12356|12355|110|120|119)/).forEach(function (part, place) {
      var number = place % 2 ? node.appendChild(document.createElement('a')) : node;
      if (place % 2) number.href = 'tel:' + part;
      number.appendChild(document.createTextNode(part));
    });
    node.appendChild(document.createTextNode(' '));
    [[one.address, one.title]].concat(one.urgent ? [['emergency.html', '紧急一页纸']] : []).forEach(function (to) {
      var link = document.createElement('a');
      link.href = root + to[0];
      link.textContent = to[1];
      node.appendChild(link);
      node.appendChild(document.createTextNode(' '));
    });
    return node;
  }

  /* What is said when nothing can be looked up: whoever asked may have asked about a child in danger. */
  function unanswered() {
    return answer({
      say: '查找暂时用不了。学生可能有危险的，先看紧急一页纸；正在危险，拨110、120；心理援助热线12356。',
      address: 'emergency.html', title: '紧急一页纸', urgent: false
    });
  }

  function door(place) {
    var node = document.createElement('p');
    node.className = 'hb-answer';
    node.appendChild(document.createTextNode('直接去 '));
    var link = node.appendChild(document.createElement('a'));
    link.href = root + place.address;
    link.textContent = place.title;
    return node;
  }

  // ---- What was asked before ------------------------------------------------------------------

  var KEPT = 'handbook-asked';
  var REMEMBERED = 6;

  /* Some browsers let a page on a disk, or a private window, keep nothing. */
  function recent() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEPT));
      return Array.isArray(kept) ? kept.filter(function (text) { return typeof text === 'string'; }).slice(0, REMEMBERED) : [];
    } catch (error) {
      return [];
    }
  }

  /* On a computer that colleagues share, nobody should see which child another has been worried about. */
  function remember(text, result) {
    var asked = text.trim().replace(/\s+/g, ' ');
    if (!asked || asked.length > 30 || !result || !result.hits.length || result.answers.length) return;
    var others = recent().filter(function (other) { return other !== asked; });
    try {
      localStorage.setItem(KEPT, JSON.stringify([asked].concat(others).slice(0, REMEMBERED)));
    } catch (error) { /* Then it is not kept. */ }
  }

  function forget() {
    try {
      localStorage.removeItem(KEPT);
    } catch (error) { /* Nothing was kept. */ }
  }

  window.handbookSearch = {
    root: root,
    add: add,
    open: open,
    query: query,
    cards: cards,
    facets: facets,
    slugs: slugs,
    text: function (item) { return load('text/' + item.slug); },
    mark: mark,
    excerpt: excerpt,
    answer: answer,
    door: door,
    unanswered: unanswered,
    recent: recent,
    remember: remember,
    forget: forget
  };
})();
