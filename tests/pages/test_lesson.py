"""What the page of a lesson adds to what its author wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.pipeline import publish, run
from tests.rules.specimen import FILES, lay


def _page(root: Path, path: str = FILES["课例"]) -> str:
    config = Config(root)
    result = run(config)
    assert result.diagnostics == ()
    return publish(config, result.library)[1][path]


MARKS = [
    ("[]", [], ["说与不说", "不比不猜", "让人担心的，怎么办", "先告诉家长", "报告的义务"]),
    ("[sharing]", ["说与不说"], ["让人担心的，怎么办"]),
    ("[artwork]", ["不比不猜"], ["让人担心的，怎么办"]),
    ("[referral]", ["让人担心的，怎么办", "12356", "12355", "110", "（本校填写）"], ["先告诉家长"]),
    ("[boundary]", ["先告诉家长", "让人担心的，怎么办", "报告的义务", "第十一条"], ["不比不猜"]),
]


@pytest.mark.parametrize(("marks", "there", "absent"), MARKS)
def test_marks_print_what_is_said_once_for_all(
    marks: str, there: list[str], absent: list[str], tiny: Path
) -> None:
    lay(tiny, "课例", f"safety: {marks}")
    page = _page(tiny)
    assert "活动约定" in page
    assert "可以说“过”" in page
    assert "心里不舒服，可以告诉你信任的大人" in page
    for words in there:
        assert words in page
    for words in absent:
        assert words not in page


def test_a_page_says_who_reviewed_and_tried_it(tiny: Path) -> None:
    assert "待专业人员审阅" in _page(tiny)
    assert "尚未试教" in _page(tiny)
    lay(
        tiny,
        "课例",
        "reviewed_by: [{role: 区心理教研员, on: 2026-10-01}]\ntried: [{grade: 2, size: 42, year: 2026}]",
    )
    page = _page(tiny)
    assert "区心理教研员" in page
    assert "42人" in page
    assert "尚未试教" not in page


def test_headings_have_their_own_ids_and_aliases_their_one_name(tiny: Path) -> None:
    lay(tiny, "课例", "## 板书设计\n停。\n")
    file = tiny / FILES["课例"]
    file.write_text(file.read_text("utf-8").replace("## 活动目标", "## 教学目标"), "utf-8")
    page = _page(tiny)
    assert "## 活动目标 {#教学目标}" in page
    assert "### 画一画 {#画一画}" in page
    assert "#### 教师活动 {#画一画-教师活动" in page


def test_a_link_to_a_sheet_leads_to_the_page_that_prints_it(tiny: Path) -> None:
    page = _page(tiny)
    assert "[样单](sample-sheet.md)" in page
    assert 'src="sample-sheet.svg"' in _page(tiny, "lessons/lower/emotions/sample-sheet.md")


def test_what_an_author_writes_cannot_become_markup(tiny: Path) -> None:
    lay(tiny, "课例", 'title: "甲 & 乙 {{ 7 * 7 }} [x](y)"')
    page = _page(tiny)
    assert "甲 &amp; 乙 {{ 7 * 7 }} [x](y)" in page
    assert "49" not in page


def test_an_exception_is_not_printed(tiny: Path) -> None:
    lay(tiny, "课例", "## 设计理念\n<!-- 允许 X01 示例号码 -->\n电话13812345678。\n")
    assert "允许" not in _page(tiny)
