"""Markdown as plain text."""

from __future__ import annotations

import re

_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^>]*>"), " "),
    (re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M), ""),
    (re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+", re.M), ""),
    (re.compile(r"^[ \t|:-]+$", re.M), ""),
    (re.compile(r"^[ \t]*\||\|[ \t]*$", re.M), ""),
    (re.compile(r"[ \t]*\|[ \t]*"), " "),
    (re.compile(r"\*\*|__|`"), ""),
    (re.compile(r"\{[#.:][^}\n]*\}"), ""),
    (re.compile(r"\s+"), " "),
)


def plain_text(markdown: str) -> str:
    """Markdown without its marks, on one line."""
    for pattern, replacement in _MARKS:
        markdown = pattern.sub(replacement, markdown)
    return markdown.strip()
