"""十分钟: what every lesson comes down to when there is no more time, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.body import Labelled
from generator.content.kind import Item
from generator.content.library import Library
from generator.pages.courses import TOP, semester_path
from generator.pages.page import Page

PATH = "ten-minutes/index.md"
KEY = "ten-minutes"


def pages(library: Library) -> Iterator[Page]:
    """One page: by grade and semester, as the lessons are taught, then the kits."""
    name = library.curriculum.name("variations", KEY)

    def short(items: tuple[Item, ...]) -> list[tuple[Item, Labelled]]:
        return [(item, entry) for item in items if (entry := item.variation(name))]

    lessons = library.lessons
    groups = []
    for grade in (grade for band in library.curriculum.bands for grade in band.grades):
        of_grade = [lesson for lesson in lessons if lesson.card.grade == grade]
        terms = [(term, short(tuple(i for i in of_grade if i.card.semester == term))) for term in (1, 2)]
        groups.append((grade, [(term, found) for term, found in terms if found]))
    yield Page(
        path=PATH,
        title="十分钟",
        asked=("十分钟", "10分钟", "几分钟", "五分钟", "5分钟"),
        template="ten-minutes.md.jinja",
        values={
            "groups": [(grade, terms) for grade, terms in groups if terms],
            "kits": short(library.activities),
            "sheets": {item.path: [s for s in library.sheets if s.item is item] for item in library.items},
            "semester_path": semester_path,
        },
        description="晨会、班会，或者只剩十分钟：每一课的十分钟版，按年级。",
        trail=(TOP,),
        order=90,
        look="index",
        styles=("ten-minutes",),
    )
