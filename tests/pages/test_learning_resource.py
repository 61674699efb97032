"""What machines are told of a lesson, in schema.org's words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.adapters.mkdocs import build
from generator.config import Config
from generator.pages.page import plan
from generator.pipeline import publish, run
from tests.rules.specimen import FILES, lay

# Properties that schema.org gives a LearningResource, of its own or as a CreativeWork or Thing.
KNOWN = {
    "@context",
    "@type",
    "about",
    "audience",
    "author",
    "dateModified",
    "description",
    "educationalAlignment",
    "educationalLevel",
    "educationalUse",
    "hasPart",
    "inLanguage",
    "isAccessibleForFree",
    "isPartOf",
    "keywords",
    "learningResourceType",
    "name",
    "teaches",
    "timeRequired",
    "url",
}


def _structured(root: Path, address: str = "") -> dict[str, Any]:
    config = Config(root, address=address)
    site, _ = publish(config, run(config).library)
    return {page.path: json.loads(json.dumps(page.structured)) for page in site.pages if page.structured}


def test_a_lesson_says_what_it_teaches_and_to_whom(tiny: Path) -> None:
    lay(tiny, "课例", "## 活动目标\n- 认知：说出**三个**信号。\n- 情感：愿意说。\n- 行为：做出三步。\n")
    said = _structured(tiny)[FILES["课例"]]
    assert said["@type"] == "LearningResource"
    assert said["name"] == "样课一"
    assert said["inLanguage"] == "zh-CN"
    assert said["timeRequired"] == "PT40M"
    assert said["educationalLevel"] == ["二年级"]
    assert "教案" in said["learningResourceType"]
    assert said["teaches"] == ["说出三个信号。", "愿意说。", "做出三步。"]
    assert said["audience"]["educationalRole"] == "teacher"
    assert {thing["name"] for thing in said["about"]} >= {"情绪认知与表达"}
    assert [part["name"] for part in said["hasPart"]] == ["样单"]
    assert all(row["targetName"] for row in said["educationalAlignment"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", said["dateModified"])
    assert said["isAccessibleForFree"] is True


def test_only_what_schema_org_knows_and_nothing_empty(tiny: Path) -> None:
    found = _structured(tiny)
    assert set(found) == {FILES["课例"], FILES["活动包"], FILES["学科融合"], OTHER}
    for said in found.values():
        assert set(said) <= KNOWN
        assert all(said.values())
        assert "typicalAgeRange" not in said


OTHER = "lessons/lower/emotions/other-lesson.md"


@pytest.mark.parametrize("address", ["", "https://school.example/xinyu/"])
def test_addresses_stand_in_it_only_where_the_site_is_known(address: str, tiny: Path) -> None:
    said = _structured(tiny, address)[FILES["课例"]]
    sheet = said["hasPart"][0]
    if address:
        assert said["url"] == f"{address}lessons/lower/emotions/sample-lesson.html"
        assert sheet["url"] == f"{address}lessons/lower/emotions/sample-sheet.html"
    else:
        assert "url" not in said
        assert "url" not in sheet


def test_the_page_holds_it_as_data_that_no_text_can_leave(tiny: Path) -> None:
    lay(tiny, "课例", 'title: "甲 & 乙"')
    build(tiny / "mkdocs.yml", tiny / "site")
    page = (tiny / "site/lessons/lower/emotions/sample-lesson.html").read_text("utf-8")
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(text)["name"] == "甲 & 乙"
    assert "<" not in text


def test_a_page_that_shows_an_item_says_which(tiny: Path) -> None:
    library = run(Config(tiny)).library
    shown = {page.item.path: page.path for page in plan(library) if page.item}
    assert shown == {item.path: item.path for item in library.items}
