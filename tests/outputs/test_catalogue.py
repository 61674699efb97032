"""The catalogue as another program gets it: whole, described, and true in both directions."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.content.catalogue import Catalogue
from generator.content.catalogue import schema as catalogue_schema
from generator.content.facet import facets
from generator.content.library import Library
from generator.outputs import catalogue
from generator.pipeline import Result

Value = dict[str, Any]


@pytest.fixture(scope="module")
def library(real: Result) -> Library:
    return real.library


@pytest.fixture(scope="module")
def made(library: Library) -> dict[str, Value]:
    return {file.path: json.loads(file.data) for file in catalogue.files(library)}


@pytest.fixture(scope="module")
def value(made: dict[str, Value]) -> Value:
    return made["catalogue.json"]


@pytest.fixture(scope="module")
def validator(made: dict[str, Value]) -> Draft202012Validator:
    schema = made["catalogue.schema.json"]
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_it_fits_the_schema_that_it_names(value: Value, validator: Draft202012Validator) -> None:
    assert value["$schema"] == "catalogue.schema.json" == validator.schema["$id"]
    assert [error.message for error in validator.iter_errors(value)] == []


def test_the_same_library_gives_the_same_bytes(library: Library) -> None:
    assert list(catalogue.files(library)) == list(catalogue.files(library))


def test_it_holds_every_published_item(library: Library, value: Value) -> None:
    assert [item["slug"] for item in value["items"]] == [item.slug for item in library.published]
    volcano = next(item for item in value["items"] if item["slug"] == "little-volcano")
    assert volcano["facets"]["grade"] == ["2"]
    assert volcano["grades"] == [2]
    assert volcano["minutes"] == 40
    assert volcano["address"] == "lessons/lower/emotions/little-volcano.html"
    assert volcano["sheets"][0] == {
        "title": "冒烟小人",
        "paper": "A4",
        "copies": "per-pupil",
        "address": "lessons/lower/emotions/little-volcano-body.html",
        "file": "lessons/lower/emotions/little-volcano-body.svg",
    }


def test_its_facets_are_the_library_s_and_say_what_items_have(library: Library, value: Value) -> None:
    known = facets(library.curriculum)
    assert [facet["key"] for facet in value["facets"]] == [facet.key for facet in known]
    for facet in known:
        for term in facet.values(library.curriculum):
            listed = {item["slug"] for item in value["items"] if term in item["facets"].get(facet.key, [])}
            assert listed == {item.slug for item in library.published if term in facet.terms(item)}


def test_every_relation_has_its_other_end(value: Value) -> None:
    items = {item["slug"]: item for item in value["items"]}
    for slug, item in items.items():
        for name, others in item["relations"].items():
            assert all(slug in items[other]["linked_from"][name] for other in others)
        for name, others in item["linked_from"].items():
            assert all(slug in items[other]["relations"][name] for other in others)
    assert any(item["linked_from"].get("builds_on") for item in items.values())


def test_an_item_and_a_draft_that_it_links_to(tiny_library: Library) -> None:
    """A draft is in no list, not even as the end of a relation."""
    drafts = {item.slug for item in tiny_library.items} - {item.slug for item in tiny_library.published}
    text = json.dumps(catalogue.catalogue(tiny_library.without_drafts()).model_dump(mode="json"))
    assert drafts
    assert not any(f'"{slug}"' in text for slug in drafts)


@pytest.fixture
def tiny_library(tiny: Any) -> Library:
    from generator.config import Config
    from generator.pipeline import load
    from tests.rules.specimen import FILES

    file = tiny / FILES["课例"]
    file.write_text(file.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    return load(Config(tiny))


def _described(part: Value) -> list[Value]:
    below = [*part.get("properties", {}).values(), *([part["items"]] if "items" in part else [])]
    return [part, *(found for each in below for found in _described(each))]


def test_every_property_says_in_chinese_what_it_is(validator: Draft202012Validator) -> None:
    records = [part for part in _described(dict(validator.schema)) if "properties" in part]
    assert len(records) > 5
    for record in records:
        for key, part in record["properties"].items():
            assert any("一" <= character <= "鿿" for character in part["description"]), key
            for shown in part.get("examples", ()):
                Draft202012Validator(part).validate(shown)


def _first(value: Value) -> Value:
    item: Value = value["items"][0]
    return item


SHAPES: dict[str, Callable[[Value], object]] = {
    "no title": lambda value: _first(value).pop("title"),
    "an unknown key": lambda value: _first(value).update(colour="red"),
    "a kind that is none": lambda value: _first(value).update(kind="song"),
    "a facet that is none": lambda value: _first(value)["facets"].update(colour=["red"]),
    "a term that is none": lambda value: _first(value)["facets"].update(grade=["7"]),
    "a facet without terms": lambda value: _first(value)["facets"].update(grade=[]),
    "a grade in words": lambda value: _first(value).update(grades=["二年级"]),
    "an address from a disk": lambda value: _first(value).update(address="/srv/a.html"),
    "a slug in capitals": lambda value: _first(value).update(slug="A"),
    "a day that is none": lambda value: _first(value).update(updated="2026-02-31"),
    "minutes as a word": lambda value: _first(value).update(minutes="40"),
    "a relation that is no list": lambda value: _first(value)["relations"].update(kits="calm-corner"),
    "a relation to nothing": lambda value: _first(value)["relations"].update(kits=[]),
    "another schema": lambda value: value.update({"$schema": "other.json"}),
    "no facets": lambda value: value.pop("facets"),
}


@pytest.mark.parametrize("change", SHAPES.values(), ids=SHAPES)
def test_what_is_wrong_is_refused(
    change: Callable[[Value], object], value: Value, validator: Draft202012Validator
) -> None:
    wrong = copy.deepcopy(value)
    change(wrong)
    assert not validator.is_valid(wrong)


MISFITS: dict[str, Callable[[Value], object]] = {
    "a slug that stands twice": lambda value: value["items"].append(_first(value)),
    "a term of no facet": lambda value: _first(value)["facets"].update(grade=["7"]),
    "a facet that is not listed": lambda value: value["facets"].pop(0),
    "a relation to nobody": lambda value: _first(value)["relations"].update(kits=["nobody"]),
    "a relation of which the other end does not know": lambda value: _first(value)["relations"].update(
        kits=[value["items"][-1]["slug"]]
    ),
    "an end without a beginning": lambda value: _first(value)["linked_from"].update(
        kits=[value["items"][-1]["slug"]]
    ),
}


@pytest.mark.parametrize("change", MISFITS.values(), ids=MISFITS)
def test_parts_that_do_not_fit_each_other_are_a_bug(change: Callable[[Value], object], value: Value) -> None:
    Catalogue.model_validate_json(json.dumps(value))
    wrong = copy.deepcopy(value)
    change(wrong)
    with pytest.raises(ValueError, match=r"a slug|facet|relations|Value error"):
        Catalogue.model_validate_json(json.dumps(wrong))


def test_a_new_word_of_the_vocabulary_is_in_the_schema(library: Library) -> None:
    curriculum = library.curriculum
    row = curriculum.forms[0].model_copy(update={"key": "puppets", "name": "木偶"})
    more = curriculum.model_copy(update={"forms": (*curriculum.forms, row)})
    entry = catalogue_schema(more)["properties"]["items"]["items"]["properties"]
    assert entry["facets"]["properties"]["form"]["items"]["enum"][-1] == "puppets"
    assert entry["facets"]["properties"]["form"]["items"]["enumDescriptions"][-1] == "木偶"
