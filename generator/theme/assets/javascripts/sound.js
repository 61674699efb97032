/* Words by their sound: pinyin, first letters, wrong characters of the right sound, and slips of one character.
 *
 * Loaded by search.js when a question has something that stands nowhere in the handbook. Calls
 * handbookSearch.sound(pieces, known, load) → Promise of
 *   units  [{text, start, length, factor, sure, told}], what else to look for; told if the reader should hear of it
 *   near   [[typed, meant], …], what the reader may have meant instead, best first
 *   whole  the question in characters, if it is pinyin of several words, else nothing
 *   within [text, …], every word that letters may stand for at some place
 * The words lie in search/sound/<first two letters>.js; see generator/outputs/index/sound.py.
 */
(function () {
  'use strict';

  var SOUND = 0.7, SLIP = 0.5;
  var MOST = 5;
  var LONGEST = 4;
  var SMALL = /[的了就很都也吗呢吧啊呀是在有又还个这那么着地得和与或我你他她它们对把被让给跟不]/;
  var SYLLABLE = /^(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?[aeiouv]{1,3}(?:ng|n|r)?$/;
  var tables = new Map();
  var readings;

  /* The words whose letters begin alike: by pinyin without spaces, as it is often mistaken, by first letters. */
  function table(letters, load) {
    var letter = letters.slice(0, 2);
    if (!tables.has(letter)) {
      tables.set(letter, load('sound/' + letter).then(function (value) {
        var made = { whole: new Map(), loose: new Map(), first: new Map(), texts: new Set() };
        if (!value) tables.delete(letter);
        Object.keys(value ? value.whole : {}).forEach(function (key) {
          // What has a ~ is neighbours and no word: it may be what was heard, but nobody is asked whether it was meant.
          var words = value.whole[key].split('|').map(function (word) {
            if (word[0] !== '~') made.texts.add(word);
            return word.replace('~', '');
          });
          put(made.whole, key.replace(/ /g, ''), words);
          put(made.loose, loose(key.split(' ')), words);
        });
        Object.keys(value ? value.first : {}).forEach(function (key) { put(made.first, key, value.first[key].replace(/~/g, '').split('|')); });
        return made;
      }));
    }
    return tables.get(letter);
  }

  function put(map, key, words) {
    map.set(key, (map.get(key) || []).concat(words));
  }

  /* zh and z, ng and n: half the country does not tell them apart. */
  function loose(syllables) {
    return syllables.map(function (syllable) {
      return syllable.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n');
    }).join(' ');
  }

  /* What it begins with in the mouth of half the country: 「zhong」 for 「zong」 and the other way round. */
  function flat(letters) {
    if (/^[zcs]h/.test(letters)) return letters[0] + letters.slice(2);
    return /^[zcs]/.test(letters) ? letters[0] + 'h' + letters.slice(1) : letters;
  }

  function characters(load) {
    if (!readings) {
      readings = load('syllables').then(function (value) {
        var of = new Map();
        Object.keys(value || {}).forEach(function (syllable) {
          Array.from(value[syllable]).forEach(function (character) { of.set(character, syllable); });
        });
        if (!value) readings = undefined;
        return of;
      });
    }
    return readings;
  }

  // ---- Letters --------------------------------------------------------------------------------

  /* Words that letters may stand for: whole pinyin, pinyin still being typed, first letters, several words. */
  function spell(letters, load) {
    return table(letters, load).then(function (words) {
      var size = letters.length;
      if (words.whole.has(letters)) return [part(words.whole.get(letters), 0, size)];
      var begun = size > 3 ? beginning(words.whole, letters) : [];
      if (begun.length) return [part(begun, 0, size)];
      if (words.first.has(letters)) return [part(words.first.get(letters), 0, size)];
      return split(letters, load).then(function (parts) {
        if (parts.length) return parts;
        var longer = size > 2 ? beginning(words.first, letters).map(function (word) { return word.slice(0, size); }) : [];
        return longer.length ? [part(longer, 0, size)] : [];
      });
    });
  }

  function part(words, start, length) {
    return { words: Array.from(new Set(words)).slice(0, MOST), start: start, length: length };
  }

  function beginning(map, letters) {
    var found = [];
    map.forEach(function (words, key) { if (key.lastIndexOf(letters, 0) === 0) found.push([key, words]); });
    found.sort(function (a, b) { return a[0].length - b[0].length; });
    return found.reduce(function (all, pair) { return all.concat(pair[1]); }, []);
  }

  /* Where a syllable may begin if all before it are syllables: 「huijia」 is no word of 「shuijiao」. */
  function borders(letters) {
    var begun = [true];
    for (var at = 0; at < letters.length; at++) {
      for (var end = at + 1; begun[at] && end <= Math.min(letters.length, at + 6); end++) {
        if (SYLLABLE.test(letters.slice(at, end))) begun[end] = true;
      }
    }
    return begun;
  }

  /* Letters of several words: the words that leave fewest letters over, the longest first. */
  function split(letters, load) {
    if (letters.length < 6 || letters.length > 60) return Promise.resolve([]);
    var starts = [];
    var begun = borders(letters);
    for (var at = 0; at + 1 < letters.length; at++) if (begun[at]) starts.push(letters.slice(at, at + 2));
    return Promise.all(starts.map(function (two) { return table(two, load); })).then(function (found) {
      var of = new Map(starts.map(function (two, i) { return [two, found[i].whole]; }));
      var best = [{ worth: 0, parts: null }];
      for (var end = 1; end <= letters.length; end++) {
        best[end] = { worth: best[end - 1].worth, parts: best[end - 1].parts };
        for (var start = Math.max(0, end - 24); start <= end - 3; start++) {
          var two = letters.slice(start, start + 2);
          var words = begun[start] && of.has(two) && of.get(two).get(letters.slice(start, end));
          var worth = best[start].worth + (end - start) - 1;
          if (words && worth > best[end].worth) best[end] = { worth: worth, parts: { own: part(words, start, end - start), before: best[start].parts } };
        }
      }
      var parts = [];
      var covered = 0;
      for (var one = best[letters.length].parts; one; one = one.before) {
        parts.unshift(one.own);
        covered += one.own.length;
      }
      return covered >= letters.length * 0.6 ? parts : [];
    });
  }

  /* Every word of whole syllables, wherever it stands: of 「woxiangzisha」 also the last. */
  function every(letters, load) {
    if (letters.length > 60) return Promise.resolve([]);
    var begun = borders(letters);
    var starts = [];
    for (var at = 0; at + 1 < letters.length; at++) if (begun[at]) starts.push(at);
    return Promise.all(starts.map(function (start) {
      return table(letters.slice(start, start + 2), load).then(function (words) {
        var found = [];
        for (var end = start + 3; end <= Math.min(letters.length, start + 24); end++) {
          if (begun[end]) found = found.concat(words.whole.get(letters.slice(start, end)) || []);
        }
        return found;
      });
    })).then(function (found) { return [].concat.apply([], found); });
  }

  // ---- Characters -----------------------------------------------------------------------------

  /* How many characters are unknown; words of grammar are known though they are not looked for. */
  function strange(piece, known, from, size) {
    var unknown = 0;
    for (var i = from; i < from + size; i++) if (!known[piece.start + i] && !SMALL.test(piece.text[i])) unknown += 1;
    return unknown;
  }

  /* Words that sound like a run of characters with something unknown in it, and words one character away from it. */
  function hear(piece, known, load) {
    return characters(load).then(function (of) {
      var text = Array.from(piece.text);
      var runs = [];
      for (var size = Math.min(6, text.length); size > 1; size--) {
        for (var from = 0; from + size <= text.length; from++) {
          if (strange(piece, known, from, size)) {
            runs.push({ text: text.slice(from, from + size), from: from, unknown: strange(piece, known, from, size) });
          }
        }
      }
      return Promise.all(runs.map(function (run) {
        var read = run.text.map(function (character) { return of.get(character) || '?'; });
        if (read[0] === '?') return { same: [], slip: [] };
        var letters = read.join('');
        return Promise.all([table(letters, load), table(flat(letters), load)]).then(function (both) {
          var words = both[0];
          var typed = run.text.join('');
          var other = function (word) { return word.length === typed.length && word !== typed; };
          var same = run.text.length > LONGEST ? [] : (words.whole.get(read.join('')) || []).filter(other);
          if (!same.length && run.text.length <= LONGEST) {
            same = (words.loose.get(loose(read)) || []).concat(both[1].loose.get(loose(read)) || []).filter(other);
          }
          return { same: same.slice(0, MOST), slip: same.length ? [] : slips(words.texts, typed) };
        });
      })).then(function (found) {
        return runs.map(function (run, i) {
          return { typed: run.text.join(''), start: piece.start + run.from, length: run.text.length, same: found[i].same, slip: found[i].slip, unknown: run.unknown };
        });
      });
    });
  }

  /* Of three characters or more with one wrong, though it stand there twice, or with neighbours changed over. */
  function slips(texts, typed) {
    var found = [];
    texts.forEach(function (word) {
      if (word.length !== typed.length || word === typed) return;
      var wrong = [];
      for (var i = 0; i < word.length; i++) if (word[i] !== typed[i]) wrong.push(i);
      var swapped = wrong.length === 2 && wrong[1] === wrong[0] + 1 && word[wrong[0]] === typed[wrong[1]] && word[wrong[1]] === typed[wrong[0]];
      if (wrong.some(function (i) { return SMALL.test(word[i]) || SMALL.test(typed[i]); })) return;
      var kinds = new Set(wrong.map(function (i) { return typed[i] + word[i]; })).size;
      if (swapped || kinds === 1 && word.length > 2 && wrong.length < word.length - 1) found.push(word);
    });
    return found.slice(0, 2);
  }

  /* 「自沙」 is 「自杀」 misspelt; 「时钟」 only sounds like another word, and 「她」 for 「他」 is no mistake. */
  function alike(typed, word, most) {
    var other = Array.from(typed).filter(function (character, i) { return word[i] !== character; });
    return new Set(other).size === 1 && other.length < typed.length && other.length <= (most || 2) && !/[他她它]/.test(other[0]);
  }

  /* Whether what is known stays as it was typed, and nothing unknown is left beside the word: 「小导游」 has 「导游」
   * in it and is not 「小刀」 with something after it. */
  function sensible(piece, known, one, word) {
    return Array.from(piece.text).every(function (character, i) {
      var at = piece.start + i;
      if (at >= one.start && at < one.start + one.length) return word[at - one.start] === character || !known[at];
      return known[at] || SMALL.test(character);
    });
  }

  // ---- Both -----------------------------------------------------------------------------------

  function sound(pieces, known, load) {
    var units = [];
    var near = [];
    return Promise.all(pieces.map(function (piece) {
      if (piece.han) return hear(piece, known, load);
      if (!/^[a-z]{2,}$/.test(piece.text) || known[piece.start]) return [];
      return spell(piece.text, load);
    })).then(function (found) {
      found.forEach(function (parts, i) {
        var piece = pieces[i];
        parts.forEach(function (one) {
          var words = piece.han ? one.same : one.words;
          var start = piece.han ? one.start : piece.start + one.start;
          (piece.han ? one.slip : []).forEach(function (text) {
            units.push({ text: text, start: start, length: one.length, factor: SLIP, sure: false, told: false });
          });
          words.forEach(function (text, place) {
            var sure = piece.han ? alike(one.typed, text, 1) && (text.length > 2 || piece.text.length < text.length + 3) : place === 0;
            units.push({ text: text, start: start, length: one.length, factor: SOUND - 0.03 * place, sure: sure, told: !piece.han || alike(one.typed, text) });
          });
        });
        if (!piece.han) {
          if (parts.length === 1 && piece.text.length > 3) parts[0].words.slice(0, 3).forEach(function (word) { near.push([piece.text, word]); });
          else if (parts.length) near.push([piece.text, parts.map(function (one) { return one.words[0]; }).join('')]);
          return;
        }
        // Longer runs come first; what lies within one that has been explained says nothing new.
        var explained = [];
        parts.forEach(function (one) {
          // One strange character beside a known word is more likely a word that the handbook lacks.
          var meant = one.same.length ? one.same : one.unknown > 1 ? one.slip : [];
          var within = explained.some(function (other) { return one.start >= other[0] && one.start + one.length <= other[1]; });
          if (!meant.length || within) return;
          explained.push([one.start, one.start + one.length]);
          meant.filter(function (word) { return alike(one.typed, word) && sensible(piece, known, one, word); }).slice(0, 2).forEach(function (word) { near.push([one.typed, word]); });
        });
      });
      // Where a reading explains every letter, another that smells of danger is chance.
      var latin = pieces.filter(function (piece, i) {
        var covered = piece.han ? 0 : found[i].reduce(function (sum, one) { return sum + one.length; }, 0);
        return !piece.han && /^[a-z]{4,}$/.test(piece.text) && !known[piece.start] && covered < piece.text.length;
      });
      var several = pieces.length === 1 && !pieces[0].han && found[0].length > 1;
      return Promise.all(latin.map(function (piece) { return every(piece.text, load); })).then(function (words) {
        return { units: units, near: near.slice(0, 3), whole: several ? near[0][1] : '', within: [].concat.apply([], words) };
      });
    });
  }

  window.handbookSearch.sound = sound;
})();
