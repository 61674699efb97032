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
    # An unknown section is to go or to be called otherwise, whatever stands in it.
    unknown = {
        (item.path, part.section.span)
        for item in library.items
        if library.curriculum.sections.get(item.kind.key)
        for part in item.body.parts
        if part.name is None and part.section.level == 2
    }
    said = filled | doubled | unknown
    for document in library.documents:
        for section in document.outline.walk():
            if (document.source.path, section.span) in said:
                continue
            if not section.children and not Document.without_exemptions(document.source[section.own]).strip():
                message = f"“{section.title}”下面是空的。"
                yield Finding(document.source, section.span, message, "写上内容；用不着就删掉这个标题")
