"""每一步写明几分钟。

为什么：老师要靠它安排一节课，阶段条和总时长也靠它算。

反例（课例）：
    ### 团体暖身 火山操

正例（课例）：
    ### 团体暖身（5分钟）火山操
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B05", owed=True)
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        for step in item.body.steps:
            if step.minutes is None:
                named = step.stage is not None
                better = f"{step.label}（5分钟）{step.name if step.name != step.label else ''}"
                hint = f"写成：### {better}" if named else f"写成：### {step.section.title}（5分钟）"
                message = f"这一步“{step.section.title}”没写几分钟。"
                yield Finding(item.document.source, step.section.span, message, hint)
