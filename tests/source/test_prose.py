"""What is read is all of a body's text and only that, and each character has its place."""

from __future__ import annotations

import pytest

from generator.content.prose import read
from generator.pipeline import Result
from generator.source.document import parse
from generator.source.prose import OPAQUE
from generator.source.span import Source


def _read(body: str) -> list[tuple[str, str]]:
    document = parse(Source("a.md", f"---\nsafety: []\n---\n{body}\n"))
    for part in read(document):
        for character, place in zip(part.text, part.places, strict=True):
            assert character in (OPAQUE, document.source.text[place])
        assert list(part.places) == sorted(part.places)
    return [(part.kind, part.text.replace(OPAQUE, "#")) for part in read(document)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## 甲 `乙` 丙", [("heading", "甲 # 丙")]),
        ("**甲**,*乙*", [("paragraph", "甲,乙")]),
        ("[甲](甲.md '甲'),[乙](<乙 丙.md>)", [("paragraph", "甲,乙")]),
        ("[甲](a.md))", [("paragraph", "甲)")]),
        ("![甲](甲.svg)甲", [("paragraph", "#甲")]),
        ("甲<b>乙</b>", [("paragraph", "甲#乙#")]),
        ("甲\\*乙 &amp; 丙", [("paragraph", "#")]),
        ("见https://a.cn/甲,b", [("paragraph", "见" + "#" * 13 + "甲,b")]),
        ("| 甲 | 甲 |\n|---|---|\n| 乙 | 甲 |", [("cell", c) for c in "甲甲乙甲"]),
        (
            "> 甲\n> 乙\n\n- 丙\n  丁\n  1. 戊",
            [("paragraph", "甲\n乙"), ("paragraph", "丙\n丁"), ("paragraph", "戊")],
        ),
        ("```\n甲\n```\n\n<div>\n甲\n</div>", []),
        ("<!-- 允许 X01 课文里的号码 -->\n甲", [("paragraph", "甲")]),
    ],
)
def test_marks_are_gone(body: str, expected: list[tuple[str, str]]) -> None:
    assert _read(body) == expected


def test_values_that_are_read_and_no_others() -> None:
    text = (
        "---\ntitle: '甲,乙'\nkeywords: [丙]\nspace: 丁\nprintables:\n"
        '  - {file: a.svg, title: 戊}\nmaterials: [{item: 己, per: pupil}]\nsummary: "\\u7532"\n---\n'
    )
    assert [part.text for part in read(parse(Source("a.md", text)))] == ["甲,乙", "丁", "戊", "己"]


def test_places_hold_on_the_real_content(real: Result) -> None:
    count = 0
    for document in real.library.documents:
        for part in read(document):
            for character, place in zip(part.text, part.places, strict=True):
                assert character in (OPAQUE, document.source.text[place])
                count += 1
    assert count > 50_000
