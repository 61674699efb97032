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

    from_: int = Field(alias="from", ge=1, le=2000, description="最少多少人。", examples=[10])
    to: int = Field(ge=1, le=2000, description="最多多少人。", examples=[55])


class Material(Model):
    """A thing to prepare: ``n`` for each pupil, group or class, or for all classes together."""

    item: Text = Field(description="材料的名字，单位写在括号里。", examples=["蜡笔（盒）"])
    per: Literal["pupil", "group", "class", "event"] = Field(
        description="按什么准备。",
        json_schema_extra={"enumDescriptions": ["每人", "每组", "每班", "全场合用"]},
    )
    n: int = Field(ge=1, le=200, description="准备几份。", examples=[1])


class ActivityCard(Card):
    """A kit's front matter."""

    grades: tuple[Grade, ...] = Field(
        (),
        max_length=2,
        description="从几年级到几年级，写两个数；只给教师或家长的活动不写。老师按年级筛选时靠它。",
        examples=[[1, 6]],
    )
    setting: Annotated[str, Term("settings")] = Field(
        description="在什么场合办：全班、小组、全校……",
    )
    size: Size = Field(
        description="多少人一起办，从几人到几人。",
    )
    minutes: Minutes = Field(
        description="办一次用几分钟，只写数字。等于各步骤的分钟数加起来。", examples=[40]
    )
    sessions: int = Field(1, ge=1, le=20, description="一共办几次；一次办完写 1。", examples=[1])
    space: Text = Field(description="要什么样的场地。", examples=["普通教室；走廊一面墙或一根绳"])
    strands: tuple[Annotated[str, Term("strands")], ...] = Field(
        description="和哪几条线索有关。活动会出现在这些线索的页面上。",
    )
    needs: tuple[Annotated[str, Term("needs")], ...] = Field(
        (),
        description="不是每间教室都有的条件；都不需要就写 []，老师筛选“免准备”“不用投影”时就找得到它。",
    )
    consent: tuple[Annotated[str, Term("consents")], ...] = Field(
        (),
        description="办之前要先征得谁的同意；不需要就写 []。",
    )
    group: int | None = Field(
        None,
        ge=2,
        le=30,
        description="几个人一组；不分组就不写。网页按它算出要备几份。",
        examples=[4],
    )
    materials: tuple[Material, ...] = Field(
        (),
        description="要准备的材料，一样一行。网页按人数、组数和班数算出要备多少。",
    )
    lessons: tuple[Slug, ...] = Field(
        (),
        description="和哪些课例配着用，写课例的英文短名（文件名去掉 .md）。两边的页面会互相连起来。",
        examples=[["little-volcano"]],
    )

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
    summary="拿来就能办的一个活动：主持词、分工、材料和打印页都在一起。",
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
        "group",
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
