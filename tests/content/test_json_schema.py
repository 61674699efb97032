"""The JSON Schemas: fresh, valid, kind to what is right and strict with what is wrong."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.content.decode import decode
from generator.content.json_schema import example, field, json_schema, path, text
from generator.content.kind import Kind, kinds
from generator.pipeline import Result
from generator.source.document import parse
from generator.source.frontmatter import flow, plain
from generator.source.span import Source
from tests.conftest import REPOSITORY

KINDS = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.key)
PLACES = {
    "lesson": "lessons/lower/emotions/made.md",
    "activity": "activities/made/index.md",
    "integration": "integrations/chinese/made.md",
    "guide": "guides/made.md",
}


def _json(value: object) -> Any:
    """A value of YAML as an editor hands it to a validator: dates are words there."""
    if isinstance(value, dict):
        return {key: _json(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_json(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _said(schema: dict[str, Any], front: object) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(_json(front))]


@KINDS
def test_what_is_checked_in_is_what_the_models_say(kind: Kind, real: Result) -> None:
    """If this fails, run `make schema`."""
    schema = json_schema(kind, real.library.curriculum)
    assert (REPOSITORY / path(kind)).read_text("utf-8") == text(schema)
    Draft202012Validator.check_schema(schema)


@KINDS
def test_the_keys_of_a_kind_are_its_fields(kind: Kind) -> None:
    fields = [field.alias or name for name, field in kind.card.model_fields.items()]
    assert sorted(kind.keys) == sorted(fields)


def test_real_front_matter_has_its_keys_and_fits(real: Result) -> None:
    schemas = {kind.key: json_schema(kind, real.library.curriculum) for kind in kinds()}
    for item in real.library.items:
        assert _said(schemas[item.kind.key], plain(item.document.front)) == [], item.path


def _records(part: dict[str, Any]) -> list[dict[str, Any]]:
    """Every record below a schema, itself included."""
    found = [part] if "properties" in part else []
    below = [*part.get("properties", {}).values(), *([part["items"]] if "items" in part else [])]
    for each in below:
        found += _records(each)
    return found


@KINDS
def test_every_field_says_what_it_is_and_shows_one(kind: Kind, real: Result) -> None:
    for record in _records(json_schema(kind, real.library.curriculum)):
        for key, part in record["properties"].items():
            assert part["description"].endswith(("。", "……")), key
            assert part["examples"][0] is not None, key


@KINDS
def test_a_file_of_nothing_but_examples_is_right(kind: Kind, real: Result) -> None:
    curriculum = real.library.curriculum
    schema = json_schema(kind, curriculum)
    lines = []
    for key in kind.keys:
        lines.append(f"{key}: {flow(example(field(kind.card, (key,)), curriculum))}")
    document = parse(Source(PLACES[kind.key], "---\n" + "\n".join(lines) + "\n---\n"))
    item, findings = decode(document, kinds(), curriculum)
    assert (findings, _said(schema, plain(document.front))) == ((), [])
    assert item is not None


# Kind and a line that is wrong in one way. Only one kind of mistake is past a schema: to an editor
# a date is a word, so it lets through a date without quotes where a word is due, and the reverse.
WRONG = [
    ("lesson", "title: 525"),
    ("lesson", "title: no"),
    ("lesson", 'title: ""'),
    ("lesson", "titel: 甲"),
    ("lesson", "hide: [toc]"),
    ("lesson", "grade: 7"),
    ("lesson", "grade: 二"),
    ("lesson", "grade: 1.5"),
    ("lesson", "semester: 上册"),
    ("lesson", "order: -1"),
    ("lesson", "area: emotions"),
    ("lesson", "guideline: []"),
    ("lesson", "guideline: [L9]"),
    ("lesson", "minutes: 40分钟"),
    ("lesson", "forms: role-play"),
    ("lesson", "forms: [roleplay]"),
    ("lesson", "needs: {projector: yes}"),
    ("lesson", "safety: [shareing]"),
    ("lesson", "keywords: [一, 二]"),
    ("lesson", "builds_on: [Bad Slug]"),
    ("lesson", "printables: [{file: a.docx, title: 甲, paper: A4, copies: per-pupil}]"),
    ("lesson", "printables: [{file: a.svg, title: 甲, paper: A3, copies: per-pupil}]"),
    ("lesson", "status: publish"),
    ("lesson", "updated: 昨天"),
    ("lesson", "updated: 2026-13-01"),
    ("lesson", "authors: 王老师"),
    ("lesson", "reviewed_by: [{role: 心理教师}]"),
    ("lesson", "tried: [{grade: 2, size: 0, year: 2026}]"),
    ("lesson", "summary:"),
    ("activity", "grades: [1, 2, 3]"),
    ("activity", "setting: classs"),
    ("activity", "size: {from: 10, too: 50}"),
    ("activity", "size: 10"),
    ("activity", "sessions: 0"),
    ("activity", "materials: [{item: 纸, per: child, n: 1}]"),
    ("integration", "minutes: 15"),
    ("integration", "textbook: {edition: 甲, volume: 甲, unit: 甲, text: 甲, confidence: E}"),
    ("guide", "audience: []"),
    ("guide", "audience: [班主任]"),
]


@pytest.mark.parametrize(("key", "line"), WRONG)
def test_what_decoding_refuses_the_schema_refuses_too(key: str, line: str, real: Result) -> None:
    curriculum = real.library.curriculum
    kind = next(kind for kind in kinds() if kind.key == key)
    item = next(item for item in real.library.items if item.kind.key == key)
    wrong = line.partition(":")[0]
    front = item.document.source.text.split("---\n")[1]
    kept = [
        row for row in front.splitlines() if not row.startswith(f"{wrong}:") and not row.startswith("  - ")
    ]
    document = parse(Source(item.path, "---\n" + "\n".join([*kept, line]) + "\n---\n"))
    _, findings = decode(document, kinds(), curriculum)
    blamed = {finding.topic for finding in findings} - {"missing-key"}
    assert (document.findings, bool(findings)) == ((), True)
    assert blamed or "reviewed_by" in line
    assert _said(json_schema(kind, curriculum), plain(document.front))


@KINDS
def test_what_is_required_is_required_of_a_draft_only_as_decoding_does(kind: Kind, real: Result) -> None:
    schema = json_schema(kind, real.library.curriculum)
    bare = {"title": "新想法", "status": "draft"} | ({"grade": 1} if "grade" in kind.keys else {})
    assert _said(schema, bare) == []
    missing = {message.split("'")[1] for message in _said(schema, bare | {"status": "published"})}
    assert missing == set(schema["else"]["required"]) - set(bare)


def test_the_command_prints_and_writes(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tiny), "schema", "guide"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "指南"
    assert main(["--root", str(tiny), "schema"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {kind.key for kind in kinds()}
    assert main(["--root", str(tiny), "schema", "--write"]) == 0
    assert {file.name for file in (tiny / "schema").iterdir()} == {f"{kind.key}.json" for kind in kinds()}
    (tiny / "curriculum.yml").write_text("bands: []\n", "utf-8")
    capsys.readouterr()
    assert main(["--root", str(tiny), "schema"]) == 1
    assert "handbook check" in capsys.readouterr().err
