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
from itertools import pairwise

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.document import Document


@rule("B20", owed=True)
def check(library: Library) -> Iterator[Finding]:
    # A step's or the process's contents may stand under headings of a wrong level.
    filled = {
        (item.path, step.section.span) for item in library.items for step in item.body.steps if step.parts
    }
    filled |= {
        (i.path, p.section.span) for i in library.items if i.body.raised for p in i.body.parts if p.name
    }
    # Of a heading written twice, that is what is said.
    doubled = {
        (item.path, one.section.span)
        for item in library.items
        for one, other in pairwise(item.body.parts)
        if one.name and one.name == other.name
    }
    for document in library.documents:
        for section in document.outline.walk():
            if (document.source.path, section.span) in filled:
                continue
            if (document.source.path, section.span) in doubled:
                continue
            if not section.children and not Document.without_exemptions(document.source[section.own]).strip():
                message = f"“{section.title}”下面是空的。"
                yield Finding(document.source, section.span, message, "写上内容；用不着就删掉这个标题")
