"""builds_on、kits、lessons 里不写这一页自己。

为什么：自己指自己，老师点了还在原地。

反例（课例）：
    builds_on: [sample-lesson]

正例（课例）：
    builds_on: []
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L13")
def check(library: Library) -> Iterator[Finding]:
    for relation in library.relations:
        if relation.name != "link" and relation.slug == relation.source.slug:
            source = relation.source.document.source
            yield Finding(
                source, relation.span, f"{relation.name} 里写了这一页自己。", f"删掉“{relation.slug}”"
            )
