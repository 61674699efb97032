"""每一步写清老师做什么、学生做什么、为什么。

为什么：照着这一页就能上课；团体工作里还要写学生可能说什么、怎么接，这是最难临场想的。

反例（课例）：
    ### 团体工作（20分钟）练一练

    #### 教师活动
    带着练。

正例（课例）：
    ### 团体工作（20分钟）练一练

    #### 教师活动
    带着练。

    #### 学生活动
    跟着练。

    #### 学生可能说

    - “我不会。”——“先看我做。”

    #### 设计意图
    练到会。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B10", owed=True)
def check(library: Library) -> Iterator[Finding]:
    for lesson in library.lessons:
        for step in lesson.body.steps:
            if not step.parts and not lesson.document.source[step.section.own].strip():
                continue  # That it is empty is said already.
            missing = step.owes(lesson.body, library.curriculum.step_sections)
            # One is missing and one is not known: that is one mistake, told at the unknown one.
            if len(missing) == 1 and any(part.name is None for part in step.parts):
                continue
            for name in missing:
                message = f"“{step.name}”这一步缺“{name.name}”。"
                yield Finding(
                    lesson.document.source, step.section.span, message, f"在这一步里加：#### {name.name}"
                )
