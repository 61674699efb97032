"""四个阶段一个都不少。

为什么：没有结束就没有收住情绪，没有工作就没有练习。

反例（课例）：
    ### 团体暖身（5分钟）火山操

    ### 团体转换（10分钟）故事

    ### 团体工作（25分钟）练一练

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


@rule("B22", owed=True)
def check(library: Library) -> Iterator[Finding]:
    for lesson in library.lessons:
        process = lesson.body.section("process")
        # A step whose stage is misspelt, or its heading, may be the one that seems to be missing.
        if process is None or any(step.stage is None for step in lesson.body.steps):
            continue
        if lesson.body.orphans or any(almost.level == 3 for almost in lesson.body.almost):
            continue
        present = {step.stage.key for step in lesson.body.steps if step.stage}
        for stage in library.curriculum.stages:
            if stage.key not in present:
                minutes = stage.usual(lesson.band)[0]
                message = f"活动过程里没有“{stage.name}”。"
                hint = f"加一步：### {stage.name}（{minutes}分钟）这一步的名字"
                yield Finding(lesson.document.source, process.span, message, hint)
