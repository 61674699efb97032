"""图片要有中文说明。

为什么：看不见图的老师靠它，图打不开的时候也靠它。

反例（课例）：
    ## 板书设计
    ![](sample-sheet.svg)

正例（课例）：
    ## 板书设计
    ![冒烟小人](sample-sheet.svg)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B14")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for link in document.outline.links:
            if link.image and not re.search(r"[\u4e00-\u9fff]", link.text):
                yield Finding(
                    document.source, link.span, "图片没有中文说明。", "写在方括号里：![一句话说图上有什么](…)"
                )
