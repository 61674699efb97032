"""Diagnostics as a terminal, a code host and a program get them."""

from __future__ import annotations

import json
import re

import pytest
from wcwidth import wcswidth

from generator.report import as_json, contents, exceptions, github, manual, text
from generator.rules.rule import rules
from generator.rules.verdict import Excused
from generator.source.diagnostic import Diagnostic, Finding, Severity
from generator.source.document import Exemption
from generator.source.span import Source, Span


def _said(
    line: str, marked: str, message: str = "错了。", hint: str = "改好", path: str = "a.md", code: str = "X01"
) -> Diagnostic:
    source = Source(path, line)
    start = line.index(marked)
    return Diagnostic(code, Severity.ERROR, Finding(source, Span(start, start + len(marked)), message, hint))


@pytest.mark.parametrize(
    ("line", "marked", "shown"),
    [
        ("甲乙丙", "乙", "甲乙丙"),
        ("a\tb\tc", "c", "a    b    c"),
        ("甲\u200b乙", "乙", "甲‹200B›乙"),
        ("甲\u200b乙", "\u200b", "甲‹200B›乙"),
        ("甲\u202e乙", "乙", "甲‹202E›乙"),
        ("甲\x1b[31m乙", "乙", "甲‹001B›[31m乙"),
        ("甲\x07\x9b乙", "乙", "甲‹0007›‹009B›乙"),
        ("甲\u2028乙", "乙", "甲‹2028›乙"),
        ("👩‍🏫说👍🏽乙", "乙", "👩‍🏫说👍🏽乙"),
        ("e\u0301甲", "甲", "e\u0301甲"),
    ],
)
def test_the_caret_stands_under_the_place(line: str, marked: str, shown: str) -> None:
    _, snippet, caret, *_ = text([_said(line, marked)]).splitlines()
    said = snippet.partition("│ ")[2]
    assert said == shown
    under = caret.partition("│ ")[2]
    before = said[: said.index(marked)] if marked.isprintable() else said[: said.index("‹")]
    assert wcswidth(before) == under.index("^")
    assert snippet.index("│") == caret.index("│")


@pytest.mark.parametrize("marked", ["甲", "标", "末", "很长的一段" * 60])
def test_a_long_line_is_cut_around_the_place(marked: str) -> None:
    line = "甲" + "前" * 90 + "标" + "后" * 90 + "很长的一段" * 60 + "末"
    _, snippet, caret, *_ = text([_said(line, marked)]).splitlines()
    said = snippet.partition("│ ")[2]
    under = caret.partition("│ ")[2]
    assert wcswidth(said) <= 103
    assert said.startswith("…") is (marked != "甲")
    column = under.index("^")
    shown = next(i for i in range(len(said)) if wcswidth(said[:i]) == column)
    assert said[shown] == marked[0]
    assert wcswidth(under) <= 103


def test_nothing_written_by_an_author_reaches_the_terminal_raw() -> None:
    evil = "甲\x1b]0;x\x07乙\u202e丙\r丁\u2066戊"
    out = text([_said(evil, "丙", message=f"这里写了“{evil}”。", hint=f"删掉{evil}", path=f"a{evil}.md")])
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)


def test_a_second_place_has_its_own_line() -> None:
    source = Source("a.md", "title: 甲\nx: 1\n\ttitle: 乙")
    finding = Finding(source, Span(16, 21), "“title”写了两次。", "只留一处", also=Span(0, 5))
    assert text([Diagnostic("M04", Severity.ERROR, finding)]).splitlines()[:7] == [
        "a.md:3:3: 错误 M04 “title”写了两次。",
        "     3 │     title: 乙",
        "       │      ^^^^^",
        "       另一处：第1行",
        "     1 │ title: 甲",
        "       │ ^^^^^",
        "       提示：只留一处",
    ]


def test_the_summary_has_a_row_for_each_rule() -> None:
    found = [_said("甲", "甲"), _said("乙", "乙"), _said("丙", "丙", code="B12")]
    titles = {rule.code: rule.title for rule in rules()}
    assert text(found).splitlines()[-4:] == [
        "共 3 处：错误 3 处。",
        f"  B12  1 处  {titles['B12']}",
        f"  X01  2 处  {titles['X01']}",
        "想知道为什么：handbook explain B12",
    ]
    assert text(found[:1]).splitlines()[-2:] == ["共 1 处：错误 1 处。", "想知道为什么：handbook explain X01"]
    assert text([]) == "没有发现问题。\n"


def test_a_code_host_reads_one_line_a_finding() -> None:
    found = _said("甲\n乙", "甲\n乙", message="第一行\n100%，a::b", hint="改,好:吧", path="a,b:c%.md")
    first, last = github([found]).splitlines()
    assert first == (
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=2,title=X01 错误::"
        "第一行‹000A›100%25，a::b%0A提示：改,好:吧"
    )
    assert last == "共 1 处：错误 1 处。"


def test_json_says_what_was_written() -> None:
    (row,) = json.loads(as_json([_said("甲\x1b乙", "乙", message="“\x1b”")]))
    assert row["message"] == "“\x1b”"


def test_every_exemption_is_listed() -> None:
    line = "<!-- 允许 X01 课文里的号码 -->"
    source = Source("a.md", f"\n{line}\n打")
    said = _said("打", "打")
    row = Excused(source, Exemption("X01", "课文里的号码", Span(1, 1 + len(line)), Span(0, 0)), (said, said))
    (shown,) = json.loads(exceptions([row], as_json=True))
    assert shown == {
        "path": "a.md",
        "line": 2,
        "code": "X01",
        "title": next(rule.title for rule in rules() if rule.code == "X01"),
        "reason": "课文里的号码",
        "excuses": 2,
    }
    out = exceptions([row])
    assert out.startswith("a.md:2: X01 ")
    assert "理由：课文里的号码" in out
    assert "放过 2 处" in out
    assert exceptions([]) == "没有放过任何规则。\n"


def test_every_rule_is_explained_and_listed() -> None:
    everything = contents()
    for rule in rules():
        assert f"  {rule.code}  " in everything
        out = manual(rule)
        assert out.startswith(f"{rule.code}  {rule.title}。\n")
        assert "为什么：" in out
        assert ("不能放过" in out) is rule.absolute
        assert (f"允许 {rule.code} 理由" in out) is not rule.absolute
        assert ("草稿可以先欠着" in out) is (rule.owed or rule.severity is Severity.TODO)
