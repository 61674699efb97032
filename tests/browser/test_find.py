"""Searching as a teacher does, over http and from disk."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

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


Chosen = dict[str, list[str]]
Item = dict[str, Any]


@pytest.fixture(scope="module")
def catalogue(real_site: Path) -> Item:
    value: Item = json.loads((real_site / "catalogue.json").read_text("utf-8"))
    return value


def fits(item: Item, chosen: Chosen, but: str = "") -> bool:
    """The meaning of filters, said a second time: alternatives within a facet, facets are conditions."""
    return all(set(terms) & set(item["facets"].get(key, [])) for key, terms in chosen.items() if key != but)


def combinations(catalogue: Item, number: int) -> list[Chosen]:
    """Filters at random, the same on every machine: one to four facets, now and then two terms of one."""
    random = Random(4)
    facets = {facet["key"]: [value["key"] for value in facet["values"]] for facet in catalogue["facets"]}
    made = []
    for _ in range(number):
        keys = random.sample(sorted(facets), random.randint(1, 4))
        made.append(
            {k: random.sample(facets[k], min(len(facets[k]), random.choice((1, 1, 2)))) for k in keys}
        )
    return made


def address(home: str, chosen: Chosen, **more: str) -> str:
    return f"{home}find/index.html?{urlencode({**chosen, **more}, doseq=True)}"


def opened(page: Page, where: str) -> None:
    """Goes there and waits for the results, be there some or none."""
    page.goto(where)
    expect(page.locator("#find-status")).to_have_text(re.compile(r"找到 \d+ 项"))


def drawn(page: Page) -> None:
    """Waits until what was asked for stands there."""
    expect(page.locator("#results")).to_have_attribute("aria-busy", "false")


def unfold(page: Page) -> None:
    """Shows every result."""
    drawn(page)
    while page.locator("#find-more").is_visible():
        page.locator("#find-more").click()
        drawn(page)


def slugs(page: Page) -> list[str]:
    found: list[str] = page.locator("ol#results > li").evaluate_all("all => all.map(li => li.dataset.slug)")
    return found


COUNTS = """() => Array.from(document.querySelectorAll('#find-filters label')).map(label => [
  label.querySelector('input').name, label.querySelector('input').value,
  Number(label.querySelector('.hb-value__count').textContent), label.querySelector('input').checked, label.hidden])"""


def test_filters_give_what_the_catalogue_holds(
    catalogue: Item, browser: Browser, home: str, addresses: dict[str, str]
) -> None:
    """The results, and the number beside every value, for thirty combinations."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    watched = Watched(context.new_page(), home)
    page = watched.page
    sizes = []
    every = [(f["key"], v["key"]) for f in catalogue["facets"] for v in f["values"]]
    for chosen in combinations(catalogue, 30):
        opened(page, address(home, chosen))
        unfold(page)
        expected = {item["slug"] for item in catalogue["items"] if fits(item, chosen)}
        assert set(slugs(page)) == expected, chosen
        assert len(slugs(page)) == len(expected)
        expect(page.locator("#find-status")).to_have_text(f"找到 {len(expected)} 项")
        boxes = page.evaluate(COUNTS)
        assert [(key, term) for key, term, *_ in boxes] == every
        for key, term, count, checked, hidden in boxes:
            others = [item for item in catalogue["items"] if fits(item, chosen, key)]
            assert count == sum(term in item["facets"].get(key, []) for item in others), (chosen, key, term)
            assert checked == (term in chosen.get(key, []))
            used = any(term in item["facets"].get(key, []) for item in catalogue["items"])
            assert hidden == (not used and not checked)
        chips = page.locator("#find-chips .hb-chip--chosen").count()
        assert chips == sum(map(len, chosen.values()))
        sizes.append(len(expected))
    context.close()
    assert watched.faults == []
    # The draw is of use only if some combinations leave nothing and some leave much.
    assert sizes.count(0) >= 5
    assert sum(size > 1 for size in sizes) >= 8


