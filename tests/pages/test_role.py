"""Each role's page gathers what is there for it, and says kindly what is not."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.config import Config
from generator.content.duty import duties
from generator.pages.role import AT_ONCE, TOP, role_path
from generator.pipeline import Result, publish, run
from tests.conftest import found
from tests.rules.specimen import FILES, lay

GUIDE = """---
title: 谁做什么
summary: 各做一段。
audience: [counsellor]
safety: [referral]
keywords: [分工, 找谁, 流程, 德育处, 心理老师, 校医]
status: published
updated: 2026-09-01
authors: [编写组]
reviewed_by: []
tried: []
---
## 一张表

| 谁 | 平时 | 担心时 |
|---|---|---|
| 班主任 | 看 | 照[样指南](sample-guide.md#先做什么)做 |
| 学科教师 | 看 | 告诉班主任 |
| 心理教师（专职或兼职） | 听 | 接着谈 |
| 德育负责人 | 排 | 调人 |
| 校长与领导小组 | 给 | 拍板 |
| 家长工作负责人 | 讲 | 约谈 |
"""


def _pages(root: Path) -> dict[str, str]:
    config = Config(root)
    result = run(config)
    assert result.diagnostics == ()
    return dict(publish(config, result.library)[1])


@pytest.fixture(scope="module")
def pages(real: Result) -> dict[str, str]:
    return dict(publish(Config(Path()), real.library.without_drafts())[1])


def _with_guide(root: Path, text: str = GUIDE) -> None:
    (root / "guides/roles-and-workflow.md").write_text(text, "utf-8")


def test_every_role_says_what_the_guide_says_of_it(real: Result, pages: dict[str, str]) -> None:
    for audience in real.library.curriculum.audiences:
        assert f"roles/{audience.key}.html" in pages["index.md"]
        assert f"../roles/{audience.key}.html" in pages["guides/index.md"]
        assert f'href="{audience.key}.html"' in pages[TOP]
        page = pages[role_path(audience.key)]
        assert "../emergency.html" in page
        assert audience.duties is not None
        rows = duties(real.library.by_slug[audience.duties.guide], audience.duties.rows)
        assert len(rows) == len(audience.duties.rows)
        for row in rows:
            for head, cell in row.parts:
                assert f"{row.item.document.source[head]}</dt>" in page
                assert f"{row.item.document.source[cell]}</dd>" in page


def test_a_collection_leads_to_just_what_it_shows(real: Result, pages: dict[str, str]) -> None:
    library = real.library.without_drafts()
    for audience in library.curriculum.audiences:
        page = pages[role_path(audience.key)]
        for shown in audience.shows:
            if not shown.where:
                continue
            items = library.matching(shown.where)
            _, _, part = page.partition(f"\n## {shown.title} ")
            part = part.partition("\n## ")[0]
            if not items:
                assert not part
                assert shown.title in page.partition("还没有写成的：")[2]
                continue
            assert part.count('class="hb-tile"') == min(len(items), AT_ONCE)
            link = re.search(r'href="([^"]*find/index.html[^"]*)">[^<]*?(\d+)项', part)
            assert link
            where = parse_qs(urlsplit(link[1].replace("&amp;", "&")).query)
            assert (library.matching(where), int(link[2])) == (items, len(items))


def test_a_guide_and_whom_it_is_for_lead_to_each_other(real: Result, pages: dict[str, str]) -> None:
    for guide in real.library.guides:
        for audience in real.library.curriculum.audiences:
            named = audience.key in guide.card.audience
            assert (f'href="../roles/{audience.key}.html"' in pages[guide.path]) == named
            part = pages[role_path(audience.key)].partition("## 指南 {")[2]
            assert (f"guides/{guide.slug}.html" in part) == named


def test_without_the_guide_a_role_does_without_duties(tiny: Path) -> None:
    pages = _pages(tiny)
    assert "做哪一段" not in pages[role_path("counsellor")]
    assert "小组活动" in pages[role_path("counsellor")].partition("还没有写成的：")[2]
    assert "家校沟通" in pages[role_path("class-teacher")]


def test_a_link_in_a_duty_leads_where_it_did(tiny: Path) -> None:
    _with_guide(tiny)
    page = _pages(tiny)[role_path("class-teacher")]
    assert '<dd markdown="1">照[样指南](../guides/sample-guide.md#先做什么)做</dd>' in page
    assert 'href="../guides/roles-and-workflow.html#一张表"' in page


def test_a_row_that_the_guide_has_lost_is_told(tiny: Path) -> None:
    _with_guide(tiny, GUIDE.replace("| 德育负责人 |", "| 德育主任 |"))
    (said,) = found(tiny)
    assert (said.code, said.path) == ("M13", "curriculum.yml")
    assert "指南《谁做什么》的表里没有“德育负责人”这一行" in said.message
    assert said.finding.source[said.finding.span] == "德育负责人"


WRONG = [
    (
        'where: {kind: [lesson], notice: ["yes"]}',
        'where: {kind: [lessons], notice: ["yes"]}',
        "没有“lessons”这一项",
    ),
    ('where: {kind: [lesson], notice: ["yes"]}', "where: {kinds: [lesson]}", "没有“kinds”这一项"),
    ("part: messages", "part: letters", "letters"),
    (", part: messages", "", "只写一样"),
    ("part: messages", "part: messages, where: {kind: [lesson]}", "只写一样"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), WRONG)
def test_a_collection_of_nothing_is_told(right: str, wrong: str, message: str, tiny: Path) -> None:
    file = tiny / "curriculum.yml"
    text = file.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), "utf-8")
    said = [d for d in found(tiny) if d.path == "curriculum.yml"]
    assert said
    assert any(message in d.message + d.hint for d in said)


def test_what_somebody_has_read_needs_no_reader(tiny: Path) -> None:
    page = _pages(tiny)[role_path("counsellor")].partition("## 待专业人员审阅")[2]
    first, _, rest = page.partition("### 其余")
    assert "样课一" in first
    assert "样点子" in rest
    lay(tiny, "课例", "reviewed_by: [{role: 区心理教研员, on: 2026-10-01}]")
    page = _pages(tiny)[role_path("counsellor")].partition("## 待专业人员审阅")[2]
    assert "样课一" not in page


def test_messages_to_families_are_one_tap_away(tiny: Path) -> None:
    page = _pages(tiny)[role_path("family-work")]
    assert f'href="../{FILES["课例"].replace(".md", ".html")}#家校沟通"' in page


def test_contacts_that_are_blank_are_named(tiny: Path) -> None:
    page = _pages(tiny)[role_path("leadership")]
    assert "还没有填：心理教师、德育负责人、校长、校医、都不在时找、本地热线。" in page
    keys = ("counsellor", "moral_education", "principal", "nurse", "deputy", "local_hotline")
    filled = "".join(f"  {key}: 某人\n" for key in keys)
    (tiny / "school.yml").write_text(f"contacts:\n{filled}", "utf-8")
    page = _pages(tiny)[role_path("leadership")]
    assert "还没有填" not in page
    assert "都填好了" in page
