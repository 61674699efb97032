"""表格要有分隔行，每行的格数一样。

为什么：少了“|---|”那一行，表格会变成一串竖线；多出来的一格不会印出来。

反例（课例）：
    ## 板书设计

    | 停 | 呼 |
    | 一 | 二 |

正例（课例）：
    ## 板书设计

    | 停 | 呼 |
    |---|---|
    | 一 | 二 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Source, Span

_ROW = re.compile(r"[ \t>]*[|｜].*[|｜]\s*$")
_RULE = re.compile(r"[ \t>]*[|｜]?[\s:：—－–-]*[-—－–][\s:：|｜—－–-]*$")
_BAR = re.compile(r"(?<!\\)\|")


@rule("B28", local=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        source = document.source
        for paragraph in document.outline.paragraphs:
            yield from _lost(source, paragraph.span)
        for block in document.outline.blocks:
            if block.kind == "table":
                yield from _uneven(source, block.span)


def _lines(source: Source, span: Span) -> Iterator[Span]:
    first = source.position(span.start).line
    for number in range(first, source.position(span.end).line + 1):
        yield source.line_span(number)


def _lost(source: Source, span: Span) -> Iterator[Finding]:
    """A paragraph that was meant as a table."""
    lines = list(_lines(source, span))
    rows = [line for line in lines if _ROW.match(source[line])]
    if len(rows) < 2 or rows[0] != lines[0]:
        return
    if any("｜" in source[line] for line in rows):
        yield Finding(
            source, rows[0], "表格用了全角的竖线“｜”。", f"改成：{source[rows[0]].replace('｜', '|')}"
        )
        return
    wanted = "|" + "---|" * _cells(source[rows[0]])
    if _RULE.match(source[rows[1]]):
        message = f"分隔行和表头的格数对不上，或者写法不对，表格认不出来：表头有{_cells(source[rows[0]])}格。"
        yield Finding(source, rows[1], message, f"分隔行写成：{wanted}")
    else:
        yield Finding(source, rows[0], "表格少了表头下面的分隔行。", f"在这一行下面加一行：{wanted}")


def _uneven(source: Source, span: Span) -> Iterator[Finding]:
    """Rows with another number of cells than the table's head."""
    head, _, *rows = _lines(source, span)
    wanted = _cells(source[head])
    for row in rows:
        found = _cells(source[row])
        if found != wanted and source[row].strip():
            message = f"这一行有{found}格，表头有{wanted}格。"
            hint = f"{'删掉' if found > wanted else '补上'}{abs(found - wanted)}格；空着的格写成“ | |”"
            yield Finding(source, row, message, hint)


def _cells(row: str) -> int:
    plain = re.sub(r"`[^`]*`", "", row).strip().lstrip("> ")
    return len(_BAR.findall(plain.removeprefix("|").removesuffix("|"))) + 1
