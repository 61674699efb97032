"""YAML as a tree with places. The only file that imports yaml."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import yaml

from generator.source.diagnostic import Finding
from generator.source.slip import inside_block, mend
from generator.source.span import Source, Span


@dataclass(frozen=True, slots=True)
class Odd:
    """A number that YAML and a person read differently: ``010``, ``12:30``, ``1_000``, ``0x10``."""

    text: str
    number: int


Value = str | int | float | bool | date | Odd | None

_DEPTH = 20
_WIDE_DIGITS = re.compile("[０-９]{1,9}")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_COMMENT = re.compile(
    r"^[ \t]*(?:(?:[<＜][!！][-—–－]+|＃)[^\n]*允许|允许[ \t]+[A-Za-z]\d\d(?!\d))[^\n]*", re.M
)
_RESOLVE = yaml.SafeLoader("")
_PLAIN_TAGS = {"tag:yaml.org,2002:" + name for name in ("str", "int", "float", "bool", "null", "timestamp")}


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. ``text`` is what YAML read, ``value`` what YAML makes of it."""

    span: Span
    text: str
    value: Value


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    span: Span
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``key: value``."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order written; of a doubled key the first counts."""

    span: Span
    entries: tuple[Entry, ...]

    def __getitem__(self, key: str) -> Node:
        return self.entry(key).value

    def __contains__(self, key: object) -> bool:
        return any(entry.key.text == key for entry in self.entries)

    def entry(self, key: str) -> Entry:
        """The first entry of that key; ``KeyError`` if there is none."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry
        raise KeyError(key)


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """The tree as built-in values: ``dict``, ``tuple`` and scalars."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return tuple(plain(item) for item in node.items)
    return {entry.key.text: plain(entry.value) for entry in reversed(node.entries)}


def flow(value: object) -> str:
    """A value as it may stand behind ``key: `` on one line."""
    text = yaml.safe_dump([value], default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6)
    return str(text).strip()[1:-1]


