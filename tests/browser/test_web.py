"""Addresses that were left, mistyped or shortened: a teacher gets to the page all the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.adapters.mkdocs import build
from tests.browser.conftest import Watched, hosted
from tests.conftest import copy_tiny
from tests.rules.specimen import lay

OLD = "lessons/middle/teamwork/old-name.html"
OLD_KIT = "activities/old-kit/index.html"
LESSON = "lessons/lower/emotions/sample-lesson.html"
KIT = "activities/sample-kit/index.html"
VOLCANO = "lessons/lower/emotions/little-volcano.html"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the tiny site below ``xinyu/``, where a lesson and a kit have moved."""
    root = copy_tiny(tmp_path_factory.mktemp("moved") / "repository")
    lay(root, "课例", f"moved_from: [{OLD}]")
    lay(root, "活动包", f"moved_from: [{OLD_KIT}]")
    config = root / "mkdocs.yml"
    config.write_text("site_url: https://school.example/xinyu\n" + config.read_text("utf-8"), "utf-8")
    folder = root.parent / "host"
    folder.mkdir()
    build(config, folder / "xinyu")
    return folder


@pytest.fixture(params=["http", "file"])
def old_home(request: pytest.FixtureRequest, moved: Path) -> Iterator[str]:
    if request.param == "file":
        yield f"{moved.as_uri()}/xinyu/"
        return
    with hosted(moved) as address:
        yield f"{address}xinyu/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("old", "new"),
    [(OLD, LESSON), (OLD_KIT, KIT), (f"{OLD}?from=1#画一画", f"{LESSON}?from=1#{quote('画一画')}")],
)
def test_an_old_address_leads_to_the_page(old: str, new: str, old_home: str, page: Page) -> None:
    page.goto(old_home + old)
    page.wait_for_url(old_home + new)
    expect(page.locator("h1").first).to_contain_text("样")
    # It is not a step to go back to.
    assert page.evaluate("history.length") <= 2


def test_without_scripts_an_old_address_leads_there_too(old_home: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(old_home + OLD)
    page.wait_for_url(old_home + LESSON)
    expect(page.locator("h1").first).to_contain_text("样课一")
    context.close()


def test_where_nothing_leads_on_the_old_page_reads(old_home: str, browser: Browser) -> None:
    """A script that does not arrive leaves a page with a link."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.route("**/moved.js", lambda route: route.abort())
    page.goto(old_home + OLD)
    expect(page.locator("h1")).to_have_text("这一页搬家了")
    page.get_by_role("link", name="样课一").click()
    page.wait_for_url(old_home + LESSON)
    context.close()


NEAR = [
    ("lessons/lower/emotions/little-volcanos.html", VOLCANO),
    ("lessons/lower/emotions/litle-volcano.html", VOLCANO),
    ("lessons/lower/little-volcano.html", VOLCANO),
    ("lessons/lower/emotions/Little-Volcano.HTML", VOLCANO),
    ("lessons/lower/emotions/little-volcano", VOLCANO),
    ("lessons/lower/emotions/little-volcano/", VOLCANO),
    ("lessons/lower/emotions/little-volcano.md", VOLCANO),
    ("volcano", VOLCANO),
    ("lessons/lower/emotions/little_volcano.html", VOLCANO),
    ("lessons/lower/habits/little-volcano-body.html", VOLCANO),
    ("activities/doodling-emotions/index.html", "activities/emotion-doodling/index.html"),
    ("activities/emotion-doodling/page-2.html", "activities/emotion-doodling/index.html"),
]


@pytest.mark.parametrize(("wrong", "right"), NEAR)
def test_a_wrong_address_is_answered_with_the_page_it_meant(
    wrong: str, right: str, http: str, page: Page
) -> None:
    page.goto(http + wrong)
    expect(page.get_by_role("heading", name="是不是找这一页？")).to_be_visible()
    links = page.locator("#lost-list a")
    assert 1 <= links.count() <= 5
    assert links.first.get_attribute("href") == http + right


@pytest.mark.parametrize(
    "wrong", [quote("考试前紧张"), "kao-shi/", "kaoshi.html", f"find/{quote('考试')}.html"]
)
def test_chinese_or_pinyin_in_an_address_is_a_question(wrong: str, http: str, page: Page) -> None:
    page.goto(http + wrong)
    expect(page.locator("#lost-list")).to_contain_text("考前三分钟")
    expect(page.locator("#lost-q")).not_to_have_value("")
    page.locator("#lost").get_by_role("button", name="查找").click()
    expect(page.locator("#results")).to_contain_text("考前三分钟")


@pytest.mark.parametrize(
    "wrong", ["wp-login.php", "qzxw.html", "lessons/lower/emotions/zzzz.html", "%FF%FE", "%E4"]
)
def test_what_nothing_is_near_to_leaves_the_page_as_it_is(wrong: str, http: str, page: Page) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(http + wrong, wait_until="networkidle")
    expect(page.locator("h1")).to_have_text("没有这一页")
    expect(page.locator("#lost-near")).to_be_hidden()
    expect(page.locator("#lost-q")).to_have_value("")
    assert faults == []


def test_markup_in_an_address_stays_text(http: str, page: Page) -> None:
    page.goto(http + quote("考试<img src=x onerror=alert(1)>"))
    expect(page.get_by_role("heading", level=2)).to_contain_text("<img")
    assert page.locator("#lost img").count() == 0


def test_a_site_below_a_folder_finds_its_pages_too(moved: Path, page: Page) -> None:
    with hosted(moved) as address:
        page.goto(f"{address}xinyu/lessons/a/b/c/sample-leson.html")
        expect(page.locator("#lost-list a").first).to_have_attribute("href", f"{address}xinyu/{LESSON}")
        colour = "getComputedStyle(document.querySelector('.hb-lost .hb-button')).borderRadius"
        assert page.evaluate(colour) != "0px"


def test_the_site_map_and_the_changes_fit_the_screen(watched: Watched, home: str) -> None:
    page = watched.page
    for path, words in (("site-map.html", "小火山冒烟了"), ("changes.html", "2026年")):
        page.goto(home + path)
        expect(page.locator("article")).to_contain_text(words)
        width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert width[0] <= width[1]
        small = page.evaluate(
            """Array.from(document.querySelectorAll('article ul a'))
              .filter(link => link.getBoundingClientRect().height < 43).map(link => link.textContent)"""
        )
        assert small == []
