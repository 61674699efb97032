"""Slips of the hand in front matter that are surely slips: they are told, and read as they were meant."""

from __future__ import annotations

import re

from generator.source.diagnostic import Finding
from generator.source.span import Source, Span

_SLIPS = re.compile(
    r"^(?:(?P<tab>[ ]*\t[ \t]*)(?=\S))?(?:[ ]*(?:-[ ]+)?(?P<key>[A-Za-z_][\w-]*)|(?P<han>[\u4e00-\u9fff]{2,6}))?"
    r"(?:[ \t]*(?P<wide>：)|(?P<tight>:)(?=[^\s:/]))?",
    re.M,
)


def mend(source: Source, span: Span) -> tuple[str, list[int], tuple[Finding, ...]]:
    """The text with what is surely a slip put right, where characters were added, and the slips.

    So one full-width colon does not hide everything else that is wrong.
    """
    text = source[span]
    parts: list[str] = []
    added: list[int] = []
    findings: list[Finding] = []
    done = length = 0
    for found in _SLIPS.finditer(text):
        if not (found["tab"] or found["wide"] or found["tight"]) or inside_block(text, found.start()):
            continue
        key = found["key"] or found["han"]
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
                ": ",
                "wide-colon",
                f"“{key}”后面是中文冒号“：”，这里要用英文冒号加一个空格。",
                f"改成：{key}: ",
            ),
            ("tight", ": ", "yaml", f"“{key}:”后面少一个空格。", f"改成：{key}: "),
        ):
            if not found[group] or (group != "tab" and not key):
                continue
            start, end = found.span(group)
            at = Span(span.start + start, span.start + end)
            findings.append(Finding(source, at, message, hint, topic))
            parts += [text[done:start], new]
            length += start - done
            added += range(length + end - start, length + len(new))
            length += len(new)
            done = end
    return "".join([*parts, text[done:]]), added, tuple(findings)


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
