"""每一步属于四个阶段之一。

为什么：暖身、转换、工作、结束各有各的用处，标出来老师才知道这一步是为了什么。

反例（课例）：
    ### 团体热场（5分钟）火山操

正例（课例）：
    ### 热身（5分钟）火山操
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.suggest import hint
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B06")
def check(library: Library) -> Iterator[Finding]:
    names = [stage.name for stage in library.curriculum.stages]
    for lesson in library.lessons:
        for step in lesson.body.steps:
            if step.stage is None:
                message = f"“{step.label}”不是四个阶段之一。"
                yield Finding(lesson.document.source, step.section.span, message, hint(step.label, names))
