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
    stages = library.curriculum.stages
    names = [stage.name for stage in stages]
    words = {word: stage.name for stage in stages for word in (stage.name, *stage.aliases)}
    for lesson in library.lessons:
        for step in lesson.body.steps:
            if step.stage is not None:
                continue
            said = hint(step.label, names)
            inside = [word for word in words if word in step.label]
            if inside and step.minutes:
                word = max(inside, key=len)
                after = step.label.partition(word)[2]
                rest = step.section.timed.name if step.section.timed else ""
                name = f"{after}{rest}".strip("：:、 ")
                said = f"写成：### {words[word]}（{step.minutes}分钟）{name}"
            message = f"“{step.label}”不是四个阶段之一。"
            yield Finding(lesson.document.source, step.section.span, message, said)
