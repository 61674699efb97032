"""Subjects: every idea is counted where it is found, and found by each of its grades."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from generator.config import Config
from generator.pages.integration import TOP, subject_path
from generator.pipeline import Result, publish, run
from tests.rules.specimen import FILES, lay

_CELL = re.compile(r'<td[^>]*>(?:<a href="([^"]+)"><span>[^<]*</span><b>(\d+)</b></a>)?</td>')


def _pages(root: Path) -> dict[str, str]:
    config = Config(root)
    result = run(config)
    assert result.diagnostics == ()
    return dict(publish(config, result.library)[1])


def _copy(root: Path, slug: str, text: str) -> None:
    """Another idea beside the sample, with other lines in its front matter."""
    sample = root / FILES["学科融合"]
    kept = sample.read_text("utf-8")
    lay(root, "学科融合", text)
    sample.with_name(f"{slug}.md").write_text(sample.read_text("utf-8"), "utf-8")
    sample.write_text(kept, "utf-8")


def test_a_cell_counts_what_it_leads_to(real: Result) -> None:
    library = real.library.without_drafts()
    page = publish(Config(Path()), library)[1][TOP]
    strands = library.curriculum.strands
    subjects = {idea.subject for idea in library.integrations}
    cells = _CELL.findall(page.partition("<tbody>")[2])
    assert len(cells) == (len(subjects) + 1) * (len(strands) + 1)
    for address, count in cells:
        if address:
            where = parse_qs(urlsplit(address.replace("&amp;", "&")).query)
            assert len(library.matching(where)) == int(count) > 0
    assert sum(bool(address) for address, _ in cells) < len(cells)
    assert cells[-1][1] == str(len(library.integrations))
    for row in library.curriculum.subjects:
        assert row.name in page


def test_an_idea_of_two_strands_is_one_idea(tiny: Path) -> None:
    _copy(tiny, "second-idea", "title: 又一个点子\nstrands: [emotions, habits]")
    counts = [count for _, count in _CELL.findall(_pages(tiny)[TOP].partition("<tbody>")[2])]
    assert counts[:3] == ["2", "1", ""]
    assert counts[9] == "2"


def test_an_idea_is_found_by_each_of_its_grades(tiny: Path) -> None:
    _copy(tiny, "long-idea", "title: 跨年级的点子\ngrades: [2, 4]")
    page = _pages(tiny)[subject_path("chinese")]
    parts = dict(re.findall(r"^## (\S+) \{#grade-\d\}\n(.*?)(?=^## |\Z)", page, re.M | re.S))
    assert list(parts) == ["二年级", "三年级", "四年级"]
    assert all("跨年级的点子" in part for part in parts.values())
    assert ["样点子" in part for part in parts.values()] == [True, False, False]
    assert 'href="#grade-3">三年级<small>1</small>' in page
    assert "还没有点子的年级：一年级、五年级、六年级。" in page


def test_an_idea_says_where_it_hangs_and_how_sure_that_is(tiny: Path) -> None:
    lay(
        tiny,
        "学科融合",
        'textbook: {edition: 统编版（请核）, volume: 二年级上册, unit: 第一单元, text: 样课文, confidence: "A-"}',
    )
    page = _pages(tiny)[subject_path("chinese")]
    for words in (
        "统编版（请核）",
        "二年级上册 · 第一单元 · 样课文",
        "有权威转载可查；以本校教材为准",
        "5分钟",
    ):
        assert words in page
    assert "情绪认知与表达" in page


def test_a_library_without_ideas_has_its_page(tiny: Path) -> None:
    (tiny / FILES["学科融合"]).unlink()
    pages = _pages(tiny)
    assert "还没有点子的学科：语文、数学" in pages[TOP]
    assert "<table" not in pages[TOP]
    assert subject_path("chinese") not in pages
