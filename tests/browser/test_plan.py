"""The plan of a term: what the planner decides, and what a teacher does with it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar, Event
from playwright.sync_api import Browser, Page, expect

from generator.content.curriculum import Occasion
from generator.content.school import SchoolTerm
from generator.content.school_year import in_term, in_year
from generator.outputs.year import files
from generator.pipeline import Result
from tests.browser.conftest import Watched

PLAN = "plan/index.html"
SPRING = "?grade=5&semester=2&first=2027-02-22&weeks=20&pace=2"

Row = dict[str, Any]


@pytest.fixture(scope="module")
def planner(browser: Browser, http: str) -> Iterator[Page]:
    """A page with the planner and the real year."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(http + PLAN)
    yield page
    context.close()


# ---- A made-up year ------------------------------------------------------------------------------


def occasion(key: str, **timing: Any) -> Row:
    empty: Row = {
        "months": [],
        "days": [],
        "spans": [],
        "weekdays": [],
        "weeks": [],
        "semesters": [],
        "grades": [],
    }
    return {"key": key, "name": key, "when": "看学校", **empty, **timing}


def lesson(slug: str, *occasions: str, after: tuple[str, ...] = (), **more: Any) -> Row:
    base = {"grades": [3], "semester": 1, "strand": "s", "builds_on": after}
    return _item("lesson", slug, occasions) | base | more


def kit(slug: str, *occasions: str, **more: Any) -> Row:
    return _item("activity", slug, occasions) | {"grades": [3], "strands": ["s"], "setting": "class"} | more


def _item(kind: str, slug: str, occasions: tuple[str, ...]) -> Row:
    told = {"kind": kind, "slug": slug, "title": slug, "summary": "", "address": f"{slug}.html"}
    return told | {"occasions": occasions, "minutes": 40}


OCCASIONS = [
    occasion("start", weeks=[{"from": "start", "first": 1, "last": 3}]),
    occasion("before", weeks=[{"from": "middle", "first": -2, "last": -1}, {"from": "end", "first": -3, "last": -2}]),
    occasion("finish", weeks=[{"from": "end", "first": -1, "last": 0}]),
    occasion("october", months=[10]),
    occasion("tenth", days=["10-10"]),
    occasion("january", days=["01-05"]),
    occasion("turn", spans=[["12-28", "12-31"], ["01-01", "01-02"]]),
    occasion("thursday", weekdays=[{"month": 11, "nth": 4, "weekday": 4}]),
    occasion("may", spans=[["05-01", "05-31"]]),
    occasion("spring", days=["10-10"], semesters=[2]),
    occasion("sixth", days=["10-10"], grades=[6]),
]  # fmt: skip

