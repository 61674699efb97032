"""四个阶段按先后走，一个都不少。

为什么：先暖身后结束；没有结束就没有收住情绪，没有工作就没有练习。

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
        seen = set()
        for step in lesson.body.steps:
            if step.stage is None:
                continue
            place = order.index(step.stage.key)
            seen.add(step.stage.key)
            if place < furthest:
                message = f"“{step.stage.name}”排在了“{stages[furthest].name}”后面。"
                yield Finding(source, step.section.span, message, "按暖身、转换、工作、结束的先后放")
            furthest = max(furthest, place)
        process = lesson.body.section("process")
        # A step whose stage is misspelt may be the one that seems to be missing.
        whole = all(step.stage for step in lesson.body.steps)
        for stage in stages:
            if process and whole and stage.key not in seen:
                message = f"活动过程里没有“{stage.name}”。"
                yield Finding(source, process.span, message, f"加一步：### {stage.name}（5分钟）……")
