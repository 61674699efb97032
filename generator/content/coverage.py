"""What the lessons cover: the Guideline's items by grade, the strands by semester, and what is missing.

Only published lessons count; kits, subject ideas and drafts do not. A lesson covers the items of its
own band that it names. Named by a lesson of a lower band an item is started early, by one of a higher
band taken up again: both are told, and neither covers it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from generator.content.curriculum import Curriculum, GuidelineItem, Row, Strand
from generator.content.kinds.lesson import Lesson
from generator.content.library import Library

SEMESTERS = (1, 2)

Lessons = tuple[Lesson, ...]
Semester = tuple[int, int]
"""A grade and its first or second semester."""


@dataclass(frozen=True, slots=True)
class ItemCoverage:
    """An item of the Guideline and the lessons that name it."""

    item: GuidelineItem
    grades: Mapping[int, Lessons]
    """The lessons that cover it, by every grade of its band."""
    early: Lessons
    """Those of a lower band."""
    again: Lessons
    """Those of a higher band."""

    @property
    def lessons(self) -> Lessons:
        """The lessons that cover it, in teaching order."""
        return tuple(lesson for lessons in self.grades.values() for lesson in lessons)

    @property
    def holes(self) -> tuple[int, ...]:
        """The grades of its band in which no lesson covers it."""
        return tuple(grade for grade, lessons in self.grades.items() if not lessons)


@dataclass(frozen=True, slots=True)
class StrandCoverage:
    """A strand and its lessons."""

    strand: Strand
    semesters: Mapping[Semester, Lessons]
    """Its lessons by every semester of its band."""

    @property
    def holes(self) -> tuple[Semester, ...]:
        """The semesters of its band in which it has no lesson."""
        return tuple(semester for semester, lessons in self.semesters.items() if not lessons)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is covered and what is not, in the order of the vocabulary."""

    curriculum: Curriculum
    lessons: Lessons
    """Every lesson that counts."""
    items: tuple[ItemCoverage, ...]
    strands: tuple[StrandCoverage, ...]
    areas: tuple[tuple[Row, Lessons], ...]

    @property
    def covered(self) -> tuple[ItemCoverage, ...]:
        """The items that at least one lesson covers."""
        return tuple(row for row in self.items if row.lessons)

    @property
    def uncovered(self) -> tuple[ItemCoverage, ...]:
        return tuple(row for row in self.items if not row.lessons)

    @property
    def per_cent(self) -> float:
        """Covered items of a hundred items, rounded down to a tenth, so that 100 is said only of all."""
        if not self.items:
            return 100.0
        return floor(Fraction(1000 * len(self.covered), len(self.items))) / 10

    def lacking(self, per_cent: Fraction) -> int:
        """How many more items must be covered to reach a share of 0 to 100 per cent; 0 if it is reached."""
        return max(0, ceil(len(self.items) * per_cent / 100) - len(self.covered))

    def items_of(self, band: str) -> tuple[ItemCoverage, ...]:
        return tuple(row for row in self.items if row.item.band == band)

    def strands_of(self, band: str) -> tuple[StrandCoverage, ...]:
        return tuple(row for row in self.strands if row.strand.band == band)


def coverage(library: Library) -> Coverage:
    """The coverage of a library, as far as its lessons could be read."""
    curriculum = library.curriculum
    lessons = tuple(lesson for lesson in library.lessons if _counts(lesson))
    return Coverage(
        curriculum,
        lessons,
        tuple(_item(item, lessons, curriculum) for item in curriculum.guideline),
        tuple(_strand(strand, lessons, curriculum) for strand in curriculum.strands),
        tuple((area, tuple(o for o in lessons if o.card.area == area.key)) for area in curriculum.areas),
    )


def _counts(lesson: Lesson) -> bool:
    """Whether it is published and its place in the year is known: a blank would put it in a wrong one."""
    placed = all(lesson.has(key) for key in ("status", "grade", "semester"))
    return lesson.published and placed and lesson.bands == (lesson.band,)


def _item(item: GuidelineItem, lessons: Lessons, curriculum: Curriculum) -> ItemCoverage:
    order = [band.key for band in curriculum.bands]
    own = order.index(item.band)
    naming = [lesson for lesson in lessons if item.key in lesson.card.guideline]
    return ItemCoverage(
        item,
        {
            grade: tuple(lesson for lesson in naming if lesson.card.grade == grade)
            for grade in curriculum.bands[own].grades
        },
        tuple(lesson for lesson in naming if order.index(lesson.band) < own),
        tuple(lesson for lesson in naming if order.index(lesson.band) > own),
    )


def _strand(strand: Strand, lessons: Lessons, curriculum: Curriculum) -> StrandCoverage:
    return StrandCoverage(
        strand,
        {
            (grade, semester): tuple(
                lesson
                for lesson in lessons
                if lesson.strand == strand.key
                and (lesson.card.grade, lesson.card.semester) == (grade, semester)
            )
            for grade in curriculum.band(strand.band).grades
            for semester in SEMESTERS
        },
    )
