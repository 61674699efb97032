"""Terms explained where they first stand on a page, and the page of all of them."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pytest

from generator.config import Config
from generator.content.glossary import Entry, Glossary
from generator.pages.glossary import PATH
from generator.pages.page import plan
from generator.pages.render import render
from generator.pipeline import Result, publish, run
from tests.content.test_glossary import WORDS, write_glossary
from tests.rules.specimen import FILES, lay

LINK = re.compile(
    r"\[([^]]+)]\((\S+) \"[^\"]*\"\)\{\.hb-term}|<a class=\"hb-term\" href=\"(\S+)\" [^>]*>([^<]*)</a>"
)


def _page(root: Path, path: str) -> str:
    config = Config(root)
    return publish(config, run(config).library)[1][path]


def _marked(page: str) -> list[tuple[str, str]]:
    """The words that are explained, each with the term that its link leads to."""
    found = [(a or d, (b or c).rpartition("#")[2]) for a, b, c, d in LINK.findall(page)]
    assert len(found) == len(re.findall(r"hb-term\b(?!-)", page))
    return found


# What an author writes in a guide → what is explained of it.
EXPLAINED = [
    ("先转介。\n\n再转介，再转送。", [("转介", "转介")]),
    ("先转送。\n\n再转介。", [("转送", "转介")]),
    ("## 一\n\n转介。\n\n## 二\n\n转介，报告。", [("转介", "转介"), ("报告", "报告")]),
    ("说强制报告，再说报告。", [("强制报告", "强制报告"), ("报告", "报告")]),
    ("> 转介\n\n### 转介\n\n`转介`，[转介](../lessons/lower/emotions/sample-lesson.md)。", []),
    ("线索。", []),
]


@pytest.mark.parametrize(("text", "expected"), EXPLAINED)
def test_a_term_is_explained_once_where_it_first_stands(
    text: str, expected: list[tuple[str, str]], tiny: Path
) -> None:
    write_glossary(tiny, *WORDS)
    lay(tiny, "指南", f"## 先做什么\n{text}\n")
    assert _marked(_page(tiny, FILES["指南"])) == expected


def test_without_a_glossary_nothing_is_explained_and_there_is_no_page(tiny: Path) -> None:
    lay(tiny, "指南", "## 先做什么\n先转介。\n")
    config = Config(tiny)
    _, pages = publish(config, run(config).library)
    assert not any(_marked(text) for text in pages.values())
    assert PATH not in pages
    assert "词语解释" not in pages["guides/index.md"]


def test_a_label_stays_bold_and_what_pupils_say_stays_plain(tiny: Path) -> None:
    write_glossary(tiny, *WORDS, "{term: 十分钟版, meaning: 短。}", "{term: 团体工作, meaning: 长。}")
    file = tiny / FILES["课例"]
    text = file.read_text("utf-8").replace("“我不会画。”——“画一条线就行。”", "“转介！”——“去报告。”")
    file.write_text(text, "utf-8")
    page = _page(tiny, FILES["课例"])
    assert re.search(r'^- <b>\[十分钟版]\(\S+#十分钟版 "短。"\)\{\.hb-term}：</b>', page, re.M)
    assert "<b>大班小教室：</b>" in page
    assert "“转介！”" in page
    assert [word for word, _ in _marked(page)] == ["团体工作", "十分钟版"]
    assert page.count("团体工作</a><b>10分钟</b>") == 1
    assert page.count("团体工作<b>10分钟</b>") == 1


def test_labels_of_the_card_are_explained_also_where_the_word_is_an_everyday_one(tiny: Path) -> None:
    write_glossary(tiny, *WORDS)
    lay(tiny, "活动包", "## 目的\n把线索写下来。\n")
    page = _page(tiny, FILES["活动包"])
    assert _marked(page) == [("线索", "线索")]
    assert '<dt><a class="hb-term" href="../../glossary/index.html#线索" title="六。">线索</a></dt>' in page


class _Shape(HTMLParser):
    """What a page shows: its tags and text, without the links of terms."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.shape: list[str] = []
        self.titles: list[str] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.inside = ("class", "hb-term") in attrs
        if self.inside:
            self.titles.append(dict(attrs)["title"])
        else:
            self.shape.append(f"<{tag} {attrs}>")

    def handle_endtag(self, tag: str) -> None:
        if self.inside and tag == "a":
            self.inside = False
        else:
            self.shape.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.shape and not self.shape[-1].startswith("<"):
            self.shape[-1] += data
        else:
            self.shape.append(data)


def _html(text: str) -> _Shape:
    extensions = ["attr_list", "md_in_html", "tables", "toc"]
    return _Shape(markdown.markdown(text.partition("\n---\n")[2], extensions=extensions))


def test_nothing_else_on_any_real_page_changes(real: Result) -> None:
    """With and without the glossary every page has the same text in the same elements."""
    with_terms = real.library.without_drafts()
    without = replace(with_terms, glossary=Glossary())
    plain = {page.path: render(page, without) for page in plan(without)}
    meanings = {entry.meaning for group in with_terms.glossary.groups for entry in group.terms}
    changed = 0
    for page in plan(with_terms):
        made = render(page, with_terms)
        if page.path in (PATH, "guides/index.md", "site-map.md") or made == plain[page.path]:
            continue
        changed += 1
        shown = _html(made)
        assert shown.shape == _html(plain[page.path]).shape, page.path
        assert shown.titles
        assert set(shown.titles) <= meanings
        assert len(set(shown.titles)) == len(shown.titles)
    items = (*with_terms.lessons, *with_terms.activities, *with_terms.guides)
    assert changed >= len(items)


HOSTILE = "甲\"乙'丙)丁(戊|己*庚*辛_壬_癸[子](丑){#寅}<b>卯</b>&amp;\\`辰`"


def test_a_meaning_cannot_break_the_page(tiny: Path) -> None:
    write_glossary(tiny, f"{{term: 转介, meaning: '{HOSTILE.replace(chr(39), chr(39) * 2)}'}}")
    lay(tiny, "指南", "## 先做什么\n| 谁 | 做 |\n|---|---|\n| **转介** | 好 |\n")
    shown = _html(_page(tiny, FILES["指南"]))
    assert shown.titles == [HOSTILE]
    assert shown.shape[shown.shape.index("转介") - 1] == "<strong []>"
    assert "好" in shown.shape
    assert HOSTILE in _html(_page(tiny, PATH)).shape


def test_the_page_has_every_term_and_the_way_back(real: Result) -> None:
    library = real.library
    page = publish(Config(Path()), library)[1][PATH]
    entries: list[Entry] = [entry for group in library.glossary.groups for entry in group.terms]
    ids = re.findall(r'<div id="([^"]+)"', page)
    assert ids == [entry.id for entry in entries]
    assert len(set(ids)) == len(ids)
    blocks = dict(zip(ids, page.split('<div id="')[1:], strict=True))
    for entry in entries:
        block = blocks[entry.id]
        assert entry.meaning in block
        for word in entry.aliases:
            assert word in block
        for slug in entry.see:
            assert library.by_slug[slug].title in block
        others = [item for item in library.mentioning(entry) if item.slug not in entry.see]
        assert ("用到它的" in block) == bool(others)
        assert all(item.title in block for item in others[:4])
        assert (f"共{len(others)}篇" in block) == (len(others) > 4)
    assert _marked(page) == []
