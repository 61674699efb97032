/* A plan as files: a calendar (RFC 5545) and a table (RFC 4180). It touches no page.
 *
 * handbookPlanFile.calendar(plan, name, root)  the text of an .ics; root is the site's address, with a slash
 * handbookPlanFile.table(plan)                 the text of a .csv that Excel and WPS open as UTF-8
 * handbookPlanFile.cells(plan)                 the same rows, between tabs: pasted, they fill cells
 */
(function () {
  'use strict';

  var LINE = 75;
  var NOTICE = '提前一周告知家长';
  var FREE = '留给班级自己';

  function kind(item) {
    return item.kind === 'lesson' ? '课' : '活动';
  }

  function holiday(row) {
    return row.holiday ? '这周有' + row.holiday + '假，可能要挪一天' : '';
  }

  function reminders(row) {
    return [row.item && row.item.notice ? NOTICE : '', holiday(row)].filter(Boolean);
  }

  function why(row) {
    return row.why.filter(Boolean).join('；');
  }

  // ---- Table ----------------------------------------------------------------------------------

  var HEAD = ['周次', '周一', '周五', '类别', '内容', '分钟', '为什么排在这里', '提醒', '备注'];

  function rows(plan) {
    return [HEAD].concat(plan.rows.map(function (row) {
      var item = row.item;
      return [
        '第' + row.week + '周', row.monday, row.friday,
        item ? kind(item) : '', item ? item.title : FREE, item && item.minutes ? String(item.minutes) : '',
        why(row), reminders(row).join('；'), ''
      ];
    }));
  }

  /* A spreadsheet takes a text that begins like this for a formula. */
  function harmless(text) {
    return /^\s*[=+\-@＝＋－＠]/.test(text) ? "'" + text : text;
  }

  function table(plan) {
    var lines = rows(plan).map(function (row) {
      return row.map(function (text) {
        var safe = harmless(text);
        return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
      }).join(',');
    });
    return '\ufeff' + lines.join('\r\n') + '\r\n';
  }

  function cells(plan) {
    return rows(plan).map(function (row) {
      return row.map(function (text) { return harmless(text).replace(/\s+/g, ' '); }).join('\t');
    }).join('\n');
  }

  // ---- Calendar -------------------------------------------------------------------------------

  function octets(character) {
    var point = character.codePointAt(0);
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  /* A line of at most 75 octets, going on after a space; no character is broken. */
  function fold(line) {
    var folded = '';
    var length = 0;
    Array.from(line).forEach(function (character) {
      if (length + octets(character) > LINE) {
        folded += '\r\n ';
        length = 1;
      }
      folded += character;
      length += octets(character);
    });
    return folded;
  }

  function escape(text) {
    return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
  }

  function compact(date) {
    return date.replace(/-/g, '');
  }

  function event(row, plan, root) {
    var item = row.item;
    var said = ['第' + row.week + '周，' + kind(item) + (item.minutes ? '，' + item.minutes + '分钟' : ''), why(row), item.summary]
      .concat(reminders(row));
    var web = /^https?:/.test(root) ? root + item.address : '';
    if (web) said.push(web);
    var lines = [
      'BEGIN:VEVENT',
      'UID:' + item.slug + '-' + plan.wish.grade + '-' + compact(row.monday) + '@xinyu-handbook',
      // Nothing but the wish decides what is written, so the same plan is the same file.
      'DTSTAMP:' + compact(plan.wish.first) + 'T000000Z',
      'DTSTART;VALUE=DATE:' + compact(row.monday),
      'DTEND;VALUE=DATE:' + compact(row.saturday),
      'SUMMARY:' + escape(item.title),
      'DESCRIPTION:' + escape(said.join('\n')),
      'TRANSP:TRANSPARENT'
    ];
    if (web) lines.push('URL:' + web);
    if (item.notice) {
      lines.push('BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:' + escape(NOTICE + '：' + item.title), 'TRIGGER:-P7D', 'END:VALARM');
    }
    return lines.concat('END:VEVENT');
  }

  function calendar(plan, name, root) {
    var lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//xinyu-handbook//plan//ZH', 'CALSCALE:GREGORIAN', 'X-WR-CALNAME:' + escape(name)];
    plan.rows.forEach(function (row) {
      if (row.item) lines = lines.concat(event(row, plan, root));
    });
    return lines.concat('END:VCALENDAR').map(fold).join('\r\n') + '\r\n';
  }

  window.handbookPlanFile = { NOTICE: NOTICE, FREE: FREE, kind: kind, holiday: holiday, calendar: calendar, table: table, cells: cells };
})();
