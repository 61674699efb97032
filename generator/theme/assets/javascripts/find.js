/* The page find/: a question and every filter together, the whole state in the address.
 *
 * Values within one facet are alternatives, facets are conditions. The number beside a value is
 * how many results it would give with the other facets as they are.
 */
(function () {
  'use strict';

  var WAIT = 150;
  var AT_ONCE = 20;
  var OPEN_FACETS = 4;
  var state = { q: '', chosen: {} };
  var index;
  var result;
  var shown = AT_ONCE;
  var asked = 0;
  var at = {};

  function element(name, className, text) {
    var node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  // ---- State and address ----------------------------------------------------------------------

  function read() {
    var given = new URLSearchParams(location.search);
    state.q = (given.get('q') || '').trim();
    state.chosen = {};
    index.facets.forEach(function (facet) {
      var known = given.getAll(facet.key).filter(function (term) { return index.labels[facet.key].has(term); });
      if (known.length) state.chosen[facet.key] = known;
    });
  }

  function address() {
    var made = new URLSearchParams();
    if (state.q) made.set('q', state.q);
    index.facets.forEach(function (facet) {
      (state.chosen[facet.key] || []).forEach(function (term) { made.append(facet.key, term); });
    });
    var query = made.toString();
    return location.pathname + (query ? '?' + query : '');
  }

  function change(replace) {
    shown = AT_ONCE;
    // While one types, each letter is not a step to go back to.
    history[replace ? 'replaceState' : 'pushState'](null, '', address());
    ask();
  }

  function toggle(key, term, on) {
    var terms = (state.chosen[key] || []).filter(function (other) { return other !== term; });
    if (on) terms.push(term);
    if (terms.length) state.chosen[key] = terms;
    else delete state.chosen[key];
    change(false);
  }

  // ---- Results --------------------------------------------------------------------------------

  function fits(item, but) {
    return Object.keys(state.chosen).every(function (key) {
      if (key === but) return true;
      var terms = item.facets[key] || [];
      return state.chosen[key].some(function (term) { return terms.indexOf(term) >= 0; });
    });
  }

  function ask() {
    var turn = ++asked;
    handbookSearch.query(state.q).then(function (found) {
      if (turn !== asked) return;
      result = found;
      draw();
    }, failed);
  }

  function failed() {
    at.status.textContent = '索引没有载入，请刷新再试。';
  }

  function facts(item) {
    var said = ['kind', 'grade', 'subject'].map(function (key) {
      var names = (item.facets[key] || []).map(function (term) { return index.labels[key].get(term); });
      return names.length > 2 ? names[0] + '至' + names[names.length - 1] : names.join('、');
    });
    if (item.minutes) said.push(item.minutes + '分钟');
    return said.filter(Boolean).join(' · ');
  }

  function row(hit) {
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
      handbookSearch.text(item).then(function (sections) {
        var section = sections && sections[hit.section];
        if (!section) return;
        var where = element('a', 'hb-hit__section');
        where.href = handbookSearch.root + item.address + (section[0] ? '#' + encodeURIComponent(section[0]) : '');
        if (section[1]) where.appendChild(element('b', '', section[1]));
        var text = handbookSearch.excerpt(section[2], hit.marks, 70);
        where.appendChild(handbookSearch.mark(element('span'), text, hit.marks));
        node.appendChild(where);
      });
    }
    return node;
  }

  function draw() {
    var hits = result.hits.filter(function (hit) { return fits(hit.item, ''); });
    at.results.textContent = '';
    hits.slice(0, shown).forEach(function (hit) { at.results.appendChild(row(hit)); });
    at.more.hidden = hits.length <= shown;
    var said = '找到 ' + hits.length + ' 项';
    if (result.also.length) said += '（按“' + result.also.join('”“') + '”找的）';
    if (result.partial) said += '。有一部分索引没有载入，结果可能不全';
    at.status.textContent = said;
    at.close.textContent = hits.length ? '看 ' + hits.length + ' 项结果' : '没有结果，返回';
    none(hits);
    chips();
    count();
  }

  /* What to let go of, when nothing is left. */
  function none(hits) {
    at.none.hidden = hits.length > 0;
    at.none.textContent = '';
    if (hits.length) return;
    if (!result.hits.length) {
      at.none.appendChild(element('p', '', '没有一页提到“' + state.q.slice(0, 40) + '”。换个短一点的说法，比如“生气”“考试”“同桌”。'));
    } else {
      var list = element('p', 'hb-none__ways');
      Object.keys(state.chosen).forEach(function (key) {
        var left = result.hits.filter(function (hit) { return fits(hit.item, key); }).length;
        if (!left) return;
        var facet = index.facets.filter(function (row) { return row.key === key; })[0];
        var button = element('button', 'hb-chip', '不限' + facet.name + '（' + left + ' 项）');
        button.type = 'button';
        button.addEventListener('click', function () { delete state.chosen[key]; change(false); });
        list.appendChild(button);
      });
      var text = state.q;
      var without = text ? index.items.filter(function (item) { return fits(item, ''); }).length : 0;
      if (without) {
        var words = element('button', 'hb-chip', '不限文字（' + without + ' 项）');
        words.type = 'button';
        words.addEventListener('click', function () { state.q = ''; at.input.value = ''; change(false); });
        list.appendChild(words);
      }
      var way = list.children.length ? '去掉一个试试：' : '只去掉一个还不够：';
      at.none.appendChild(element('p', '', '这些条件合在一起没有内容。' + way));
      at.none.appendChild(list);
    }
    var all = element('button', 'hb-chip', '全部重来');
    all.type = 'button';
    all.addEventListener('click', clear);
    at.none.appendChild(all);
  }

  function clear() {
    state.chosen = {};
    if (!result.hits.length) { state.q = ''; at.input.value = ''; }
    change(false);
  }

  function chips() {
    at.chips.textContent = '';
    var number = 0;
    index.facets.forEach(function (facet) {
      (state.chosen[facet.key] || []).forEach(function (term) {
        number += 1;
        var name = index.labels[facet.key].get(term);
        var button = element('button', 'hb-chip hb-chip--chosen', name);
        button.type = 'button';
        button.setAttribute('aria-label', '去掉“' + name + '”');
        button.addEventListener('click', function () { toggle(facet.key, term, false); at.input.focus({ preventScroll: true }); });
        var item = element('li');
        item.appendChild(button);
        at.chips.appendChild(item);
      });
    });
    at.number.textContent = number ? '（' + number + '）' : '';
  }

  // ---- Filters --------------------------------------------------------------------------------

  var boxes = [];

  function filters() {
    index.facets.forEach(function (facet, place) {
      if (!facet.values.length) return;
      var group = element('details', 'hb-facet');
      group.open = place < OPEN_FACETS || Boolean(state.chosen[facet.key]);
      group.appendChild(element('summary', '', facet.name));
      var set = element('fieldset');
      set.appendChild(element('legend', 'hb-visually-hidden', facet.name));
      facet.values.forEach(function (value) {
        var label = element('label', 'hb-value');
        var input = element('input');
        input.type = 'checkbox';
        input.name = facet.key;
        input.value = value[0];
        input.addEventListener('change', function () { toggle(facet.key, value[0], input.checked); });
        var number = element('span', 'hb-value__count');
        label.appendChild(input);
        label.appendChild(element('span', 'hb-value__name', value[1]));
        label.appendChild(number);
        set.appendChild(label);
        boxes.push({ key: facet.key, term: value[0], input: input, number: number, label: label });
      });
      group.appendChild(set);
      at.filters.appendChild(group);
    });
  }

  function count() {
    var open = {};
    boxes.forEach(function (box) {
      if (!open[box.key]) {
        open[box.key] = result.hits.filter(function (hit) { return fits(hit.item, box.key); });
      }
      var number = open[box.key].filter(function (hit) {
        return (hit.item.facets[box.key] || []).indexOf(box.term) >= 0;
      }).length;
      var on = (state.chosen[box.key] || []).indexOf(box.term) >= 0;
      box.input.checked = on;
      box.number.textContent = number;
      box.label.classList.toggle('hb-value--empty', !number && !on);
    });
  }

  /* On a narrow screen the same form lies in a sheet. */
  function sheet() {
    var narrow = window.matchMedia('(max-width: 59.984375em)');
    function place() {
      (narrow.matches ? at.sheetBody : at.side).appendChild(at.filters);
      if (!narrow.matches && at.sheet.open) at.sheet.close();
    }
    if (narrow.addEventListener) narrow.addEventListener('change', place);
    else narrow.addListener(place);
    place();
    at.open.addEventListener('click', function () {
      if (at.sheet.showModal) at.sheet.showModal();
      else at.sheet.setAttribute('open', '');
    });
    at.close.addEventListener('click', function () {
      if (at.sheet.close) at.sheet.close();
      else at.sheet.removeAttribute('open');
    });
    at.clear.addEventListener('click', clear);
  }

  function start() {
    var page = document.getElementById('find');
    if (!page || !window.handbookSearch) return;
    at = {
      form: page.querySelector('[data-find]'), input: document.getElementById('find-q'),
      chips: document.getElementById('find-chips'), side: document.getElementById('find-side'),
      filters: document.getElementById('find-filters'), status: document.getElementById('find-status'),
      results: document.getElementById('results'), none: document.getElementById('find-none'),
      more: document.getElementById('find-more'), sheet: document.getElementById('find-sheet'),
      sheetBody: document.getElementById('find-sheet-body'), open: document.getElementById('find-open'),
      close: document.getElementById('find-close'), clear: document.getElementById('find-clear'),
      number: document.getElementById('find-number')
    };
    page.hidden = false;
    handbookSearch.open().then(function (opened) {
      index = opened;
      read();
      at.input.value = state.q;
      filters();
      sheet();
      ask();
      var timer = 0;
      var composing = false;
      function typed(now) {
        clearTimeout(timer);
        timer = setTimeout(function () {
          var text = at.input.value.trim();
          if (text === state.q) return;
          state.q = text;
          change(!now);
        }, now ? 0 : WAIT);
      }
      at.input.addEventListener('compositionstart', function () { composing = true; });
      at.input.addEventListener('compositionend', function () { composing = false; typed(false); });
      at.input.addEventListener('input', function (event) { if (!composing && !event.isComposing) typed(false); });
      at.form.addEventListener('submit', function (event) { event.preventDefault(); typed(true); });
      at.more.addEventListener('click', function () { shown += AT_ONCE; draw(); });
      window.addEventListener('popstate', function () {
        read();
        at.input.value = state.q;
        shown = AT_ONCE;
        ask();
      });
    }, failed);
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
