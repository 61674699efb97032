"""The school year as a calendar file. The only file that imports icalendar.

A calendar that takes the file in again finds each event by its UID, so that must not change with
the content, with the order of the vocabulary or with the day of the build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from generator.content.curriculum import NthWeekday, Occasion
from generator.content.kind import Item
from generator.content.library import Library
from generator.content.school import SchoolTerm
from generator.content.school_year import Days, day, in_weeks, nth_weekday
from generator.outputs.output import File

PATH = "calendar/school-year.ics"

_SINCE = 2026
"""The year in which what recurs begins: fixed, so that a later build moves nothing."""
_UID = "xinyu-handbook"
_BEFORE = timedelta(days=14)
"""How long before a single day it is brought to mind: time to prepare (guides/school-year.md)."""
_LONG = timedelta(days=27)
"""What lasts longer is told on its first day, for a banner of weeks would hide all else."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def files(library: Library) -> Iterator[File]:
    """``calendar/school-year.ics``.

    What has its days every year recurs; what hangs on a term is there for each term in
    ``school.yml``; what only has months is not there, for nobody knows its day, and neither is
    what the handbook has nothing for.
    """
    made = Calendar()
    made.add("prodid", "-//心育手册//校历//ZH")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "心育手册校历")
    shown = library.without_drafts()
    stamp = _stamp(shown)
    named = {key for item in shown.items for key in item.card.occasions}
    for occasion in (row for row in shown.curriculum.occasions if row.key in named):
        for key, days, rule in (*_yearly(occasion), *_termly(occasion, shown.school.terms)):
            made.add_component(_event(shown, occasion, f"{_UID}-{key}", days, rule, stamp))
    yield File(PATH, made.to_ical())


Timed = tuple[str, Days, Mapping[str, object]]
"""What tells an event from all others, its first days and the rule by which they recur, which may be empty."""


def _yearly(occasion: Occasion) -> Iterator[Timed]:
    yearly = {"freq": "yearly"}
    for written in occasion.days:
        yield f"{occasion.key}-{written}", Days(day(written, _SINCE), day(written, _SINCE)), yearly
    # What lies across the end of February keeps its length and so ends a day early in a leap year.
    for first, last in occasion.spans:
        yield f"{occasion.key}-{first}-{last}", Days(day(first, _SINCE), day(last, _SINCE)), yearly
    for row in occasion.weekdays:
        start = _first(row)
        rule = {"freq": "yearly", "bymonth": row.month, "byday": f"{row.nth}{_DAYS[row.weekday - 1]}"}
        yield f"{occasion.key}-{row.month:02}-{row.nth}-{row.weekday}", Days(start, start), rule


def _first(row: NthWeekday) -> date:
    """Its first day: a month may be without a fifth of it for some years."""
    year = _SINCE
    while (found := nth_weekday(row, year)) is None:
        year += 1
    return found


def _termly(occasion: Occasion, terms: tuple[SchoolTerm, ...]) -> Iterator[Timed]:
    for term in terms:
        if occasion.semesters and term.semester not in occasion.semesters:
            continue
        for weeks in occasion.weeks:
            days = in_weeks(weeks, term)
            if days:
                # By its month: a school that corrects the day means the same term.
                yield f"{occasion.key}-{term.first:%Y-%m}-{weeks.from_}-{weeks.first}", days, {}


def _event(
    library: Library, occasion: Occasion, uid: str, days: Days, rule: Mapping[str, object], stamp: datetime
) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", days.first)
    long = days.last - days.first > _LONG
    event.add("dtend", (days.first if long else days.last) + timedelta(days=1))
    if rule:
        event.add("rrule", rule)
    event.add("summary", f"本月起：{occasion.name}" if long else occasion.name)
    event.add("description", _description(library, occasion))
    event.add("categories", ["心育手册"])
    # A reminder of what is on, which keeps nobody from being invited elsewhere.
    event.add("transp", "TRANSPARENT")
    if days.first == days.last:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", occasion.name)
        alarm.add("trigger", -_BEFORE)
        event.add_component(alarm)
    return event


def _stamp(library: Library) -> datetime:
    """When the content last changed: the same for every build of it."""
    newest = max((item.card.updated for item in library.items), default=date(_SINCE, 1, 1))
    return datetime.combine(newest, time(), UTC)


def _description(library: Library, occasion: Occasion) -> str:
    """What can be used then. A file on a phone knows no host, so it says where to look."""
    lines = [occasion.when, ""]
    for items in (library.lessons, library.activities, library.integrations, library.guides):
        named = [item for item in items if occasion.key in item.card.occasions]
        if named:
            lines += [f"{named[0].kind.name}：", *(f"· {_line(library, item)}" for item in named), ""]
    if occasion.weeks:
        lines.append("周次是按学期长短估算的，以学校安排为准。")
    lines.append(f"挑合适的用，不用样样都办。打开手册的“校历”页，找“{occasion.name}”。")
    return "\n".join(lines)


def _line(library: Library, item: Item) -> str:
    """Its title, whom it is for and under which names the handbook has it."""
    labels = {
        facet.key: [facet.label(library.curriculum, term) for term in facet.terms(item)]
        for facet in library.facets
    }
    grades = labels["grade"]
    whom = grades[0] if len(grades) == 1 else f"{grades[0]}至{grades[-1]}" if grades else ""
    where = " › ".join(labels[key][0] for key in ("band", "strand", "subject") if len(labels[key]) == 1)
    said = "，".join(part for part in (whom + "".join(labels["semester"]), where) if part)
    return f"{item.title}（{said}）" if said else item.title
