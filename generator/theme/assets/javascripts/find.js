/* The page find/: a question and every filter together, the whole state in the address.
 *
 *   find/index.html?q=考前紧张&grade=5&grade=6&without-preparation=yes&sort=minutes
 *
 * Terms of one facet are alternatives, facets are conditions. The number beside a term is how many
 * results it would leave if it alone were chosen in its facet, the other facets and the question
 * being as they are (see generator/content/facet.py). What the address names and the handbook does
 * not know is left out, and the page says so.
 */
(function () {
  'use strict';

  var WAIT = 150;
  var QUIET = 600;
  var AT_ONCE = 20;
  var FIRST = 7;
  var LONG = 8;

  /* What to sort by; items that have no such thing come last, equals in reading order. */
  var ORDERS = {
    grade: function (item) { return Number((item.facets.grade || [])[0]) || Infinity; },
    minutes: function (item) { return item.minutes || Infinity; }
  };

  var state = { q: '', sort: '', chosen: {}, strange: 0 };
  var index;
  var result;
  var shown = AT_ONCE;
  var asked = 0;
  var typing = false;
  var choosing = false;
  var at = {};

  function element(name, className, text) {
    var node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  function button(className, text, press) {
    var node = element('button', className, text);
    node.type = 'button';
    node.addEventListener('click', press);
    return node;
  }

  // ---- State and address ----------------------------------------------------------------------

  function read() {
    state = { q: '', sort: '', chosen: {}, strange: 0 };
    new URLSearchParams(location.search).forEach(function (value, key) {
      if (key === 'q') state.q = value.trim();
      else if (key === 'sort' && Object.keys(ORDERS).indexOf(value) >= 0) state.sort = value;
      else if (index.labels[key] && index.labels[key].has(value)) choose(key, value, true);
      // Chat apps add parameters of their own to a link that is passed on; a filter's own key is meant.
      else if (value && (index.labels[key] || key === 'sort')) state.strange += 1;
    });
  }

  function choose(key, term, on) {
    var terms = state.chosen[key] || [];
    var left = Array.from(index.labels[key].keys()).filter(function (other) {
      return other === term ? on : terms.indexOf(other) >= 0;
    });
    if (left.length) state.chosen[key] = left;
    else delete state.chosen[key];
  }

  function address() {
    var made = new URLSearchParams();
    if (state.q) made.set('q', state.q);
    index.facets.forEach(function (facet) {
      (state.chosen[facet.key] || []).forEach(function (term) { made.append(facet.key, term); });
    });
    if (state.sort) made.set('sort', state.sort);
    var query = made.toString();
    return location.pathname + (query ? '?' + query : '');
  }

  /* The address holds what was asked, the entry of the history how far down the reader had come. */
  function record(how, where) {
    try {
      history[how]({ shown: shown, y: window.scrollY }, '', where);
    } catch (error) {
      // Some browsers let no address on a disk be rewritten. The page works all the same.
    }
  }

  function keep() {
    record('replaceState', location.href);
  }

  function change(byTyping) {
    keep();
    shown = AT_ONCE;
    state.strange = 0;
    // A question being typed is one step to go back over, not a step a letter; so is all that is chosen in the sheet.
    var same = byTyping && typing || at.sheet.open && choosing;
    record(same ? 'replaceState' : 'pushState', address());
    typing = Boolean(byTyping);
    choosing = at.sheet.open;
    return ask();
  }

  function toggle(key, term, on) {
    choose(key, term, on);
    return change();
  }

  function clear(all) {
    state.chosen = {};
    if (all) {
      state.q = '';
      at.input.value = '';
    }
    return change();
  }

  // ---- Results --------------------------------------------------------------------------------

  function fits(item, but) {
    return Object.keys(state.chosen).every(function (key) {
      if (key === but) return true;
      var terms = item.facets[key] || [];
      return state.chosen[key].some(function (term) { return terms.indexOf(term) >= 0; });
    });
  }

  function without(key) {
    return result.hits.filter(function (hit) { return fits(hit.item, key); });
  }

  function sorted(hits) {
    var place = ORDERS[state.sort];
    if (!place) return hits;
    return hits.slice().sort(function (a, b) {
      var x = place(a.item);
      var y = place(b.item);
      return x === y ? a.item.number - b.item.number : x - y;
    });
  }

  /* Resolves when everything is drawn, excerpts too. */
  function ask() {
    var turn = ++asked;
    at.results.setAttribute('aria-busy', 'true');
    var same = result && result.text === state.q && !result.partial;
    return (same ? Promise.resolve(result) : handbookSearch.query(state.q)).then(function (found) {
      if (turn !== asked) return undefined;
      result = found;
      result.text = state.q;
      return dealt(turn);
    }).catch(function () { if (turn === asked) failed(); });
  }

  /* The cards of what is shown, then the page. */
  function dealt(turn) {
    var hits = sorted(without(''));
    return handbookSearch.cards(hits.slice(0, shown)).then(function () {
      return turn === asked ? draw(hits) : undefined;
    });
  }

  function failed() {
    at.status.textContent = '索引没有载入，请刷新再试。';
    at.results.textContent = '';
    at.results.setAttribute('aria-busy', 'false');
    at.answers.textContent = '';
    at.answers.appendChild(handbookSearch.unanswered());
    say(at.status.textContent);
  }

  var saying = 0;

  /* Once it is quiet: whoever listens hears the end of what was typed or ticked, not every step. */
  function say(words) {
    clearTimeout(saying);
    saying = setTimeout(function () { (at.sheet.open ? at.sheetSaid : at.said).textContent = words; }, QUIET);
  }

  function facts(item) {
    var said = ['kind', 'grade', 'subject'].map(function (key) {
      var names = (item.facets[key] || []).map(function (term) { return index.labels[key].get(term); });
      return names.length > 2 ? names[0] + '至' + names[names.length - 1] : names.join('、');
    });
    if (item.minutes) said.push(item.minutes + '分钟');
    return said.filter(Boolean).join(' · ');
  }

  function row(hit, pending) {
    var item = hit.item;
    var node = element('li', 'hb-hit');
    node.dataset.slug = item.slug;
    if (item.facets.band && item.facets.band.length === 1) node.dataset.band = item.facets.band[0];
    node.appendChild(element('small', 'hb-hit__facts', facts(item)));
    var link = element('a', 'hb-hit__title');
    link.href = handbookSearch.root + item.address;
    node.appendChild(handbookSearch.mark(link, item.title, hit.marks));
    node.appendChild(handbookSearch.mark(element('p', 'hb-hit__summary'), item.summary, hit.marks));
    // Found by a keyword that the card does not show: say which.
    var marked = node.querySelector('mark');
    var said = marked ? [] : item.keywords.filter(function (word) {
      return hit.marks.some(function (mark) { return word.toLowerCase().indexOf(mark) >= 0; });
    });
    if (said.length) {
      node.appendChild(handbookSearch.mark(element('p', 'hb-hit__said'), '关键词：' + said.slice(0, 3).join('、'), hit.marks));
    }
    if (hit.section >= 0) {
      pending.push(handbookSearch.text(item).then(function (sections) {
        var section = sections && sections[hit.section];
        if (!section) return;
        var where = element('a', 'hb-hit__section');
        where.href = handbookSearch.root + item.address + (section[0] ? '#' + encodeURIComponent(section[0]) : '');
        if (section[1]) where.appendChild(element('b', '', section[1]));
        var text = handbookSearch.excerpt(section[2], hit.marks, 70);
        where.appendChild(handbookSearch.mark(element('span'), text, hit.marks));
        node.appendChild(where);
      }));
    }
    return node;
  }

  function draw(hits) {
    var pending = [];
    at.results.textContent = '';
    at.answers.textContent = '';
    result.answers.forEach(function (answer) { at.answers.appendChild(handbookSearch.answer(answer)); });
    result.places.forEach(function (place) { at.answers.appendChild(handbookSearch.door(place)); });
    hits.slice(0, shown).forEach(function (hit) { if (hit.item.title) at.results.appendChild(row(hit, pending)); });
    at.more.hidden = hits.length <= shown;
    at.more.textContent = '再显示一些（还有 ' + (hits.length - shown) + ' 项）';
    var found = '找到 ' + hits.length + ' 项';
    var notes = [];
    if (result.also.length) notes.push('这是按“' + result.also.join('”“') + '”找的。');
    if (result.partial) notes.push('有一部分索引没有载入，结果可能不全。');
    at.named.textContent = '';
    Object.keys(result.named).forEach(function (key) {
      if (state.chosen[key]) return;
      var names = result.named[key].map(function (term) { return index.labels[key].get(term); }).join('、');
      at.named.appendChild(button('hb-chip', '只看' + names, function () {
        result.named[key].forEach(function (term) { choose(key, term, true); });
        change().then(toResults);
      }));
    });
    at.named.hidden = !at.named.children.length;
    chipsOf(at.near, result.near, '你是不是要找：');
    before();
    if (state.strange) notes.push('有' + state.strange + '个筛选条件不认识，已略过。');
    at.status.textContent = found;
    at.note.textContent = notes.join('');
    at.note.hidden = !notes.length;
    at.close.textContent = hits.length ? '看 ' + hits.length + ' 项结果' : '没有结果，返回';
    at.sort.options[0].textContent = state.q ? '相关' : '手册顺序';
    at.sort.value = state.sort;
    none(hits);
    chips();
    count();
    say(found + '。' + notes.join(''));
    at.results.setAttribute('aria-busy', 'false');
    return Promise.all(pending);
  }

  /* Questions to choose from, one a chip. */
  function chipsOf(node, questions, name) {
    node.textContent = '';
    node.hidden = !questions.length;
    if (!questions.length) return;
    node.appendChild(element('span', 'hb-find__choice', name));
    questions.forEach(function (text) {
      node.appendChild(button('hb-chip', text, function () {
        state.q = text;
        at.input.value = text;
        change().then(toResults);
      }));
    });
  }

  /* What was asked before, as long as nothing is asked. */
  function before() {
    var asked = state.q ? [] : handbookSearch.recent();
    chipsOf(at.recent, asked, '最近找过：');
    if (!asked.length) return;
    at.recent.appendChild(button('hb-chip hb-chip--plain', '清除记录', function () {
      handbookSearch.forget();
      before();
      at.input.focus();
    }));
  }

  /* What to let go of, when nothing is left, and what each would give. */
  function none(hits) {
    at.none.hidden = hits.length > 0;
    at.none.textContent = '';
    if (hits.length) return;
    if (!result.hits.length) {
      at.none.appendChild(element('p', '', '没有一页提到“' + state.q.slice(0, 40) + '”。换个短一点的说法，比如“生气”“考试”“同桌”。'));
    } else {
      var ways = element('p', 'hb-none__ways');
      var offer = function (words, number, drop) {
        if (number) ways.appendChild(button('hb-chip', words + '（' + number + ' 项）', function () { drop(); change().then(toResults); }));
      };
      index.facets.forEach(function (facet) {
        if (!state.chosen[facet.key]) return;
        var words = facet.group ? '不要求“' + facet.name + '”' : '不限' + facet.name;
        offer(words, without(facet.key).length, function () { delete state.chosen[facet.key]; });
      });
      if (state.q) {
        var left = index.items.filter(function (item) { return fits(item, ''); }).length;
        offer('不限文字', left, function () { state.q = ''; at.input.value = ''; });
      }
      var way = ways.children.length ? '去掉一个试试：' : '只去掉一个还不够。';
      at.none.appendChild(element('p', '', '这些条件合在一起没有内容。' + way));
      if (ways.children.length) at.none.appendChild(ways);
    }
    at.none.appendChild(button('hb-chip', '全部重来', function () { clear(true).then(toResults); }));
  }

  function toResults() {
    at.status.focus();
  }

  function chips() {
    var number = 0;
    at.chips.textContent = '';
    function chip(node) {
      var item = element('li');
      item.appendChild(node);
      at.chips.appendChild(item);
    }
    index.facets.forEach(function (facet) {
      (state.chosen[facet.key] || []).forEach(function (term) {
        var place = number++;
        var name = index.labels[facet.key].get(term);
        var node = button('hb-chip hb-chip--chosen', name, function () {
          toggle(facet.key, term, false).then(function () {
            var left = at.chips.querySelectorAll('.hb-chip--chosen');
            if (left.length) left[Math.min(place, left.length - 1)].focus();
            else toResults();
          });
        });
        node.setAttribute('aria-label', '去掉“' + name + '”');
        chip(node);
      });
    });
    if (number > 1) chip(button('hb-chip', '全部清除', function () { clear(false).then(toResults); }));
    at.chips.hidden = !number;
    at.number.textContent = number ? '（' + number + '）' : '';
  }

  // ---- Filters --------------------------------------------------------------------------------

  var groups = [];

  /* Facets with one group stand under its name; the first are open unless they are long. */
  function filters() {
    index.facets.forEach(function (facet) {
      var group = groups[groups.length - 1];
      if (!facet.group || !group || group.name !== facet.group) {
        group = { name: facet.group || facet.name, boxes: [] };
        groups.push(group);
      }
      facet.values.forEach(function (value) { group.boxes.push(box(facet.key, value[0], value[1])); });
    });
    groups.forEach(function (group, place) {
      var used = group.boxes.filter(function (one) { return one.used; });
      var set = element('fieldset');
      var summary = element('summary', '', group.name);
      group.number = element('span', 'hb-facet__number');
      summary.appendChild(group.number);
      group.node = element('details', 'hb-facet');
      group.node.open = place < FIRST && used.length <= LONG;
      set.appendChild(element('legend', 'hb-visually-hidden', group.name));
      group.boxes.forEach(function (one) { set.appendChild(one.label); });
      if (used.every(function (one) { return one.name.length < 5; })) set.className = 'hb-facet__short';
      group.node.appendChild(summary);
      group.node.appendChild(set);
      at.filters.appendChild(group.node);
    });
  }

  function box(key, term, name) {
    var label = element('label', 'hb-value');
    var input = element('input');
    var number = element('span', 'hb-value__count');
    input.type = 'checkbox';
    input.name = key;
    input.value = term;
    input.addEventListener('change', function () { toggle(key, term, input.checked); });
    label.appendChild(input);
    label.appendChild(element('span', 'hb-value__name', name));
    label.appendChild(number);
    label.appendChild(element('span', 'hb-visually-hidden', '项'));
    var used = index.items.some(function (item) { return (item.facets[key] || []).indexOf(term) >= 0; });
    return { key: key, term: term, name: name, used: used, input: input, number: number, label: label };
  }

  function count() {
    var open = {};
    groups.forEach(function (group) {
      var chosen = 0;
      group.node.hidden = true;
      group.boxes.forEach(function (one) {
        if (!open[one.key]) open[one.key] = without(one.key);
        var number = open[one.key].filter(function (hit) {
          return (hit.item.facets[one.key] || []).indexOf(one.term) >= 0;
        }).length;
        var on = (state.chosen[one.key] || []).indexOf(one.term) >= 0;
        if (on) chosen += 1;
        one.input.checked = on;
        one.number.textContent = number;
        one.label.classList.toggle('hb-value--empty', !number);
        one.label.hidden = !one.used && !on;
        if (!one.label.hidden) group.node.hidden = false;
      });
      group.number.textContent = chosen ? '已选 ' + chosen : '';
    });
  }

  function unfold() {
    groups.forEach(function (group) {
      if (group.boxes.some(function (one) { return state.chosen[one.key]; })) group.node.open = true;
    });
  }

  /* On a narrow screen the same filters lie in a sheet. The browser keeps the focus in it and gives it back. */
  function sheet() {
    var narrow = window.matchMedia('(max-width: 59.984375em)');
    function shut() {
      if (at.sheet.close) at.sheet.close();
      else at.sheet.removeAttribute('open');
    }
    function place() {
      (narrow.matches ? at.sheetBody : at.side).appendChild(at.filters);
      if (!narrow.matches && at.sheet.open) shut();
    }
    if (narrow.addEventListener) narrow.addEventListener('change', place);
    else narrow.addListener(place);
    place();
    at.open.addEventListener('click', function () {
      choosing = false;
      if (at.sheet.showModal) at.sheet.showModal();
      else at.sheet.setAttribute('open', '');
    });
    at.close.addEventListener('click', shut);
    at.sheet.addEventListener('click', function (event) { if (event.target === at.sheet) shut(); });
    at.clear.addEventListener('click', function () { clear(false); });
  }

  // ---- The page -------------------------------------------------------------------------------

  /* Shows what the address asks, as far down as the reader had come when it was left. */
  function show(left) {
    read();
    typing = false;
    at.input.value = state.q;
    shown = left && left.shown || AT_ONCE;
    unfold();
    ask().then(function () {
      if (left) window.scrollTo(0, left.y);
    });
  }

  function listen() {
    var timer = 0;
    var marking = 0;
    var composing = false;
    function typed() {
      clearTimeout(timer);
      var text = at.input.value.trim();
      if (text === state.q) return;
      state.q = text;
      change(true);
    }
    function later() {
      clearTimeout(timer);
      timer = setTimeout(typed, WAIT);
    }
    at.input.addEventListener('compositionstart', function () { composing = true; });
    at.input.addEventListener('compositionend', function () { composing = false; later(); });
    at.input.addEventListener('input', function (event) { if (!composing && !event.isComposing) later(); });
    at.input.addEventListener('blur', function () { typing = false; });
    at.form.addEventListener('submit', function (event) {
      event.preventDefault();
      typed();
      typing = false;
      if (result && result.text === state.q) handbookSearch.remember(state.q, result);
      // The keyboard of a phone would lie over what was found.
      if (window.matchMedia('(pointer: coarse)').matches) at.input.blur();
    });
    at.sort.addEventListener('change', function () { state.sort = at.sort.value; change(); });
    at.skip.addEventListener('click', function (event) { event.preventDefault(); toResults(); });
    at.more.addEventListener('click', function () {
      var before = shown;
      shown += AT_ONCE;
      at.results.setAttribute('aria-busy', 'true');
      dealt(asked).then(function () {
        var first = at.results.children[before];
        if (first) first.querySelector('a').focus();
        else toResults();
      });
    });
    at.results.addEventListener('click', function () {
      keep();
      if (result.text === state.q) handbookSearch.remember(state.q, result);
    });
    window.addEventListener('scroll', function () {
      clearTimeout(marking);
      marking = setTimeout(keep, 400);
    }, { passive: true });
    window.addEventListener('popstate', function (event) {
      clearTimeout(timer);
      if (at.sheet.open) at.close.click();
      show(event.state);
    });
  }

  function start() {
    var page = document.getElementById('find');
    at = { form: page.querySelector('[data-find]'), input: document.getElementById('find-q'), results: document.getElementById('results') };
    ['answers', 'chips', 'clear', 'close', 'filters', 'more', 'named', 'near', 'none', 'note', 'number', 'open', 'recent', 'said', 'sheet', 'side', 'skip', 'sort', 'status']
      .forEach(function (name) { at[name] = document.getElementById('find-' + name); });
    at.sheetBody = document.getElementById('find-sheet-body');
    at.sheetSaid = document.getElementById('find-sheet-said');
    page.hidden = false;
    handbookSearch.facets().then(function (opened) {
      index = opened;
      // What is listed comes after the page; the browser would go down before it is there.
      history.scrollRestoration = 'manual';
      filters();
      sheet();
      listen();
      show(history.state);
    }, failed);
  }

  // By then search.js has run, wherever on the page it stands.
  document.addEventListener('DOMContentLoaded', start);
})();
