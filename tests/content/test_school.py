"""What a school fills in: its terms, and what is said of those that cannot be."""

from __future__ import annotations

import pytest

from generator.content.decode import decode_settings
from generator.content.school import School
from generator.source.span import Source
from tests.conftest import REPOSITORY

AUTUMN = "  - {name: 上学期, first: 2026-09-01, last: 2027-01-22}\n"
SPRING = "  - {name: 下学期, first: 2027-02-22, last: 2027-07-02}\n"

FAULTS = [
    ("  - {name: 甲, first: 2026-09-01, last: 2026-01-22}\n", "2026-01-22", "不能在2026-01-22结束", "年份"),
    ("  - {name: 甲, first: 2026-09-01, last: 2026-09-01}\n", "2026-09-01", "不能在", "年份"),
    ("  - {name: 甲, first: 2026-09-01, last: 2028-01-22}\n", "2028-01-22", "太长", "年份"),
    (AUTUMN + "  - {name: 下学期, first: 2027-01-22, last: 2027-07-02}\n", "{name: 下学期", "重叠", "结束以后"),
    (SPRING + "  - {name: 大, first: 2027-02-01, last: 2027-07-20}\n", "{name: 大", "重叠", "结束以后"),
    ("  - {name: 甲, first: 九月一日, last: 2027-01-22}\n", "九月一日", "“first”应是日期", "年-月-日"),
    ("  - {name: 甲, first: 2026-09-01}\n", "{name: 甲", "缺少“last”", "last"),
    ("  - {name: 甲, frist: 2026-09-01, last: 2027-01-22}\n", "frist", "没有“frist”", "first"),
]  # fmt: skip


@pytest.mark.parametrize(("terms", "at", "message", "hint"), FAULTS)
def test_a_term_that_cannot_be_is_said_where_it_stands(terms: str, at: str, message: str, hint: str) -> None:
    source = Source("school.yml", "name: 光明小学\nterms:\n" + terms)
    value, (finding, *_) = decode_settings(source, School)
    assert value is None
    assert source[finding.span].startswith(at)
    assert message in finding.message
    assert hint in finding.hint


@pytest.mark.parametrize(("terms", "number"), [("", 0), (AUTUMN, 1), (SPRING + AUTUMN, 2)])
def test_terms_in_any_order_or_none_are_taken(terms: str, number: int) -> None:
    value, findings = decode_settings(Source("school.yml", "terms:\n" + terms), School)
    assert findings == ()
    assert value is not None
    assert len(value.terms) == number


def test_the_example_in_school_yml_becomes_a_term_without_its_mark() -> None:
    text = (REPOSITORY / "school.yml").read_text("utf-8").replace("#  - {name", "  - {name")
    value, findings = decode_settings(Source("school.yml", text), School)
    assert findings == ()
    assert value is not None
    assert [(term.semester, str(term.first)) for term in value.terms] == [(1, "2026-09-01")]
