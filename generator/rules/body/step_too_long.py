"""低年级一步不超过十分钟。

为什么：一二年级的孩子坐着听不了那么久，长的一步要拆成两步。

反例（课例）：
    ### 团体工作（12分钟）画一画

正例（课例）：
    ### 团体工作（10分钟）画一画
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_MOST = 10
_GRADES = (1, 2)


@rule("B09")
def check(library: Library) -> Iterator[Finding]:
    for lesson in library.lessons:
        if not lesson.has("grade") or lesson.card.grade not in _GRADES:
            continue
        for step in lesson.body.steps:
            if step.minutes and step.minutes > _MOST and step.section.timed:
                message = f"低年级的一步有{step.minutes}分钟，太长了。"
                yield Finding(
                    lesson.document.source,
                    step.section.timed.span,
                    message,
                    f"拆成两步，每步不超过{_MOST}分钟",
                )
