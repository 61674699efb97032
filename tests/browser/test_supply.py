"""The figures of a kit's page are those of the program, whatever the reader's class."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.content.supply import Party, paper, supplies
from generator.pages.page import address
from generator.pipeline import Result
from tests.browser.conftest import Watched

PARTIES = [Party(46, 4), Party(600, 5, 14), Party(1, 2), Party(31, 7, 2)]
KIT = "activities/emotion-doodling/index.html"


def _fill(page: Page, name: str, value: str) -> None:
    field = page.locator(f".hb-supply input[name={name}]")
    if field.get_attribute("type") == "hidden":
        field.evaluate("(field, value) => { field.value = value; }", value)
    else:
        field.fill(value)


def _ask(page: Page, party: Party) -> None:
    for name in ("pupils", "classes", "group"):
        _fill(page, name, str(getattr(party, name)))
    page.locator(".hb-supply input[name=pupils]").dispatch_event("input")


def test_every_kit_counts_as_the_program_does(browser: Browser, http: str, real: Result) -> None:
    library = real.library
    context = browser.new_context()
    page = context.new_page()
    for kit in library.activities:
        rows = tuple(supplies(kit, (sheet for sheet in library.sheets if sheet.item is kit)))
        if not rows:
            continue
        page.goto(http + address(kit.path))
        for party in PARTIES:
            _ask(page, party)
            shown = [int(text) for text in page.locator("[data-count]").all_inner_texts()]
            assert shown == [row.count(party) for row in rows], (kit.slug, party)
            if printed := paper(rows, party):
                assert int(page.locator("[data-paper-total]").inner_text()) == printed, (kit.slug, party)
    context.close()


def test_a_reader_counts_for_a_class_and_is_remembered(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + KIT)
    said = page.locator(".hb-supply [data-said]")
    expect(said).to_contain_text("按45人、1个班、4人一组，分12组算")
    page.locator(".hb-supply input[name=pupils]").fill("38")
    expect(said).to_contain_text("按38人、1个班、4人一组，分10组算")
    page.goto(home + "activities/team-games/index.html")
    expect(page.locator(".hb-supply input[name=pupils]")).to_have_value("38")
    # A group of eight is no class.
    page.goto(home + "activities/exam-calm-group/index.html")
    expect(page.locator(".hb-supply input[name=pupils]")).to_have_value("10")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("pupils", "", "人数请填1到3000的整数"),
        ("pupils", "0", "人数请填1到3000的整数"),
        ("pupils", "3001", "人数请填1到3000的整数"),
        ("pupils", "4.5", "人数请填1到3000的整数"),
        ("group", "1", "每组请填2到30的整数"),
        ("classes", "46", "班数比人数还多"),
    ],
)
def test_what_is_no_class_leaves_the_figures(
    browser: Browser, http: str, name: str, value: str, told: str
) -> None:
    page = browser.new_page()
    page.goto(http + KIT)
    before = page.locator("[data-count]").all_inner_texts()
    _fill(page, name, value)
    expect(page.locator(".hb-supply [data-said]")).to_contain_text(told)
    expect(page.locator(f".hb-supply input[name={name}]")).to_have_attribute("aria-invalid", "true")
    assert page.locator("[data-count]").all_inner_texts() == before
    page.close()


def test_without_scripts_a_usual_class_is_counted(browser: Browser, http: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(http + KIT)
    expect(page.locator("form.hb-supply")).to_be_hidden()
    assert re.search(r"按45人、1个班、4人一组，分12组算", page.content())
    expect(page.locator("[data-paper-total]")).to_have_text("57")
    context.close()
