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

    grade: Grade = Field(
        description="给几年级上，写一个数字。要和文件夹的学段对得上；目录和筛选都靠它。", examples=[2]
    )
    semester: int = Field(
        ge=1, le=2, description="上册写 1，下册写 2。决定排在哪个学期的目录里。", examples=[1]
    )
    order: int = Field(
        ge=0,
        le=999,
        description="在这个学期里排第几，写整十数（10、20……），中间好插新课；同一学期里不能重复。",
        examples=[40],
    )
    area: Annotated[str, Term("areas")] = Field(
        description="属于《纲要》六个领域里的哪一个，只写一个。",
    )
    guideline: tuple[Annotated[str, Term("guideline")], ...] = Field(
        min_length=1,
        description="对应《纲要》的哪几条，至少写一条。只有本学段的条目算作覆盖。",
    )
    minutes: Minutes = Field(
        description="一共几分钟，只写数字。等于活动过程里各步的分钟数加起来。", examples=[40]
    )
    forms: tuple[Annotated[str, Term("forms")], ...] = Field(
        min_length=1,
        description="用什么形式上，至少写一种。老师可以按形式筛选。",
    )
    needs: tuple[Annotated[str, Term("needs")], ...] = Field(
        (),
        description="不是每间教室都有的条件；都不需要就写 []，老师筛选“免准备”“不用投影”时就找得到它。",
    )
    builds_on: tuple[Slug, ...] = Field(
        (),
        description="先上哪些课才好上这一课，写课例的英文短名（文件名去掉 .md）；没有就写 []。",
        examples=[["listening-ears"]],
    )
    kits: tuple[Slug, ...] = Field(
        (),
        description="配哪些活动包，写活动包的英文短名（文件夹的名字）。页尾会列出来。",
        examples=[["emotion-doodling"]],
    )

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
    summary="一节完整的心理课：一个年级、一个学期、一条线索，照着就能上。",
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
