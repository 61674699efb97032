"""Slips of the hand in front matter that are surely slips: they are told, and read as they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.source.diagnostic import Edit, Finding
from generator.source.edit import apply
from generator.source.span import Source, Span

_SLIPS = re.compile(
    r"^(?:(?P<tab>[ ]*\t[ \t]*)(?=\S))?(?:[ ]*(?:-[ ]+)?(?P<key>[A-Za-z_][\w-]*)|(?P<han>[\u4e00-\u9fff]{2,6}))?"
    r"(?:[ \t]*(?P<wide>：)|(?P<tight>:)(?=[^\s:/]))?",
    re.M,
)
# A record on one line, where a value may begin: ``[{file: a.svg, …}]``.
_RECORD = re.compile(
    r"(?:^[ \t]*|^[ \t]*-[ \t]+|[\[,，:：][ \t]*)(?P<record>\{[ \t]*[A-Za-z_]\w*[ \t]*[:：][^{}\n]*\})"
    r"(?=[ \t]*(?:[,，\]#]|$))",
    re.M,
)
_IN_RECORD = re.compile(
    r"(?P<comma>，[ \t]*)(?=[A-Za-z_]\w*[ \t]*[:：])"
    r"|(?:(?<=[{,，])|(?<=[,，] ))[ \t]*[A-Za-z_]\w*[ \t]*(?:(?P<wide>：)|(?P<tight>:)(?=[^\s:/]))"
)


def mend(source: Source, span: Span) -> tuple[str, list[int], tuple[Finding, ...]]:
    """The text with what is surely a slip put right, where characters were added, and the slips.

    So one full-width colon does not hide everything else that is wrong.
    """
    text = source[span]
    findings = sorted(
        (*_at_line_starts(source, span), *_in_records(source, span)), key=lambda finding: finding.span
    )
    parts: list[str] = []
    added: list[int] = []
    done = length = 0
    for edit in sorted((edit for finding in findings for edit in finding.edits), key=lambda edit: edit.span):
        start, end = edit.span.start - span.start, edit.span.end - span.start
        parts += [text[done:start], edit.text]
        length += start - done
        added += range(length + end - start, length + len(edit.text))
        length += len(edit.text)
        done = end
    return "".join([*parts, text[done:]]), added, tuple(findings)


def _at_line_starts(source: Source, span: Span) -> Iterator[Finding]:
    text = source[span]
    for found in _SLIPS.finditer(text):
        if not (found["tab"] or found["wide"] or found["tight"]) or inside_block(text, found.start()):
            continue
        key = found["key"] or found["han"]
        colon = _colon(text, found.end())
        for group, new, topic, message, hint in (
            (
                "tab",
                (found["tab"] or "").replace("\t", "  "),
                "tab",
                "行首有制表符（Tab），这里只能用空格缩进。",
                "把制表符换成两个空格",
            ),
            (
                "wide",
                colon,
                "wide-colon",
                f"“{key}”后面是中文冒号“：”，这里要用英文冒号加一个空格。",
                f"改成：{key}: ",
            ),
            ("tight", colon, "yaml", f"“{key}:”后面少一个空格。", f"改成：{key}: "),
        ):
            if not found[group] or (group != "tab" and not key):
                continue
            start, end = found.span(group)
            at = Span(span.start + start, span.start + end)
            yield Finding(source, at, message, hint, topic, edits=(Edit(at, new),))


def _in_records(source: Source, span: Span) -> Iterator[Finding]:
    """The slips of each record that stands on one line, told together."""
    text = source[span]
    for start, end in (found.span("record") for found in _RECORD.finditer(text)):
        slips = [
            slip
            for slip in _IN_RECORD.finditer(text, start, end)
            if not any(text.count(mark, start, slip.start()) % 2 for mark in "\"'")
        ]
        if not slips or inside_block(text, start):
            continue
        edits = []
        for slip in slips:
            group = str(slip.lastgroup)
            at, after = slip.span(group)
            new = ", " if group == "comma" else _colon(text, after)
            edits.append(Edit(Span(span.start + at, span.start + after), new))
        groups = {slip.lastgroup for slip in slips}
        wrong = [
            said
            for group, said in (
                ("wide", "中文冒号“：”"),
                ("tight", "没有空格的冒号"),
                ("comma", "中文逗号“，”"),
            )
            if group in groups
        ]
        message = f"花括号里用了{'和'.join(wrong)}，分不出各项；要用英文的冒号和逗号，后面各空一格。"
        right, _ = apply(source.text, edits)
        grown = len(right) - len(source.text)
        right = right[span.start + start : span.start + end + grown]
        topic = "wide-colon" if "wide" in groups else "yaml"
        yield Finding(source, edits[0].span, message, f"写成：{right}", topic, edits=tuple(edits))


def _colon(text: str, end: int) -> str:
    """An English colon, and a blank unless one follows already."""
    return ":" if text[end : end + 1] in ("", " ", "\n") else ": "


def inside_block(text: str, offset: int) -> bool:
    """Whether the line at ``offset`` is text under ``key: |``, where anything may stand."""
    line_start = text.rfind("\n", 0, offset) + 1
    written = text[line_start:].partition("\n")[0] if text.startswith(" ", line_start) else ""
    indent = len(written) - len(written.lstrip(" "))
    if not indent:
        return False
    for line in reversed(text[:line_start].splitlines()):
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            return bool(re.search(r"[|>][+-]?\d?\s*$", line))
    return False
