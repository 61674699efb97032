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

from collections.abc import Iterator, Sequence

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B03")
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        order = [name.key for name in library.curriculum.sections.get(item.kind.key, ())]
        # Of a section written twice the first counts; that there are two is said elsewhere.
        first = {part.name.key: part for part in reversed(item.body.parts) if part.name}
        parts = [part for part in item.body.parts if part.name and first[part.name.key] is part]
        places = [order.index(part.name.key) for part in parts if part.name]
        kept = _in_order(places)
        for index, part in enumerate(parts):
            if index in kept or part.name is None:
                continue
            before = next((i for i in kept if places[i] > places[index]), None)
            after = next((i for i in reversed(kept) if places[i] < places[index]), None)
            if before is not None and before < index:
                beside, where = parts[before].section.title, "前面"
            elif after is not None:
                beside, where = parts[after].section.title, "后面"
            else:
                continue
            message = f"“{part.section.title}”应在“{beside}”{where}。"
            yield Finding(
                item.document.source, part.section.span, message, f"把这一栏整个移到“{beside}”{where}"
            )


def _in_order(places: Sequence[int]) -> list[int]:
    """The indices of the most places that stand in order already: the fewest others need be moved."""
    best: list[list[int]] = []
    for index, place in enumerate(places):
        earlier = [run for run in best if places[run[-1]] < place]
        best.append([*max(earlier, key=len, default=[]), index])
    return max(best, key=len, default=[])
