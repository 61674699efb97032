"""What is counted is found: from the matrix of subjects and from the pages of the roles."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from generator.pipeline import Result
from tests.browser.conftest import Watched


def _leads_to_as_many(watched: Watched, link: Locator) -> None:
    said = re.search(r"\d+", link.inner_text())
    assert said
    link.click()
    expect(watched.page.locator("[role=status]").filter(has_text="找到").first).to_contain_text(
        f"找到 {said[0]} 项"
    )


def test_a_cell_of_the_matrix_finds_its_ideas(watched: Watched, home: str) -> None:
    page = watched.page
    for place in ("first", "last"):
        page.goto(home + "integrations/index.html")
        cells = page.locator(".hb-matrix td a")
        cell = cells.first if place == "first" else cells.last
        expect(cell).to_be_visible()
        _leads_to_as_many(watched, cell)


def test_the_matrix_can_be_read_and_tapped(watched: Watched, home: str, size: str) -> None:
    page = watched.page
    page.goto(home + "integrations/index.html")
    expect(page.locator(".hb-matrix tbody th").first).to_be_visible()
    boxes = [cell.bounding_box() for cell in page.locator(".hb-matrix td a").all()]
    assert all(box and box["height"] >= 44 and box["width"] >= 44 for box in boxes)
    if size == "phone":
        # A chip names its strand, and nothing stands for what is not there.
        expect(page.locator(".hb-matrix td a span").first).to_be_visible()
        expect(page.locator(".hb-matrix td:empty").first).to_be_hidden()


def test_from_home_to_a_role_and_to_all_it_counts(watched: Watched, home: str, real: Result) -> None:
    page = watched.page
    audience = real.library.curriculum.audiences[0]
    page.goto(home + "index.html")
    page.get_by_role("navigation", name="按角色看").get_by_role("link", name=audience.name).click()
    expect(page.locator("h1")).to_have_text(audience.name)
    link = page.locator('.hb-more-links a[href*="find/"]').first
    _leads_to_as_many(watched, link)


PAGES = [
    "roles/index.html",
    "ten-minutes/index.html",
    "integrations/index.html",
    "integrations/pe/index.html",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_the_screen_and_says_nothing_in_english(path: str, watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert re.findall(r"[A-Za-z]{3,}", page.locator("body").inner_text()) == []


def test_ten_minutes_lead_to_the_other_ways_of_a_lesson(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + "ten-minutes/index.html")
    page.locator(".hb-ten-links a", has_text="别的上法").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_have_text("换个条件怎么上")
