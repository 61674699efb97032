"""Front matter as JSON Schema: what an editor needs to offer, explain and check every field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import CoreSchema

from generator.content.curriculum import Curriculum
from generator.content.kind import Kind
from generator.content.schema import VOCABULARY, Model

FOLDER = "schema"
Schema = dict[str, Any]


def json_schema(kind: Kind, curriculum: Curriculum) -> Schema:
    """The schema of a kind's front matter (draft 2020-12), whole in itself.

    Values of the vocabulary are an ``enum`` with ``enumDescriptions``, their Chinese names: that
    is what editors show beside each value, and a wrong one is said in one line, where ``oneOf``
    would say that nothing matches. A draft needs less, as it does for ``handbook check``.
    """
    card = shape(kind.card)
    needed = [key for key in kind.keys if key in kind.card.needed and key in card["properties"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{kind.key}.json",
        "title": kind.name,
        "description": kind.summary,
        "type": "object",
        "properties": {key: filled(card["properties"][key], curriculum) for key in kind.keys},
        "additionalProperties": False,
        "required": needed,
        "if": {"required": ["status"], "properties": {"status": {"const": "draft"}}},
        "else": {"required": [key for key in kind.keys if key in card["required"]]},
    }


def path(kind: Kind) -> str:
    """Where the repository keeps a kind's schema."""
    return f"{FOLDER}/{kind.key}.json"


def text(schema: Schema) -> str:
    """A schema as a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


@cache
def shape(model: type[Model]) -> Schema:
    """What a record may hold, references written out; words of the vocabulary by the name of their list."""
    drawn = model.model_json_schema(schema_generator=_Generator)
    whole: Schema = _whole(drawn, drawn.get("$defs", {}))
    return whole


def field(model: type[Model], location: tuple[int | str, ...]) -> Schema:
    """The part of a record's shape that a place in a file means; empty if none does."""
    part = shape(model)
    for step in location:
        part = part.get("items", {}) if isinstance(step, int) else part.get("properties", {}).get(step, {})
    return part


def example(part: Schema, curriculum: Curriculum | None) -> object:
    """What may stand at a part of a shape: its own example, or one made of its parts'.

    ``None`` if nothing is known. An example of the vocabulary is its first word, so that none
    is named here that a curriculum may drop.
    """
    if "examples" in part:
        shown = part["examples"][0]
        return date.fromisoformat(shown) if part.get("format") == "date" else shown
    if VOCABULARY in part:
        rows = getattr(curriculum, part[VOCABULARY], ())
        return rows[0].key if rows else None
    if "enum" in part:
        return part["enum"][0]
    if "items" in part:
        inner = example(part["items"], curriculum)
        return None if inner is None else [inner]
    if "properties" in part:
        made = {key: example(value, curriculum) for key, value in part["properties"].items()}
        return None if None in made.values() else made
    return None


def filled(part: Schema, curriculum: Curriculum) -> Schema:
    """A part with an example and, where the vocabulary says, its values."""
    found = dict(part)
    if "properties" in part:
        found["properties"] = {key: filled(value, curriculum) for key, value in part["properties"].items()}
    if "items" in part:
        found["items"] = filled(part["items"], curriculum)
    if VOCABULARY in part:
        rows = getattr(curriculum, part[VOCABULARY])
        found["enum"] = [row.key for row in rows]
        found["enumDescriptions"] = [row.name for row in rows]
    if "description" in part and "examples" not in part:
        found["examples"] = [json.loads(json.dumps(example(part, curriculum), default=str))]
    return found


class _Generator(GenerateJsonSchema):
    """Leaves out titles that only repeat a key in English, and keeps keys in the order written."""

    def field_title_should_be_set(self, schema: CoreSchema | Any) -> bool:
        return False

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        return value


def _whole(part: Any, definitions: Mapping[str, Schema]) -> Any:
    """A part with what it refers to in its place."""
    if isinstance(part, list):
        return [_whole(each, definitions) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        record = definitions[part["$ref"].removeprefix("#/$defs/")]
        # Its title and docstring are for programmers.
        kept = {key: value for key, value in record.items() if key not in ("title", "description")}
        part = kept | {key: value for key, value in part.items() if key != "$ref"}
    return {key: _whole(value, definitions) for key, value in part.items() if key != "$defs"}