# Name, items, what is wished for besides third grade's first semester, fortnightly over 20 weeks
# from 31 August 2026 (lessons in weeks 2 4 6 8 11 12 14 16 17), and the weeks that come of it.
CASES: list[tuple[str, list[Row], Row, dict[str, int]]] = [
    ("an occasion goes before the order", [lesson("a"), lesson("b"), lesson("c", "start")], {}, {"c": 2, "a": 6, "b": 14}),
    ("a day is in its week", [lesson("a", "tenth")], {}, {"a": 6}),
    ("two windows: the one nearer its place", [lesson("a"), lesson("b"), lesson("c", "before")], {}, {"a": 6, "b": 14, "c": 17}),
    ("two windows: the other", [lesson("a", "before"), lesson("b"), lesson("c")], {}, {"a": 8, "b": 11, "c": 14}),
    ("weeks that have no lesson: the nearest one", [lesson("a", "finish")], {}, {"a": 17}),
    ("a day after New Year", [lesson("a", "january")], {"weeks": 22}, {"a": 19}),
    ("a span over New Year", [lesson("a", "turn")], {"weeks": 22}, {"a": 18}),
    ("the fourth Thursday of November is the 26th: the nearest one", [lesson("a", "thursday")], {}, {"a": 12}),
    ("the same a week later", [lesson("a", "thursday")], {"first": "2026-09-07"}, {"a": 12}),
    ("months alone bind too", [lesson("a"), lesson("b", "october"), lesson("c")], {"pace": 4}, {"a": 2, "b": 6, "c": 14}),
    ("an occasion of another term does not bind", [lesson("a", "may"), lesson("b")], {"pace": 4}, {"a": 6, "b": 14}),
    ("nor one of another semester", [lesson("a", "spring")], {"pace": 4}, {"a": 11}),
    ("nor one of another grade", [lesson("a", "sixth")], {"pace": 4}, {"a": 11}),
    ("what it builds on comes first", [lesson("a"), lesson("b", "start", after=("a",))], {}, {"a": 2, "b": 4}),
    ("also through another", [lesson("a"), lesson("b", after=("a",)), lesson("c", "start", after=("b",))], {}, {"a": 2, "b": 4, "c": 6}),
    ("a lesson of another term is no base", [lesson("x", semester=2), lesson("a", "start", after=("x",))], {}, {"a": 2}),
    ("alone it stands in the middle", [lesson("a")], {}, {"a": 11}),
    ("a kit in its week", [lesson("a"), kit("k", "tenth")], {}, {"a": 4, "k": 6}),
    ("a kit in the week next to its own", [lesson("a"), kit("k", "thursday")], {}, {"a": 11, "k": 12}),
    ("a kit two weeks off is not held", [lesson("a"), kit("k", "finish")], {}, {"a": 11}),
    ("a lesson goes before a kit", [lesson("a", "tenth"), kit("k", "tenth")], {}, {"a": 6}),
    ("one kit for an occasion", [lesson("a"), kit("k", "october"), kit("l", "october")], {}, {"a": 6, "k": 8}),
    ("the kit nearer the grade's lessons", [lesson("a"), kit("k", "tenth", strands=["t"]), kit("l", "tenth")], {}, {"a": 4, "l": 6}),
    ("no kit of another time of the year", [lesson("a"), kit("k", "may")], {}, {"a": 11}),
    ("no kit for other grades or settings", [lesson("a"), kit("k", "tenth", grades=[1]), kit("l", "tenth", setting="family")], {}, {"a": 11}),
    ("kits for any time once there has been a lesson", [lesson("a"), kit("k"), kit("l")], {}, {"a": 11, "k": 12, "l": 14}),
    ("no lesson: the kits begin", [kit("k"), kit("l")], {"pace": 4}, {"k": 2, "l": 6}),
]  # fmt: skip
ALONE = [(items, wish, weeks) for name, items, wish, weeks in CASES]
NAMES = [name for name, *_ in CASES]


def planned(page: Page, items: list[Row], breaks: Sequence[Row] = (), **wish: Any) -> Any:
    whole = {"occasions": OCCASIONS, "breaks": breaks, "terms": [], "items": items}
    usual = {"grade": 3, "semester": 1, "first": "2026-08-31", "weeks": 20, "pace": 2}
    return page.evaluate("([year, wish]) => handbookPlanner.plan(year, wish)", [whole, usual | wish])


def stands(plan: Any) -> dict[str, int]:
    return {row["item"]["slug"]: row["week"] for row in plan["rows"] if row["item"]}


@pytest.mark.parametrize(("items", "wish", "weeks"), ALONE, ids=NAMES)
def test_it_stands_where_a_teacher_would_put_it(
    items: list[Row], wish: Row, weeks: dict[str, int], planner: Page
) -> None:
    assert stands(planned(planner, items, **wish)) == weeks


def test_more_lessons_than_weeks(planner: Page) -> None:
    items = [lesson(slug) for slug in "abcde"] + [lesson("f", "finish"), lesson("g", after=("e",))]
    plan = planned(planner, items, pace=4)
    assert stands(plan) == {"a": 2, "b": 6, "c": 11, "d": 14, "f": 17}
    assert [item["slug"] for item in plan["left"]] == ["e", "g"]
    # What an occasion asks for brings what it builds on.
    items = [lesson(slug) for slug in "abcde"] + [lesson("f", "finish", after=("e",))]
    assert stands(planned(planner, items, pace=4)) == {"a": 2, "b": 6, "c": 11, "e": 14, "f": 17}