def test_facets_of_one_group_stand_under_one_name(watched: Watched, home: str, catalogue: Item) -> None:
    page = watched.page
    opened(page, address(home, {}))
    shown = page.locator("#find-filters details").evaluate_all(
        """all => all.map(one => [one.querySelector('legend').textContent,
             [...new Set(Array.from(one.querySelectorAll('input'), input => input.name))]])"""
    )
    expected: dict[str, list[str]] = {}
    for facet in catalogue["facets"]:
        expected.setdefault(facet["group"] or facet["name"], []).append(facet["key"])
    assert shown == [list(pair) for pair in expected.items()]
    assert len(expected["省事"]) > 3
    # What is one condition each is named by itself, and the two make the results fewer together.
    opened(page, address(home, {"without-preparation": ["yes"], "printables": ["yes"]}))
    both = set(slugs(page))
    opened(page, address(home, {"printables": ["yes"]}))
    assert both < set(slugs(page))


def test_results_can_be_sorted(watched: Watched, home: str, catalogue: Item) -> None:
    page = watched.page
    items = {item["slug"]: item for item in catalogue["items"]}
    last = 1_000
    for chosen, q in (({}, ""), ({}, "情绪"), ({"kind": ["lesson", "guide", "integration"]}, "")):
        opened(page, address(home, chosen, q=q))
        unfold(page)
        plain = slugs(page)
        reading = slugs(page) if not q else None
        for sort in ("grade", "minutes"):
            page.get_by_label("排序").select_option(sort)
            assert f"sort={sort}" in page.url
            unfold(page)
            found = slugs(page)
            assert sorted(found) == sorted(plain)
            places = [
                (min(items[s]["grades"], default=last) if sort == "grade" else items[s]["minutes"] or last)
                for s in found
            ]
            assert places == sorted(places)
            if reading:
                assert found == sorted(
                    reading,
                    key=lambda s: (
                        min(items[s]["grades"], default=last)
                        if sort == "grade"
                        else items[s]["minutes"] or last
                    ),
                )
        page.get_by_label("排序").select_option("")
        assert "sort" not in page.url
        assert page.get_by_label("排序").locator("option").first.text_content() == (
            "相关" if q else "手册顺序"
        )


def test_back_brings_back_text_filters_sort_and_place(watched: Watched, home: str) -> None:
    page = watched.page
    opened(page, address(home, {}))
    box = page.locator("#find-q")
    box.press_sequentially("情绪", delay=20)
    expect(page).to_have_url(re.compile("q="))
    page.get_by_label("排序").select_option("minutes")
    if page.locator("#find-open").is_visible():
        page.locator("#find-open").click()
    page.locator("#find-filters input[name=kind][value=lesson]").check()
    if page.locator("#find-close").is_visible():
        page.locator("#find-close").click()
    expect(page).to_have_url(re.compile("kind=lesson.*sort=minutes"))
    drawn(page)
    # What stands under a result from its text comes last and moves what is below.
    page.wait_for_load_state("networkidle")
    left = slugs(page)
    # To a page and back: the same results, and as far down.
    page.evaluate("window.scrollTo(0, 400)")
    target = page.locator("ol#results > li a.hb-hit__title").last
    target.scroll_into_view_if_needed()
    far = page.evaluate("window.scrollY")
    target.click()
    expect(page.locator("#find")).to_have_count(0)
    page.go_back()
    expect(page.locator("#find-status")).to_have_text(f"找到 {len(left)} 项")
    assert slugs(page) == left
    assert box.input_value() == "情绪"
    assert page.get_by_label("排序").input_value() == "minutes"
    assert page.locator("#find-filters input[name=kind][value=lesson]").is_checked()
    assert far > 0
    page.wait_for_function(f"Math.abs(window.scrollY - {far}) < 3")
    # Then a step at a time: the filter, the order, and the whole text at once.
    page.go_back()
    expect(page.locator("#find-chips .hb-chip--chosen")).to_have_count(0)
    assert box.input_value() == "情绪"
    page.go_back()
    expect(page.get_by_label("排序")).to_have_value("")
    page.go_back()
    expect(box).to_have_value("")
    page.go_forward()
    expect(box).to_have_value("情绪")


def test_what_was_shown_on_demand_is_there_again(watched: Watched, home: str) -> None:
    page = watched.page
    opened(page, address(home, {}))
    assert len(slugs(page)) == 20
    page.locator("#find-more").click()
    drawn(page)
    assert len(slugs(page)) > 20
    # The first of the new ones has the focus: who listens goes on where the list went on.
    assert page.evaluate(
        "document.activeElement.closest('li') === document.querySelectorAll('#results > li')[20]"
    )
    page.locator("ol#results > li a.hb-hit__title").nth(20).click()
    expect(page.locator("#find")).to_have_count(0)
    page.go_back()
    expect(page.locator("ol#results > li").nth(20)).to_be_in_viewport()


