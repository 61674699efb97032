/* A term's plan: which lesson or activity stands in which week, and why. It touches no page.
 *
 * handbookPlanner.plan(year, wish) takes calendar/year.js and
 * {grade, semester, first: "YYYY-MM-DD" (a Monday), weeks, pace: weeks from one lesson to the next}
 * and gives {wish, rows, short, left, also}: rows {week, monday, friday, saturday, item or null, holiday,
 * why: [reason, more]} in the order of the weeks, how many fewer than such a pace has usually, the
 * lessons that found no place, and {occasion, weeks} for those of the term that nothing stands for. The same wish gives the same plan.
 */
(function () {
  'use strict';

  var FIRST_WEEK = 2;
  var SHIFTS = [0, 1, -1, 2, -2];

  // What makes a plan bad. A week off outweighs everything else together; a kit is worth a
  // little disorder.
  var WEEK_OFF = 1000; // for each week that a lesson stands off its occasion
  var KIT_MISSED = 30; // for a kit whose occasion passes without it
  var KIT_OFF = 10; // for a kit in the week before or after its occasion; it is not held farther off
  var KIT_FIRST = 6; // for a kit before the first lesson
  var SWAPPED = 4; // for each two lessons in other than teaching order
  var DRIFT = 1; // for each place that a lesson is off an even spread

  var MOST_ARRANGED = 14;

  var SCHOOL_DAYS = 5;

  // A week that loses so many of them to breaks has no lesson.
  var BREAK = 3;

  // How often a term has a lesson at least, by pace (guides/school-year.md).
  var USUAL = { 2: 9, 4: 4 };

  // ---- Days and weeks -------------------------------------------------------------------------

  /* Days since 1970 of a date that exists, else NaN. */
  function day(text) {
    var parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    if (!parts) return NaN;
    var time = Date.UTC(parts[1], parts[2] - 1, parts[3]);
    return new Date(time).toISOString().slice(0, 10) === text ? time / 86400000 : NaN;
  }

  function date(number) {
    return new Date(number * 86400000).toISOString().slice(0, 10);
  }

  /* The Monday of a day's week. Day 0 was a Thursday. */
  function monday(number) {
    return number - (((number + 3) % 7) + 7) % 7;
  }

  function two(number) {
    return (number < 10 ? '0' : '') + number;
  }

  function nth(year, row) {
    var first = day(year + '-' + two(row.month) + '-01');
    var found = monday(first + 6) + row.weekday - 1;
    if (found >= first + 7) found -= 7;
    found += 7 * (row.nth - 1);
    return Number(date(found).slice(5, 7)) === row.month ? found : NaN;
  }

  /* The weeks of a term that an occasion lies in, in order. */
  function weeksOf(occasion, wish) {
    if (occasion.semesters.length && occasion.semesters.indexOf(wish.semester) < 0) return [];
    if (occasion.grades.length && occasion.grades.indexOf(wish.grade) < 0) return [];
    var first = day(wish.first);
    var found = [];
    function add(from, to) {
      for (var week = Math.max(1, from); week <= Math.min(wish.weeks, to); week += 1) {
        if (found.indexOf(week) < 0) found.push(week);
      }
    }
    function span(from, to) {
      if (from <= to) add(Math.floor((from - first) / 7) + 1, Math.floor((to - first) / 7) + 1);
    }
    occasion.weeks.forEach(function (row) {
      var zero = row.from === 'start' ? 0 : row.from === 'end' ? wish.weeks : Math.round(wish.weeks / 2);
      add(zero + row.first, zero + row.last);
    });
    var years = [wish.first, date(first + 7 * wish.weeks - 1)].map(function (text) { return Number(text.slice(0, 4)); });
    for (var year = years[0]; year <= years[1]; year += 1) {
      occasion.days.forEach(function (text) { span(day(year + '-' + text), day(year + '-' + text)); });
      occasion.spans.forEach(function (row) { span(day(year + '-' + row[0]), day(year + '-' + row[1])); });
      occasion.weekdays.forEach(function (row) { span(nth(year, row), nth(year, row)); });
      if (!dated(occasion)) {
        occasion.months.forEach(function (month) {
          span(day(year + '-' + two(month) + '-01'), Date.UTC(year, month, 0) / 86400000);
        });
      }
    }
    return found.sort(function (a, b) { return a - b; });
  }

  function dated(occasion) {
    return Boolean(occasion.days.length + occasion.spans.length + occasion.weekdays.length + occasion.weeks.length);
  }

  /* The weeks in which no lesson is added. As in curriculum.yml, exams are taken to be in the middle
     week and in the last but one; the weeks before them and the last one are kept free too. */
  function closed(weeks) {
    var middle = Math.round(weeks / 2);
    return [middle - 1, middle, weeks - 2, weeks - 1, weeks];
  }

  /* Of each week of a term, from 1, how many of its school days are off, and the first break that takes one. */
  function breaks(year, wish) {
    function broken(text) {
      return (year.breaks || []).filter(function (row) {
        var first = row.span[0];
        var last = row.span[1];
        return first <= last ? first <= text && text <= last : first <= text || text <= last;
      })[0];
    }
    var found = [];
    for (var week = 1; week <= wish.weeks; week += 1) {
      var start = day(wish.first) + 7 * (week - 1);
      found[week] = { name: '', days: 0 };
      for (var number = start; number < start + SCHOOL_DAYS; number += 1) {
        var row = broken(date(number).slice(5));
        if (!row) continue;
        found[week].name = found[week].name || row.name;
        found[week].days += 1;
      }
    }
    return found;
  }

  /* The weeks that have a lesson: one in every `pace`, moved by up to two where that week is closed,
     left out where it would then come too soon after the last one. `away` are more closed weeks. */
  function slots(weeks, pace, away) {
    var shut = closed(weeks).concat(away || []);
    var found = [];
    for (var home = FIRST_WEEK; home <= weeks; home += pace) {
      var soonest = found.length ? found[found.length - 1] + pace / 2 : 1;
      for (var i = 0; i < SHIFTS.length; i += 1) {
        var week = home + SHIFTS[i];
        if (week < soonest || week > weeks || shut.indexOf(week) >= 0) continue;
        found.push(week);
        break;
      }
    }
    return found;
  }

  // ---- What is placed -------------------------------------------------------------------------

  /* An item with the occasions that it has in this term. */
  function candidate(item, year, wish) {
    var windows = year.occasions
      .filter(function (row) { return item.occasions.indexOf(row.key) >= 0; })
      .map(function (row) { return { occasion: row, weeks: weeksOf(row, wish) }; })
      .filter(function (row) { return row.weeks.length; });
    return { item: item, windows: windows };
  }

  function off(week, weeks) {
    return Math.min.apply(null, weeks.map(function (other) { return Math.abs(other - week); }));
  }

  /* How many weeks the item would stand off the nearest of its occasions; 0 if it has none. */
  function distance(one, week) {
    if (!one.windows.length) return 0;
    return Math.min.apply(null, one.windows.map(function (row) { return off(week, row.weeks); }));
  }

  /* Of each lesson the places of those it builds on. A lesson that is taught later cannot come before. */
  function earlier(lessons) {
    var places = new Map(lessons.map(function (one, place) { return [one.item.slug, place]; }));
    return lessons.map(function (one, place) {
      return one.item.builds_on
        .map(function (slug) { return places.get(slug); })
        .filter(function (other) { return other !== undefined && other < place; });
    });
  }

  /* As many lessons as there are places: those with an occasion first, then as they are taught. */
  function chosen(lessons, count) {
    var before = earlier(lessons);
    var kept = new Set();
    function wanted(place, found) {
      if (kept.has(place) || found.has(place)) return found;
      before[place].forEach(function (other) { wanted(other, found); });
      return found.add(place);
    }
    [true, false].forEach(function (bound) {
      lessons.forEach(function (one, place) {
        if (Boolean(one.windows.length) !== bound) return;
        var more = wanted(place, new Set());
        if (kept.size + more.size <= count) more.forEach(function (other) { kept.add(other); });
      });
    });
    return lessons.filter(function (one, place) { return kept.has(place); });
  }

  /* The kits that a class of the grade can hold in a lesson's time, those near its lessons first. */
  function kits(year, wish) {
    var strands = new Set();
    year.items.forEach(function (item) {
      if (item.kind === 'lesson' && item.grades.indexOf(wish.grade) >= 0) strands.add(item.strand);
    });
    function near(item) {
      return item.strands.some(function (strand) { return strands.has(strand); });
    }
    var found = year.items.filter(function (item) {
      return item.kind === 'activity' && item.setting === 'class' && item.grades.indexOf(wish.grade) >= 0;
    });
    return found.filter(near).concat(found.filter(function (item) { return !near(item); }));
  }

  /* One kit for an occasion that some place falls into or next to. */
  function timely(candidates, weeks) {
    var taken = new Set();
    return candidates.filter(function (one) {
      one.windows = one.windows.filter(function (row) {
        return weeks.some(function (week) { return off(week, row.weeks) <= 1; });
      });
      var fresh = one.windows.filter(function (row) { return !taken.has(row.occasion.key); });
      fresh.forEach(function (row) { taken.add(row.occasion.key); });
      return fresh.length > 0;
    });
  }

  // ---- Arranging ------------------------------------------------------------------------------

  function bits(number) {
    var count = 0;
    for (; number; number &= number - 1) count += 1;
    return count;
  }

  /* Where lessons stand when they are evenly spread: those with an occasion among all of them, the
     others among themselves, since an occasion draws its lesson away. */
  function spread(lessons, count) {
    var free = lessons.filter(function (one) { return !one.windows.length; });
    return lessons.map(function (one) {
      var among = one.windows.length ? lessons : free;
      return (among.indexOf(one) + 0.5) * count / among.length - 0.5;
    });
  }

  /* The item of each week, or null: all lessons and as many kits as fit, at the least cost.
     Week by week it keeps, for each set of items already placed, the cheapest way to have placed them. */
  function arranged(lessons, kits, weeks) {
    var items = lessons.concat(kits);
    var lessonBits = (1 << lessons.length) - 1;
    var before = earlier(lessons).map(function (places) {
      return places.reduce(function (mask, place) { return mask | (1 << place); }, 0);
    });
    var away = items.map(function (one) {
      return weeks.map(function (week) { return distance(one, week); });
    });
    var even = spread(lessons, weeks.length);
    function price(which, place, placed) {
      if (which >= lessons.length) {
        if (away[which][place] > 1) return Infinity;
        return KIT_OFF * away[which][place] + (placed & lessonBits ? 0 : KIT_FIRST);
      }
      var swapped = bits((placed & lessonBits) >> (which + 1));
      return WEEK_OFF * away[which][place] + SWAPPED * swapped + DRIFT * Math.abs(place - even[which]);
    }
    var costs = new Float64Array(1 << items.length).fill(Infinity);
    costs[0] = 0;
    var steps = weeks.map(function (week, place) {
      var next = costs.slice();
      var put = new Int8Array(costs.length).fill(-1);
      for (var placed = 0; placed < costs.length; placed += 1) {
        if (costs[placed] === Infinity) continue;
        for (var which = 0; which < items.length; which += 1) {
          var bit = 1 << which;
          if (placed & bit || (before[which] || 0) & ~placed) continue;
          var cost = costs[placed] + price(which, place, placed);
          if (cost < next[placed | bit]) {
            next[placed | bit] = cost;
            put[placed | bit] = which;
          }
        }
      }
      costs = next;
      return put;
    });
    var best = -1;
    var least = Infinity;
    for (var end = 0; end < costs.length; end += 1) {
      var total = costs[end] + KIT_MISSED * (items.length - bits(end));
      if ((end & lessonBits) === lessonBits && total < least) { least = total; best = end; }
    }
    var found = weeks.map(function () { return null; });
    for (var place = weeks.length - 1; place >= 0; place -= 1) {
      var which = steps[place][best];
      if (which < 0) continue;
      found[place] = items[which];
      best &= ~(1 << which);
    }
    return found;
  }

  // ---- Saying why -----------------------------------------------------------------------------

  /* The occasions that an item stands for in a week: those nearest to it. */
  function served(one, week) {
    var away = distance(one, week);
    return one.windows.filter(function (row) { return off(week, row.weeks) === away; });
  }

  /* Why it stands there, and what more there is to say of that. */
  function reason(one, week, lessons) {
    if (one.windows.length) {
      var row = served(one, week)[0];
      return ['时机：' + row.occasion.name, distance(one, week) ? '那一周没有排课，放在最近的一次' : row.occasion.when];
    }
    if (one.item.kind !== 'lesson') return ['补空', '适合这个年级'];
    var base = lessons.filter(function (other) { return one.item.builds_on.indexOf(other.item.slug) >= 0; });
    return ['按先后', base.length ? '接着《' + base[base.length - 1].item.title + '》' : ''];
  }

  function plan(year, wish) {
    var off = breaks(year, wish);
    var away = Array.from(off.keys()).filter(function (week) { return week && off[week].days >= BREAK; });
    var weeks = slots(wish.weeks, wish.pace, away);
    var all = year.items
      .filter(function (item) {
        return item.kind === 'lesson' && item.semester === wish.semester && item.grades.indexOf(wish.grade) >= 0;
      })
      .map(function (item) { return candidate(item, year, wish); });
    var lessons = chosen(all, weeks.length);
    var suited = kits(year, wish).map(function (item) { return candidate(item, year, wish); });
    var room = lessons.length < weeks.length ? Math.max(0, MOST_ARRANGED - lessons.length) : 0;
    var places = arranged(lessons, timely(suited, weeks).slice(0, room), weeks);
    // Kits for any time fill what is left, once there has been a lesson.
    var spare = suited.filter(function (one) { return !one.item.occasions.length; });
    var begun = !lessons.length;
    places = places.map(function (one) {
      begun = begun || Boolean(one && one.item.kind === 'lesson');
      return one || (begun && spare.shift()) || null;
    });
    var kept = new Set();
    var rows = places.map(function (one, place) {
      var week = weeks[place];
      var start = day(wish.first) + 7 * (week - 1);
      if (one) served(one, week).forEach(function (row) { kept.add(row.occasion.key); });
      return {
        week: week,
        monday: date(start),
        friday: date(start + 4),
        saturday: date(start + 5),
        item: one ? one.item : null,
        holiday: off[week].name,
        why: one ? reason(one, week, lessons) : ['十分钟版、晨会', '']
      };
    });
    return {
      wish: wish,
      rows: rows,
      short: Math.max(0, (USUAL[wish.pace] || 0) - weeks.length),
      left: all.filter(function (one) { return lessons.indexOf(one) < 0; }).map(function (one) { return one.item; }),
      also: year.occasions
        .filter(function (row) { return dated(row) && !kept.has(row.key); })
        .map(function (row) { return { occasion: row, weeks: weeksOf(row, wish) }; })
        .filter(function (row) { return row.weeks.length; })
        .sort(function (a, b) { return a.weeks[0] - b.weeks[0]; })
    };
  }

  window.handbookPlanner = { day: day, date: date, monday: monday, weeksOf: weeksOf, closed: closed, slots: slots, plan: plan };
})();