def scalars(node: Node) -> Iterator[Scalar]:
    """Every value in the tree, keys not counted, in the order written."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for entry in node.entries:
            yield from scalars(entry.value)


def locate(node: Node, location: tuple[int | str, ...], *, key: bool = False) -> Node:
    """The node at a path of keys and indices, or the nearest one that exists above it.

    With ``key`` the last step gives the key itself instead of its value.
    """
    for depth, step in enumerate(location):
        last = depth == len(location) - 1
        if isinstance(node, Mapping) and isinstance(step, str) and step in node:
            entry = node.entry(step)
            node = entry.key if key and last else entry.value
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


def parse(source: Source, span: Span) -> tuple[Node | None, tuple[Finding, ...]]:
    """Reads the YAML in ``span``.

    Never raises. ``None`` comes with at least one finding; a tree may come with findings too
    (doubled keys, full-width colons, tabs). Anchors, aliases and tags are refused before
    anything is built from them.
    """
    written = source[span]
    misplaced = _COMMENT.search(written)
    if misplaced and not inside_block(written, misplaced.start()):
        at = Span(span.start + misplaced.start(), span.start + misplaced.end())
        message = "开头的信息里，“允许”不这样写。"
        said = misplaced[0][misplaced[0].index("允许") :].rstrip(" \t\u3000>＞-—–－")
        return None, (Finding(source, at, message, f"写成：# {said}", "exemption"),)
    text, added, slips = mend(source, span)
    builder = _Builder(source, span, added)
    try:
        node = builder.build(text)
    except yaml.MarkedYAMLError as error:
        if slips:
            # What cannot be read after these were mended may well follow from them.
            return None, (*slips, *builder.findings)
        # What was never closed is mended where it opens, not where the reader gave up.
        unclosed = re.search(r"quoted scalar|flow (?:sequence|mapping)", error.context or "")
        mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        offset = span.start + min(mark.index if mark else 0, len(written))
        message, hint = _explain(error.problem or "", error.context or "")
        place = _line_end(source, offset, span)
        line = source[source.line_span(source.position(offset).line)]
        if "花括号" in message and "，" in line:
            message, hint = "花括号里用了中文逗号“，”，分不出各项。", "把“，”换成英文逗号加一个空格：, "
        return None, (*builder.findings, Finding(source, place, message, hint, "yaml"))
    except yaml.YAMLError as error:
        offset = span.start + min(getattr(error, "position", 0) or 0, len(written))
        message = "这里有 YAML 不能用的字符（多半是看不见的控制字符）。"
        return None, (
            *slips,
            Finding(source, Span(offset, offset), message, "删掉它，重新输入这一行", "yaml"),
        )
    except _Refused as refused:
        return None, (*slips, *builder.findings, refused.finding)
    return node, (*slips, *builder.findings)


def _line_end(source: Source, offset: int, within: Span) -> Span:
    line = source.line_span(source.position(min(offset, within.end)).line)
    start = min(offset, line.end)
    return Span(start, max(start, line.end))


def _explain(problem: str, context: str) -> tuple[str, str]:
    table = (
        (
            "mapping values are not allowed",
            "一行里出现了第二个“: ”，YAML 分不清哪个是名字。",
            "把冒号后面的整段文字用英文双引号括起来",
        ),
        (
            "could not find expected ':'",
            "这一行缺少英文冒号，看不出名字和值。",
            "写成“名字: 值”，冒号后空一格",
        ),
        (
            "did not find expected key",
            "缩进或括号不对，YAML 读到这里读不下去。",
            "检查这一行和上一行：行首对齐，引号、括号成对",
        ),
        (
            "did not find expected ',' or ']'",
            "方括号没有收住，或者各项之间少了英文逗号。",
            "写成：[甲, 乙, 丙]",
        ),
        (
            "did not find expected ',' or '}'",
            "花括号没有收住，或者各项之间少了英文逗号。",
            "写成：{名字: 值, 名字: 值}",
        ),
        (
            "did not find expected '-' indicator",
            "列表里夹了一行不是“- ”开头的内容。",
            "每一项都以“- ”开头，并对齐",
        ),
        ("did not find expected node content", "这里该有一个值，却没有。", "检查多余的逗号或漏写的内容"),
        ("found unexpected end of stream", "引号没有成对：有开头的引号，没有收尾的引号。", "补上收尾的引号"),
        (
            "found character that cannot start any token",
            "值不能以这个符号开头（如 @、`、%、制表符）。",
            "把整个值用英文双引号括起来",
        ),
        (
            "found unknown escape character",
            "英文双引号里的反斜杠“\\”写法不对。",
            "改用英文单引号，或写成“\\\\”",
        ),
        (
            "block sequence entries are not allowed",
            "“- ”不能跟在“名字:”同一行。",
            "把“- ”另起一行，前面空两格",
        ),
        ("found undefined tag handle", "值以“!”开头，YAML 把它当成了标签。", "把整个值用英文双引号括起来"),
        (
            "did not find expected alphabetic or numeric character",
            "值以“&”或“*”开头，YAML 把它当成了引用。",
            "把整个值用英文双引号括起来",
        ),
    )
    for needle, message, hint in table:
        if needle in problem or needle in context:
            return message, hint
    return "这一行的 YAML 写法读不懂。", "写成“名字: 值”；值里有冒号、引号、井号时，用英文双引号整个括起来"


class _Refused(Exception):
    def __init__(self, finding: Finding) -> None:
        self.finding = finding


class _Builder:
    """Builds the tree from the parser's events, so that nothing refused is ever constructed."""

    def __init__(self, source: Source, span: Span, added: list[int]) -> None:
        self.source = source
        self.added = added
        self.base = span.start
        self.end = span.end
        self.findings: list[Finding] = []

    def build(self, text: str) -> Node:
        events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        node: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self._refuse(
                        event, "这里又出现了一行“---”，一个文件只能有一段信息。", "删掉多出来的“---”", "yaml"
                    )
                node = self._node(next(events), events, 0)
        return node if node is not None else Mapping(Span(self.base, self.base), ())

    def _span(self, first: yaml.Event, last: yaml.Event | None = None) -> Span:
        first_mark, last_mark = first.start_mark, (last or first).end_mark
        assert first_mark is not None
        assert last_mark is not None
        start = self.base + self._written(first_mark.index)
        end = self.base + self._written(last_mark.index)
        while end > start and self.source.text[end - 1 : end] in ("\n", " "):
            end -= 1
        return Span(min(start, self.end), min(max(end, start), self.end))

    def _written(self, index: int) -> int:
        """The place in the author's text of a place in the mended one."""
        return index - bisect_left(self.added, index)

    def _refuse(self, event: yaml.Event, message: str, hint: str, topic: str) -> None:
        raise _Refused(Finding(self.source, self._span(event), message, hint, topic))

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        if depth > _DEPTH:
            self._refuse(event, "括号套得太深了。", "这里最多只需要两三层", "yaml")
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(
                event,
                "这里用了 YAML 的引用（& 或 *），手册不接受。",
                "直接写出内容；若是文字，用英文双引号括起来",
                "reference",
            )
        if tag:
            self._refuse(
                event, "这里用了 YAML 的标签（!），手册不接受。", "若是文字，用英文双引号括起来", "reference"
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(child := next(events), yaml.SequenceEndEvent):
                items.append(self._node(child, events, depth + 1))
            return Sequence(self._span(event, child), tuple(items))
        return self._mapping(event, events, depth)

    def _mapping(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Mapping:
        entries: list[Entry] = []
        seen: dict[str, Scalar] = {}
        while not isinstance(child := next(events), yaml.MappingEndEvent):
            key = self._node(child, events, depth + 1)
            if not isinstance(key, Scalar):
                self._refuse(child, "名字只能是一个词，不能是列表。", "写成“名字: 值”", "yaml")
                raise AssertionError
            value = self._node(next(events), events, depth + 1)
            first = seen.setdefault(key.text, key)
            if first is not key:
                line = self.source.position(first.span.start).line
                again = self.source.position(key.span.start).line
                message = f"“{key.text}”写了两次：第{line}行和第{again}行。"
                self.findings.append(
                    Finding(
                        self.source,
                        key.span,
                        message,
                        "只留一处，把另一处删掉",
                        "duplicate-key",
                        also=first.span,
                    )
                )
            else:
                entries.append(Entry(key, value))
        return Mapping(self._span(event, child), tuple(entries))

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        span = self._span(event)
        if event.style:
            return Scalar(span, event.value, event.value)
        node_tag = str(_RESOLVE.resolve(yaml.ScalarNode, event.value, (True, False)))  # type: ignore[no-untyped-call]
        value: Value = event.value
        if node_tag in _PLAIN_TAGS:
            try:
                value = _RESOLVE.construct_object(yaml.ScalarNode(node_tag, event.value), deep=True)
            except (ValueError, OverflowError):
                value = event.value
        if isinstance(value, int | float) and not isinstance(value, bool) and not _plain_number(event.value):
            value = Odd(event.value, int(value) if math.isfinite(value) else 0)
        if isinstance(value, str) and _WIDE_DIGITS.fullmatch(value):
            value = int(value)  # A rule for look-alikes says what is wrong with them.
        return Scalar(span, event.value, value)


def _plain_number(text: str) -> bool:
    return bool(_DECIMAL.fullmatch(text.partition(".")[0])) if ":" not in text and "_" not in text else False
