/* The page plan/: a form, the plan that follows from it, and the plan to take away.
 * The whole form stands in the address. What stands where is decided in planner.js.
 */
(function () {
  'use strict';

  var root = new URL('../../', document.currentScript.src).href;
  var TERM = 20;
  var LISTED = 6;
  var NAMES = { grade: '年级', semester: '学期', first: '第一周', weeks: '周数', pace: '节奏' };
  var planner = window.handbookPlanner;
  var file = window.handbookPlanFile;
  var year = window.handbookYear;
  var wish = {};
  var plan;
  var at = {};

  function element(name, className, text) {
    var node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  // ---- What is wished for ---------------------------------------------------------------------

  function today() {
    var now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000;
  }

  /* A likely first Monday: that of 1 September's week, or the last one in February. */
  function likely(number, semester) {
    return semester === 1 ? planner.monday(planner.day(number + '-09-01')) : planner.monday(planner.day(number + '-02-28'));
  }

  /* The school's terms of a semester that are not over, the nearest first. As in school.yml, the one
     that begins after June is the year's first. */
  function own(semester, now) {
    return year.terms
      .map(function (term) { return { first: planner.day(term.first), last: planner.day(term.last) }; })
      .filter(function (term) {
        return term.last >= now && (Number(planner.date(term.first).slice(5, 7)) > 6 ? 1 : 2) === semester;
      })
      .sort(function (a, b) { return a.first - b.first; });
  }

  /* The first Monday of the term that is now or comes next, and its weeks. */
  function opening(semester) {
    var now = today();
    var term = own(semester, now)[0];
    if (term) {
      var first = planner.monday(term.first);
      var weeks = (planner.monday(term.last) - first) / 7 + 1;
      return { first: planner.date(first), weeks: offered('weeks', String(weeks)) ? weeks : TERM };
    }
    var number = Number(planner.date(now).slice(0, 4)) - 1;
    while (likely(number, semester) + 7 * TERM <= now) number += 1;
    return { first: planner.date(likely(number, semester)), weeks: TERM };
  }

  function usual(semester) {
    var term = opening(semester);
    var taught = year.items.filter(function (item) { return item.kind === 'lesson' && item.semester === semester; });
    return {
      grade: taught.length ? taught[0].grades[0] : Number(at.grade.options[0].value),
      semester: semester, first: term.first, weeks: term.weeks, pace: Number(at.pace.value)
    };
  }

  function offered(name, value) {
    return Array.from(at[name].options).some(function (option) { return option.value === value; });
  }

  /* The form as the address has it; what it has not, or wrongly, as is usual. */
  function read() {
    var given = new URLSearchParams(location.search);
    var semester = offered('semester', given.get('semester'))
      ? Number(given.get('semester'))
      : opening(1).first < opening(2).first ? 1 : 2;
    var wrong = [];
    wish = usual(semester);
    ['grade', 'semester', 'weeks', 'pace'].forEach(function (name) {
      if (!given.has(name)) return;
      if (offered(name, given.get(name))) wish[name] = Number(given.get(name));
      else wrong.push(NAMES[name]);
    });
    var said = '';
    if (given.has('first')) {
      var first = planner.day(given.get('first'));
      if (isNaN(first)) wrong.push(NAMES.first);
      else said = begin(first);
    }
    if (wrong.length) said = '地址里的' + wrong.join('、') + '看不懂，换成了常用的。' + said;
    at.fallback.textContent = said;
    at.fallback.hidden = !said;
  }

  /* Takes a day for the first one; says so if it was no Monday. */
  function begin(number) {
    wish.first = planner.date(planner.monday(number));
    return planner.monday(number) === number ? '' : '第一周从星期一算起，换成了' + long(wish.first) + '。';
  }

  function address() {
    return location.href.split(/[?#]/)[0] + '?' + new URLSearchParams(wish);
  }

  /* Puts the wish into the address. A page opened from a file, or in a frame, may not have it changed. */
  function remember(how) {
    try { history[how](null, '', address()); } catch (error) { /* The plan is drawn all the same. */ }
  }

  function changed(event) {
    var name = event.target.name;
    if (!NAMES[name]) return;
    var said = '';
    if (name === 'first') {
      var first = planner.day(at.first.value);
      if (isNaN(first)) {
        wish.first = opening(wish.semester).first;
        said = '没有填日期，先按' + long(wish.first) + '开学排。';
      } else {
        said = begin(first);
      }
    } else {
      wish[name] = Number(at[name].value);
      if (name === 'semester') Object.assign(wish, opening(wish.semester));
    }
    at.fallback.textContent = said;
    at.fallback.hidden = !said;
    remember('pushState');
    draw();
  }

  // ---- Showing --------------------------------------------------------------------------------

  function short(date) {
    return Number(date.slice(5, 7)) + '月' + Number(date.slice(8)) + '日';
  }

  function long(date) {
    return date.slice(0, 4) + '年' + short(date);
  }

  function days(row) {
    var sameMonth = row.monday.slice(0, 7) === row.friday.slice(0, 7);
    return short(row.monday) + '—' + (sameMonth ? Number(row.friday.slice(8)) + '日' : short(row.friday));
  }

  function name() {
    return at.grade.selectedOptions[0].textContent + at.semester.selectedOptions[0].textContent;
  }

  function cell(line, className, role) {
    var node = element(role === 'rowheader' ? 'th' : 'td', className);
    // On a narrow screen the table is laid out as cards, and some browsers then forget that it is one.
    node.setAttribute('role', role || 'cell');
    if (role) node.scope = 'row';
    line.appendChild(node);
    return node;
  }

  function line(row) {
    var node = element('tr', row.item ? '' : 'hb-plan-free');
    node.setAttribute('role', 'row');
    var when = cell(node, 'hb-plan-when', 'rowheader');
    when.appendChild(element('b', '', '第' + row.week + '周'));
    when.appendChild(element('span', '', days(row)));
    var what = cell(node, 'hb-plan-what');
    if (row.item) {
      node.dataset.slug = row.item.slug;
      what.appendChild(element('small', 'hb-plan-kind', file.kind(row.item)));
      var link = element('a', '', row.item.title);
      link.href = root + row.item.address;
      what.appendChild(link);
      if (row.item.notice) what.appendChild(element('small', 'hb-plan-notice', file.NOTICE));
    } else {
      what.textContent = file.FREE;
    }
    cell(node, 'hb-plan-minutes').textContent = row.item && row.item.minutes ? row.item.minutes + '分钟' : '';
    var why = cell(node, 'hb-plan-why');
    if (row.item) {
      why.appendChild(element('span', '', row.why[0]));
    } else {
      var short = element('a', '', row.why[0]);
      short.href = root + 'ten-minutes/index.html';
      why.appendChild(short);
    }
    if (row.why[1]) why.appendChild(element('small', '', row.why[1]));
    if (row.holiday) why.appendChild(element('small', '', file.holiday(row)));
    cell(node, 'hb-plan-notes');
    return node;
  }

  function ranges(weeks) {
    var found = [];
    weeks.forEach(function (week) {
      var last = found[found.length - 1];
      if (last && last[1] === week - 1) last[1] = week;
      else found.push([week, week]);
    });
    return '第' + found.map(function (range) {
      return range[0] === range[1] ? range[0] : range[0] + '—' + range[1];
    }).join('、') + '周';
  }

  /* The occasions that nothing stands for, with a way to what the handbook has for them. */
  function also() {
    var list = at.also.querySelector('ul');
    list.textContent = '';
    plan.also.slice(0, LISTED).forEach(function (row) {
      var key = row.occasion.key;
      var item = element('li');
      item.appendChild(element('span', '', ranges(row.weeks)));
      var some = year.items.some(function (other) {
        return other.occasions.indexOf(key) >= 0 && other.grades.indexOf(wish.grade) >= 0;
      });
      var label = element(some ? 'a' : 'b', '', row.occasion.name);
      if (some) label.href = root + 'find/index.html?' + new URLSearchParams({ grade: wish.grade, occasion: key });
      item.appendChild(label);
      list.appendChild(item);
    });
    at.also.hidden = !list.children.length;
  }

  function left() {
    var list = at.left.querySelector('ul');
    list.textContent = '';
    plan.left.forEach(function (item) {
      var link = element('a', '', item.title);
      link.href = root + item.address;
      list.appendChild(element('li')).appendChild(link);
    });
    at.left.hidden = !plan.left.length;
  }

  function count(kind) {
    return plan.rows.filter(function (row) { return (row.item ? row.item.kind : '') === kind; }).length;
  }

  function draw() {
    Object.keys(NAMES).forEach(function (name) { at[name].value = wish[name]; });
    plan = planner.plan(year, wish);
    at.sheet.dataset.band = at.grade.selectedOptions[0].dataset.band;
    at.title.textContent = name() + '学期计划';
    var last = planner.date(planner.day(wish.first) + 7 * wish.weeks - 3);
    at.dates.textContent = long(wish.first) + '—' + long(last) + '，共' + wish.weeks + '周，' + at.pace.selectedOptions[0].textContent;
    at.rows.textContent = '';
    plan.rows.forEach(function (row) { at.rows.appendChild(line(row)); });
    left();
    also();
    var free = count('');
    at.status.textContent = '排好了：' + count('lesson') + '节课，' + count('activity') + '次活动' +
      (free ? '，' + free + '次留给班级自己' : '') + (plan.left.length ? '；有' + plan.left.length + '节排不下，列在下面' : '') + '。' +
      (plan.short ? '比常见的少' + plan.short + '次，可以用十分钟版补。' : '');
    at.none.hidden = count('lesson') > 0;
    at.none.querySelector('a').href = root + 'find/index.html?' + new URLSearchParams({ grade: wish.grade });
    at.link.textContent = address();
    at.cells.textContent = file.cells(plan);
  }

  // ---- Taking away ----------------------------------------------------------------------------

  function save(text, type, ending) {
    var link = element('a');
    link.href = URL.createObjectURL(new Blob([text], { type: type + ';charset=utf-8' }));
    link.download = name() + '学期计划-' + wish.first + ending;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    at.fallback.textContent = '没有开始下载？看下面“下载不了怎么办”。';
    at.fallback.hidden = false;
  }

  function start() {
    var page = document.getElementById('plan');
    if (!page || !planner || !file) return;
    var form = document.getElementById('plan-form');
    Object.keys(NAMES).forEach(function (name) { at[name] = form.elements[name]; });
    ['status', 'none', 'fallback', 'sheet', 'title', 'dates', 'rows', 'left', 'also', 'link', 'cells'].forEach(function (name) {
      at[name] = document.getElementById('plan-' + name);
    });
    page.hidden = false;
    if (!year) {
      at.status.textContent = '课程没有载入，请刷新再试。';
      return;
    }
    read();
    remember('replaceState');
    draw();
    form.addEventListener('change', changed);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    window.addEventListener('popstate', function () {
      read();
      draw();
    });
    document.getElementById('plan-calendar').addEventListener('click', function () {
      save(file.calendar(plan, at.title.textContent, root), 'text/calendar', '.ics');
    });
    document.getElementById('plan-table').addEventListener('click', function () {
      save(file.table(plan), 'text/csv', '.csv');
    });
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
