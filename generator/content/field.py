"""The keys of an index card as an author is told of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.content.curriculum import Curriculum
from generator.content.json_schema import Schema, example, json_schema
from generator.content.kind import Kind
from generator.source.frontmatter import flow


@dataclass(frozen=True, slots=True)
class Field:
    """A key, as an author is told of it."""

    key: str
    description: str
    required: bool
    needed: bool
    """Whether even a draft must have it."""
    form: str
    values: tuple[tuple[str, str], ...]
    """The words it may be, with their names."""
    example: str
    parts: tuple[Field, ...]
    """The keys of the record, or of each record, that it holds."""


def fields(kind: Kind, curriculum: Curriculum) -> tuple[Field, ...]:
    """Every key of a kind's card, in its order."""
    schema = json_schema(kind, curriculum)
    required, needed = schema["else"]["required"], schema["required"]
    return tuple(
        _field(key, part, key in required, key in needed, curriculum)
        for key, part in schema["properties"].items()
    )


def _field(key: str, part: Schema, required: bool, needed: bool, curriculum: Curriculum) -> Field:
    inner = part.get("items", part)
    return Field(
        key=key,
        description=part["description"],
        required=required,
        needed=needed,
        form=_form(part),
        values=tuple(zip(inner.get("enum", ()), inner.get("enumDescriptions", ()), strict=True)),
        example=f"{key}: {flow(example(part, curriculum))}",
        parts=tuple(
            _field(name, value, name in inner["required"], name in inner["required"], curriculum)
            for name, value in inner.get("properties", {}).items()
        ),
    )


def _form(part: dict[str, Any]) -> str:
    """What a value looks like, in words."""
    least, most = part.get("minItems"), part.get("maxItems")
    match part:
        case {"enum": _}:
            return "选一个"
        case {"type": "array", "items": {"enum": _}}:
            return "列表，从下面选" + ("，至少一个" if least else "")
        case {"type": "array", "items": {"properties": _}}:
            return "列表，每一项有下面几样"
        case {"type": "array"}:
            bounds = (
                (f"{least}到{most}项" if most else "至少一项") if least else f"最多{most}项" if most else ""
            )
            return "列表" + (f"，{bounds}" if bounds else "")
        case {"type": "object"}:
            return "有下面几样"
        case {"type": "integer"}:
            return f"整数，{part['minimum']}到{part['maximum']}"
        case {"format": "date"}:
            return "日期"
        case {"maxLength": longest}:
            return f"文字，不超过{longest}字"
        case {"pattern": _}:
            return "小写英文字母、数字和减号"
    return "文字"
