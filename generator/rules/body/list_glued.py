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

_NAMES = {"bullet_list": "列表", "ordered_list": "列表", "blockquote": "引用", "table": "表格"}
_GLUE = ("paragraph", "bullet_list", "ordered_list", "blockquote")


@rule("B15")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        source = document.source
        for before, block in pairwise(document.outline.blocks):
            if before.kind in _GLUE and block.kind in _NAMES and before.kind != block.kind:
                between = source.text[before.span.end : block.span.start]
                if between.count("\n") < 2:
                    line = source.line_span(source.position(block.span.start).line)
                    message = f"{_NAMES[block.kind]}紧贴着上一段，会粘成一行。"
                    yield Finding(source, line, message, "在这一行前面空一行")
