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

from generator.content.body import labelled
from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B11", owed=True)
def check(library: Library) -> Iterator[Finding]:
    for lesson in library.lessons:
        for key, rows in (
            ("objectives", library.curriculum.objectives),
            ("variations", library.curriculum.variations),
        ):
            section = lesson.body.section(key)
            if section is None:
                continue
            present = {entry.label for entry in labelled(lesson.document, section)}
            for row in rows:
                if row.required and row.name not in present:
                    message = f"“{section.title}”里缺“{row.name}”这一条。"
                    yield Finding(lesson.document.source, section.span, message, f"加一行：- {row.name}：……")
