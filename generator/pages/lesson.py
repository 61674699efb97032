"""A lesson's page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.connection import connections
from generator.content.kinds.lesson import Lesson
from generator.content.library import Library
from generator.pages import glossary
from generator.pages.courses import TOP, band_path, semester_path, strand_path
from generator.pages.learning_resource import learning_resource
from generator.pages.page import Page


def pages(library: Library) -> Iterator[Page]:
    """A page for each lesson, at the path of its source."""
    for lesson in library.lessons:
        before, after = library.neighbours(lesson)
        strand = [other for other in library.lessons if other.strand == lesson.strand]
        yield Page(
            path=lesson.path,
            title=lesson.title,
            template="lesson.md.jinja",
            values={
                "lesson": lesson,
                "stages": _stages(lesson),
                "blocks": library.curriculum.blocks_for(lesson.card.safety),
                "sheets": [sheet for sheet in library.sheets if sheet.item is lesson],
                "connections": connections(library, lesson),
                "semester_path": semester_path(lesson.card.grade, lesson.card.semester),
                "strand_path": strand_path(lesson.band, lesson.strand),
            },
            description=lesson.card.summary,
            trail=(TOP, band_path(lesson.band), strand_path(lesson.band, lesson.strand)),
            before=before.path if before else None,
            after=after.path if after else None,
            item=lesson,
            source=lesson.path,
            look="lesson",
            styles=glossary.STYLES,
            scripts=glossary.SCRIPTS,
            structured=learning_resource(library, lesson),
            band=lesson.band,
            siblings=tuple(other.path for other in strand),
        )


def _stages(lesson: Lesson) -> list[tuple[str, str, int, str]]:
    """Key, name, minutes and first heading of each stage, in the order taught, steps of one stage together."""
    found: list[tuple[str, str, int, str]] = []
    for step in lesson.body.steps:
        key = step.stage.key if step.stage else "other"
        name = step.stage.name if step.stage else step.label
        if found and found[-1][0] == key:
            found[-1] = (key, name, found[-1][2] + (step.minutes or 0), found[-1][3])
        else:
            found.append((key, name, step.minutes or 0, step.section.id))
    return found
