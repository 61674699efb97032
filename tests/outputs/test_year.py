"""The school year as a script gets it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.content.library import Library
from generator.content.school import School, SchoolTerm
from generator.outputs import year
from generator.pipeline import Result


@pytest.fixture
def library(real: Result) -> Library:
    return real.library


def value(library: Library) -> Any:
    (file,) = year.files(library)
    assert file.path == "calendar/year.js"
    text = file.data.decode()
    assert text.startswith("window.handbookYear = ")
    assert text.endswith(";\n")
    return json.loads(text.removeprefix("window.handbookYear = ").removesuffix(";\n"))


def test_the_occasions_are_those_of_the_vocabulary(library: Library) -> None:
    rows = value(library)["occasions"]
    assert [row["key"] for row in rows] == [row.key for row in library.curriculum.occasions]
    timing = {"key", "name", "when", "months", "days", "spans", "weekdays", "weeks", "semesters", "grades"}
    assert all(set(row) == timing for row in rows)
    weeks = [part for row in rows for part in row["weeks"]]
    assert weeks
    assert all(set(part) == {"from", "first", "last"} for part in weeks)


def test_items_are_lessons_then_kits_then_what_names_an_occasion(library: Library) -> None:
    found = value(library)["items"]
    lessons, kits = library.lessons, library.activities
    slugs = [item["slug"] for item in found]
    assert slugs[: len(lessons) + len(kits)] == [item.slug for item in (*lessons, *kits)]
    rest = found[len(lessons) + len(kits) :]
    assert rest
    assert all(item["occasions"] for item in rest)
    assert {item["kind"] for item in rest} <= {"integration", "guide"}


def test_an_item_says_what_a_page_needs(library: Library) -> None:
    found = {item["slug"]: item for item in value(library)["items"]}
    lesson = library.lessons[0]
    entry = found[lesson.slug]
    assert (entry["title"], entry["address"]) == (lesson.title, lesson.address)
    assert (entry["semester"], entry["order"]) == (lesson.card.semester, lesson.card.order)
    assert (entry["grades"], entry["strand"]) == ([lesson.card.grade], lesson.strand)
    kit = library.activities[0]
    assert found[kit.slug]["strands"] == list(kit.strands)
    earlier = {slug for item in found.values() for slug in item.get("builds_on", ())}
    assert earlier <= set(found)


def test_an_item_says_whether_parents_are_told_and_a_kit_where_it_is_held(library: Library) -> None:
    found = {item["slug"]: item for item in value(library)["items"]}
    told = {item.slug for item in library.where("notice", "yes")}
    assert told
    assert {slug for slug, item in found.items() if item.get("notice")} == told & set(found)
    assert {found[kit.slug]["setting"] for kit in library.activities} <= {
        row.key for row in library.curriculum.settings
    }
    assert all(found[kit.slug]["setting"] == kit.card.setting for kit in library.activities)


def test_drafts_are_left_out(library: Library) -> None:
    first, *others = library.items
    draft = replace(first, card=first.card.model_copy(update={"status": "draft"}))
    found = value(replace(library, items=(draft, *others)))["items"]
    assert first.slug not in {item["slug"] for item in found}
    assert len(found) == len(value(library)["items"]) - 1


def test_the_terms_are_those_of_the_school(library: Library) -> None:
    assert value(library)["terms"] == []
    term = SchoolTerm(name="上学期", first=date(2026, 9, 1), last=date(2027, 1, 22))
    school = School(terms=(term,))
    expected = [{"name": "上学期", "first": "2026-09-01", "last": "2027-01-22"}]
    assert value(replace(library, school=school))["terms"] == expected
