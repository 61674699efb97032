"""正文里不写花括号的样式标记。

为什么：“{: … }”“{#…}”会改变网页的样子，甚至加上会运行的代码。

反例（课例）：
    ## 设计理念
    看这里。{: onclick="x" }

正例（课例）：
    ## 设计理念
    看这里。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span

_LIST = re.compile(r"\{[:#.][^}\n]*\}|\{ *[a-z-]+=[^}\n]*\}")


@rule("B13", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for found in _LIST.finditer(document.source.text, document.body.start, document.body.end):
            message = f"这里有样式标记“{found[0][:20]}”。"
            yield Finding(
                document.source, Span(found.start(), found.end()), message, "删掉花括号和里面的内容"
            )
