"""The types that front matter and vocabulary files are checked against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Model(BaseModel):
    """A frozen record in which every key is known and no value is guessed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


@dataclass(frozen=True, slots=True)
class Term:
    """Marks a word that must stand in one list of the vocabulary.

    Checked when the validation context holds a ``curriculum``; a draft may leave it blank.
    """

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def _check(self, value: str, info: ValidationInfo) -> str:
        context = info.context or {}
        curriculum = context.get("curriculum")
        if curriculum is None or (value == "" and context.get("draft")):
            return value
        allowed = tuple(row.key for row in getattr(curriculum, self.vocabulary))
        if value not in allowed:
            names = {
                row.name: row.key for row in getattr(curriculum, self.vocabulary) if hasattr(row, "name")
            }
            raise PydanticCustomError(
                "term",
                "not in the vocabulary",
                {"value": value, "allowed": allowed, "named": names.get(value, "")},
            )
        return value


Text = Annotated[str, Field(min_length=1)]
Slug = Annotated[str, Field(pattern=SLUG)]
Minutes = Annotated[int, Field(ge=1, le=240)]
Grade = Annotated[int, Field(ge=1, le=6)]


class Printable(Model):
    """A sheet that is printed for the pupils; its file stands beside the page."""

    file: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.(svg|pdf|png)$")]
    title: Text
    paper: Annotated[str, Term("papers")]
    copies: Annotated[str, Term("copies")]


class Review(Model):
    """Who read the item, by role, and when."""

    role: Text
    on: date


class Trial(Model):
    """A class in which the item was tried."""

    grade: Grade
    size: Annotated[int, Field(ge=1, le=100)]
    year: Annotated[int, Field(ge=2020, le=2100)]
