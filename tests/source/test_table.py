"""The cells of a table as they are written, with their places."""

from __future__ import annotations

import pytest

from generator.source.outline import outline
from generator.source.span import Source, Span
from generator.source.table import rows

TABLES = [
    ("| 谁 | 做什么 |\n|---|---|\n| 甲 | 看 |\n", [["谁", "做什么"], ["甲", "看"]]),
    ("谁 | 做什么\n---|:-:\n甲 | 看\n乙 | 听", [["谁", "做什么"], ["甲", "看"], ["乙", "听"]]),
    ("|谁|做什么|\n|-|-|\n|甲||\n", [["谁", "做什么"], ["甲", ""]]),
    (
        "| 谁 | 做 |\n|---|---|\n| 甲 | 一\\|二 |\n| 乙 | [看](a.md) \\|",
        [["谁", "做"], ["甲", "一\\|二"], ["乙", "[看](a.md) \\|"]],
    ),
]


@pytest.mark.parametrize(("text", "cells"), TABLES)
@pytest.mark.parametrize("before", ["", "## 表\n\n前面一段。\n\n"])
def test_cells_are_what_is_written_between_the_lines(text: str, cells: list[list[str]], before: str) -> None:
    source = Source("guides/a.md", f"{before}{text}\n\n后面一段。\n")
    found = outline(source, Span(0, len(source.text)))
    (table,) = [block.span for block in found.blocks if block.kind == "table"]
    assert [[source[cell] for cell in row] for row in rows(source, table)] == cells
