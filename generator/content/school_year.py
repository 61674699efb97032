"""When an occasion is: what ``curriculum.yml`` says of it, as days of a year or of a term.

A week runs from Monday to Sunday. The first week of a term is the one that its first day lies in,
and the last is the one that its last day lies in.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from generator.content.curriculum import NthWeekday, Occasion, TermWeeks
from generator.content.school import SchoolTerm

MONTHS = (9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8)
"""The months in the order of a school year."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days in a row, both ends in."""

    first: date
    last: date


def months(occasion: Occasion) -> tuple[int, ...]:
    """Its months in the order of a school year."""
    return tuple(month for month in MONTHS if month in occasion.months)


def day(written: str, year: int) -> date:
    """A ``MM-DD`` of a year."""
    return date.fromisoformat(f"{year}-{written}")


def nth_weekday(row: NthWeekday, year: int) -> date | None:
    """The day in a year; nothing if that month has no fifth of it."""
    start = date(year, row.month, 1)
    number = 1 + (row.weekday - start.isoweekday()) % 7 + 7 * (row.nth - 1)
    return start.replace(day=number) if number <= calendar.monthrange(year, row.month)[1] else None


def in_year(occasion: Occasion, year: int) -> tuple[Days, ...]:
    """When it is in a calendar year whatever the school decides, in time order."""
    found = [Days(day(written, year), day(written, year)) for written in occasion.days]
    found += [Days(day(first, year), day(last, year)) for first, last in occasion.spans]
    weekdays = (nth_weekday(row, year) for row in occasion.weekdays)
    found += [Days(one, one) for one in weekdays if one]
    return tuple(sorted(found, key=lambda days: (days.first, days.last)))


def week_count(term: SchoolTerm) -> int:
    """How many weeks a term has, begun ones included."""
    return (_monday(term.last) - _monday(term.first)).days // 7 + 1


def week_numbers(weeks: TermWeeks, count: int) -> range:
    """The weeks of a term of ``count`` weeks, from 1; those it does not have are left out."""
    zero = {"start": 0, "middle": (count + 1) // 2, "end": count}[weeks.from_]
    return range(max(zero + weeks.first, 1), min(zero + weeks.last, count) + 1)


def in_weeks(weeks: TermWeeks, term: SchoolTerm) -> Days | None:
    """The days of some weeks of a term, none outside it; nothing if it has no such week."""
    numbers = week_numbers(weeks, week_count(term))
    if not numbers:
        return None
    start = _monday(term.first)
    first = start + timedelta(weeks=numbers[0] - 1)
    last = start + timedelta(weeks=numbers[-1], days=-1)
    return Days(max(first, term.first), min(last, term.last))


def in_term(occasion: Occasion, term: SchoolTerm) -> tuple[Days, ...]:
    """When it is in the weeks of a term, in time order."""
    if occasion.semesters and term.semester not in occasion.semesters:
        return ()
    found = (in_weeks(weeks, term) for weeks in occasion.weeks)
    return tuple(sorted((days for days in found if days), key=lambda days: (days.first, days.last)))


def _monday(of: date) -> date:
    return of - timedelta(days=of.isoweekday() - 1)
