"""The map of the curriculum in a real browser: it reads on a phone, and every cell leads on."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from generator.content.coverage import coverage
from generator.pages.coverage import WIDTH
from generator.pipeline import Result
from tests.browser.conftest import Watched

MAP = "coverage/index.html"


def test_the_map_is_drawn_at_a_size_that_reads(watched: Watched, home: str, real: Result) -> None:
    page = watched.page
    page.goto(home + MAP)
    found = coverage(real.library)
    expect(page.locator("h1")).to_have_text("课程地图")
    expect(page.locator(".hb-coverage-sum")).to_contain_text(f"占{found.per_cent:g}%")
    for drawn in page.locator(".hb-map").all():
        box = drawn.bounding_box()
        assert box
        assert box["width"] >= WIDTH * 0.99
        assert box["x"] + box["width"] <= (page.viewport_size or {"width": 0})["width"]
    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert overflow <= 0


def test_a_cell_leads_to_exactly_its_lessons(watched: Watched, home: str, real: Result) -> None:
    page = watched.page
    found = coverage(real.library)
    cells = [(row.item.key, grade, lessons) for row in found.items for grade, lessons in row.grades.items()]
    key, grade, lessons = max(cells, key=lambda cell: len(cell[2]))
    places = [(row.strand.key, when, many) for row in found.strands for when, many in row.semesters.items()]
    strand, (year, term), taught = max(places, key=lambda place: len(place[2]))
    for query, wanted in (
        (f"guideline={key}&grade={grade}", lessons),
        (f"strand={strand}&grade={year}&semester={term}", taught),
    ):
        page.goto(home + MAP)
        cell = page.locator(f'.hb-map a[href$="?{query}"]')
        expect(cell.locator("text")).to_have_text(str(len(wanted)))
        cell.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/find/index.html?{query}")
        expect(page.locator("#find-status")).to_contain_text(f"找到 {len(wanted)} 项")
        shown = page.locator("#results > li").evaluate_all("rows => rows.map(row => row.dataset.slug)")
        assert set(shown) <= {lesson.slug for lesson in wanted}
        assert len(shown) == min(len(wanted), 20)


def test_a_gap_is_named_and_leads_to_its_row(watched: Watched, home: str, real: Result) -> None:
    page = watched.page
    page.goto(home + MAP)
    found = coverage(real.library)
    for row in found.uncovered:
        said = page.locator(".hb-coverage-gaps li").filter(has_text=row.item.text)
        expect(said).to_have_count(1)
        expect(said.locator("b")).to_have_text(row.item.key)
    hole = next((row for row in found.items if row.holes), None)
    if hole is None:
        return
    name = re.compile(f"^{hole.item.key} .*：还没有课$")
    cell = page.get_by_role("link", name=name).first
    cell.click()
    place = page.locator(f"#guideline-{hole.item.key.lower()}")
    expect(page).to_have_url(re.compile(f"#guideline-{hole.item.key.lower()}$"))
    expect(place).to_be_in_viewport()
    expect(place).to_contain_text(hole.item.text)
    expect(place).to_contain_text("还没有课")
