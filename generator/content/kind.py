"""What the kinds of content have in common, and how they are found."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.content.body import Body, Labelled, labelled
from generator.content.curriculum import Curriculum
from generator.content.schema import Model, Printable, Review, Slug, Term, Text, Trial
from generator.source.document import Document


class Card(Model):
    """The front matter that every kind has."""

    title: Text = Field(
        description="标题。网页、目录和搜索结果里显示的名字，用孩子和老师听得懂的话。",
        examples=["小火山冒烟了"],
    )
    summary: Text = Field(
        max_length=80,
        description="一句话说清这一页教什么、用来做什么，不超过80个字。印在标题下面，也出现在目录和搜索结果里。",
        examples=["认出生气的身体信号，学会“停一停、呼一口气、说出来”。"],
    )
    keywords: tuple[Text, ...] = Field(
        min_length=6,
        max_length=12,
        description="老师会怎么问，6到12个词或短句。写“一生气就打人”这样的原话，不写术语；搜索靠它找到这一页。",
        examples=[["生气", "发脾气", "一生气就打人", "摔东西", "脾气急", "控制不住自己"]],
    )
    status: Literal["draft", "published"] = Field(
        description="写到哪一步了。草稿只在本机预览里看得到，缺什么只算待办；发布的必须样样齐全。",
        examples=["draft"],
        json_schema_extra={"enumDescriptions": ["草稿", "发布"]},
    )
    updated: date = Field(
        description="最近一次改动的日期，写成 2026-09-01。印在页面上方。", examples=[date(2026, 9, 1)]
    )
    authors: tuple[Text, ...] = Field(
        description="谁写的，可以写几个名字。随这一页存档。", examples=[["心育手册编写组"]]
    )
    reviewed_by: tuple[Review, ...] = Field(
        (),
        description="哪些专业人员审阅过、什么时候；没有就写 []，页面上会写“待专业人员审阅”。",
    )
    tried: tuple[Trial, ...] = Field(
        (),
        description="在哪些班试教过；没有就写 []，页面上会写“尚未试教”。",
    )
    safety: tuple[Annotated[str, Term("safety")], ...] = Field(
        (),
        description="安全标记：这一页涉及什么。标了，对应的提示、转介步骤和电话就自动印出来；没有就写 []。",
    )
    occasions: tuple[Annotated[str, Term("occasions")], ...] = Field(
        (),
        description="适合在一年里的什么时机用。老师可以按时机筛选；不挑时候就写 []。",
    )
    printables: tuple[Printable, ...] = Field(
        (),
        description="要打印的学习单，一张一行。文件放在这一页旁边，网页上可以单独打印。",
    )
    moved_from: tuple[Text, ...] = Field(
        (),
        description="这一页以前的地址。文件改名或搬家以后在这里记下旧地址，好让旧链接找得到它；没有就不用写。",
        examples=[["lessons/lower/emotions/old-name.html"]],
    )

    blank: ClassVar[Mapping[str, Any]] = {
        "title": "待写",
        "status": "published",
        "summary": "待写",
        "keywords": ("待写",) * 6,
        "updated": date(2000, 1, 1),
        "authors": (),
    }
    """What stands in for a required key that is missing or wrong, so that the rest is still read."""

    needed: ClassVar[frozenset[str]] = frozenset({"title", "status", "grade"})
    """What even a draft must have."""


class Reference(Model):
    """A slug named in front matter."""

    relation: str
    slug: Slug
    location: tuple[int | str, ...]


@dataclass(frozen=True)
class Item:
    """One decoded page of the curriculum."""

    kind: Kind
    slug: str
    path: str
    place: Mapping[str, str]
    document: Document
    body: Body
    card: Card
    curriculum: Curriculum
    faulty: frozenset[str] = frozenset()
    """Keys of the front matter that are missing or wrong; the card holds blanks for them."""

    def has(self, key: str) -> bool:
        """Whether the author wrote this key, and rightly."""
        return key in self.document.front and key not in self.faulty

    @property
    def title(self) -> str:
        return self.card.title

    @property
    def published(self) -> bool:
        return self.card.status == "published"

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def address(self) -> str:
        """Where the site has it, from the site's root."""
        return self.path.removesuffix(".md") + ".html"

    @property
    def grades(self) -> tuple[int, ...]:
        return ()

    @property
    def strands(self) -> tuple[str, ...]:
        return tuple(getattr(self.card, "strands", ()))

    @property
    def minutes(self) -> int | None:
        minutes = getattr(self.card, "minutes", None)
        return minutes if isinstance(minutes, int) else None

    @property
    def bands(self) -> tuple[str, ...]:
        """The bands its grades lie in."""
        found = (self.curriculum.band_of_grade(grade) for grade in self.grades)
        return tuple(dict.fromkeys(band.key for band in found if band))

    @property
    def needs_reader(self) -> bool:
        """Whether its marks ask for a professional reader and none is named."""
        marks = [m for m in self.curriculum.safety if m.key in self.card.safety]
        return any(mark.reviewed for mark in marks) and not self.card.reviewed_by

    def variation(self, name: str) -> Labelled | None:
        """What its author says of doing it under other conditions, by the name of these."""
        section = self.body.section("variations") or self.body.section("bands")
        entries = labelled(self.document, section, self.curriculum.variations)
        return next((entry for entry in entries if entry.label == name), None)

    def references(self) -> tuple[Reference, ...]:
        """Every slug that the front matter names, with the place of each."""
        found = []
        for relation in self.kind.relations:
            for index, slug in enumerate(getattr(self.card, relation)):
                found.append(
                    Reference.model_construct(relation=relation, slug=slug, location=(relation, index))
                )
        return tuple(found)


PARTS: Mapping[str, str] = {"band": "学段", "strand": "线索", "subject": "学科", "slug": "英文短名"}
"""What the parts of a path are called."""


@dataclass(frozen=True)
class Kind:
    """A kind of content: ``pattern`` is its files' path, such as ``lessons/{band}/{strand}/{slug}.md``."""

    key: str
    name: str
    summary: str
    """What it is, in a sentence for an author."""
    pattern: str
    order: int
    card: type[Card]
    item: type[Item]
    keys: tuple[str, ...]
    """Every key of the front matter, in the order in which they stand in a file."""
    relations: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        return self.pattern.partition("/")[0]

    def place(self, path: str) -> Mapping[str, str] | None:
        """What the parts of a path mean; ``None`` if it is not of this kind's form."""
        form = re.escape(self.pattern).replace(r"\{", "{").replace(r"\}", "}")
        form = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", form)
        found = re.fullmatch(form, path)
        return found.groupdict() if found else None

    def path(self, **place: str) -> str:
        """The path of a file of this kind. With ``PARTS`` it says what each part is."""
        return self.pattern.format(**place)


def kinds() -> tuple[Kind, ...]:
    """Every kind defined in ``generator.content.kinds``, in reading order."""
    from generator.content import kinds as package

    found = [
        importlib.import_module(f"{package.__name__}.{module.name}").KIND
        for module in pkgutil.iter_modules(package.__path__)
    ]
    return tuple(sorted(found, key=lambda kind: kind.order))
