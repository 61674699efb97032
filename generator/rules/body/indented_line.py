"""段落前面不空格。

为什么：从 Word 里带来的段首空格，四个就变成代码框，两个全角的会让列表和标题认不出来；网页自己会排版。

反例（课例）：
    ## 设计理念

        先用身体认信号。

正例（课例）：
    ## 设计理念

    先用身体认信号。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_WIDE = "\u3000"


@rule("B27", local=True)
def check(library: Library) -> Iterator[Finding]:
    headings = {(item.path, almost.span) for item in library.items for almost in item.body.almost}
    for document in library.documents:
        source = document.source
        said = "行首空了四格以上，这一段会变成代码框。"
        for code in document.outline.code:
            line = source.line_span(source.position(code.start).line)
            if (source.path, line) in headings:
                continue
            if not source[line].lstrip().startswith(("```", "~~~")):
                yield Finding(source, line, said, f"删掉行首的空格：{source[line].strip()}")
        for paragraph in document.outline.paragraphs:
            line = source.line_span(source.position(paragraph.span.start).line)
            text = source[line]
            if text.lstrip(" \t>").startswith(_WIDE):
                message = "行首有全角空格，网站上会多空两格。"
                yield Finding(source, line, message, f"删掉行首的空格：{text.strip()}")
