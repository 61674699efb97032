"""Questions that smell of danger, or ask for what the handbook must not give, are answered before all else."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched

CRISIS = "crisis-and-referral"

ANSWERED = [
    ("不想活", CRISIS, True),
    ("孩子胳膊有划痕怎么办", CRISIS, True),
    ("有学生说被摸了", CRISIS, True),
    ("他说活着 没意思", CRISIS, True),
    ("割手", CRISIS, True),
    ("手腕划伤", CRISIS, True),
    ("被家长打了", CRISIS, True),
    ("胳膊上一道一道的", CRISIS, True),
    ("打骂孩子", CRISIS, True),
    ("爷爷喝了酒就动手", CRISIS, True),
    ("爸爸把他锁门外一晚上", CRISIS, True),
    ("脸上有个手掌印", CRISIS, True),
    ("老想自沙", CRISIS, True),
    ("bu xiang huo le", CRISIS, True),
    ("量表下载", "scales", False),
    ("班级压力值统计表", "scales", False),
    ("树画得没有根", "no-interpreting", False),
    ("判断是不是抑郁症", "no-interpreting", False),
    ("吃什么药", "no-interpreting", False),
    ("房树人分析", "no-interpreting", False),
]


@pytest.mark.parametrize(("question", "slug", "urgent"), ANSWERED)
def test_the_guide_stands_first_and_says_why(
    question: str, slug: str, urgent: bool, watched: Watched, home: str
) -> None:
    page = watched.page
    page.goto(f"{home}find/index.html?q={question}")
    expect(page.locator("#results > li").first).to_have_attribute("data-slug", slug)
    answer = page.locator("#find-answers .hb-answer").first
    expect(answer).to_be_visible()
    leads = answer.locator("a:not([href^='tel:'])")
    expect(leads.first).to_have_attribute("href", f"{home}guides/{slug}.html")
    assert answer.locator("a[href='tel:12356']").count() == urgent
    assert ("12356" in answer.inner_text()) == urgent
    assert page.locator("#find-answers .hb-answer--urgent").count() == urgent


@pytest.mark.parametrize(
    "question",
    [
        "生气",
        "考前紧张",
        "画画",
        "打得一手好球",
        "四年级 时间管理",
        "发言总被打断",
        "给家长打电话怎么说",
        "时钟",
        "三八节",
        "爸爸打工在外",
    ],
)
def test_other_questions_are_left_alone(question: str, watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(f"{home}find/index.html?q={question}")
    expect(page.locator("#results > li").first).to_be_visible()
    expect(page.locator(".hb-answer--urgent")).to_have_count(0)
    expect(page.locator("#find-answers")).to_be_empty()


def test_filters_do_not_hide_what_is_urgent(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(f"{home}find/index.html?q=不想活&kind=activity")
    expect(page.locator("#find-answers .hb-answer--urgent")).to_contain_text("12356")


def test_the_box_in_the_header_says_it_too(watched: Watched, home: str, size: str) -> None:
    page = watched.page
    page.goto(home + "lessons/index.html")
    page.keyboard.press("/")
    page.keyboard.type("有孩子说不想活")
    answer = page.locator(".hb-results:visible .hb-answer--urgent")
    expect(answer).to_contain_text("12356")
    answer.get_by_role("link", name="紧急一页纸").click()
    expect(page.locator("h1").first).to_contain_text("紧急")


NAMED = [
    ("四年级 时间管理", {"grade": {"4"}}),
    ("时间管理 四年级", {"grade": {"4"}}),
    ("四下 心理课", {"grade": {"4"}, "semester": {"2"}}),
    ("高年级 压力", {"band": {"upper"}}),
    ("三四年级 矛盾", {"grade": {"3", "4"}}),
    ("语文课 挫折", {"subject": {"chinese"}}),
]


@pytest.mark.parametrize(("question", "facets"), NAMED)
def test_what_a_question_names_stands_first_and_can_be_had_alone(
    question: str, facets: dict[str, set[str]], watched: Watched, home: str
) -> None:
    page = watched.page
    page.goto(f"{home}find/index.html?q={question}")
    first = page.locator("#results > li").first
    expect(first).to_be_visible()
    slug = first.get_attribute("data-slug")
    item = page.evaluate(
        "slug => handbookSearch.facets().then(() => handbookSearch.slugs()).then(index => index.items.find(item => item.slug === slug).facets)",
        slug,
    )
    for key, terms in facets.items():
        assert terms & set(item[key]), (slug, item)
    only = page.locator("#find-named button")
    expect(only).to_have_count(len(facets))
    only.first.click()
    expect(page.locator("#find-chips li").first).to_be_visible()
    expect(only).to_have_count(len(facets) - 1)


@pytest.mark.parametrize("question", ["帮我看 一下 情绪", "孩子一年比一年难管"])
def test_words_that_only_look_like_facets_are_none(question: str, watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(f"{home}find/index.html?q={question}")
    expect(page.locator("#results > li").first).to_be_visible()
    expect(page.locator("#find-named button")).to_have_count(0)


PLACES = {
    "校历": "calendar/index.html",
    "期末前十分钟": "ten-minutes/index.html",
    "学习单打印": "printables/index.html",
}


@pytest.mark.parametrize("question", PLACES)
def test_a_page_that_is_no_item_is_named(question: str, watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(f"{home}find/index.html?q={question}")
    door = page.locator("#find-answers .hb-answer a")
    expect(door.first).to_have_attribute("href", home + PLACES[question])
    door.first.click()
    expect(page.locator("h1").first).to_be_visible()
