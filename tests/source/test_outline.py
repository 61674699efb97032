"""Headings, steps, links and marks with places."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from generator.pipeline import Result
from generator.source.document import parse
from generator.source.outline import Outline, outline
from generator.source.span import Source, Span
from tests.conftest import found as found_in
from tests.rules.specimen import FILES


def _outline(text: str) -> tuple[Source, Outline]:
    source = Source("a.md", text)
    return source, outline(source, Span(0, len(text)))


TIMED = [
    ("### 团体暖身（5分钟）火山操", ("团体暖身", 5, "火山操")),
    ("### 团体暖身(5分钟)火山操", ("团体暖身", 5, "火山操")),
    ("### 团体暖身（5分）：火山操", ("团体暖身", 5, "火山操")),
    ("### 导入（5'）", ("导入", 5, "")),
    ("### 开场与约定（5分钟）", ("开场与约定", 5, "")),
    ("### 团体暖身 火山操", None),
    ("### 读《三年级（上）》", None),
]


@pytest.mark.parametrize(("heading", "expected"), TIMED)
def test_minutes_in_a_heading(heading: str, expected: tuple[str, int, str] | None) -> None:
    source, found = _outline(heading + "\n")
    mark = found.sections[0].timed
    assert (mark and (mark.label, mark.minutes, mark.name)) == expected
    if mark:
        assert source[mark.span] == str(mark.minutes)


def test_ids_stay_when_a_step_is_inserted() -> None:
    before = "## 过程\n\n### 暖身（5分钟）甲\n\n#### 教师活动\n\n### 工作（5分钟）乙\n\n#### 教师活动\n"
    after = before.replace("### 工作", "### 转换（5分钟）丙\n\n#### 教师活动\n\n### 工作")
    ids = {section.id for section in _outline(before)[1].walk()}
    more = [section.id for section in _outline(after)[1].walk()]
    assert ids < set(more)
    assert len(more) == len(set(more))


def test_links_and_images_have_the_place_of_their_address() -> None:
    source, found = _outline('看[甲](a.md)和[乙](b.md#丙 "题")。\n\n![图](c.svg)\n\n> [丁](a.md)\n')
    assert [(link.text, link.image, source[link.span]) for link in found.links] == [
        ("甲", False, "a.md"),
        ("乙", False, "b.md#丙"),
        ("图", True, "c.svg"),
        ("丁", False, "a.md"),
    ]
    assert found.links[0].span != found.links[3].span


def test_dangerous_addresses_are_seen_as_written() -> None:
    _, found = _outline("[a](javascript:alert(1)) [b](<JaVaScRiPt:x>)\n")
    assert [link.target for link in found.links] == ["javascript:alert(1)", "JaVaScRiPt:x"]


def test_raw_html_is_seen_but_not_an_exception() -> None:
    source, found = _outline("<!-- 允许 X21 课文题目如此 -->\n\n甲<b>乙</b>\n\n<script>\nx\n</script>\n")
    assert [source[span].splitlines()[0] for span in found.html] == ["<b>", "</b>", "<script>"]


def test_it_agrees_with_the_renderer_on_all_real_content(real: Result) -> None:
    """Same headings, lists, items, quotes, tables, links and images, in the same order."""
    for document in real.library.documents:
        text = document.without_exemptions(document.source[document.body])
        page = document.source.path
        assert _rendered(text) == _outlined(document.outline), page


AGREED = [
    "甲\n\n- 乙\n- 丙\n",
    "- 甲\n    - 乙\n        - 丙\n- 丁\n",
    "1. 甲\n2. 乙\n",
    "- 甲\n乙\n\n丙\n",
    "> 甲\n> 乙\n\n丙\n",
    "| 甲 | 乙 |\n|---|---|\n| [丙](a.md) | ![丁](b.svg) |\n",
    "## 甲\n- 乙\n\n### 丙（5分钟）\n> 丁\n",
]
FLATTENED = ["- 甲\n  - 乙\n", "- 甲\n   - 乙\n", "甲\n- 乙\n", "> 甲\n- 乙\n"]


@pytest.mark.parametrize("text", AGREED)
def test_it_agrees_with_the_renderer(text: str) -> None:
    assert _rendered(text) == _outlined(_outline(text)[1])


@pytest.mark.parametrize("text", FLATTENED)
def test_where_the_renderer_differs_a_rule_says_so(text: str, tiny: Path) -> None:
    assert _rendered(text) != _outlined(_outline(text)[1])
    file = tiny / FILES["指南"]
    file.write_text(file.read_text("utf-8") + "\n" + text, "utf-8")
    assert {d.code for d in found_in(tiny)} in ({"B15"}, {"B18"})


def _rendered(text: str) -> list[object]:
    html = markdown.markdown(text, extensions=["tables"])
    depth, depths = 0, []
    for tag in re.findall(r"<(/?[uo]l|li)>", html):
        depth += {"ul": 1, "ol": 1, "/ul": -1, "/ol": -1}.get(tag, 0)
        depths += [depth] if tag == "li" else []
    return [
        [
            (int(level), re.sub("<.*?>", "", title))
            for level, title in re.findall(r"<h([1-6])>(.*?)</h\1>", html)
        ],
        sorted(depths),
        html.count("<blockquote>"),
        html.count("<table>"),
        re.findall(r'<a href="(.*?)"', html),
        re.findall(r'<img alt="(.*?)" src="(.*?)"', html),
    ]


def _outlined(found: Outline) -> list[object]:
    kinds = [block.kind for block in found.blocks]
    return [
        [(section.level, section.title) for section in found.walk()],
        sorted(item.depth for item in (*found.items, *found.nested)),
        kinds.count("blockquote"),
        kinds.count("table"),
        [link.target for link in found.links if not link.image],
        [(link.text, link.target) for link in found.links if link.image],
    ]


def test_an_unclosed_fence_swallows_nothing() -> None:
    source, found = _outline("甲\n\n```\n\n## 乙\n\n丙\n")
    assert [section.title for section in found.walk()] == ["乙"]
    assert [source[span] for span in found.unclosed] == ["```"]
    _, closed = _outline("```\n## 甲\n```\n\n## 乙\n")
    assert [section.title for section in closed.walk()] == ["乙"]
    assert closed.unclosed == ()


def test_a_links_text_is_all_that_stands_in_it() -> None:
    source, found = _outline("[**甲**和`乙`](a.md) [![丙](c.svg)](d.md) [](e.md)\n")
    assert [(link.text, source[link.span]) for link in found.links] == [
        ("甲和乙", "a.md"),
        ("", "d.md"),
        ("丙", "c.svg"),
        ("", "e.md"),
    ]


def test_the_words_of_links_are_known_as_written() -> None:
    text = "先看[转介**那页**](a.md)，[![图](b.svg)](c.md)，<https://a.cn>，![图](d.svg)\n\n> [这里](e.md)\n"
    source = Source("a.md", text)
    linked = outline(source, Span(0, len(text))).linked
    assert [source[span] for span in linked if "http" not in source[span]] == ["转介**那页", "!", "这里"]


def test_exemptions_cover_the_next_block_or_key() -> None:
    text = "---\n# 允许 M08 试用\nform: x\ntitle: y\n---\n甲\n\n<!-- 允许 X21 理由 -->\n乙\n\n丙\n"
    source = Source("a.md", text)
    document = parse(source)
    assert [(e.code, e.reason, source[e.covers]) for e in document.exemptions] == [
        ("M08", "试用", "form: x"),
        ("X21", "理由", "乙"),
    ]
    assert "允许" not in document.without_exemptions(source[document.body])
