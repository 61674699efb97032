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
from generator.outputs.index.field import KEYWORD, TITLE, field, weight_of, weights
from generator.outputs.index.passage import Passage, passages
from generator.outputs.index.posting import Entry, Posting, group_postings, postings, shard, written
from generator.outputs.index.segment import terms, words
from generator.outputs.index.sound import sounds, syllables
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


def test_every_file_the_program_asks_for_is_there(library: Library, values: dict[str, Any]) -> None:
    head = values["head"]
    items = search.in_order(library)
    assert head["items"] == len(items)
    expected = {"head", "facets", "slugs", "syllables", "traditional"}
    expected |= {f"text/{item.slug}" for item in items}
    expected |= {f"term/{number}" for number in range(head["shards"])}
    expected |= {f"same/{number}" for number in range(len(library.thesaurus.groups))}
    expected |= {f"card/{number}" for number in range(-(-len(items) // head["block"]))}
    rest = set(values) - expected
    assert expected <= set(values)
    assert rest
    assert all(re.fullmatch("sound/[a-z]{2}", name) for name in rest)


def test_cards_say_of_each_item_what_it_says_of_itself(library: Library, values: dict[str, Any]) -> None:
    block = values["head"]["block"]
    for number, item in enumerate(search.in_order(library)):
        card = values[f"card/{number // block}"][number % block]
        assert values["slugs"][number] == [item.slug, item.address]
        assert card["slug"] == item.slug
        assert card["title"] == item.title
        assert card["address"] == item.address
        assert card["keywords"] == list(item.card.keywords)


def test_columns_hold_the_facets_of_every_item(library: Library, values: dict[str, Any]) -> None:
    head = values["head"]
    assert [facet["key"] for facet in head["facets"]] == [facet.key for facet in facets(library.curriculum)]
    for facet, of in zip(head["facets"], facets(library.curriculum), strict=True):
        terms = [term for term, _ in facet["values"]]
        column = values["facets"]["facets"][facet["key"]].split(",")
        for item, places in zip(search.in_order(library), column, strict=True):
            found = tuple(terms[int(place)] for place in places.split(".") if place)
            assert found == of.of(item), item.slug


def test_a_term_lies_in_the_shard_of_its_first_characters(values: dict[str, Any]) -> None:
    shards = values["head"]["shards"]
    for number in range(shards):
        assert all(shard(term, shards) == number for term in values[f"term/{number}"])


def test_no_shard_is_large(library: Library) -> None:
    sizes = [len(file.data) for file in search.files(library) if file.path.startswith("search/term/")]
    assert max(sizes) < 8 * sum(sizes) / len(sizes)


def test_a_posting_leads_to_a_section_that_has_the_term(library: Library, values: dict[str, Any]) -> None:
    items = search.in_order(library)
    body = values[f"term/{shard('火山', values['head']['shards'])}"]
    number = -1
    slugs = {}
    for step, level, letters in re.findall(r"(\d+)(!\w)?([A-Za-z*]*)", body["火山"]):
        number += int(step)
        slugs[items[number].slug] = level
        text = values[f"text/{items[number].slug}"]
        for letter in set(letters) - {"*"}:
            _, title, passage = text[ord(letter) - ord("a")]
            assert "火山" in title + passage
    assert slugs["little-volcano"] == "!" + max(level[1:] for level in slugs.values() if level)


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


def entry(*texts: str, heading: str = "", title: str = "") -> Entry:
    """An item with a passage for each text, the last with a heading."""
    parts = [Passage("", "", heading if text is texts[-1] else "", text) for text in texts]
    return Entry((field(TITLE, (title,)),), tuple(parts))


def test_postings_say_item_level_section_how_often_and_heading() -> None:
    first = entry("生气", "生气，生气，生气，生气", heading="生气了")
    shards = postings([first, entry(), entry("生气", title="生气")])
    assert shards[shard("生气", len(shards))]["生气"] == "1abbb*2!Ja"


def test_a_common_single_character_is_left_out() -> None:
    rare = postings([entry("哭。")] + [entry("")] * 40)
    common = postings([entry("哭。")] * 40)
    assert "哭" in rare[shard("哭", len(rare))]
    assert "哭" not in common[shard("哭", len(common))]


def test_a_common_single_character_stays_where_an_item_is_about_it() -> None:
    shards = postings([entry("哭。", title="爱哭")] + [entry("哭。")] * 40)
    assert shards[shard("哭", len(shards))]["哭"].startswith("1!")


def test_a_term_of_too_many_items_keeps_the_best_and_says_how_many_there_were() -> None:
    many = [Posting(number, 5 if number % 10 == 3 else 0, "a") for number in range(2_000)]
    text = written(many)
    assert text.startswith("~2000~")
    kept = re.findall(r"(\d+)(!e)?a", text[6:])
    assert len(kept) == 512
    assert sum(bool(level) for _, level in kept) == 200
    assert sum(int(step) for step, _ in kept) - 1 <= 1_999


def test_a_group_stands_where_any_of_its_words_does() -> None:
    entries = [entry("他总爱插嘴。"), entry("抢话，抢话"), entry("安静"), entry("", title="话痨也有用")]
    assert group_postings([("爱插嘴", "抢话", "话痨")], entries) == ("1a1aa2!B",)


@pytest.mark.parametrize(
    ("string", "term", "held"),
    [
        ("输了就发脾气", "输了", True),
        ("输了就发脾气", "就发", True),
        ("输了就发脾气", "发脾气", True),
        ("输了就发脾气", "输了就发脾气", True),
        ("输了就发脾气", "了就发脾", False),
        ("MBTI测试", "mbti", True),
        ("MBTI测试", "bti", False),
        ("ＭＢＴＩ", "mbti", True),
    ],
)
def test_what_an_item_says_of_itself_is_found_by_pairs_words_and_latin(
    string: str, term: str, held: bool
) -> None:
    assert (term in weights([field(KEYWORD, (string,))])) == held


def test_a_keyword_that_is_the_very_word_counts_most() -> None:
    very = weights([field(KEYWORD, ("生气",))])["生气"]
    part = weights([field(KEYWORD, ("一生气就打人",))])["生气"]
    both = weights([field(KEYWORD, ("生气", "一生气就打人")), field(TITLE, ("生气的火山",))])["生气"]
    assert part < very == KEYWORD < both
    assert weight_of(("发火", "生气"), [field(KEYWORD, ("生气",))]) == very
    assert weight_of(("发火",), [field(KEYWORD, ("生气",))]) == 0


def test_sounds_know_words_their_neighbours_and_first_letters() -> None:
    found = sounds(["考试前紧张", "重新开始", "考试"])
    assert "生" in syllables("生")["sheng"]
    assert found["ka"]["whole"]["kao shi"] == "考试"
    assert found["ks"]["first"]["ks"].split("|")[0] == "考试"
    assert found["ji"]["whole"]["jin zhang"] == "紧张"
    assert found["ch"]["whole"]["chong xin kai shi"] == "重新开始"
    assert "kao" not in found["ka"]["whole"]


def test_traditional_forms_are_of_known_characters_only() -> None:
    table = traditional("紧张气")
    assert table["緊"] == "紧"
    assert table["張"] == "张"
    assert set(table.values()) <= set("紧张气")


def test_a_heading_of_an_author_is_indexed_and_a_fixed_one_is_not(library: Library) -> None:
    found = {passage.title: passage.heading for passage in passages(library.by_slug["little-volcano"])}
    assert found["设计理念"] == ""
    assert found["火山操"] == "火山操"
