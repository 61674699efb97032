"""YAML with places: what is read, what is refused, and where it is said to be."""

from __future__ import annotations

import pytest

from generator.source.fence import fences
from generator.source.frontmatter import Mapping, Odd, Scalar, locate, parse, plain
from generator.source.span import Source, Span


def _read(text: str) -> tuple[Source, object, tuple[str, ...]]:
    source = Source("a.md", text)
    node, findings = parse(source, Span(0, len(text)))
    topics = tuple(f"{finding.topic}@{source.position(finding.span.start).line}" for finding in findings)
    return source, (plain(node) if node is not None else None), topics


def test_values_are_typed_and_order_is_kept() -> None:
    _, value, topics = _read('a: 1\nb: [x, "2"]\nc: {d: yes}\ne:\n')
    assert value == {"a": 1, "b": ("x", "2"), "c": {"d": True}, "e": None}
    assert topics == ()


BROKEN = [
    ("a: 1\n\tb: 2\n", "tab@2"),
    ('a: "没收住\nb: 2\n', "yaml@1"),
    ("a: 一: 二\n", "yaml@1"),
    ("a: [1, 2\nb: 3\n", "yaml@1"),
    ("a: &x 1\nb: *x\n", "reference@1"),
    ("a: 1\nb: !!python/object:os.system x\n", "reference@2"),
    ("a: 1\n---\nb: 2\n", "yaml@2"),
    ("? [1, 2]\n: 3\n", "yaml@1"),
    ("a: " + "[" * 40 + "]" * 40 + "\n", "yaml@1"),
    ("a: \x00\n", "yaml@1"),
]


@pytest.mark.parametrize(("text", "topic"), BROKEN)
def test_what_cannot_be_read_is_said_with_its_line(text: str, topic: str) -> None:
    _, value, topics = _read(text)
    assert value is None
    assert topics == (topic,)


MENDED = [
    ("a：1\nb: 2\nc：3\n", {"a": 1, "b": 2, "c": 3}, ["wide-colon@1", "wide-colon@3"]),
    ("a:1\nb: 2\n", {"a": 1, "b": 2}, ["yaml@1"]),
    ("a:\n\t- 1\n  - 2\n", {"a": (1, 2)}, ["tab@2"]),
    ("a: |\n  b：1\nc: 2\n", {"a": "b：1\n", "c": 2}, []),
]


@pytest.mark.parametrize(("text", "value", "topics"), MENDED)
def test_a_slip_is_said_and_the_rest_is_read(text: str, value: object, topics: list[str]) -> None:
    source, read, said = _read(text)
    assert read == value
    assert list(said) == topics
    node, _ = parse(source, Span(0, len(text)))
    assert isinstance(node, Mapping)
    assert [source[entry.key.span] for entry in node.entries] == [entry.key.text for entry in node.entries]


@pytest.mark.parametrize("text", ["010", "12:30", "1_000", "0x10", "0b1"])
def test_a_number_that_yaml_reads_otherwise_is_no_number(text: str) -> None:
    _, value, _ = _read(f"a: {text}\n")
    assert isinstance(value, dict)
    assert isinstance(value["a"], Odd)
    assert value["a"].text == text


FENCES = [
    ("---\na: 1\n---\n甲", None, "a: 1\n", "甲"),
    ("－－－\na: 1\n---\n甲", 1, "a: 1\n", "甲"),
    ("———\na: 1\n---\n甲", 1, "a: 1\n", "甲"),
    ("----\na: 1\n---\n甲", 1, "a: 1\n", "甲"),
    (" ---\na: 1\n---\n甲", 1, "a: 1\n", "甲"),
    ("\n\n---\na: 1\n---\n甲", 1, "a: 1\n", "甲"),
    ("a: 1\n---\n甲", 1, "a: 1\n", "甲"),
    ("---\na: 1\n－－－\n甲", 3, "a: 1\n", "甲"),
    ("---\na: 1\n## 甲\n\n---\n", 3, "a: 1\n", "## 甲\n\n---\n"),
    ("```markdown\n---\na: 1\n---\n甲", 1, "a: 1\n", "甲"),
    ("好的，教案如下：\n\n---\na: 1\n---\n甲", 1, "a: 1\n", "甲"),
    ("---\na: 1\n甲", 1, None, ""),
    ("# 甲\n", 1, None, "# 甲\n"),
    ("", 1, None, ""),
]


@pytest.mark.parametrize(("text", "line", "inner", "body"), FENCES)
def test_fences(text: str, line: int | None, inner: str | None, body: str) -> None:
    source = Source("a.md", text)
    fenced, findings = fences(source)
    assert [source.position(f.span.start).line for f in findings] == ([line] if line else [])
    assert (fenced.inner and source[fenced.inner]) == inner
    assert source[fenced.body] == body


def test_a_doubled_key_keeps_the_first_and_names_its_line() -> None:
    source = Source("a.md", "a: 1\nb: 2\na: 3\n")
    node, findings = parse(source, Span(0, len(source.text)))
    assert node is not None
    assert plain(node) == {"a": 1, "b": 2}
    assert [source[finding.span] for finding in findings] == ["a"]
    assert "第1行" in findings[0].message


def test_a_span_holds_its_text() -> None:
    source = Source("a.md", "标题: 小火山\n表: [甲, {文件: a.svg}]\n")
    node, _ = parse(source, Span(0, len(source.text)))
    assert isinstance(node, Mapping)
    assert [source[entry.key.span] for entry in node.entries] == ["标题", "表"]
    inner = locate(node, ("表", 1, "文件"))
    assert isinstance(inner, Scalar)
    assert source[inner.span] == "a.svg"
    assert source[locate(node, ("表", 1, "文件"), key=True).span] == "文件"
