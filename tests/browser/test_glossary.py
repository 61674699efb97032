"""What a term means: under a mouse, on focus, at a tap, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, Watched

LESSON = "lessons/middle/teamwork/worthy-opponents.html"
TERM = "复式班"
MEANING = "两个或几个年级在同一间教室"
PAGE = "glossary/index.html"


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("a.hb-term", has_text=TERM).scroll_into_view_if_needed()


def test_a_mouse_and_the_keyboard_show_a_meaning(watched: Watched, home: str, size: str) -> None:
    page = watched.page
    _open(page, home + LESSON)
    term = page.locator("a.hb-term", has_text=TERM)
    card = page.locator(".hb-meaning", has_text=MEANING)
    expect(card).to_be_hidden()
    term.hover()
    expect(card).to_be_visible()
    box, at = card.bounding_box(), term.bounding_box()
    assert box
    assert at
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= SIZES[size][0]
    # It stands beside the term and does not cover it.
    assert box["y"] >= at["y"] + at["height"] - 1 or box["y"] + box["height"] <= at["y"] + 1
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_be_hidden()
    term.focus()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(term).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{PAGE}#*")
    expect(page.locator(f'[id="{TERM}"]')).to_contain_text(MEANING)


def test_a_screen_reader_has_the_meaning_at_any_time(watched: Watched, home: str) -> None:
    page = watched.page
    _open(page, home + LESSON)
    term = page.locator("a.hb-term", has_text=TERM)
    assert term.get_attribute("title") is None
    described = page.locator(f'[id="{term.get_attribute("aria-describedby")}"]')
    expect(described).to_have_attribute("role", "tooltip")
    expect(described).to_have_text(MEANING + "，由同一位老师上课的班。")
    count = page.locator("a.hb-term").count()
    assert count > 5
    assert page.locator("a.hb-term[aria-describedby]").count() == count


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    _open(page, home + LESSON)
    yield page
    context.close()


def test_the_first_tap_shows_the_meaning_and_the_way_to_the_page(phone: Page) -> None:
    term = phone.locator("a.hb-term", has_text=TERM)
    card = phone.locator(".hb-meaning", has_text=MEANING)
    term.tap()
    expect(card).to_be_visible()
    assert phone.url.endswith(LESSON)
    other = phone.locator("a.hb-term", has_text="十分钟版")
    other.tap()
    expect(card).to_be_hidden()
    expect(phone.locator(".hb-meaning", has_text="没有一整节课")).to_be_visible()
    phone.get_by_role("heading", name="换个条件怎么上").tap()
    expect(phone.locator(".hb-meaning:visible")).to_have_count(0)
    term.tap()
    more = card.get_by_role("link", name="词语解释")
    box = more.bounding_box()
    assert box
    assert box["height"] >= 44
    more.tap()
    phone.wait_for_url(f"**/{PAGE}#*")


def test_a_second_tap_leads_to_the_page(phone: Page) -> None:
    term = phone.locator("a.hb-term", has_text=TERM)
    term.tap()
    term.tap()
    phone.wait_for_url(f"**/{PAGE}#*")


def test_without_scripts_a_term_is_a_link_with_a_title(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(home + LESSON)
    term = page.locator("a.hb-term", has_text=TERM)
    assert MEANING in (term.get_attribute("title") or "")
    term.click()
    expect(page.locator(f'[id="{TERM}"]')).to_contain_text(MEANING)
    context.close()


def test_a_term_is_plain_on_paper(watched: Watched, home: str) -> None:
    page = watched.page
    _open(page, home + LESSON)
    term = page.locator("a.hb-term", has_text=TERM)
    term.focus()
    page.emulate_media(media="print")
    assert term.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"
    assert page.locator(".hb-meaning:visible").count() == 0


def test_the_page_of_terms_leads_there_and_back(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + PAGE)
    page.get_by_role("navigation", name="分组").get_by_role("link", name="学生与安全").click()
    expect(page.get_by_role("heading", name="学生与安全")).to_be_in_viewport()
    entry = page.locator('[id="转介"]')
    entry.get_by_role("link", name="团体辅导怎么带").click()
    expect(page.locator("h1").first).to_have_text("团体辅导怎么带")
    expect(page.locator("a.hb-term", has_text="转介")).to_have_count(1)
