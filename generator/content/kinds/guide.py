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

    audience: tuple[Annotated[str, Term("audiences")], ...] = Field(
        min_length=1,
        description="写给谁看的，至少写一种人。印在标题上方。",
    )
    supports: tuple[Annotated[str, Term("safety")], ...] = Field(
        (),
        description="哪些安全标记的页面要带人到这里来。标了这些标记的课例、活动和点子，页尾会列出这篇指南；没有就写 []。",
    )
    lessons: tuple[Slug, ...] = Field(
        (),
        description="和哪些课例有关，写课例的英文短名（文件名去掉 .md）。",
        examples=[["little-volcano"]],
    )
    kits: tuple[Slug, ...] = Field(
        (),
        description="和哪些活动包有关，写活动包的英文短名（文件夹的名字）。",
        examples=[["emotion-doodling"]],
    )

    blank: ClassVar[Mapping[str, Any]] = {**Card.blank, "audience": ("",)}


@dataclass(frozen=True)
class Guide(Item):
    """A guide; its body is free."""

    card: GuideCard


KIND = Kind(
    key="guide",
    name="指南",
    summary="学校里怎么配合：分工、保密、转介、一学期怎么排。",
    pattern="guides/{slug}.md",
    order=4,
    card=GuideCard,
    item=Guide,
    keys=(
        "title",
        "summary",
        "audience",
        "supports",
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
