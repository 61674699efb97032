/* What depends on today's month: the mark in the calendar, and 本月适用 on the home page, which reads
 * window.handbookYear (calendar/year.js). `?month=5` in the address stands for today's.
 */
(function () {
  'use strict';

  var MOST = 6;
  var KEPT = 'handbook-band';
  var GRADES = '一二三四五六';
  var SEMESTERS = { 1: '上册', 2: '下册' };

  function element(name, className, text) {
    var node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  function today() {
    var given = Number(new URLSearchParams(location.search).get('month'));
    return given >= 1 && given <= 12 && given % 1 === 0 ? given : new Date().getMonth() + 1;
  }

  /* The month that is some months on. */
  function later(month, steps) {
    return (month - 1 + steps) % 12 + 1;
  }

  /* What is kept between visits. A browser may forbid it, above all from a disk. */
  function kept() {
    try {
      return localStorage.getItem(KEPT) || '';
    } catch (error) {
      return '';
    }
  }

  function keep(band) {
    try {
      if (band) localStorage.setItem(KEPT, band);
      else localStorage.removeItem(KEPT);
    } catch (error) {
      return;
    }
  }

  // ---- What is on in a month ------------------------------------------------------------------

  /* `band` is {key, name, grades}; the one for all has no key. */
  function occasions(year, month, band) {
    return year.occasions.filter(function (row) {
      var meant = !band.key || !row.grades.length ||
        row.grades.some(function (grade) { return band.grades.indexOf(grade) >= 0; });
      return meant && row.months.indexOf(month) >= 0;
    });
  }

  function items(year, rows, band) {
    return year.items.filter(function (item) {
      return (!band.key || item.bands.indexOf(band.key) >= 0) &&
        rows.some(function (row) { return item.occasions.indexOf(row.key) >= 0; });
    });
  }

  /* A few of many, so that each occasion and each band has its turn; a lesson of the other semester
     waits for one more. */
  function choose(found, rows, month) {
    var semester = month > 8 || month === 1 ? 1 : 2;
    var left = found.slice();
    var chosen = [];
    var seen = {};
    var named = rows.map(function (row) { return row.key; });
    function least(keys) {
      return Math.min.apply(null, keys.map(function (key) { return seen[key] || 0; }).concat(MOST));
    }
    function other(item) {
      return item.semester && item.semester !== semester ? 1 : 0;
    }
    function turn(item) {
      var own = item.occasions.filter(function (key) { return named.indexOf(key) >= 0; });
      return (least(own.map(function (key) { return 'occasion ' + key; })) + other(item)) * MOST * 2 +
        least(item.bands.map(function (key) { return 'band ' + key; }));
    }
    while (left.length && chosen.length < MOST) {
      var next = left.reduce(function (best, item) { return turn(item) < turn(best) ? item : best; });
      left.splice(left.indexOf(next), 1);
      chosen.push(next);
      next.occasions.forEach(function (key) { seen['occasion ' + key] = (seen['occasion ' + key] || 0) + 1; });
      next.bands.forEach(function (key) { seen['band ' + key] = (seen['band ' + key] || 0) + 1; });
    }
    // Shown as they are taught, those of the running semester first.
    var shown = found.filter(function (item) { return chosen.indexOf(item) >= 0; });
    return [0, 1].reduce(function (all, later) {
      return all.concat(shown.filter(function (item) { return other(item) === later; }));
    }, []);
  }

  // ---- How it is shown ------------------------------------------------------------------------

  function facts(item) {
    var grades = item.grades;
    var whom = '';
    if (grades.length === 1) whom = GRADES.charAt(grades[0] - 1) + '年级' + (SEMESTERS[item.semester] || '');
    if (grades.length > 1) {
      whom = GRADES.charAt(grades[0] - 1) + '至' + GRADES.charAt(grades[grades.length - 1] - 1) + '年级';
    }
    return [item.subject, whom, item.minutes ? item.minutes + '分钟' : ''].filter(Boolean).join(' · ');
  }

  function tile(item) {
    var node = element('li', 'hb-tile');
    if (item.bands.length === 1) node.dataset.band = item.bands[0];
    var link = element('a');
    link.href = item.address;
    link.appendChild(element('span', 'hb-tile-facts', facts(item)));
    link.appendChild(element('strong', '', item.title));
    link.appendChild(element('span', 'hb-tile-summary', item.summary));
    node.appendChild(link);
    return node;
  }

  function names(node, rows, calendar) {
    rows.forEach(function (row, place) {
      if (place) node.appendChild(document.createTextNode('、'));
      var link = element('a', '', row.name);
      link.href = calendar + '#' + row.key;
      node.appendChild(link);
    });
  }

  /* Says what is on, or that nothing is and what comes next, and returns the items to show. */
  function tell(node, year, month, band, calendar) {
    var whose = band.key ? band.name : '';
    var rows = occasions(year, month, band);
    var found = items(year, rows, band);
    node.textContent = '';
    if (rows.length) {
      node.appendChild(document.createTextNode(month + '月有'));
      names(node, rows, calendar);
      node.appendChild(document.createTextNode(
        found.length ? '。' : '，手册里还没有' + whose + '专门的课和活动。'
      ));
    } else {
      node.appendChild(document.createTextNode(month + '月没有固定的时机，照自己的节奏上课就好。'));
    }
    var next = month;
    for (var steps = 1; !found.length && steps < 12; steps += 1) {
      next = later(month, steps);
      rows = occasions(year, next, band);
      found = items(year, rows, band);
      if (!found.length) continue;
      node.appendChild(document.createTextNode('先看看' + next + '月的：'));
      names(node, rows, calendar);
      node.appendChild(document.createTextNode('。'));
    }
    return choose(found, rows, next);
  }

  function home(part, year) {
    var month = today();
    var said = part.querySelector('[data-said]');
    var list = part.querySelector('[data-tiles]');
    var months = part.querySelector('[data-months]');
    var choices = part.querySelector('[data-bands]');
    var calendar = months.querySelector('a').getAttribute('href').split('#')[0];
    var buttons = Array.prototype.slice.call(choices.querySelectorAll('button'));

    function show(button) {
      buttons.forEach(function (other) { other.setAttribute('aria-pressed', String(other === button)); });
      var grades = (button.dataset.grades || '').split(' ').map(Number);
      var band = { key: button.value, name: button.textContent, grades: grades };
      list.textContent = '';
      tell(said, year, month, band, calendar).forEach(function (item) { list.appendChild(tile(item)); });
      list.hidden = !list.children.length;
    }

    choices.addEventListener('click', function (event) {
      var button = event.target.closest('button');
      if (!button) return;
      keep(button.value);
      show(button);
    });
    var before = kept();
    show(buttons.filter(function (button) { return button.value === before; })[0] || buttons[0]);
    var heading = document.getElementById('this-month');
    if (heading) heading.appendChild(element('small', '', month + '月'));
    choices.hidden = false;
    months.hidden = true;
  }

  function start() {
    var here = document.querySelector('[data-month="' + today() + '"]');
    if (here) here.setAttribute('aria-current', 'date');
    var part = document.querySelector('[data-this-month]');
    if (part && window.handbookYear) home(part, window.handbookYear);
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