def test_every_row_says_why(planner: Page) -> None:
    items = [lesson("a"), lesson("b", after=("a",)), lesson("c", "finish"), kit("k", "tenth"), kit("l")]
    plan = planned(planner, items)
    why = {row["item"]["slug"] if row["item"] else "": row["why"] for row in plan["rows"]}
    assert why == {
        "a": ["按先后", ""],
        "b": ["按先后", "接着《a》"],
        "c": ["时机：finish", "那一周没有排课，放在最近的一次"],
        "k": ["时机：tenth", "看学校"],
        "l": ["补空", "适合这个年级"],
        "": ["十分钟版、晨会", ""],
    }
    also = {row["occasion"]["key"]: row["weeks"] for row in plan["also"]}
    assert also == {
        "start": [1, 2, 3],
        "before": [8, 9, 17, 18],
        "january": [19],
        "turn": [18],
        "thursday": [13],
    }


def test_a_week_that_is_mostly_holidays_has_no_lesson(planner: Page) -> None:
    breaks = [{"name": "长假", "span": ["10-01", "10-07"]}, {"name": "短假", "span": ["09-23", "09-24"]}]
    rows = planned(planner, [lesson("a")], breaks=breaks)["rows"]
    assert [(row["week"], row["holiday"]) for row in rows[:4]] == [(2, ""), (4, "短假"), (7, ""), (8, "")]
    assert "长假" not in {row["holiday"] for row in rows}


def test_a_break_may_lie_across_the_new_year_and_breaks_of_one_week_add_up(planner: Page) -> None:
    breaks = [{"name": "跨年", "span": ["12-31", "01-01"]}, {"name": "补休", "span": ["12-29", "12-29"]}]
    whole = planned(planner, [lesson("a")], first="2026-09-07", breaks=breaks)["rows"]
    # Three days of the week of 28 December 2026, the seventeenth.
    assert 17 not in {row["week"] for row in whole}
    part = planned(planner, [lesson("a")], first="2026-09-14", breaks=breaks[:1])["rows"]
    assert {row["week"]: row["holiday"] for row in part}[16] == "跨年"


@pytest.mark.parametrize(("weeks", "pace", "short"), [(20, 2, 0), (18, 2, 1), (20, 4, 0), (10, 4, 2)])
def test_it_says_when_there_are_fewer_than_usual(weeks: int, pace: int, short: int, planner: Page) -> None:
    plan = planned(planner, [lesson("a")], weeks=weeks, pace=pace)
    assert plan["short"] == short
    assert len(plan["rows"]) + short >= {2: 9, 4: 4}[pace]


# ---- Whatever is wished for ----------------------------------------------------------------------

FIRSTS = {1: ("2026-08-31", "2027-09-06"), 2: ("2027-02-22", "2028-02-14")}
WEEKS = (10, 18, 20, 21, 26)


def full_year(real: Mapping[str, Any]) -> Row:
    """The real occasions, and eight lessons in each of twelve semesters with as many kits as are planned."""
    keys = [row["key"] for row in real["occasions"]]
    items = []
    for grade, semester, place in product(range(1, 7), (1, 2), range(8)):
        number = (grade * 2 + semester) * 8 + place
        slug = f"g{grade}-{semester}-{place}"
        items.append(
            lesson(
                slug,
                *(keys[number % len(keys)] for _ in range(1) if number % 3),
                *(keys[(number * 5) % len(keys)] for _ in range(1) if number % 7 == 0),
                after=(f"g{grade}-{semester}-{place - 1 - number % 2}",) if number % 4 == 1 else (),
                grades=[grade],
                semester=semester,
                strand=f"s{number % 9}",
            )
        )
    for number in range(22):
        grades = list(range(1 + number % 3, 7 - number % 2))
        named = [keys[number % len(keys)]] if number % 4 else []
        items.append(kit(f"k{number}", *named, grades=grades, strands=[f"s{number % 9}"]))
    return {"occasions": real["occasions"], "terms": [], "items": items}


