"""列表前面空一行。

为什么：不空行，网站上整个列表会粘在上一段后面变成一行字。

反例（课例）：
    ## 设计理念
    三件事：
    - 停
    - 呼

正例（课例）：
    ## 设计理念
    三件事：

    - 停
    - 呼
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B15")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        blocks = document.outline.blocks
        for before, block in pairwise(blocks):
            kinds = (before.kind, block.kind)
            if kinds[0] == "paragraph" and kinds[1] in ("bullet_list", "ordered_list", "blockquote", "table"):
                between = document.source.text[before.span.end : block.span.start]
                if between.count("\n") < 2:
                    what = {"blockquote": "引用", "table": "表格"}.get(kinds[1], "列表")
                    line = document.source.line_span(document.source.position(block.span.start).line)
                    yield Finding(
                        document.source, line, f"{what}紧贴着上一段，会粘成一行。", "在这一行前面空一行"
                    )
