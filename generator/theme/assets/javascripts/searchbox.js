/* The search box: shows results as one types. Takes every form[role=search] that leads to find/.
 *
 * Without scripts such a form is an ordinary link to find/. A button or link with data-search-open
 * shows the form of its id on narrow screens.
 */
(function () {
  'use strict';

  var PAUSE = 120;
  var SHOWN = 6;
  var boxes = 0;

  var here = document.currentScript.src;
  var loading;

  /* The program and its index come when the reader reaches for the box, not before. */
  function engine() {
    if (window.handbookSearch) return Promise.resolve(window.handbookSearch);
    if (!loading) {
      loading = new Promise(function (resolve, reject) {
        var script = document.createElement('script');
        script.src = new URL('search.js', here).href;
        script.onload = function () { resolve(window.handbookSearch); };
        script.onerror = function () { loading = undefined; reject(new Error('search.js')); };
        document.head.appendChild(script);
      });
    }
    return loading;
  }

  function element(name, className, text) {
    var node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  function box(form) {
    var input = form.querySelector('input[name="q"]');
    if (!input) return;
    var id = 'hb-results-' + ++boxes;
    var panel = element('div', 'hb-results');
    var status = element('p', 'hb-results__status');
    var forget = element('button', 'hb-results__forget', '清除记录');
    forget.type = 'button';
    forget.hidden = true;
    var answers = element('div', 'hb-results__answers');
    var list = element('ul', 'hb-results__list');
    panel.hidden = true;
    answers.setAttribute('role', 'status');
    status.setAttribute('role', 'status');
    status.setAttribute('aria-live', 'polite');
    list.id = id;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', '查找结果');
    panel.appendChild(answers);
    panel.appendChild(status);
    panel.appendChild(list);
    panel.appendChild(forget);
    form.appendChild(panel);
    form.classList.add('hb-has-results');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', id);
    input.setAttribute('aria-expanded', 'false');

    var timer = 0;
    var asked = 0;
    var active = -1;
    var composing = false;
    var last = null;

    function all(text) {
      return form.action.split(/[?#]/)[0] + '?q=' + encodeURIComponent(text);
    }

    function show(open) {
      panel.hidden = !open;
      input.setAttribute('aria-expanded', String(open && list.children.length > 0));
      if (!open) choose(-1);
    }

    function choose(place) {
      var options = list.children;
      if (options[active]) options[active].setAttribute('aria-selected', 'false');
      active = place;
      var option = options[active];
      if (option) {
        option.setAttribute('aria-selected', 'true');
        option.scrollIntoView({ block: 'nearest' });
        input.setAttribute('aria-activedescendant', option.id);
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    }

    function option(address, className) {
      var row = element('li', className);
      row.id = id + '-' + list.children.length;
      row.setAttribute('role', 'option');
      row.setAttribute('aria-selected', 'false');
      var link = element('a');
      link.href = address;
      link.tabIndex = -1;
      row.appendChild(link);
      list.appendChild(row);
      return link;
    }

    function clear() {
      choose(-1);
      list.textContent = '';
      answers.textContent = '';
      forget.hidden = true;
    }

    /* Before anything is typed: what was asked last, if this browser remembers. */
    function before() {
      var asked = handbookSearch.recent();
      last = null;
      clear();
      if (!asked.length) { show(false); return; }
      status.textContent = '最近找过（只记在这台设备上）';
      asked.forEach(function (text) { option(all(text), 'hb-results__asked').textContent = text; });
      forget.hidden = false;
      show(true);
    }

    function fill(index, result, text) {
      last = { text: text, result: result };
      clear();
      result.answers.forEach(function (answer) { answers.appendChild(handbookSearch.answer(answer)); });
      result.places.forEach(function (place) { answers.appendChild(handbookSearch.door(place)); });
      result.hits.slice(0, SHOWN).forEach(function (hit) {
        if (!hit.item.title) return;
        var link = option(handbookSearch.root + hit.item.address, 'hb-results__hit');
        if (hit.item.facets.band) link.dataset.band = hit.item.facets.band[0];
        link.appendChild(handbookSearch.mark(element('strong'), hit.item.title, hit.marks));
        link.appendChild(element('small', '', facts(index, hit.item)));
        link.appendChild(handbookSearch.mark(element('span'), hit.item.summary, hit.marks));
      });
      var said = '找到 ' + result.hits.length + ' 项';
      if (result.also.length) said += '（按“' + result.also.join('”“') + '”找的）';
      if (result.partial) said = '有一部分索引没有载入，结果可能不全，请刷新再试。';
      else if (!result.hits.length) said = '没有找到。换个短一点的说法，或看全部分类。';
      status.textContent = said;
      result.near.forEach(function (near) {
        option(all(near), 'hb-results__near').textContent = '你是不是要找：' + near;
      });
      option(all(text), 'hb-results__all').textContent = result.hits.length ? '看全部结果，按年级、时长筛选' : '打开查找页';
      show(true);
    }

    function facts(index, item) {
      var said = ['kind', 'grade', 'subject'].map(function (key) {
        var terms = item.facets[key] || [];
        var names = terms.map(function (term) { return index.labels[key].get(term); });
        return names.length > 2 ? names[0] + '至' + names[names.length - 1] : names.join('、');
      });
      if (item.minutes) said.push(item.minutes + '分钟');
      return said.filter(Boolean).join(' · ');
    }

    function ask() {
      if (composing) return;
      var text = input.value.trim();
      var turn = ++asked;
      if (!text) {
        engine().then(function () {
          if (turn === asked && document.activeElement === input && !input.value.trim()) before();
        }, function () { show(false); });
        return;
      }
      engine().then(function (search) {
        return Promise.all([search.open(), search.query(text, SHOWN)]);
      }).then(function (found) {
        if (turn === asked && document.activeElement === input) fill(found[0], found[1], text);
      }, function () {
        if (turn !== asked) return;
        clear();
        status.textContent = '索引没有载入，请刷新再试。';
        if (window.handbookSearch) answers.appendChild(handbookSearch.unanswered());
        show(true);
      });
    }

    function later() {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    }

    input.addEventListener('focus', function () {
      engine().then(function (search) { return search.open(); }).catch(function () {});
      later();
    });
    input.addEventListener('compositionstart', function () { composing = true; });
    input.addEventListener('compositionend', function () { composing = false; later(); });
    input.addEventListener('input', function (event) {
      if (!composing && !event.isComposing) later();
    });
    input.addEventListener('keydown', function (event) {
      // Keys that choose a word in an input method belong to it; 229 is how older browsers say so.
      if (composing || event.isComposing || event.keyCode === 229) return;
      var count = panel.hidden ? 0 : list.children.length;
      if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count) {
        event.preventDefault();
        choose((active + (event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1) + count) % count);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        var link = count && active >= 0 ? list.children[active].querySelector('a') : null;
        keep();
        location.href = link ? link.href : all(input.value.trim());
      } else if (event.key === 'Escape') {
        event.preventDefault();
        clearTimeout(timer);
        asked += 1;
        if (!panel.hidden) show(false);
        else close();
      }
    });
    function keep() {
      if (last && last.text === input.value.trim()) handbookSearch.remember(last.text, last.result);
    }

    list.addEventListener('click', keep);
    forget.addEventListener('click', function () {
      handbookSearch.forget();
      before();
      input.focus();
    });
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      keep();
      location.href = all(input.value.trim());
    });
    form.addEventListener('focusout', function (event) {
      if (!form.contains(event.relatedTarget)) show(false);
    });
    // A press on a result must not take the focus, or the list would be gone before the click.
    panel.addEventListener('mousedown', function (event) { event.preventDefault(); });

    var opener = form.id ? document.querySelector('[data-search-open="' + form.id + '"]') : null;

    function reveal() {
      form.classList.add('hb-open');
      document.body.classList.add('hb-searching');
      if (opener) opener.setAttribute('aria-expanded', 'true');
      input.focus();
      input.select();
    }

    function close() {
      form.classList.remove('hb-open');
      document.body.classList.remove('hb-searching');
      show(false);
      if (opener) {
        opener.setAttribute('aria-expanded', 'false');
        if (opener.offsetParent) { opener.focus(); return; }
      }
      input.blur();
    }

    if (opener) {
      opener.setAttribute('role', 'button');
      opener.setAttribute('aria-expanded', 'false');
      opener.setAttribute('aria-controls', form.id);
      opener.addEventListener('click', function (event) { event.preventDefault(); reveal(); });
      opener.addEventListener('keydown', function (event) {
        if (event.key === ' ') { event.preventDefault(); reveal(); }
      });
    }
    var closer = form.querySelector('[data-search-close]');
    if (closer) closer.addEventListener('click', close);
    return reveal;
  }

  function start() {
    var forms = document.querySelectorAll('form[role="search"]:not([data-find])');
    var reveals = Array.from(forms).map(box).filter(Boolean);
    document.addEventListener('keydown', function (event) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      var at = document.activeElement;
      if (at && (/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable)) return;
      var own = document.querySelector('form[data-find] input[name="q"]');
      if (!own && !reveals.length) return;
      event.preventDefault();
      if (own) own.focus();
      else reveals[0]();
    });
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
