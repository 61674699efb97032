"""A lesson plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import Field

from generator.content.kind import Card, Item, Kind
from generator.content.schema import Grade, Minutes, Slug, Term


class LessonCard(Card):
    """A lesson's front matter."""

    grade: Grade
    semester: Annotated[int, Field(ge=1, le=2)]
    order: Annotated[int, Field(ge=0, le=999)]
    area: Annotated[str, Term("areas")]
    guideline: Annotated[tuple[Annotated[str, Term("guideline")], ...], Field(min_length=1)]
    minutes: Minutes
    forms: Annotated[tuple[Annotated[str, Term("forms")], ...], Field(min_length=1)]
    needs: tuple[Annotated[str, Term("needs")], ...] = ()
    builds_on: tuple[Slug, ...] = ()
    kits: tuple[Slug, ...] = ()

    blank: ClassVar[Mapping[str, Any]] = {
        **Card.blank,
        "grade": 1,
        "semester": 1,
        "order": 0,
        "area": "",
        "guideline": ("",),
        "minutes": 40,
        "forms": ("",),
    }


@dataclass(frozen=True)
class Lesson(Item):
    """A lesson plan: one grade, one semester, one strand."""

    card: LessonCard

    @property
    def grades(self) -> tuple[int, ...]:
        return (self.card.grade,)

    @property
    def band(self) -> str:
        return self.place["band"]

    @property
    def strand(self) -> str:
        return self.place["strand"]

    @property
    def strands(self) -> tuple[str, ...]:
        return (self.strand,)


KIND = Kind(
    key="lesson",
    name="课例",
    pattern="lessons/{band}/{strand}/{slug}.md",
    order=1,
    card=LessonCard,
    item=Lesson,
    keys=(
        "title",
        "summary",
        "grade",
        "semester",
        "order",
        "area",
        "guideline",
        "minutes",
        "forms",
        "occasions",
        "needs",
        "safety",
        "keywords",
        "builds_on",
        "kits",
        "printables",
        "moved_from",
        "status",
        "updated",
        "authors",
        "reviewed_by",
        "tried",
    ),
    relations=("builds_on", "kits"),
)
