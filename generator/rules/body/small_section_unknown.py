"""步骤里的小栏目名要是手册认识的。

为什么：教师活动、学生活动分得清，老师上课时一眼找到自己要说的话。

反例（课例）：
    ### 团体暖身（5分钟）火山操

    #### 教师话动
    带着做。

正例（课例）：
    ### 团体暖身（5分钟）火山操

    #### 教师活动
    带着做。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.suggest import hint
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B24")
def check(library: Library) -> Iterator[Finding]:
    names = [name.name for name in library.curriculum.step_sections]
    for item in library.items:
        for step in item.body.steps:
            for part in step.parts:
                if part.name is None:
                    message = f"步骤里不认识的小栏“{part.section.title}”。"
                    said = hint(part.section.title, names)
                    missing = step.owes(item.body, library.curriculum.step_sections)
                    if len(missing) == 1 and "是不是" not in said:
                        said = f"是不是“{missing[0].name}”？这一步正好缺它。{said}"
                    yield Finding(item.document.source, part.section.span, message, said)
