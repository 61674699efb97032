"""The calendar file, read back as a phone reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from icalendar import Alarm, Calendar, Event

from generator.content.curriculum import Curriculum, Occasion
from generator.content.library import Library
from generator.content.school import School, SchoolTerm
from generator.content.school_year import Days, in_term, in_year
from generator.outputs import ics
from generator.pipeline import Result

UNUSED = "world-mental-health-day"
"""An occasion that the handbook has nothing for here."""
TERMS = (
    SchoolTerm(name="上学期", first=date(2026, 9, 1), last=date(2027, 1, 22)),
    SchoolTerm(name="下学期", first=date(2027, 2, 22), last=date(2027, 7, 2)),
)


@pytest.fixture
def library(real: Result) -> Library:
    items = tuple(item for item in real.library.items if UNUSED not in item.card.occasions)
    return replace(real.library, school=School(terms=TERMS), items=items)


def written(library: Library) -> bytes:
    (file,) = ics.files(library)
    assert file.path == "calendar/school-year.ics"
    return file.data


def events(library: Library) -> dict[str, Event]:
    """The events of the file by UID, each UID once."""
    read = Calendar.from_ical(written(library))
    assert read.errors == []
    found = [part for part in read.walk("VEVENT") if isinstance(part, Event)]
    by_uid = {str(event["uid"]): event for event in found}
    assert len(by_uid) == len(found)
    assert all(event.errors == [] for event in found)
    return by_uid


def named(library: Library) -> list[Occasion]:
    """The occasions that the handbook has something for."""
    return [row for row in library.curriculum.occasions if library.where("occasion", row.key)]


def is_long(days: Days) -> bool:
    return (days.last - days.first).days > 27


def starts(event: Event, year: int) -> list[date]:
    """The days of a year on which an event begins."""
    first = event.DTSTART
    rule = event.get("rrule")
    if rule is None:
        return [first] if first.year == year else []
    begun = rrulestr(rule.to_ical().decode(), dtstart=datetime(first.year, first.month, first.day))
    return [at.date() for at in begun.between(datetime(year, 1, 1), datetime(year, 12, 31), inc=True)]


def test_the_file_is_an_icalendar_of_its_own_name(library: Library) -> None:
    read = Calendar.from_ical(written(library))
    assert read["x-wr-calname"] == "心育手册校历"
    assert read["version"] == "2.0"
    assert read["calscale"] == "GREGORIAN"
    assert read["prodid"] == "-//心育手册//校历//ZH"
    assert b"http" not in written(library)


def test_lines_are_folded_between_characters(library: Library) -> None:
    data = written(library)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert any(line.startswith(b" ") for line in lines)
    for line in lines:
        assert len(line) <= 75
        line.decode("utf-8")


@pytest.mark.parametrize("year", [2026, 2027, 2028, 2033])
def test_what_recurs_comes_on_the_right_days_of_every_year(year: int, library: Library) -> None:
    found = events(library)
    assert 0 < len(named(library)) < len(library.curriculum.occasions)
    for occasion in library.curriculum.occasions:
        own = [e for e in found.values() if str(e["summary"]).endswith(occasion.name) and "rrule" in e]
        spans = [(at, at + (e.DTEND - e.DTSTART)) for e in own for at in starts(e, year)]
        expected = [
            (days.first, days.first if is_long(days) else days.last)
            for days in (in_year(occasion, year) if occasion in named(library) else ())
        ]
        assert sorted((first, after.toordinal() - 1) for first, after in spans) == [
            (first, last.toordinal()) for first, last in expected
        ], occasion.key


def test_what_hangs_on_a_term_is_there_with_the_terms_only(library: Library) -> None:
    with_terms = events(library)
    without = events(replace(library, school=School()))
    assert set(without) < set(with_terms)
    assert all("rrule" in event for event in without.values())
    once = [event for uid, event in with_terms.items() if uid not in without]
    assert all("rrule" not in event for event in once)
    expected = {
        (occasion.name, days.first, days.last.toordinal() + 1)
        for occasion in named(library)
        for term in TERMS
        for days in in_term(occasion, term)
    }
    assert expected
    assert {(str(e["summary"]), e.DTSTART, e.DTEND.toordinal()) for e in once} == expected


def test_events_last_whole_days(library: Library) -> None:
    for event in events(library).values():
        assert event["dtstart"].params["value"] == "DATE"
        assert event["dtend"].params["value"] == "DATE"
        assert event.DTEND > event.DTSTART


def test_uids_stay_whatever_changes(library: Library) -> None:
    before = events(library)
    curriculum = library.curriculum
    turned = Curriculum.model_construct(
        **dict(curriculum) | {"occasions": tuple(reversed(curriculum.occasions))}
    )
    corrected = SchoolTerm(name="秋季学期", first=date(2026, 9, 2), last=date(2027, 1, 25))
    for changed in (
        replace(library, curriculum=turned),
        replace(library, school=School(terms=(TERMS[1], corrected))),
    ):
        assert set(events(changed)) == set(before)
    fewer = events(replace(library, items=tuple(i for i in library.items if i.kind.key != "activity")))
    assert set() < set(fewer) < set(before)
    assert events(replace(library, items=())) == {}


def test_a_month_is_told_on_its_first_day_and_a_day_two_weeks_before(library: Library) -> None:
    long, single = set(), set()
    for event in events(library).values():
        days = (event.DTEND - event.DTSTART).days
        alarms = [part for part in event.walk("VALARM") if isinstance(part, Alarm)]
        if str(event["summary"]).startswith("本月起："):
            long.add(days)
            assert alarms == []
        else:
            assert len(alarms) == (days == 1)
        for alarm in alarms:
            before: object = alarm.TRIGGER
            assert before == timedelta(days=-14)
            single.add(str(event["summary"]))
    assert long == {1}
    assert single


def test_an_event_names_what_can_be_used_then(library: Library) -> None:
    for occasion in library.curriculum.occasions:
        items = library.where("occasion", occasion.key)
        for event in events(library).values():
            if str(event["summary"]).endswith(occasion.name):
                said = str(event["description"])
                assert items
                assert occasion.when in said
                assert all(item.title in said for item in items)


def test_a_build_knows_no_clock(library: Library) -> None:
    assert written(library) == written(library)
    newest = max(item.card.updated for item in library.published)
    for event in events(library).values():
        assert event.DTSTAMP.date() == newest


def test_what_has_only_months_is_left_out(library: Library) -> None:
    names = {str(event["summary"]).removeprefix("本月起：") for event in events(library).values()}
    for occasion in named(library):
        dated = bool(occasion.days or occasion.spans or occasion.weekdays or occasion.weeks)
        assert (occasion.name in names) == dated


def test_a_draft_is_not_named(library: Library) -> None:
    item = next(item for item in library.lessons if "before-exams" in item.card.occasions)
    draft = replace(item, card=item.card.model_copy(update={"status": "draft"}))
    changed = replace(library, items=tuple(draft if i is item else i for i in library.items))
    assert item.title.encode() in written(library).replace(b"\r\n ", b"")
    assert item.title.encode() not in written(changed).replace(b"\r\n ", b"")
