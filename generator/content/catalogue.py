"""The catalogue for other programs: what it holds, and its JSON Schema.

The models hold what is true between its parts, which no schema can say: a term is one of its
facet's, a slug stands once, and every relation has its other end.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.content import json_schema
from generator.content.curriculum import Curriculum
from generator.content.facet import facets
from generator.content.json_schema import Schema
from generator.content.kind import kinds
from generator.content.schema import Grade, Minutes, Model, Review, Slug, Term, Text, Trial

PATH = "catalogue.json"
SCHEMA_PATH = "catalogue.schema.json"

Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+$")]
Address = Annotated[str, Field(pattern=r"^[^/\s]\S*\.html$")]
Links = Mapping[str, Annotated[tuple[Slug, ...], Field(min_length=1)]]


class Value(Model):
    """A term of a facet."""

    key: Key = Field(description="写在内容和网址里的英文短名。", examples=["2"])
    label: Text = Field(description="读者看到的名字。", examples=["二年级"])


class FacetEntry(Model):
    """A facet and every term that it may have."""

    key: Key = Field(description="英文短名：内容的 facets 里用它，查找页的网址里也用它。", examples=["grade"])
    name: Text = Field(description="读者看到的名字。", examples=["年级"])
    group: str = Field(description="和哪些筛选项一起排在一个标题下；单独排的是空的。", examples=[""])
    values: tuple[Value, ...] = Field(
        description="可以选的值，按读者看到的先后。没有内容用到的值也列在这里。"
    )


class SheetEntry(Model):
    """A printable sheet."""

    title: Text = Field(description="学习单叫什么。", examples=["冒烟小人"])
    paper: Annotated[str, Term("papers")] = Field(description="用多大的纸印。")
    copies: Annotated[str, Term("copies")] = Field(description="要印多少。")
    address: Address = Field(
        description="打印它的网页，从网站的根算起。",
        examples=["lessons/lower/emotions/little-volcano-body.html"],
    )
    file: str = Field(
        pattern=r"^[^/\s]\S*\.(svg|pdf|png)$",
        description="学习单的文件，从网站的根算起。",
        examples=["lessons/lower/emotions/little-volcano-body.svg"],
    )


class Reason(Model):
    """Something that two lessons share."""

    text: Text = Field(description="哪里相同。", examples=["同一线索：情绪认知与表达"])
    points: int = Field(ge=1, description="算几分。", examples=[3])


class SimilarEntry(Model):
    """A lesson that is like another one."""

    slug: Slug = Field(description="相近的课例。", examples=["four-faces-of-feeling"])
    score: int = Field(ge=1, description="各项理由的分加起来。", examples=[5])
    reasons: tuple[Reason, ...] = Field(min_length=1, description="为什么相近，一项不落。")


class Entry(Model):
    """A published item."""

    slug: Slug = Field(description="英文短名，全站只有一个。", examples=["little-volcano"])
    kind: str = Field(description="哪一种内容。", examples=["lesson"])
    title: Text = Field(description="标题。", examples=["小火山冒烟了"])
    summary: Text = Field(
        description="一句话说清它教什么、用来做什么。",
        examples=["认出生气的身体信号，学会“停一停、呼一口气、说出来”。"],
    )
    address: Address = Field(
        description="网页，从网站的根算起。", examples=["lessons/lower/emotions/little-volcano.html"]
    )
    keywords: tuple[Text, ...] = Field(description="老师会怎么问。", examples=[["生气", "发脾气"]])
    facets: Mapping[str, Annotated[tuple[Key, ...], Field(min_length=1)]] = Field(
        description="它在各个筛选项里的值；没有值的筛选项不写。", examples=[{"grade": ["2"]}]
    )
    grades: tuple[Grade, ...] = Field(
        description="适合的年级，从小到大；只给教师或家长的是空的。", examples=[[2]]
    )
    minutes: Minutes | None = Field(description="用几分钟；不论时长的是 null。", examples=[40])
    relations: Links = Field(
        description="它提到了谁，按关系分开：builds_on 是先上的课，lessons 是配着用的课例，kits 是配着用的活动，supports 是一篇指南帮到的页面，"
        "link 是正文里的链接。没有的不写；以后可能添新的关系。",
        examples=[{"builds_on": ["four-faces-of-feeling"]}],
    )
    linked_from: Links = Field(
        description="谁提到了它：relations 反过来。甲的 relations 里有乙，乙的 linked_from 里同一种关系下就有甲。",
        examples=[{"kits": ["four-faces-of-feeling"]}],
    )
    similar: tuple[SimilarEntry, ...] = Field(
        description="相近的课例，最相近的在前；两头都写。已经有别的关系的、同一年级相邻的不算。"
    )
    sheets: tuple[SheetEntry, ...] = Field(description="要打印的学习单。")
    updated: date = Field(description="最近一次改动的日期。", examples=[date(2026, 9, 1)])
    reviewed_by: tuple[Review, ...] = Field(
        description="哪些专业人员审阅过、什么时候；空的就是还没有人审阅。"
    )
    tried: tuple[Trial, ...] = Field(description="在哪些班试教过；空的就是还没有试教。")


class Catalogue(Model):
    """``catalogue.json``. Raises ``ValidationError`` for parts that do not fit each other."""

    schema_path: Literal["catalogue.schema.json"] = Field(
        alias="$schema",
        description="说明这个文件里有什么的 JSON Schema，就在它旁边。",
        examples=["catalogue.schema.json"],
    )
    facets: tuple[FacetEntry, ...] = Field(
        description="全部筛选项，按老师用得着的先后。一个筛选项里选几个值，有一个符合就算；不同的筛选项要同时符合。"
        "查找页上每个值后面的数，是别的筛选项都照已选的不变、这一项只选它时的结果数。"
    )
    items: tuple[Entry, ...] = Field(description="全部发布了的内容。")

    @model_validator(mode="after")
    def _terms(self) -> Self:
        known = {facet.key: {value.key for value in facet.values} for facet in self.facets}
        for item in self.items:
            for key, terms in item.facets.items():
                if not set(terms) <= known.get(key, set()):
                    raise ValueError(f"{item.slug}: {key} {terms}")
        return self

    @model_validator(mode="after")
    def _ends(self) -> Self:
        slugs = [item.slug for item in self.items]
        if len(set(slugs)) < len(slugs):
            raise ValueError("a slug stands twice")
        there = {
            (i.slug, name, slug) for i in self.items for name, all_ in i.relations.items() for slug in all_
        }
        back = {
            (slug, name, i.slug) for i in self.items for name, all_ in i.linked_from.items() for slug in all_
        }
        alike = {(i.slug, one.slug, one.score) for i in self.items for one in i.similar}
        if alike != {(other, slug, score) for slug, other, score in alike}:
            raise ValueError("similar to one that is not similar to it")
        lost = {slug for _, _, slug in there} - set(slugs)
        if lost or there != back:
            raise ValueError(f"relations without their other end: {sorted(lost) or sorted(there ^ back)}")
        return self


def schema(curriculum: Curriculum) -> Schema:
    """The catalogue's JSON Schema (draft 2020-12) with the terms of that curriculum, whole in itself."""
    drawn = json_schema.filled(json_schema.shape(Catalogue), curriculum)
    entry = drawn["properties"]["items"]["items"]["properties"]
    entry["kind"] |= {
        "enum": [kind.key for kind in kinds()],
        "enumDescriptions": [kind.name for kind in kinds()],
    }
    entry["facets"] |= {
        "properties": {
            facet.key: {
                "type": "array",
                "description": facet.name,
                "items": {
                    "enum": list(facet.values(curriculum)),
                    "enumDescriptions": [facet.label(curriculum, v) for v in facet.values(curriculum)],
                },
                "minItems": 1,
                "uniqueItems": True,
            }
            for facet in facets(curriculum)
        },
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_PATH,
        "title": "心育手册目录",
        "description": "全部发布了的内容：标题、地址、筛选项、彼此的关系和打印页，供别的程序用。",
        **{key: value for key, value in drawn.items() if key not in ("title", "description")},
    }


def text(catalogue: Catalogue) -> str:
    """A catalogue as a file."""
    return json_schema.text(catalogue.model_dump(mode="json", by_alias=True))
