"""行为目标写看得见的动作。

为什么：“懂得”“知道”看不见，下课时不知道学会没有；“能说出一句”“按顺序做出三步”看得见。三条目标是不是都有，由 B11 管。

反例（课例）：
    ## 活动目标

    - 认知：认出信号。
    - 情感：愿意承认。
    - 行为：懂得控制自己的脾气。

正例（课例）：
    ## 活动目标

    - 认知：认出信号。
    - 情感：愿意承认。
    - 行为：能按顺序做出“停、呼、说”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.body import labelled
from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span

_UNSEEN = re.compile(
    r"(?:(?:学生|让学生|使学生|引导学生|帮助学生|能够?|会|可以|学会|初步|逐步|进一步|真正|在[^，。]{2,14}[中里]，?|通过[^，。]{2,20}，)\s*)*"
    r"(?P<verb>懂得|知道|明白|了解|理解|认识到|意识到|体会到?|感受到?|感悟|领悟|领会|掌握|熟悉|明确|认同|重视|树立|培养|增强|提高|提升|养成|形成|激发|具有|具备|热爱|珍惜|尊重|学会感恩)"
)


@rule("X30", local=True)
def check(library: Library) -> Iterator[Finding]:
    for lesson in library.lessons:
        name = next((row.name for row in lesson.curriculum.objectives if row.key == "behaviour"), "")
        for entry in labelled(
            lesson.document, lesson.body.section("objectives"), lesson.curriculum.objectives
        ):
            found = _UNSEEN.match(entry.text) if entry.label == name else None
            if found:
                source = lesson.document.source
                start = source.text.index(entry.text.split("\n")[0], entry.span.start) + found.start("verb")
                message = f"行为目标以“{found['verb']}”开头，看不出学会没有。"
                hint = "写看得见的动作：说出、做出、写下、指出、画出、演一演、找到……"
                yield Finding(source, Span(start, start + len(found["verb"])), message, hint)
