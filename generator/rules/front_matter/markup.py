"""标题和简介里不写网页代码。

为什么：尖括号里的内容会被浏览器当成代码执行或吞掉，标题会变样。

反例（课例）：
    title: 小火山<script>alert(1)</script>

正例（课例）：
    title: 小火山冒烟了
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import scalars


@rule("M14")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for scalar in scalars(document.front):
            found = re.search(r"[<>]", scalar.text)
            if found:
                message = "这里有尖括号，会被浏览器当成代码。"
                yield Finding(document.source, scalar.span, message, "去掉 < 和 >；书名用《》")
