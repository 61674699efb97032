"""The calendar and 本月适用 in a real browser: every month, on a phone and at a desk, over http and from disk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.content.curriculum import Curriculum
from generator.pipeline import Result
from tests.browser.conftest import Watched
from tests.browser.test_find import unfold


@pytest.fixture
def curriculum(real: Result) -> Curriculum:
    return real.library.curriculum


def _titles(page: Page) -> list[str]:
    return page.locator("[data-tiles] strong").all_inner_texts()


def test_every_month_shows_what_fits_it_or_what_comes_next(watched: Watched, home: str, real: Result) -> None:
    page = watched.page
    items = {item.title: item for item in real.library.published}
    for month in range(1, 13):
        page.goto(f"{home}index.html?month={month}")
        expect(page.locator("#this-month small")).to_have_text(f"{month}月")
        said = page.locator("[data-said]").inner_text()
        on = [row for row in real.library.curriculum.occasions if month in row.months]
        assert said.startswith(f"{month}月有" if on else f"{month}月没有固定的时机")
        assert all(row.name in said for row in on)
        later = re.search(r"先看看(\d+)月的", said)
        shown = int(later[1]) if later else month
        fitting = {row.key for row in real.library.curriculum.occasions if shown in row.months}
        titles = _titles(page)
        assert 1 <= len(titles) <= 6
        assert len(set(titles)) == len(titles)
        for title in titles:
            assert fitting & set(items[title].card.occasions), (month, title)
        assert bool(later) == (
            not any(set(item.card.occasions) & {row.key for row in on} for item in items.values())
        )
        width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert width[0] <= width[1]


def test_without_a_given_month_it_is_todays(watched: Watched, home: str) -> None:
    page = watched.page
    for address in ("index.html", "index.html?month=13", "index.html?month=x", "index.html?month=1.5"):
        page.goto(home + address)
        today = page.evaluate("new Date().getMonth() + 1")
        expect(page.locator("#this-month small")).to_have_text(f"{today}月")


def test_a_tile_looks_like_those_made_without_a_script(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(f"{home}calendar/index.html")
    still = {
        one.locator("strong").inner_text(): (one.evaluate("e => e.innerHTML"), one.get_attribute("data-band"))
        for one in page.locator(".hb-by-band .hb-tile").all()
    }
    seen = 0
    for month in (1, 5, 9, 10):
        page.goto(f"{home}index.html?month={month}")
        for one in page.locator("[data-tiles] .hb-tile").all():
            title = one.locator("strong").inner_text()
            made, band = still[title]
            assert one.evaluate("e => e.innerHTML") == made.replace("../", ""), title
            assert one.get_attribute("data-band") == band
            seen += 1
    assert seen > 8


def test_a_band_is_chosen_and_remembered(watched: Watched, home: str, real: Result) -> None:
    page = watched.page
    items = {item.title: item for item in real.library.published}
    page.goto(f"{home}index.html?month=5")
    for band in real.library.curriculum.bands:
        page.get_by_role("group", name="学段").get_by_role("button", name=band.name).click()
        titles = _titles(page)
        assert titles
        assert all(band.key in items[title].bands for title in titles)
        pressed = page.locator("[data-bands] [aria-pressed=true]")
        expect(pressed).to_have_text(band.name)
    page.reload()
    expect(page.locator("[data-bands] [aria-pressed=true]")).to_have_text(band.name)
    page.get_by_role("button", name="全部").click()
    page.reload()
    expect(page.locator("[data-bands] [aria-pressed=true]")).to_have_text("全部")


def test_it_works_where_nothing_may_be_kept(watched: Watched, home: str) -> None:
    page = watched.page
    # Ours alone: the theme's own scripts do not expect it.
    page.add_init_script(
        """for (const name of ['getItem', 'setItem', 'removeItem']) {
          const real = Storage.prototype[name];
          Storage.prototype[name] = function (key, ...rest) {
            if (key === 'handbook-band') throw new Error('forbidden');
            return real.call(this, key, ...rest);
          };
        }"""
    )
    page.goto(f"{home}index.html?month=5")
    page.locator("[data-bands] button").nth(1).click()
    expect(page.locator("[data-bands] button").nth(1)).to_have_attribute("aria-pressed", "true")
    assert _titles(page)


def test_an_occasion_leads_to_its_place_in_the_calendar(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(f"{home}index.html?month=10")
    link = page.locator("[data-said] a").first
    name = link.inner_text()
    link.click()
    expect(page.locator("h3:target")).to_have_text(name)


def test_the_month_is_marked_and_leads_on(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(f"{home}calendar/index.html?month=5")
    here = page.locator(".hb-year [aria-current=date]")
    expect(here).to_have_count(1)
    expect(here.locator("b")).to_have_text("5月")
    here.click()
    expect(page.locator("h2:target")).to_have_text("5月")


def test_an_occasion_is_looked_up_with_the_same_filter(watched: Watched, home: str, real: Result) -> None:
    page = watched.page
    page.goto(f"{home}calendar/index.html")
    link = page.get_by_role("link", name="在查找里").first
    address = link.get_attribute("href") or ""
    key = address.partition("occasion=")[2]
    expected = {item.slug for item in real.library.published if key in item.card.occasions}
    link.click()
    expect(page.locator("#results > li").first).to_be_visible()
    unfold(page)
    found = page.locator("#results > li").evaluate_all("rows => rows.map(row => row.dataset.slug)")
    assert set(found) == expected


def test_what_is_touched_is_large_enough(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(f"{home}index.html?month=5")
    for one in page.locator("[data-bands] button").all():
        assert one.evaluate("e => e.getBoundingClientRect().height") >= 44
    page.goto(f"{home}calendar/index.html")
    for one in page.locator(".hb-year a, .hb-actions a").all():
        assert one.evaluate("e => e.getBoundingClientRect().height") >= 44


def test_without_scripts_the_months_are_links(browser: Browser, real_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(real_site.as_uri() + "/index.html")
    months = page.locator("[data-months] a")
    expect(months).to_have_count(12)
    expect(page.locator("[data-bands]")).to_be_hidden()
    months.nth(1).click()
    expect(page.locator("h2:target")).to_have_text("10月")
    context.close()
