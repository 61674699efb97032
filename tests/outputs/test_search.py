"""The index as the browser gets it: which files, what stands in them, and that nothing shifts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.content.facet import facets
from generator.content.library import Library
from generator.outputs import search
from generator.outputs.index.passage import Passage, passages
from generator.outputs.index.posting import SHARDS, postings, shard
from generator.outputs.index.segment import terms, words
from generator.outputs.index.sound import exceptions, syllables
from generator.outputs.index.traditional import traditional
from generator.pipeline import load
from generator.source.plain import plain_text

ROOT = Path(__file__).parents[2]
CALL = re.compile(r'handbookSearch\.add\("([a-z0-9/-]+)","([0-9a-f]{8})",(.*)\);\n', re.S)


@pytest.fixture(scope="module")
def library() -> Library:
    return load(Config(ROOT)).without_drafts()


@pytest.fixture(scope="module")
def values(library: Library) -> dict[str, Any]:
    found = {}
    versions = set()
    for file in search.files(library):
        call = CALL.fullmatch(file.data.decode())
        assert call, file.path
        assert file.path == f"search/{call[1]}.js"
        versions.add(call[2])
        found[call[1]] = json.loads(call[3])
    assert len(versions) == 1
    return found


def test_the_same_library_gives_the_same_bytes(library: Library) -> None:
    assert list(search.files(library)) == list(search.files(library))


def test_there_is_a_head_a_text_for_each_item_and_every_shard(
    library: Library, values: dict[str, Any]
) -> None:
    texts = {f"text/{item.slug}" for item in library.items}
    shards = {f"body/{number:02}" for number in range(SHARDS)}
    assert set(values) == {"head", "pinyin", "traditional"} | texts | shards


def test_the_head_says_of_each_item_what_its_card_says(library: Library, values: dict[str, Any]) -> None:
    for entry, item in zip(values["head"]["items"], search.in_order(library), strict=True):
        assert entry["slug"] == item.slug
        assert entry["title"] == item.title
        assert entry["address"] == item.address
        assert entry["keywords"] == list(item.card.keywords)


def test_every_facet_is_there_in_order_and_every_term_has_a_label(
    library: Library, values: dict[str, Any]
) -> None:
    head = values["head"]
    keys = [facet["key"] for facet in head["facets"]]
    assert keys == [facet.key for facet in facets(library.curriculum)]
    labels = {facet["key"]: dict(facet["values"]) for facet in head["facets"]}
    for entry in head["items"]:
        for key, found in entry["facets"].items():
            assert set(found) <= set(labels[key]), entry["slug"]


def test_a_term_lies_in_the_shard_of_its_first_character(values: dict[str, Any]) -> None:
    for number in range(SHARDS):
        assert all(shard(term) == number for term in values[f"body/{number:02}"])


def test_a_posting_leads_to_a_section_that_has_the_term(library: Library, values: dict[str, Any]) -> None:
    items = search.in_order(library)
    body = values[f"body/{shard('火山'):02}"]
    number = -1
    slugs = set()
    for step, letters in re.findall(r"(\d+)([A-Za-z*]+)", body["火山"]):
        number += int(step)
        slugs.add(items[number].slug)
        text = values[f"text/{items[number].slug}"]
        for letter in set(letters) - {"*"}:
            _, title, passage = text[ord(letter) - ord("a")]
            assert "火山" in title + passage
    assert "little-volcano" in slugs


def test_sections_are_those_a_page_has(library: Library) -> None:
    for item in library.items:
        ids = {section.id for section in item.document.outline.walk()} | {""}
        assert {passage.id for passage in passages(item)} <= ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("心理健康", {"心理", "健康", "心理健康"}),
        ("考试紧张", {"考试", "紧张"}),
        ("PPT，ＰＰＴ", {"ppt"}),
        ("", set()),
        ("😀，。", set()),
    ],
)
def test_terms_stay_inside_words(text: str, expected: set[str]) -> None:
    found = set(terms(text))
    assert expected <= found
    assert "理健" not in found or "心理健康" in words(text)
    assert "试紧" not in found


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("- 教师：**画**一座`火山`", "教师：画一座火山"),
        ("> 停一停。\n>\n> 呼一口。", "停一停。 呼一口。"),
        ("[冒烟小人](a.svg)，每人一张", "冒烟小人，每人一张"),
        ("![图](a.png)文字", "文字"),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |", "甲 乙 丙 丁"),
        ("<!-- 旁注 -->正文{#id}", "正文"),
        ("3 < 5 且 a<b", "3 < 5 且 a<b"),
    ],
)
def test_text_is_shown_without_marks(markdown: str, plain: str) -> None:
    assert plain_text(markdown) == plain


def test_postings_say_item_section_how_often_and_heading() -> None:
    first = [Passage("", "", "", "生气"), Passage("a", "生气了", "生气了", "生气，生气，生气，生气")]
    shards = postings([first, [], [Passage("", "", "", "生气")]])
    assert shards[shard("生气")]["生气"] == "1abbb*2a"


def test_a_common_single_character_is_left_out() -> None:
    rare = postings([[Passage("", "", "", "哭。")]] + [[]] * 40)
    common = postings([[Passage("", "", "", "哭。")]] * 40)
    assert "哭" in rare[shard("哭")]
    assert "哭" not in common[shard("哭")]


def test_sounds_know_words_that_are_read_otherwise() -> None:
    assert "生" in syllables("生")["sheng"]
    assert exceptions(["长短不一", "生气"]).get("生气") is None
    assert exceptions(["重新开始"]) == {"重新": "chong xin"}


def test_traditional_forms_are_of_known_characters_only() -> None:
    table = traditional("紧张气")
    assert table["緊"] == "紧"
    assert table["張"] == "张"
    assert set(table.values()) <= set("紧张气")


def test_a_heading_of_an_author_is_indexed_and_a_fixed_one_is_not(library: Library) -> None:
    found = {passage.title: passage.heading for passage in passages(library.by_slug["little-volcano"])}
    assert found["设计理念"] == ""
    assert found["火山操"] == "火山操"
