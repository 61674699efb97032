"""A guide to how the school works together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import Field

from generator.content.kind import Card, Item, Kind
from generator.content.schema import Slug, Term


class GuideCard(Card):
    """A guide's front matter."""

    audience: Annotated[tuple[Annotated[str, Term("audiences")], ...], Field(min_length=1)]
    lessons: tuple[Slug, ...] = ()
    kits: tuple[Slug, ...] = ()

    blank: ClassVar[Mapping[str, Any]] = {**Card.blank, "audience": ("",)}


@dataclass(frozen=True)
class Guide(Item):
    """A guide; its body is free."""

    card: GuideCard


KIND = Kind(
    key="guide",
    name="指南",
    pattern="guides/{slug}.md",
    order=4,
    card=GuideCard,
    item=Guide,
    keys=(
        "title",
        "summary",
        "audience",
        "lessons",
        "kits",
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
    relations=("lessons", "kits"),
)
