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

    edition: Text = Field(
        description="教材版本；没有核对过就照实写上。", examples=["统编版（版次未核，请对照本校教材）"]
    )
    volume: str = Field(description='哪一册；说不准写 ""。', examples=["二年级上册"])
    unit: str = Field(description='第几单元；说不准写 ""。', examples=["第一单元"])
    text: Text = Field(description="哪一课或哪一个内容。", examples=["曹冲称象"])
    confidence: Annotated[str, Term("confidences")] = Field(
        description="上面几项有多可靠。照实印在页面上，提醒老师对照本校教材。", examples=["B"]
    )


class IntegrationCard(Card):
    """A subject idea's front matter."""

    grades: tuple[Grade, ...] = Field(
        min_length=1,
        max_length=2,
        description="从几年级到几年级，写两个数；只有一个年级就写两次。老师按年级筛选时靠它。",
        examples=[[2, 2]],
    )
    textbook: Textbook = Field(
        description="挂在教材的哪里，有多可靠。印在页面上方。",
    )
    minutes: int = Field(ge=1, le=10, description="在学科课上占几分钟，最多10分钟，只写数字。", examples=[8])
    strands: tuple[Annotated[str, Term("strands")], ...] = Field(
        min_length=1,
        description="和哪几条线索有关，至少写一条。点子会出现在这些线索的页面上。",
    )
    lessons: tuple[Slug, ...] = Field(
        (),
        description="心理课上怎么教：相关课例的英文短名（文件名去掉 .md）。两边的页面会互相连起来。",
        examples=[["three-minutes-before-exam"]],
    )

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
    summary="在语文、科学、体育这些学科课上用得着的几分钟：一问、一练、一句话。",
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
