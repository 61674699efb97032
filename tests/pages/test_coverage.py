"""The map of the curriculum: it shows what the lessons cover, and says what they do not."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from generator.config import Config
from generator.content.coverage import coverage
from generator.pages.coverage import CELL, WIDTH, Map, anchor, item_map, pages, strand_map
from generator.pages.render import render
from generator.pipeline import Result, load
from tests.rules.specimen import lay


def _page(root: Path) -> str:
    library = load(Config(root))
    (page,) = pages(library)
    return render(page, library)


def _cell(page: str, words: str) -> tuple[str, str, str]:
    """Where the cell whose title begins so leads, how it looks, and the number in it."""
    pattern = rf'<a href="([^"]*)"><title>{re.escape(words)}[^<]*</title><rect class="hb-map-(\w+)"[^>]*/>(?:<text[^>]*>(\d+)</text>)?</a>'
    (found,) = re.findall(pattern, page)
    target, look, count = found
    return target.replace("&amp;", "&"), look, count


def _gaps(page: str) -> list[str]:
    """The codes that are said to have no lesson."""
    listed = page[page.index("hb-coverage-gaps") :]
    return re.findall(r"<b>(\w+)</b>", listed[: listed.index("</ul>")])


def test_a_lesson_more_changes_the_map_and_the_words(tiny: Path) -> None:
    before = _page(tiny)
    first = "L1 认识班级、学校、日常学习生活环境和基本规则。"
    assert "讲到其中1条，占5.8%" in before
    assert "L1" in _gaps(before)
    assert "L4" not in _gaps(before)
    assert _cell(before, first + "二年级：还没有课") == ("#guideline-l1", "none", "")
    lay(tiny, "课例", "guideline: [L1, L4]")
    after = _page(tiny)
    assert "讲到其中2条，占11.7%" in after
    assert "L1" not in _gaps(after)
    target = "../find/index.html?guideline=L1&grade=2"
    assert _cell(after, first + "二年级：1节，《样课一》") == (target, "1", "1")
    assert _cell(after, first + "一年级：还没有课") == ("#guideline-l1", "none", "")


def test_a_semester_with_lessons_leads_to_them(tiny: Path) -> None:
    page = _page(tiny)
    target = "../find/index.html?strand=emotions&grade=2&semester=1"
    assert _cell(page, "情绪认知与表达。二年级上册：2节，《样课一》《样课二》") == (target, "2", "2")
    assert _cell(page, "情绪认知与表达。二年级下册：还没有课") == ("#strand-emotions", "none", "")
    lay(tiny, "课例", "semester: 2")
    assert _cell(_page(tiny), "情绪认知与表达。二年级下册：1节，《样课一》")[1:] == ("1", "1")


def test_an_early_start_is_shown_and_does_not_count(tiny: Path) -> None:
    assert "不算覆盖</li>" not in _page(tiny)
    lay(tiny, "课例", "guideline: [L4, M4]")
    page = _page(tiny)
    assert "不算覆盖</li>" in page
    assert "讲到其中1条" in page
    assert "M4" in _gaps(page)
    words = "M4 在学习生活中感受解决困难的快乐，学会体验情绪并表达自己的情绪。"
    target = "../find/index.html?guideline=M4&grade=2"
    assert _cell(page, words + "二年级：提前启蒙1节，不算覆盖：《样课一》") == (target, "aside", "1")
    assert _cell(page, words + "三年级：还没有课") == ("#guideline-m4", "none", "")


def test_a_draft_is_not_on_the_map(tiny: Path) -> None:
    lay(tiny, "课例", "status: draft\nguideline: [L1]")
    page = _page(tiny)
    assert "样课一" not in page
    assert "L1" in _gaps(page)


def test_every_item_and_strand_has_its_row_and_every_link_in_the_page_a_place(real: Result) -> None:
    (page,) = pages(real.library)
    text = render(page, real.library)
    ids = set(re.findall(r'\sid="([^"]+)"', text)) | set(re.findall(r"\{#([\w-]+)\}", text))
    curriculum = real.library.curriculum
    assert {anchor(item) for item in curriculum.guideline} <= ids
    assert {anchor(strand) for strand in curriculum.strands} <= ids
    assert anchor(curriculum.guideline[3]) == "guideline-l4"
    assert set(re.findall(r'href="#([^"]+)"', text)) <= ids
    for item in curriculum.guideline:
        assert f"<span>{item.text}</span>" in text


def _fits(drawn: Map) -> bool:
    """Whether nothing stands on another or outside."""
    rows = [line.y for block in drawn.blocks for line in block.lines]
    lines = [line for block in drawn.blocks for line in block.lines]
    apart = all(lower - upper >= CELL for upper, lower in pairwise(rows))
    inside = rows[-1] + CELL <= drawn.height
    for line in lines:
        places = [cell.x for cell in line.cells]
        apart = apart and all(b - a >= drawn.cell for a, b in pairwise(places))
        inside = inside and max(places) + drawn.cell <= WIDTH
    return apart and inside


def test_the_maps_fit_a_phone_whatever_the_vocabulary(tiny: Path) -> None:
    file = tiny / "curriculum.yml"
    row = "  - {key: walks, band: lower, name: 一条名字长得一行写不下的线索, icon: material/walk, summary: 走一走。}\n"
    file.write_text(file.read_text("utf-8").replace("strands:\n", "strands:\n" + row), "utf-8")
    lay(tiny, "课例", "guideline: [L4, M4, U4]")
    found = coverage(load(Config(tiny)))
    assert _fits(item_map(found))
    drawn = strand_map(found)
    assert _fits(drawn)
    assert drawn.blocks[0].lines[0].label == ("一条名字长得一行写", "不下的线索")
    assert len(drawn.blocks[0].lines) == 4
