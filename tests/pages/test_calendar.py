"""The calendar: each occasion once, where it belongs, with what there is and what is missing."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date

import pytest

from generator.content.curriculum import Curriculum
from generator.content.library import Library
from generator.content.school import School, SchoolTerm
from generator.content.school_year import MONTHS
from generator.pages.calendar import pages
from generator.pages.render import render
from generator.pipeline import Result


@pytest.fixture
def library(real: Result) -> Library:
    return real.library


def page(library: Library) -> str:
    (made,) = pages(library)
    assert made.path == "calendar/index.md"
    return render(made, library)


def parts(library: Library) -> dict[str, str]:
    """The text under each heading by the heading's id, in the page's order."""
    found = re.split(r"^#{2,3} [^\n]*\{#([\w-]+)\}$", page(library), flags=re.M)
    return dict(zip(found[1::2], found[2::2], strict=True))


def made_up(library: Library, **timing: object) -> Library:
    """The library with an occasion ``made-up`` before all others."""
    row = {"key": "made-up", "name": "试一试", "months": (), "when": "随时"} | timing
    curriculum = library.curriculum
    occasion = type(curriculum.occasions[0]).model_validate(row)
    occasions = (occasion, *curriculum.occasions)
    return replace(
        library, curriculum=Curriculum.model_construct(**dict(curriculum) | {"occasions": occasions})
    )


def named(library: Library, slugs: list[str], key: str = "made-up") -> Library:
    """The library in which these items and no others name an occasion."""
    items = (
        replace(item, card=item.card.model_copy(update={"occasions": (key,) if item.slug in slugs else ()}))
        for item in library.items
    )
    return replace(library, items=tuple(items))


def test_the_year_runs_from_september_and_each_occasion_stands_in_it_once(library: Library) -> None:
    ids = list(parts(library))
    months = [f"month-{month}" for month in MONTHS]
    assert [one for one in ids if one in months] == months
    keys = [row.key for row in library.curriculum.occasions]
    assert sorted(one for one in ids if one in keys) == sorted(keys)
    at = -1
    for one in ids:
        if one in months:
            at = MONTHS[months.index(one)]
        elif one in keys:
            occasion = library.curriculum.occasions[keys.index(one)]
            assert at in occasion.months or not occasion.months
            earlier = MONTHS[: MONTHS.index(at)] if occasion.months else ()
            assert not set(earlier) & set(occasion.months), one
    always = [row.key for row in library.curriculum.occasions if not row.months]
    assert ids[-len(always) - 2 :] == ["whole-year", *always, "file"]


def test_a_later_month_refers_to_an_earlier_one(library: Library) -> None:
    changed = named(made_up(library, months=(2, 9)), ["little-volcano"])
    found = parts(changed)
    assert 'href="#made-up"' in found["month-2"]
    assert page(changed).count("小火山冒烟了</strong>") == 1
    assert "小火山冒烟了" in found["made-up"]


def test_every_item_that_names_an_occasion_is_under_it_and_once(library: Library) -> None:
    found = parts(library)
    for occasion in library.curriculum.occasions:
        text = found[occasion.key]
        assert occasion.when in text
        shown = re.findall(r"<strong>(.*?)</strong>", html.unescape(text))
        items = library.where("occasion", occasion.key)
        assert sorted(shown) == sorted(item.title for item in items), occasion.key
        assert (f"index.html?occasion={occasion.key}" in text) == bool(items)


LACKING = [
    ([], "低年级、中年级、高年级还没有课例和活动。", ""),
    (["little-volcano"], "中年级、高年级还没有课例和活动。", ""),
    (["little-volcano", "not-yet", "at-ease-together"], "", ""),
    (["team-games"], "低年级还没有课例和活动。", "中年级、高年级还没有课例，可以先用上面的活动。"),
    (["emotion-doodling"], "", "低年级、中年级、高年级还没有课例，可以先用上面的活动。"),
    (["little-volcano", "emotion-doodling"], "", "中年级、高年级还没有课例，可以先用上面的活动。"),
    (["body-signals"], "低年级、中年级、高年级还没有课例和活动。", ""),
]


@pytest.mark.parametrize(("slugs", "nothing", "no_lesson"), LACKING)
def test_what_is_missing_is_said_in_words(
    slugs: list[str], nothing: str, no_lesson: str, library: Library
) -> None:
    text = parts(named(made_up(library, months=(5,)), slugs))["made-up"]
    lacking = re.findall(r'<p class="hb-lacking">(.*?)</p>', text)
    assert lacking == [nothing + no_lesson] * bool(nothing + no_lesson)


def test_an_occasion_of_one_grade_misses_nothing_elsewhere(library: Library) -> None:
    text = parts(made_up(library, months=(5,), grades=(6,)))["made-up"]
    assert re.findall(r'<p class="hb-lacking">(.*?)</p>', text) == ["高年级还没有课例和活动。"]


def test_items_stand_by_band_lessons_first(library: Library) -> None:
    slugs = ["little-volcano", "my-body-circle", "not-yet", "team-games", "body-signals"]
    text = parts(named(made_up(library, months=(5,)), slugs))["made-up"]
    sections = dict(re.findall(r'<section[^>]* aria-label="([^"]+)">(.*?)</section>', text))
    titles = {name: re.findall(r"<strong>(.*?)</strong>", inner) for name, inner in sections.items()}
    by_slug = library.by_slug
    assert titles == {
        "低年级": [by_slug["little-volcano"].title, by_slug["my-body-circle"].title],
        "中年级": [by_slug["not-yet"].title],
        "几个学段都能用": [by_slug["team-games"].title],
        "学科课上，几分钟": [by_slug["body-signals"].title],
    }


def test_a_month_with_nothing_says_so(library: Library) -> None:
    free = set(MONTHS) - {month for row in library.curriculum.occasions for month in row.months}
    assert free
    found = parts(library)
    for month in MONTHS:
        assert ("没有固定的时机" in found[f"month-{month}"]) == (month in free), month


def test_the_terms_of_the_school_date_what_hangs_on_them(library: Library) -> None:
    terms = (
        SchoolTerm(name="下学期", first=date(2027, 2, 22), last=date(2027, 7, 2)),
        SchoolTerm(name="上学期", first=date(2026, 9, 1), last=date(2027, 1, 22)),
    )
    weeks = ({"from": "start", "first": 1, "last": 3}, {"from": "end", "first": -3, "last": -2})
    changed = replace(made_up(library, months=(9,), weeks=weeks), school=School(terms=terms))
    text = parts(changed)["made-up"]
    assert re.findall(r"<span>(上学期.*?|下学期.*?)</span>", text) == [
        "上学期：9月1日—20日，12月28日—1月10日",
        "下学期：2月22日—3月14日，6月7日—20日",
    ]
    assert "估算" in parts(changed)["file"]
    assert "school.yml" not in parts(changed)["file"]
    assert "school.yml" in parts(library)["file"]


def test_it_leads_to_the_file_the_plan_and_the_guide_that_speaks_of_it(library: Library) -> None:
    text = page(library)
    assert 'href="school-year.ics" download' in text
    assert 'href="../plan/index.html"' in text
    assert 'href="../guides/school-year.html"' in text
    without = replace(library, items=tuple(item for item in library.items if item not in library.guides))
    assert "guides/" not in page(without)
