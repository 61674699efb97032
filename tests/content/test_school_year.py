"""When an occasion is, in a year and in a term."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from generator.content.curriculum import Occasion, TermWeeks
from generator.content.school import SchoolTerm
from generator.content.school_year import (
    MONTHS,
    Days,
    in_term,
    in_weeks,
    in_year,
    months,
    week_count,
    week_numbers,
)

# A Tuesday and a Friday; 21 weeks from Monday 31 August, the middle one is the 11th.
AUTUMN = SchoolTerm(name="上学期", first=date(2026, 9, 1), last=date(2027, 1, 22))
# A Monday and a Friday; 19 weeks, the middle one is the 10th.
SPRING = SchoolTerm(name="下学期", first=date(2027, 2, 22), last=date(2027, 7, 2))


def occasion(**timing: object) -> Occasion:
    return Occasion.model_validate({"key": "made-up", "name": "试", "months": (), "when": "随时"} | timing)


def said(days: Days) -> str:
    return f"{days.first:%m-%d}…{days.last:%m-%d}"


@pytest.mark.parametrize(
    ("timing", "year", "expected"),
    [
        ({"days": ("10-10",)}, 2026, ["10-10…10-10"]),
        ({"days": ("05-25",), "spans": (("05-01", "05-31"),)}, 2027, ["05-01…05-31", "05-25…05-25"]),
        ({"weekdays": ({"month": 5, "nth": 2, "weekday": 7},)}, 2026, ["05-10…05-10"]),
        ({"weekdays": ({"month": 5, "nth": 2, "weekday": 7},)}, 2027, ["05-09…05-09"]),
        ({"weekdays": ({"month": 6, "nth": 3, "weekday": 7},)}, 2026, ["06-21…06-21"]),
        ({"weekdays": ({"month": 6, "nth": 1, "weekday": 1},)}, 2026, ["06-01…06-01"]),
        ({"weekdays": ({"month": 2, "nth": 5, "weekday": 7},)}, 2026, []),
        ({"weekdays": ({"month": 2, "nth": 5, "weekday": 2},)}, 2028, ["02-29…02-29"]),
        ({"weeks": ({"from": "start", "first": 1, "last": 3},)}, 2026, []),
        ({"months": (4, 10)}, 2026, []),
    ],
)
def test_an_occasion_in_a_year(timing: dict[str, object], year: int, expected: list[str]) -> None:
    assert list(map(said, in_year(occasion(**timing), year))) == expected


@pytest.mark.parametrize(
    ("term", "weeks", "expected"),
    [
        (AUTUMN, ("start", 1, 3), "09-01…09-20"),
        (AUTUMN, ("middle", -2, -1), "10-26…11-08"),
        (AUTUMN, ("middle", 0, 0), "11-09…11-15"),
        (AUTUMN, ("end", -3, -2), "12-28…01-10"),
        (AUTUMN, ("end", -1, 0), "01-11…01-22"),
        (SPRING, ("start", 1, 3), "02-22…03-14"),
        (SPRING, ("middle", 1, 2), "05-03…05-16"),
        (SPRING, ("end", -1, 0), "06-21…07-02"),
        (SPRING, ("start", 18, 40), "06-21…07-02"),
        (SPRING, ("start", 20, 40), None),
        (SPRING, ("middle", -30, -9), "02-22…02-28"),
        (SPRING, ("middle", -30, -10), None),
    ],
)
def test_weeks_of_a_term(term: SchoolTerm, weeks: tuple[str, int, int], expected: str | None) -> None:
    row = TermWeeks.model_validate(dict(zip(("from", "first", "last"), weeks, strict=True)))
    days = in_weeks(row, term)
    assert (said(days) if days else None) == expected


@pytest.mark.parametrize(
    ("weeks", "count", "expected"),
    [
        # The contract with plan.js: the middle of n weeks is n/2, a half rounded up.
        (("middle", 0, 0), 18, [9]),
        (("middle", 0, 0), 19, [10]),
        (("middle", 0, 0), 1, [1]),
        (("end", -3, -2), 18, [15, 16]),
        (("end", -3, 0), 2, [1, 2]),
        (("start", 1, 3), 2, [1, 2]),
        (("start", 3, 4), 2, []),
    ],
)
def test_week_numbers(weeks: tuple[str, int, int], count: int, expected: list[int]) -> None:
    row = TermWeeks.model_validate(dict(zip(("from", "first", "last"), weeks, strict=True)))
    assert list(week_numbers(row, count)) == expected


@pytest.mark.parametrize("start", range(7))
def test_every_day_of_a_term_lies_in_one_week(start: int) -> None:
    first = date(2026, 9, 1) + timedelta(days=start)
    for length in range(1, 30):
        term = SchoolTerm(name="试", first=first, last=first + timedelta(days=length))
        rows = [TermWeeks.model_validate({"from": "start", "first": n, "last": n}) for n in range(1, 9)]
        weeks = [days for row in rows if (days := in_weeks(row, term))]
        assert len(weeks) == week_count(term)
        assert (weeks[0].first, weeks[-1].last) == (term.first, term.last)
        for one, other in pairwise(weeks):
            assert other.first - one.last == timedelta(days=1)
            assert other.first.isoweekday() == 1


def test_an_occasion_of_one_semester_is_in_no_other() -> None:
    weeks = ({"from": "end", "first": 0, "last": 0}, {"from": "start", "first": 1, "last": 1})
    of_spring = occasion(weeks=weeks, semesters=(2,))
    assert in_term(of_spring, AUTUMN) == ()
    assert list(map(said, in_term(of_spring, SPRING))) == ["02-22…02-28", "06-28…07-02"]


def test_a_school_year_begins_in_september() -> None:
    assert sorted(MONTHS) == list(range(1, 13))
    assert months(occasion(months=(4, 10, 1))) == (10, 1, 4)
