"""An address that was left leads to where its page is now."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from generator.adapters.mkdocs import build
from generator.config import Config
from generator.outputs import redirects
from generator.pages.page import plan
from generator.pipeline import load, publish, run
from tests.conftest import found
from tests.rules.specimen import FILES, lay

LESSON = "lessons/lower/emotions/sample-lesson.html"
KIT = "activities/sample-kit/index.html"
IDEA = "integrations/chinese/sample-idea.html"


def _made(root: Path) -> dict[str, str]:
    assert found(root) == ()
    library = load(Config(root)).without_drafts()
    return {file.path: file.data.decode() for file in redirects.files(library)}


MOVES = [
    ("课例", "lessons/lower/emotions/old-name.html", LESSON, "../../../"),
    ("课例", "lessons/middle/teamwork/old-name.md", LESSON, "../../../"),
    ("课例", "lessons/lower/habits/sample-lesson.html", LESSON, "../../../"),
    ("活动包", "activities/old-kit/index.html", KIT, "../../"),
    ("学科融合", "integrations/pe/sample-idea.html", IDEA, "../../"),
]


@pytest.mark.parametrize(("place", "old", "new", "root"), MOVES)
def test_an_old_address_leads_to_the_page(place: str, old: str, new: str, root: str, tiny: Path) -> None:
    lay(tiny, place, f"moved_from: [{old}]")
    at = old.removesuffix(".md").removesuffix(".html") + ".html"
    page = _made(tiny)[at]
    named = re.findall(r'<a href="([^"]+)"|content="0; url=([^"]+)"|rel="canonical" href="([^"]+)"', page)
    named += re.findall(r'data-to="([^"]+)"()()', page)
    addresses = {next(filter(None, row)) for row in named}
    assert len(named) == 4
    assert {normpath(join(dirname(at), address)) for address in addresses} == {new}
    assert set(re.findall(r'(?:src|href)="([./]*)assets/', page)) == {root}
    for words in ('lang="zh-CN"', 'name="robots" content="noindex"', "<title>这一页搬家了："):
        assert words in page


def test_sheets_follow_their_lesson(tiny: Path) -> None:
    lay(
        tiny,
        "课例",
        "moved_from: [lessons/lower/habits/old-name.html]\n"
        "printables: [{file: sample-lesson-body.svg, title: 样单, paper: A4, copies: per-pupil}]",
    )
    folder = tiny / "lessons/lower/emotions"
    (folder / "sample-sheet.svg").rename(folder / "sample-lesson-body.svg")
    file = tiny / FILES["课例"]
    file.write_text(
        file.read_text("utf-8").replace("(sample-sheet.svg)", "(sample-lesson-body.svg)"), "utf-8"
    )
    made = _made(tiny)
    assert set(made) == {"lessons/lower/habits/old-name.html", "lessons/lower/habits/old-name-body.html"}
    sheet = made["lessons/lower/habits/old-name-body.html"]
    assert 'href="../emotions/sample-lesson-body.html"' in sheet


def test_no_page_is_overwritten(tiny: Path) -> None:
    """Not even by the guessed address of a sheet: here the sheet's page stays where it is."""
    lay(tiny, "课例", "moved_from: [lessons/lower/emotions/old-name.html]")
    assert set(_made(tiny)) == {"lessons/lower/emotions/old-name.html"}
    library = load(Config(tiny))
    assert {page.address for page in plan(library)}.isdisjoint(_made(tiny))


def test_a_draft_claims_no_address(tiny: Path) -> None:
    lay(tiny, "学科融合", "moved_from: [integrations/pe/sample-idea.html]")
    config = Config(tiny, drafts=True)
    assert "integrations/pe/sample-idea.html" in publish(config, run(config).library)[0].files
    lay(tiny, "学科融合", "status: draft")
    library = run(Config(tiny)).library
    assert "integrations/pe/sample-idea.html" not in publish(Config(tiny), library)[0].files


def test_titles_are_text_and_a_known_site_is_named(tiny: Path) -> None:
    lay(tiny, "课例", 'title: "甲 & 乙 {x}"\nmoved_from: [lessons/lower/emotions/old-name.html]')
    config = Config(tiny, address="https://school.example/xinyu/")
    site, _ = publish(config, run(config).library)
    page = site.files["lessons/lower/emotions/old-name.html"].decode()
    assert "甲 &amp; 乙 {x}" in page
    assert f'<link rel="canonical" href="https://school.example/xinyu/{LESSON}">' in page


def test_the_engine_publishes_them(tiny: Path) -> None:
    lay(tiny, "课例", "moved_from: [lessons/lower/emotions/old-name.html]")
    build(tiny / "mkdocs.yml", tiny / "site")
    page = (tiny / "site/lessons/lower/emotions/old-name.html").read_text("utf-8")
    assert "sample-lesson.html" in page
    for asset in re.findall(r'(?:src|href)="\.\./\.\./\.\./(assets/[^"]+)"', page):
        assert (tiny / "site" / asset).is_file()
