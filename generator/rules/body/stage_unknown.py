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
    words = {word: stage for stage in stages for word in (stage.name, *stage.aliases)}
    for lesson in library.lessons:
        for step in lesson.body.steps:
            if step.stage is not None:
                continue
            label = step.label or step.name
            said = hint(label, names)
            inside = [word for word in words if word in label]
            if inside and step.minutes:
                word = max(inside, key=len)
                stage = words[word]
                after = label.partition(word)[2]
                for again in sorted((stage.name, *stage.aliases), key=len, reverse=True):
                    after = after.replace(again, "")
                rest = step.section.timed.name if step.section.timed and step.label else ""
                name = "：".join(part for part in (after.strip("：:、 "), rest) if part)
                said = f"写成：### {stage.name}（{step.minutes}分钟）{name}"
            message = f"“{label}”不是四个阶段之一。"
            yield Finding(lesson.document.source, step.section.span, message, said)
