"""栏目按固定的先后。

为什么：每一课都在同一个地方找同一样东西。

反例（整份学科融合）：
    ---
    title: 赢与输
    summary: 输赢之后说一句话。
    grades: [1, 2]
    textbook: {edition: 不限, volume: "", unit: "", text: 接力, confidence: C}
    minutes: 5
    strands: [emotions]
    keywords: [一, 二, 三, 四, 五, 六]
    status: published
    updated: 2026-09-01
    authors: [编写组]
    ---
    ## 融合点
    甲

    ## 学科目标
    乙

正例（学科融合）：
    title: 赢与输
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B03")
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        order = [name.key for name in library.curriculum.sections.get(item.kind.key, ())]
        furthest = None
        for part in item.body.parts:
            if part.name is None:
                continue
            if furthest and order.index(part.name.key) < order.index(furthest.key):
                message = f"“{part.name.name}”应在“{furthest.name}”前面。"
                yield Finding(item.document.source, part.section.span, message, "把这一栏整个往前移")
            else:
                furthest = part.name
