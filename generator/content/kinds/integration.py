"""An idea for teaching it inside another subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import Field

from generator.content.kind import Card, Item, Kind
from generator.content.schema import Grade, Model, Slug, Term, Text


class Textbook(Model):
    """Where in a textbook the idea hangs, and how sure that is."""

    edition: Text
    volume: str
    unit: str
    text: Text
    confidence: Annotated[str, Term("confidences")]


class IntegrationCard(Card):
    """A subject idea's front matter."""

    grades: Annotated[tuple[Grade, ...], Field(min_length=1, max_length=2)]
    textbook: Textbook
    minutes: Annotated[int, Field(ge=1, le=10)]
    strands: Annotated[tuple[Annotated[str, Term("strands")], ...], Field(min_length=1)]
    lessons: tuple[Slug, ...] = ()

    blank: ClassVar[Mapping[str, Any]] = {
        **Card.blank,
        "grades": (1,),
        "textbook": {"edition": "待写", "volume": "", "unit": "", "text": "待写", "confidence": ""},
        "minutes": 5,
        "strands": ("",),
    }


@dataclass(frozen=True)
class Integration(Item):
    """One question, one exercise and one sentence inside a subject's own lesson."""

    card: IntegrationCard

    @property
    def grades(self) -> tuple[int, ...]:
        return tuple(range(self.card.grades[0], self.card.grades[-1] + 1))

    @property
    def subject(self) -> str:
        return self.place["subject"]


KIND = Kind(
    key="integration",
    name="学科融合",
    pattern="integrations/{subject}/{slug}.md",
    order=3,
    card=IntegrationCard,
    item=Integration,
    keys=(
        "title",
        "summary",
        "grades",
        "textbook",
        "minutes",
        "strands",
        "lessons",
        "occasions",
        "safety",
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