def test_the_keyboard_alone_filters_and_lets_go(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    watched = Watched(context.new_page(), home)
    page = watched.page
    opened(page, address(home, {}))
    page.locator("#find-q").focus()

    def tab_to(selector: str, key: str = "Tab") -> None:
        for _ in range(60):
            page.keyboard.press(key)
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"the focus never comes to {selector}")

    tab_to("#find-skip")
    tab_to("input[name=grade][value='5']")
    page.keyboard.press("Space")
    expect(page.locator("#find-chips .hb-chip--chosen")).to_have_text(["五年级"])
    # The filters are not built anew under the reader's hands.
    assert page.evaluate("document.activeElement.value") == "5"
    page.keyboard.press("Enter")
    assert "grade=5" in page.url
    tab_to("input[name=kind][value=lesson]")
    page.keyboard.press("Space")
    expect(page.locator("#find-chips .hb-chip--chosen")).to_have_count(2)
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    tab_to("#find-skip", "Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "find-status"
    tab_to("ol#results a")
    tab_to(".hb-chip--chosen[aria-label='去掉“五年级”']", "Shift+Tab")
    page.keyboard.press("Enter")
    # The next chip, and after the last the results.
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "去掉“课例”"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "find-status"
    expect(page.locator("#find-chips")).to_be_hidden()
    context.close()
    assert watched.faults == []


def test_on_a_phone_the_filters_lie_in_a_sheet(watched: Watched, home: str, size: str) -> None:
    page = watched.page
    opened(page, address(home, {}))
    if size == "desk":
        expect(page.locator("#find-open")).to_be_hidden()
        expect(page.get_by_role("group", name="筛选")).to_be_visible()
        return
    expect(page.locator("#find-filters")).to_be_hidden()
    opener = page.get_by_role("button", name="筛选")
    opener.press("Enter")
    sheet = page.get_by_role("dialog", name="筛选")
    expect(sheet).to_be_visible()
    box = sheet.bounding_box()
    assert box
    assert box["x"] == 0
    assert box["width"] == 390
    assert abs(box["y"] + box["height"] - 844) < 1
    # What closes it stays in sight and counts along.
    foot = sheet.get_by_role("button", name="项结果")
    every = foot.text_content()
    sheet.get_by_label("五年级").check()
    expect(foot).not_to_have_text(every or "")
    expect(foot).to_be_in_viewport()
    sheet.locator("summary").last.scroll_into_view_if_needed()
    expect(foot).to_be_in_viewport()
    for label in sheet.locator("label:visible, button:visible, summary:visible").all():
        size_ = label.bounding_box()
        assert size_
        assert size_["height"] >= 44
    # The focus goes round in it, and back to where it came from.
    for _ in range(80):
        page.keyboard.press("Tab")
        inside = (
            "document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
        )
        assert page.evaluate(inside)
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "find-open"
    expect(opener).to_have_text("筛选（1）")
    opener.click()
    sheet.get_by_role("button", name="项结果").click()
    expect(sheet).to_be_hidden()
    opener.click()
    sheet.get_by_role("button", name="全部清除").click()
    expect(foot).to_have_text(every or "")
    page.mouse.click(195, 20)
    expect(sheet).to_be_hidden()


def test_nothing_left_says_what_to_let_go_of(watched: Watched, home: str, catalogue: Item) -> None:
    page = watched.page
    chosen = next(
        chosen
        for chosen in combinations(catalogue, 200)
        if not any(fits(item, chosen) for item in catalogue["items"])
        and sum(any(fits(item, chosen, key) for item in catalogue["items"]) for key in chosen) >= 2
    )
    opened(page, address(home, chosen))
    ways = {key: sum(fits(item, chosen, key) for item in catalogue["items"]) for key in chosen}
    expected = [f"（{n} 项）" for n in (ways.get(facet["key"], 0) for facet in catalogue["facets"]) if n]
    said = page.locator(".hb-none__ways button").all_text_contents()
    assert [text[text.index("（") :] for text in said] == expected
    page.locator(".hb-none__ways button").first.click()
    drawn(page)
    assert f"（{len(slugs(page))} 项）" == expected[0]
    assert page.evaluate("document.activeElement.id") == "find-status"


@pytest.mark.parametrize("query", ["qqqzzz", "龘靐"])
def test_a_text_that_nothing_answers_says_so(query: str, watched: Watched, home: str) -> None:
    page = watched.page
    opened(page, address(home, {"grade": ["5"]}, q=query))
    expect(page.locator("#find-none")).to_contain_text("换个短一点的说法")
    page.get_by_role("button", name="全部重来").click()
    expect(page.locator("#find-q")).to_have_value("")
    expect(page.locator("#find-chips")).to_be_hidden()
    assert len(slugs(page)) == 20


STRANGE = {
    "from=singlemessage&isappinstalled=0": 0,
    "colour=red&subject=alchemy": 1,
    "grade=7&grade=5&sort=price&__proto__=1": 2,
    "grade=&subject=": 0,
    "grade=5&grade=5": 0,
    "constructor=x&toString=y&sort=constructor": 1,
}


def test_what_an_address_asks_and_nobody_knows_is_left_out(
    watched: Watched, home: str, catalogue: Item
) -> None:
    page = watched.page
    for query, number in STRANGE.items():
        opened(page, f"{home}find/index.html?{query}")
        note = page.locator("#find-note")
        expect(note).to_have_text(f"有{number}个筛选条件不认识，已略过。" if number else "")
        expect(note).to_be_visible(visible=number > 0)
        chosen = {"grade": ["5"]} if "grade=5" in query else {}
        expected = sum(fits(item, chosen) for item in catalogue["items"])
        expect(page.locator("#find-status")).to_have_text(f"找到 {expected} 项")


def test_who_listens_hears_the_end_of_what_was_typed(browser: Browser, http: str) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    opened(page, address(http, {}))
    page.evaluate(
        """() => {
          window.heard = [];
          const region = document.getElementById('find-said');
          new MutationObserver(() => window.heard.push(region.textContent)).observe(region, { childList: true });
        }"""
    )
    page.wait_for_function("window.heard.length === 1")
    page.locator("#find-q").press_sequentially("考试紧张", delay=170)
    page.wait_for_function("window.heard.length > 1")
    assert page.evaluate("window.heard.length") == 2
    assert page.evaluate("window.heard[1]").startswith(page.locator("#find-status").text_content())
    context.close()


NAMELESS = """() => Array.from(document.querySelectorAll('main button, main input, main select, main summary, main a'))
  .filter(node => node.offsetParent)
  .filter(node => !(node.getAttribute('aria-label') || node.textContent.trim() || (node.labels && node.labels.length)))
  .map(node => node.outerHTML)"""


def test_everything_that_is_used_has_a_name_and_an_id_is_one(watched: Watched, home: str) -> None:
    page = watched.page
    opened(page, address(home, {"grade": ["2"]}, q="生气"))
    assert page.evaluate(NAMELESS) == []
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), node => node.id)")
    assert len(ids) == len(set(ids))
    for name in ("aria-controls", "aria-labelledby", "for"):
        named = page.evaluate(
            f"Array.from(document.querySelectorAll('#find [{name}]'), node => node.getAttribute('{name}'))"
        )
        assert named
        assert set(named) <= set(ids)
    assert page.locator("#find fieldset").count() == page.locator("#find fieldset > legend").count() > 10
    levels = page.evaluate(
        "Array.from(document.querySelectorAll('main h1, main h2, main h3'), h => h.tagName)"
    )
    assert levels == ["H1", "H2"]


def test_only_the_page_that_filters_loads_what_filters(real_site: Path) -> None:
    for path in real_site.rglob("*.html"):
        loads = re.findall(r"(?:javascripts|stylesheets)/(find)\.", path.read_text("utf-8"))
        assert len(loads) == (2 if path.parent.name == "find" else 0), path


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
    assert [url for url in asked if "/search/" in url or "search.js" in url] == []
    page.keyboard.press("/")
    page.wait_for_function("window.handbookSearch")
    page.wait_for_timeout(300)
    assert sorted(url.split("/")[-1] for url in asked if "search" in url.split("?")[0].split("/", 3)[3]) == [
        "head.js",
        "search.css",
        "search.js",
        "searchbox.js",
    ]
    context.close()