def windows(row: Occasion, wish: Mapping[str, Any]) -> set[int]:
    """The weeks of an occasion, by the generator's own reckoning."""
    if row.grades and wish["grade"] not in row.grades:
        return set()
    if row.semesters and wish["semester"] not in row.semesters:
        return set()
    first = date.fromisoformat(wish["first"])
    term = SchoolTerm(name="学期", first=first, last=first + timedelta(weeks=wish["weeks"], days=-1))
    spans = [(days.first, days.last) for days in in_term(row, term)]
    for year in {term.first.year, term.last.year}:
        spans += [(days.first, days.last) for days in in_year(row, year)]
    every = [term.first + timedelta(days=number) for number in range(7 * wish["weeks"])]
    if not (row.days or row.spans or row.weekdays or row.weeks):
        spans += [(day, day) for day in every if day.month in row.months]
    return {(day - first).days // 7 + 1 for day in every if any(a <= day <= b for a, b in spans)}


def test_occasions_lie_in_the_weeks_the_generator_reckons(planner: Page, real: Result) -> None:
    wishes = [
        {"grade": grade, "semester": semester, "first": first, "weeks": weeks}
        for grade, semester, weeks in product((1, 6), (1, 2), WEEKS)
        for first in (*FIRSTS[semester], "2026-12-28")
    ]
    ask = "wishes => wishes.map(w => handbookYear.occasions.map(row => handbookPlanner.weeksOf(row, w)))"
    for wish, found in zip(wishes, planner.evaluate(ask, wishes), strict=True):
        for row, weeks in zip(real.library.curriculum.occasions, found, strict=True):
            assert weeks == sorted(windows(row, wish)), (row.key, wish)


@pytest.mark.parametrize("made_up", [False, True], ids=["real", "made-up"])
def test_whatever_is_wished_the_plan_keeps_the_rules(made_up: bool, planner: Page, real: Result) -> None:
    year = planner.evaluate("handbookYear")
    if made_up:
        year = full_year(year)
    wishes = [
        {"grade": grade, "semester": semester, "first": first, "weeks": weeks, "pace": pace}
        for grade, semester, weeks, pace in product(range(1, 7), (1, 2), WEEKS, (2, 4))
        for first in FIRSTS[semester]
    ]
    ask = "([year, wishes]) => wishes.map(wish => handbookPlanner.plan(year, wish))"
    plans = planner.evaluate(ask, [year, wishes])
    assert planner.evaluate(ask, [year, wishes[-9:]]) == plans[-9:]
    occasions = {row.key: row for row in real.library.curriculum.occasions}
    lessons = [item for item in year["items"] if item["kind"] == "lesson"]
    for wish, plan in zip(wishes, plans, strict=True):
        weeks = {key: windows(row, wish) for key, row in occasions.items()}
        due = [i for i in lessons if i["grades"] == [wish["grade"]] and i["semester"] == wish["semester"]]
        _keeps_the_rules(wish, plan, due, weeks)


def _keeps_the_rules(wish: Row, plan: Any, due: list[Row], weeks: Mapping[str, set[int]]) -> None:
    rows = plan["rows"]
    at = [row["week"] for row in rows]
    assert at == sorted(set(at)), wish
    assert all(later - earlier >= wish["pace"] / 2 for earlier, later in pairwise(at)), wish
    count = wish["weeks"]
    middle = (count + 1) // 2
    assert set(at) <= set(range(1, count + 1)) - {middle - 1, middle, count - 2, count - 1, count}, wish
    assert len(at) >= count / wish["pace"] - 3, wish
    for row in rows:
        monday = date.fromisoformat(wish["first"]) + timedelta(weeks=row["week"] - 1)
        assert (row["monday"], row["friday"]) == (str(monday), str(monday + timedelta(days=4)))
        assert row["why"][0], wish

    placed = stands(plan)
    assert len(placed) == sum(bool(row["item"]) for row in rows), wish
    order = [item["slug"] for item in due]
    left = [item["slug"] for item in plan["left"]]
    assert sorted([slug for slug in placed if slug in order] + left) == sorted(order), wish
    assert len(left) == max(0, len(order) - len(rows)), wish
    windowed = {item["slug"]: set().union(*(weeks[key] for key in item["occasions"])) for item in due}
    leading = {base for item in due for base in item["builds_on"]}
    for item in due:
        slug = item["slug"]
        if slug not in placed:
            continue
        assert all(placed.get(base, 99) < placed[slug] for base in item["builds_on"] if base in order), wish
        near = windowed[slug]
        if near and placed[slug] not in near and not item["builds_on"] and slug not in leading:
            # Its time passed it by only where others had to have those weeks.
            for row in rows:
                other = row["item"]
                if row["week"] in near:
                    assert other, wish
                    assert windowed.get(other["slug"]) or other["slug"] in leading or other["builds_on"], wish
    free = [item["slug"] for item in due if not windowed[item["slug"]] and not item["builds_on"]]
    free = [slug for slug in free if slug in placed and slug not in leading]
    assert free == sorted(free, key=lambda slug: placed[slug]), wish

    for row in rows:
        item = row["item"]
        if item and item["kind"] == "activity":
            assert wish["grade"] in item["grades"], wish
            near = set().union(*(weeks[key] for key in item["occasions"]))
            assert not item["occasions"] or any(abs(row["week"] - week) <= 1 for week in near), wish


# ---- Files ---------------------------------------------------------------------------------------


def test_a_spreadsheet_gets_text_and_no_formulas(planner: Page) -> None:
    titles = ["=1+1", "@x", "-2", "＝A1", '说"好", 再见', "两\n行", " +3", "平常"]
    items = [lesson(f"l{number}") | {"title": title} for number, title in enumerate(titles)]
    year = {"occasions": [], "terms": [], "items": items}
    wish = {"grade": 3, "semester": 1, "first": "2026-08-31", "weeks": 20, "pace": 2}
    text = planner.evaluate(
        "([year, wish]) => handbookPlanFile.table(handbookPlanner.plan(year, wish))", [year, wish]
    )
    assert text.startswith("\ufeff周次,")
    assert not re.search(r"(?<!\r)\n", text.replace("两\n行", ""))
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert all(len(row) == len(head) for row in rows)
    said = [row[head.index("内容")] for row in rows if row[head.index("类别")]]
    assert said == ["'=1+1", "'@x", "'-2", "'＝A1", '说"好", 再见', "两\n行", "' +3", "平常"]


def test_a_calendar_keeps_long_and_odd_titles(planner: Page) -> None:
    titles = ["很长的名字" * 20, "a,b;c\\d\ne", "😀" * 40]
    items = [lesson(f"l{number}") | {"title": title} for number, title in enumerate(titles)]
    year = {"occasions": [], "terms": [], "items": items}
    wish = {"grade": 3, "semester": 1, "first": "2026-08-31", "weeks": 20, "pace": 2}
    made = "([year, wish]) => handbookPlanFile.calendar(handbookPlanner.plan(year, wish), '名', 'https://x.example/')"
    text: str = planner.evaluate(made, [year, wish])
    assert text == planner.evaluate(made, [year, wish])
    lines = text.encode().split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert all(line.decode() for line in lines)
    events = Calendar.from_ical(text).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == titles
    assert str(events[0]["URL"]) == "https://x.example/l0.html"


# ---- The page ------------------------------------------------------------------------------------


def rows(page: Page) -> list[str]:
    found: list[str] = page.locator("#plan-rows tr").evaluate_all(
        "all => all.map(tr => tr.dataset.slug || '')"
    )
    return found


def test_from_a_semester_to_its_plan(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + "semesters/5-2.html")
    page.get_by_role("link", name="排成学期计划").click()
    expect(page.locator("#plan-status")).to_contain_text(re.compile("排好了：[1-9]节课"))
    expect(page.get_by_label("年级", exact=True)).to_have_value("5")
    expect(page.get_by_label("学期", exact=True)).to_have_value("2")
    assert "at-ease-together" in rows(page)
    expect(page.get_by_role("row", name="男生女生，自在相处")).to_contain_text("提前一周告知家长")
    asked = parse_qs(urlsplit(page.url).query)
    assert set(asked) == {"grade", "semester", "first", "weeks", "pace"}
    assert date.fromisoformat(asked["first"][0]).isoweekday() == 1
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width[0] <= width[1]


def test_the_address_is_the_plan(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + PLAN + SPRING)
    expect(page.locator("#plan-title")).to_have_text("五年级下册学期计划")
    expect(page.locator("#plan-dates")).to_contain_text("2027年2月22日—2027年7月9日，共20周")
    spring = rows(page)
    page.get_by_label("节奏", exact=True).select_option("4")
    assert page.url.endswith("pace=4")
    assert len(rows(page)) < len(spring)
    page.get_by_label("学期", exact=True).select_option("1")
    expect(page.locator("#plan-title")).to_have_text("五年级上册学期计划")
    assert re.search(r"first=\d{4}-(08|09)-", page.url)
    shared = page.url
    autumn = rows(page)
    page.go_back()
    page.go_back()
    expect(page.get_by_label("节奏", exact=True)).to_have_value("2")
    assert page.url.endswith(SPRING)
    assert rows(page) == spring
    page.goto(shared)
    expect(page.locator("#plan-title")).to_have_text("五年级上册学期计划")
    assert rows(page) == autumn


TERMS = [
    {"name": "上", "first": "2026-09-01", "last": "2027-01-22"},
    {"name": "下", "first": "2027-03-03", "last": "2027-07-02"},
]
# A day, the school's terms, what is asked for, and what the plan begins with.
TODAY: list[tuple[str, list[Row], str, str]] = [
    ("2026-07-15", [], "", "semester=1&first=2026-08-31&weeks=20"),
    ("2027-01-10", [], "", "semester=1&first=2026-08-31&weeks=20"),
    ("2027-01-20", [], "", "semester=2&first=2027-02-22&weeks=20"),
    ("2027-01-20", [], "?semester=1", "semester=1&first=2027-08-30&weeks=20"),
    ("2027-07-20", [], "?semester=2", "semester=2&first=2028-02-28&weeks=20"),
    ("2027-01-20", TERMS, "", "semester=1&first=2026-08-31&weeks=21"),
    ("2026-10-01", TERMS, "?semester=2", "semester=2&first=2027-03-01&weeks=18"),
    ("2027-08-01", TERMS, "?semester=2", "semester=2&first=2028-02-28&weeks=20"),
]


@pytest.mark.parametrize(("today", "terms", "query", "begins"), TODAY)
def test_it_begins_with_the_term_that_is_on_or_next(
    today: str, terms: list[Row], query: str, begins: str, browser: Browser, http: str, real: Result
) -> None:
    (made,) = files(real.library)
    told = made.data.decode().replace('"terms":[]', f'"terms":{json.dumps(terms)}')
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(f"{today}T09:00:00")
    page.route("**/calendar/year.js", lambda route: route.fulfill(body=told, content_type="text/javascript"))
    page.goto(http + PLAN + query)
    expect(page.locator("#plan-status")).to_contain_text("排好了")
    assert begins in page.url
    context.close()


WRONG = [
    ("?grade=9&weeks=400", "年级、周数看不懂"),
    ("?semester=x&first=2027-02-30&pace=3&grade=", "年级、学期、节奏、第一周看不懂"),
    ("?first=2026-09-09", "换成了2026年9月7日"),
    ("?grade=<img src=x>", "年级看不懂"),
]


@pytest.mark.parametrize(("query", "said"), WRONG)
def test_a_wrong_address_still_gives_a_plan_and_says_so(
    query: str, said: str, watched: Watched, home: str
) -> None:
    page = watched.page
    page.goto(home + PLAN + query)
    expect(page.locator("#plan-fallback")).to_contain_text(said)
    expect(page.locator("#plan-rows tr").first).to_be_visible()
    expect(page.locator("#plan-status")).to_contain_text("排好了")
    assert "weeks=20" in page.url


def test_a_first_day_is_put_on_its_monday(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + PLAN + SPRING)
    page.get_by_label("第一周的星期一").fill("2027-03-04")
    page.get_by_label("第一周的星期一").blur()
    expect(page.locator("#plan-fallback")).to_contain_text("换成了2027年3月1日")
    expect(page.get_by_label("第一周的星期一")).to_have_value("2027-03-01")
    expect(page.get_by_role("row", name="第2周")).to_contain_text("3月8日—12日")


def _saved(page: Page, name: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    saved = waiting.value
    return saved.suggested_filename, saved.path().read_bytes()


def test_the_plan_is_taken_along(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + PLAN + SPRING)
    expect(page.locator("#plan-rows tr").first).to_be_visible()
    shown = [slug for slug in rows(page) if slug]

    name, data = _saved(page, "下载表格")
    assert name == "五年级下册学期计划-2027-02-22.csv"
    head, *lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert data.startswith(b"\xef\xbb\xbf")
    assert len(lines) == len(rows(page))
    lesson = next(row for row in lines if row[head.index("内容")] == "男生女生，自在相处")
    assert lesson[head.index("提醒")] == "提前一周告知家长"

    name, data = _saved(page, "下载日历")
    assert name.endswith(".ics")
    calendar = Calendar.from_ical(data)
    assert calendar.errors == []
    events = [part for part in calendar.walk("VEVENT") if isinstance(part, Event)]
    assert len({str(event["UID"]) for event in events}) == len(events) == len(shown)
    lesson_event = next(event for event in events if event["SUMMARY"] == "男生女生，自在相处")
    # In May, as its occasion asks, and not in the week with three days of the May holiday.
    start = lesson_event.start
    assert start.isoweekday() == 1
    assert date(2027, 5, 10) <= start <= date(2027, 5, 31)
    assert lesson_event.end == start + timedelta(days=5)
    assert str(lesson_event["UID"]) == f"at-ease-together-5-{start:%Y%m%d}@xinyu-handbook"
    assert "提前一周告知家长" in str(lesson_event["DESCRIPTION"])
    assert ("URL" in lesson_event) == home.startswith("http")
    assert [alarm.trigger for alarm in lesson_event.alarms.times] == [start - timedelta(days=7)]

    page.get_by_role("button", name="复制链接").click()
    expect(page.locator("body")).to_contain_text("已复制")
    expect(page.locator("#plan-link")).to_have_text(page.url)
    page.get_by_text("下载不了怎么办", exact=True).click()
    page.get_by_role("button", name="复制表格").click()
    cells = page.locator("#plan-cells").inner_text().split("\n")
    assert len(cells) == len(lines) + 1
    assert all(line.count("\t") == len(head) - 1 for line in cells)


def test_paper_has_the_plan_and_room_for_notes_but_no_form(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + PLAN + SPRING)
    expect(page.locator("#plan-rows tr").first).to_be_visible()
    expect(page.get_by_role("columnheader", name="备注")).to_be_hidden()
    page.emulate_media(media="print")
    for hidden in ("#plan-form", "#plan-status", "#plan-link", ".hb-actions >> nth=0", "h1"):
        expect(page.locator(hidden)).to_be_hidden()
    for shown in (
        "五年级下册学期计划",
        "2027年2月22日",
        "学校：____（本校填写）",
        "男生女生，自在相处",
        "备注",
    ):
        expect(page.get_by_text(shown).first).to_be_visible()
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == 1


def test_nothing_shown_is_english(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + PLAN + SPRING)
    for summary in page.locator(".hb-plan-ways summary").all():
        summary.click()
    said = page.locator("#plan").inner_text().replace(page.url, "")
    words = re.findall(r"[A-Za-z]{2,}", re.sub(r"\.(ics|csv)", "", said))
    assert set(words) <= {"QQ", "Excel", "WPS"}


def test_without_scripts_there_are_the_semesters(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(home + PLAN)
    expect(page.locator("#plan")).to_be_hidden()
    links = page.locator("article .hb-terms a")
    expect(links.first).to_be_visible()
    assert links.count() == 12
    context.close()
