"""发布的页面不指向草稿。

为什么：草稿不上网站，读者点过去是空的。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L03")
def check(library: Library) -> Iterator[Finding]:
    for relation in library.relations:
        if relation.source.published and relation.target is not None and not relation.target.published:
            message = f"指到的《{relation.target.title}》还是草稿，网站上没有。"
            yield Finding(relation.source.document.source, relation.span, message, "先发布它，或者去掉这里")
