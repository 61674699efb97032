"""有标题就有内容。

为什么：空着的一栏，老师翻到了却不知道要做什么。

反例（课例）：
    ## 板书设计

正例（课例）：
    ## 板书设计
    停、呼、说。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.document import Document


@rule("B20", owed=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for section in document.outline.walk():
            if not section.children and not Document.without_exemptions(document.source[section.own]).strip():
                message = f"“{section.title}”下面是空的。"
                yield Finding(document.source, section.span, message, "写上内容；用不着就删掉这个标题")
