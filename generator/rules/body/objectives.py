"""活动目标写认知、情感、行为三条。

为什么：三条都有，课才不只是讲道理；行为那一条看得见，才知道学会没有。

反例（课例）：
    ## 活动目标

    - 认知：认出信号。
    - 情感：愿意承认。

正例（课例）：
    ## 活动目标

    - 认知：认出信号。
    - 情感：愿意承认。
    - 行为：做出三步。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.labels import unlabelled
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B11", owed=True)
def check(library: Library) -> Iterator[Finding]:
    for lesson in library.lessons:
        yield from unlabelled(lesson, "objectives", library.curriculum.objectives)
