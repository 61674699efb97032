"""The types that front matter and vocabulary files are checked against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
VOCABULARY = "x-vocabulary"
"""Where a JSON Schema keeps the name of the list that a value's words come from."""


class Model(BaseModel):
    """A frozen record in which every key is known and no value is guessed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


Problem = tuple[tuple[str | int, ...], str, str]
"""What is wrong with a settings file: location in it, message and hint."""


class Settings(Model):
    """A whole file of settings."""

    def problems(self, slugs: frozenset[str] | None = None) -> Iterator[Problem]:
        """What no single field shows: location, message and hint of each.

        ``slugs`` are those of the repository, which settings may name; ``None`` if they are not known.
        """
        yield from ()


@dataclass(frozen=True, slots=True)
class Term:
    """Marks a word that must stand in one list of the vocabulary.

    Checked when the validation context holds a ``curriculum``; a draft may leave it blank.
    """

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return handler(schema) | {VOCABULARY: self.vocabulary}

    def _check(self, value: str, info: ValidationInfo) -> str:
        context = info.context or {}
        curriculum = context.get("curriculum")
        if curriculum is None or (value == "" and context.get("draft")):
            return value
        allowed = tuple(row.key for row in getattr(curriculum, self.vocabulary))
        if value not in allowed:
            names = keys_by_name(curriculum, self.vocabulary)
            raise PydanticCustomError(
                "term",
                "not in the vocabulary",
                {"value": value, "allowed": allowed, "named": names.get(value, "")},
            )
        return value


def keys_by_name(curriculum: object, vocabulary: str) -> Mapping[str, str]:
    """The keys of a list of the vocabulary by their Chinese names and what else these are called."""
    return {
        word: row.key
        for row in getattr(curriculum, vocabulary, ())
        for word in (*getattr(row, "aliases", ()), getattr(row, "name", row.key))
    }


Text = Annotated[str, Field(min_length=1)]
Slug = Annotated[str, Field(pattern=SLUG)]
Minutes = Annotated[int, Field(ge=1, le=240)]
Grade = Annotated[int, Field(ge=1, le=6)]


class Printable(Model):
    """A sheet that is printed for the pupils; its file stands beside the page."""

    file: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.(svg|pdf|png)$",
        description="学习单的文件名。文件放在这一页旁边，用英文短名，以 .svg、.pdf 或 .png 结尾。",
        examples=["little-volcano-body.svg"],
    )
    title: Text = Field(description="学习单叫什么。印在打印页总库里，老师照它找。", examples=["冒烟小人"])
    paper: Annotated[str, Term("papers")] = Field(
        description="用多大的纸印。",
    )
    copies: Annotated[str, Term("copies")] = Field(
        description="要印多少：每人一张、每组一张……网页上写在学习单旁边。",
    )


class Review(Model):
    """Who read the item, by role, and when."""

    role: Text = Field(description="审阅人的身份，不写姓名。印在页面上方。", examples=["专职心理教师"])
    on: date = Field(description="哪一天审阅的，写成 2026-09-01。", examples=[date(2026, 9, 1)])


class Trial(Model):
    """A class in which the item was tried."""

    grade: Grade = Field(description="在几年级试教的。", examples=[2])
    size: int = Field(ge=1, le=100, description="班上有多少人。", examples=[45])
    year: int = Field(ge=2020, le=2100, description="哪一年试教的，四位数。", examples=[2026])
