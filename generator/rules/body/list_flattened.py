"""列表里的小列表，每一层往里缩四个空格。

为什么：只缩两个空格，网站上小列表会和大列表排成一列，看不出谁属于谁。

反例（课例）：
    ## 观察要点

    - 能做完三步。
      - 第一步：停。

正例（课例）：
    ## 观察要点

    - 能做完三步。
        - 第一步：停。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_INDENT = 4


@rule("B18")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        source = document.source
        for item in document.outline.nested:
            line = source.line_span(source.position(item.span.start).line)
            written = source[line]
            wanted = _INDENT * (item.depth - 1)
            plain = written.expandtabs(_INDENT)
            if len(plain) - len(plain.lstrip(" ")) < wanted:
                message = "这一行缩进不够，网站上会和上一层排成一列。"
                yield Finding(
                    source, line, message, f"行首缩进{wanted}个空格：{' ' * wanted}{written.strip()}"
                )
