"""From a lesson one click leads to everything it is tied to, and one click leads back."""

from __future__ import annotations

import random
from pathlib import Path
from urllib.parse import urldefrag

from playwright.sync_api import Browser

from tests.browser.conftest import Watched

SAMPLE = 4


def test_each_relation_of_a_random_lesson_leads_back(browser: Browser, http: str, real_site: Path) -> None:
    lessons = sorted(
        path.relative_to(real_site).as_posix()
        for path in real_site.glob("lessons/*/*/*.html")
        if path.name != "index.html" and not path.with_suffix(".svg").exists()
    )
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    shown = Watched(context.new_page(), http)
    page = shown.page
    followed = 0
    for lesson in random.Random(len(lessons)).sample(lessons, SAMPLE):
        page.goto(http + lesson)
        groups = "[data-connection] a, .hb-more-links a, .hb-kind a, .hb-facts dd a"
        links = page.locator(groups).evaluate_all("all => all.map(a => a.href)")
        there = {urldefrag(link).url for link in links if "/find/" not in link and "emergency" not in link}
        assert len(there) > 4
        for address in sorted(there):
            page.goto(http + lesson)
            page.locator(groups).evaluate_all(
                "(all, address) => {"
                " const link = all.find(a => a.href.split('#')[0] === address);"
                " for (const box of document.querySelectorAll('details')) if (box.contains(link)) box.open = true;"
                " link.click(); }",
                address,
            )
            page.wait_for_url(address + "**")
            back = page.locator("article a").evaluate_all(
                "all => all.map(a => new URL(a.getAttribute('href'), document.baseURI).href.split('#')[0])"
            )
            assert http + lesson in back, (lesson, address)
            followed += 1
    context.close()
    assert shown.faults == []
    assert followed > 4 * SAMPLE
