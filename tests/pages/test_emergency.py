"""What a school writes of itself stands on the page as it was written."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from generator.adapters.mkdocs import build
from generator.content.school import BLANK, CONTACTS, School
from tests.rules.specimen import FILES

ODD = "<b>王*老*师</b> _一_ | [二](x) &copy; {.三} `四` ~五~ 1. # \\ {principal}"


def _text(file: Path) -> str:
    """What a browser shows of a page."""
    return html.unescape(re.sub(r"<[^>]*>", "", file.read_text("utf-8")))


def _school(root: Path, value: str) -> None:
    contacts = "".join(f"  {key}: {json.dumps(value, ensure_ascii=False)}\n" for key in CONTACTS)
    (root / "school.yml").write_text(f"contacts:\n{contacts}", "utf-8")


def test_contacts_are_shown_as_they_are_written(tiny: Path) -> None:
    _school(tiny, ODD)
    build(tiny / "mkdocs.yml", tiny / "site")
    for path in ("emergency.md", FILES["课例"]):
        shown = _text(tiny / "site" / path.replace(".md", ".html"))
        assert f"心理教师：{ODD}；德育负责人：{ODD}。" in shown
        assert f"本地热线{ODD}" in shown
        assert shown.count(ODD) == (8 if path == "emergency.md" else 3)


def test_what_is_missing_is_a_blank_to_fill_in(tiny: Path) -> None:
    build(tiny / "mkdocs.yml", tiny / "site")
    shown = _text(tiny / "site/emergency.html")
    assert f"心理教师：{BLANK}" in shown
    for name in CONTACTS.values():
        assert f"{name}{BLANK}" in shown


FILLED = [
    ({}, "心理教师：____（本校填写）"),
    ({"contacts": {"counsellor": ""}}, "心理教师：____（本校填写）"),
    ({"contacts": {"counsellor": " \n"}}, "心理教师：____（本校填写）"),
    ({"contacts": {"counsellor": "李老师\n  分机\t12"}}, "心理教师：李老师 分机 12"),
    ({"contacts": {"counsellor": "{nurse}", "nurse": "周医生"}}, "心理教师：{nurse}"),
]


@pytest.mark.parametrize(("written", "shown"), FILLED)
def test_a_field_is_filled_once_and_in_one_line(written: dict[str, object], shown: str) -> None:
    assert School.model_validate(written).fill("心理教师：{counsellor}") == shown


def test_what_is_still_blank_is_known_by_name() -> None:
    school = School.model_validate({"contacts": {"counsellor": "李老师", "nurse": " "}})
    assert school.unfilled == ("德育负责人", "校长", "校医", "都不在时找", "本地热线")
    assert School().unfilled == tuple(CONTACTS.values())
