"""An activity kit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.content.kind import Card, Item, Kind
from generator.content.schema import Grade, Minutes, Model, Slug, Term, Text


class Size(Model):
    """How many take part, from and to."""

    from_: Annotated[int, Field(alias="from", ge=1, le=2000)]
    to: Annotated[int, Field(ge=1, le=2000)]


class Material(Model):
    """A thing to prepare: ``n`` for each pupil, group or class."""

    item: Text
    per: Literal["pupil", "group", "class"]
    n: Annotated[int, Field(ge=1, le=200)]


class ActivityCard(Card):
    """A kit's front matter."""

    grades: Annotated[tuple[Grade, ...], Field(max_length=2)] = ()
    setting: Annotated[str, Term("settings")]
    size: Size
    minutes: Minutes
    sessions: Annotated[int, Field(ge=1, le=20)] = 1
    space: Text
    strands: tuple[Annotated[str, Term("strands")], ...]
    needs: tuple[Annotated[str, Term("needs")], ...] = ()
    consent: tuple[Annotated[str, Term("consents")], ...] = ()
    materials: tuple[Material, ...] = ()
    lessons: tuple[Slug, ...] = ()

    blank: ClassVar[Mapping[str, Any]] = {
        **Card.blank,
        "setting": "",
        "size": {"from": 1, "to": 1},
        "minutes": 40,
        "space": "待写",
        "strands": (),
    }


@dataclass(frozen=True)
class Activity(Item):
    """An activity kit with its sheets in its own folder."""

    card: ActivityCard

    @property
    def grades(self) -> tuple[int, ...]:
        ends = self.card.grades
        return tuple(range(ends[0], ends[-1] + 1)) if ends else ()


KIND = Kind(
    key="activity",
    name="活动包",
    pattern="activities/{slug}/index.md",
    order=2,
    card=ActivityCard,
    item=Activity,
    keys=(
        "title",
        "summary",
        "grades",
        "setting",
        "size",
        "minutes",
        "sessions",
        "space",
        "strands",
        "occasions",
        "needs",
        "safety",
        "consent",
        "materials",
        "lessons",
        "printables",
        "keywords",
        "moved_from",
        "status",
        "updated",
        "authors",
        "reviewed_by",
        "tried",
    ),
    relations=("lessons",),
)
