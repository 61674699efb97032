"""四个阶段按先后走。

为什么：先暖身，后结束；顺序乱了，情绪起来了没有地方收。

反例（课例）：
    ### 团体工作（30分钟）练一练

    ### 团体暖身（10分钟）火山操

正例（课例）：
    ### 团体暖身（5分钟）火山操

    ### 团体转换（10分钟）故事

    ### 团体工作（20分钟）练一练

    ### 团体结束（5分钟）一句话
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B07", owed=True)
def check(library: Library) -> Iterator[Finding]:
    stages = library.curriculum.stages
    order = [stage.key for stage in stages]
    for lesson in library.lessons:
        source = lesson.document.source
        furthest = -1
        for step in lesson.body.steps:
            if step.stage is None:
                continue
            place = order.index(step.stage.key)
            if place < furthest:
                message = f"“{step.stage.name}”排在了“{stages[furthest].name}”后面。"
                yield Finding(
                    source,
                    step.section.span,
                    message,
                    f"把这一步移到“{stages[furthest].name}”前面，或者改成对的阶段名",
                )
            furthest = max(furthest, place)
