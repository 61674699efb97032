"""The cells of a Markdown table, with their places."""

from __future__ import annotations

import re

from generator.source.span import Source, Span


def rows(source: Source, table: Span) -> tuple[tuple[Span, ...], ...]:
    """The cells of each row, its head first, without the line below the head; an empty cell has an empty span."""
    found = []
    start = table.start
    for number, line in enumerate(source[table].split("\n")):
        if number != 1:
            found.append(tuple(_cells(line, start)))
        start += len(line) + 1
    return tuple(found)


def _cells(line: str, start: int) -> list[Span]:
    inner = line.strip()
    at = start + line.index(inner)
    if inner.startswith("|"):
        inner, at = inner[1:], at + 1
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    cells = []
    for written in re.split(r"(?<!\\)\|", inner):
        plain = written.strip()
        before = written.index(plain)
        cells.append(Span(at + before, at + before + len(plain)))
        at += len(written) + 1
    return cells
