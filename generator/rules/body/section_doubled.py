"""一个栏目只出现一次。

为什么：两个“活动准备”，老师会只看到一个。

反例（课例）：
    ## 教学准备
    粉笔。

    ## 活动准备
    粉笔。

正例（课例）：
    ## 活动准备
    粉笔。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B02")
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        source = item.document.source
        seen: dict[str, int] = {}
        for part in item.body.parts:
            if part.name is None:
                continue
            if part.name.key in seen:
                message = f"“{part.name.name}”写了两次，第{seen[part.name.key]}行已经有了。"
                yield Finding(source, part.section.span, message, "合成一栏")
            else:
                seen[part.name.key] = source.position(part.section.span.start).line
