"""校历: the school year, and what can be used when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.content.curriculum import Band, Occasion
from generator.content.kind import Item
from generator.content.library import Library
from generator.content.school_year import MONTHS, Days, in_term, months
from generator.pages.page import Page

PATH = "calendar/index.md"
FILE = "calendar/school-year.ics"
"""The calendar file beside the page (``outputs/ics.py``)."""
_TITLE = "校历"


@dataclass(frozen=True)
class Entry:
    """An occasion and everything that names it."""

    occasion: Occasion
    dates: tuple[tuple[str, tuple[str, ...]], ...]
    """Of each of the school's terms its name and the days, said in words."""
    bands: tuple[tuple[Band, tuple[Item, ...]], ...]
    """Each band with its lessons, then the kits that are for it alone; none without any."""
    shared: tuple[Item, ...]
    """Kits for several bands."""
    ideas: tuple[Item, ...]
    guides: tuple[Item, ...]
    lacking: tuple[Band, ...]
    """The bands it is for that have neither a lesson nor a kit."""
    without_lessons: tuple[Band, ...]
    """The bands it is for that have a kit but no lesson."""


def pages(library: Library) -> Iterator[Page]:
    """One page. An occasion of several months stands in its first; the others refer to it."""
    entries = [_entry(library, occasion) for occasion in library.curriculum.occasions]
    year = [
        (
            month,
            [e for e in entries if months(e.occasion)[:1] == (month,)],
            [e.occasion for e in entries if month in months(e.occasion)[1:]],
        )
        for month in MONTHS
    ]
    occasions = library.curriculum.occasions
    yield Page(
        path=PATH,
        title=_TITLE,
        asked=("校历", "日历", "这个月上什么", "本月"),
        template="calendar.md.jinja",
        values={
            "year": year,
            "always": [entry for entry in entries if not entry.occasion.months],
            "file": FILE,
            "termly": [row for row in occasions if row.weeks],
            "undated": [row for row in occasions if not (row.days or row.spans or row.weekdays or row.weeks)],
            "guides": [guide for guide in library.guides if _TITLE in guide.card.keywords],
        },
        description="一学年里的时机，按月份排好，每个时机有哪些课、活动和学科点子。可以下载到手机日历。",
        order=35,
        look="index",
        styles=("calendar",),
        scripts=("assets/javascripts/month.js",),
    )


def _entry(library: Library, occasion: Occasion) -> Entry:
    def naming(items: Iterable[Item]) -> tuple[Item, ...]:
        return tuple(item for item in items if occasion.key in item.card.occasions)

    lessons = naming(library.lessons)
    kits = naming(library.activities)
    grades = occasion.grades or tuple(grade for band in library.curriculum.bands for grade in band.grades)
    unserved = [
        band
        for band in library.curriculum.bands
        if set(band.grades) & set(grades) and not any(band.key in lesson.bands for lesson in lessons)
    ]
    own = ((band, _only(band, (*lessons, *kits))) for band in library.curriculum.bands)
    return Entry(
        occasion=occasion,
        dates=tuple(
            (term.name, tuple(map(_said, found)))
            for term in sorted(library.school.terms, key=lambda term: term.first)
            if (found := in_term(occasion, term))
        ),
        bands=tuple((band, items) for band, items in own if items),
        shared=tuple(kit for kit in kits if len(kit.bands) != 1),
        ideas=naming(library.integrations),
        guides=naming(library.guides),
        lacking=tuple(band for band in unserved if not any(band.key in kit.bands for kit in kits)),
        without_lessons=tuple(band for band in unserved if any(band.key in kit.bands for kit in kits)),
    )


def _only(band: Band, items: Iterable[Item]) -> tuple[Item, ...]:
    """The items that are for this band and no other."""
    return tuple(item for item in items if item.bands == (band.key,))


def _said(days: Days) -> str:
    """``9月1日—20日``."""
    first, last = days.first, days.last
    said = f"{first.month}月{first.day}日"
    if last == first:
        return said
    return f"{said}—{last.day}日" if last.month == first.month else f"{said}—{last.month}月{last.day}日"
