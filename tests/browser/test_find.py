"""Searching as a teacher does, over http and from disk."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Watched

# A query and the pages of which one must be among the first three.
ASKED = {
    "考前紧张": {"three-minutes-before-exam"},
    "考试紧张": {"three-minutes-before-exam"},
    "生气": {"little-volcano"},
    "体育": {"after-win-or-lose", "relay-words"},
    "shengqi": {"little-volcano"},
    "孩子输了就发脾气怎么办": {"worthy-opponents", "after-win-or-lose"},
    "考試緊張": {"three-minutes-before-exam"},
    "情绪涂鸦": {"emotion-doodling"},
    "错题": {"clues-in-mistakes"},
    "感恩父母": {"thanks-to-my-carers"},
    "小学生心理健康": set(),
}
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "（" * 10_000,
    "😀\u202e\x00\x07",
    ".*(?:a|b)+$[",
    "'\"`;--",
    "   ",
]


@pytest.mark.parametrize("query", [query for query in ASKED if ASKED[query]])
def test_the_right_page_is_among_the_first_three(query: str, watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(f"{home}find/index.html?q={quote(query)}")
    expect(page.locator("ol#results > li").first).to_be_visible()
    slugs = page.locator("ol#results > li").evaluate_all("all => all.slice(0, 3).map(li => li.dataset.slug)")
    assert ASKED[query] & set(slugs), slugs


def test_filters_give_what_the_catalogue_holds(watched: Watched, home: str, real_site: Path) -> None:
    page = watched.page
    items = json.loads((real_site / "catalogue.json").read_text("utf-8"))
    items = items["items"] if isinstance(items, dict) else items
    for wanted in (
        {"kind": "lesson"},
        {"grade": "5"},
        {"kind": "integration", "strand": "stress"},
        {"semester": "1"},
    ):
        query = "&".join(f"{key}={value}" for key, value in wanted.items())
        page.goto(f"{home}find/index.html?{query}")
        expected = {
            item["slug"]
            for item in items
            if all(value in item["facets"].get(key, []) for key, value in wanted.items())
        }
        if expected:
            expect(page.locator("ol#results > li").first).to_be_visible()
        shown = page.locator("ol#results > li").evaluate_all("all => all.map(li => li.dataset.slug)")
        assert set(shown) == expected, wanted


@pytest.mark.parametrize("query", HOSTILE)
def test_whatever_is_typed_is_text(query: str, watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(f"{home}find/index.html")
    box = page.locator("main input[type=search]").first
    expect(box).to_be_visible()
    box.fill(query)
    box.press("Enter")
    page.wait_for_timeout(300)
    assert page.locator("main img[src=x]").count() == 0
    expect(box).to_be_visible()


def test_the_box_in_the_header_leads_to_a_page(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + "lessons/lower/emotions/little-volcano.html")
    page.keyboard.press("/")
    page.keyboard.type("错题")
    page.wait_for_timeout(400)
    page.keyboard.press("Enter")
    expect(page.locator("ol#results > li").first).to_be_visible()
    slugs = page.locator("ol#results > li").evaluate_all("all => all.slice(0, 3).map(li => li.dataset.slug)")
    assert "clues-in-mistakes" in slugs


def test_the_form_on_the_home_page_searches(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + "index.html")
    page.locator("main input[name=q]").fill("生气")
    page.locator("main input[name=q]").press("Enter")
    expect(page.locator("ol#results > li").first).to_have_attribute("data-slug", "little-volcano")


def test_nothing_is_loaded_before_the_reader_reaches_for_the_box(browser: Browser, http: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(http + "lessons/lower/emotions/little-volcano.html")
    page.wait_for_timeout(300)
    assert [url for url in asked if "/search/" in url] == []
    context.close()
