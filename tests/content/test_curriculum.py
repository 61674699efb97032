"""The dates of the occasions: what the vocabulary takes, and what is said of what it does not."""

from __future__ import annotations

import pytest

from generator.content.curriculum import Curriculum
from generator.content.decode import decode_settings
from generator.pipeline import Result
from generator.source.span import Source
from tests.conftest import REPOSITORY

TEXT = (REPOSITORY / "curriculum.yml").read_text("utf-8")
ROW = "  - {key: made-up, name: 试一试, months: [], when: 随时, "

# What is added to an occasion → where the fault stands, words of the message, words of the hint.
FAULTS = [
    ("days: [02-30]", "02-30", "没有“02-30”这一天", "05-01"),
    ("days: [02-29]", "02-29", "没有“02-29”这一天", "不是每年"),
    ("days: [5-1]", "5-1", "没有“5-1”这一天", "两位"),
    ("days: [五月一日]", "五月一日", "没有“五月一日”这一天", "05-01"),
    ("days: [5.25]", "5.25", "应是文字", '"5.25"'),
    ("days: 05-25", "05-25", "应是列表", "[05-25]"),
    ("spans: [[05-01, 05-32]]", "05-32", "没有“05-32”这一天", "05-01"),
    ("spans: [[12-25, 01-05]]", "[12-25, 01-05]", "开头12-25在结尾01-05后面", "两段"),
    ("weekdays: [{month: 5, nth: 6, weekday: 7}]", "6", "“nth”不能大于5", "最大写 5"),
    ("weekdays: [{month: 5, nth: 0, weekday: 7}]", "0", "“nth”不能小于1", "最小写 1"),
    ("weekdays: [{month: 13, nth: 1, weekday: 7}]", "13", "“month”不能大于12", "最大写 12"),
    ("weekdays: [{month: 5, nth: 1, weekday: 0}]", "0", "“weekday”不能小于1", "最小写 1"),
    ("weekdays: [{month: 5, nth: 1}]", "{month: 5, nth: 1}", "缺少“weekday”", "weekday"),
    ("weeks: [{from: begin, first: 1, last: 2}]", "begin", "“from”不能是“begin”", "start"),
    ("weeks: [{from: start, first: 3, last: 1}]", "{from: start, first: 3, last: 1}", "在 last 的1后面", "first"),
    ("weeks: [{from: start, first: 0, last: 1}]", "0", "第一周是1", "最小写 1"),
    ("weeks: [{from: end, first: 0, last: 1}]", "1", "最后一周是0", "最大写 0"),
    ("semesters: [3]", "3", "“semesters”不能大于2", "最大写 2"),
    ("grades: [7]", "7", "“grades”不能大于6", "最大写 6"),
]  # fmt: skip


@pytest.mark.parametrize(("added", "at", "message", "hint"), FAULTS)
def test_a_date_that_cannot_be_is_said_where_it_stands(added: str, at: str, message: str, hint: str) -> None:
    row = ROW + added + "}\n"
    source = Source("curriculum.yml", TEXT.replace("occasions:\n", "occasions:\n" + row))
    value, (finding, *more) = decode_settings(source, Curriculum)
    assert value is None
    assert more == []
    assert source[finding.span] == at
    assert finding.span.start in range(source.text.index(row), source.text.index(row) + len(row))
    assert message in finding.message
    assert hint in finding.hint


GOOD = [
    "days: [02-28, 12-31]",
    "spans: [[05-01, 05-01]]",
    "weekdays: [{month: 6, nth: 5, weekday: 1}]",
    "weeks: [{from: middle, first: -2, last: 2}, {from: end, first: -3, last: 0}]",
    "semesters: [1, 2], grades: [1, 6]",
]


@pytest.mark.parametrize("added", GOOD)
def test_a_date_that_can_be_is_taken(added: str) -> None:
    text = TEXT.replace("occasions:\n", "occasions:\n" + ROW + added + "}\n")
    value, findings = decode_settings(Source("curriculum.yml", text), Curriculum)
    assert findings == ()
    assert value is not None
    assert value.occasions[0].key == "made-up"


def test_every_real_occasion_with_months_or_a_date_says_when(real: Result) -> None:
    for occasion in real.library.curriculum.occasions:
        assert occasion.when
        for day in (*occasion.days, *(span[0] for span in occasion.spans)):
            assert int(day[:2]) in occasion.months, occasion.key
        for weekday in occasion.weekdays:
            assert weekday.month in occasion.months, occasion.key


BREAKS = [
    ("span: [10-01, 10-32]", "没有“10-32”这一天"),
    ("span: [10-07, 10-01]", "开头10-07在结尾10-01后面"),
    ("span: [10-01]", ""),
]


@pytest.mark.parametrize(("written", "message"), BREAKS)
def test_a_break_has_days_that_can_be(written: str, message: str) -> None:
    row = f"  - {{key: odd, name: 怪假, {written}}}\n"
    source = Source("curriculum.yml", TEXT.replace("breaks:\n", "breaks:\n" + row))
    value, (finding, *more) = decode_settings(source, Curriculum)
    assert value is None
    assert more == []
    assert finding.span.start in range(source.text.index(row), source.text.index(row) + len(row))
    assert message in finding.message
