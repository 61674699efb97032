"""学生可能说的每一条，都写怎么接。

为什么：学生会说什么不难想，怎么接才是难处；“——”后面是老师接的话。

反例（课例）：
    ### 团体工作（20分钟）练一练

    #### 学生可能说

    - “我不会。”

正例（课例）：
    ### 团体工作（20分钟）练一练

    #### 学生可能说

    - “我不会。”——“先看我做。”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B21", owed=True)
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        source = item.document.source
        for step in item.body.steps:
            section = step.part("responses")
            if section is None:
                continue
            text = source[section.own]
            if text.strip() and "——" not in text and not item.document.outline.items_in(section.own):
                message = "这里没有“——”和老师怎么接。"
                yield Finding(source, section.span, message, "写成列表：- “学生说的。”——“老师怎么接。”")
            for entry in item.document.outline.items_in(section.own):
                if "——" not in entry.text:
                    said = entry.text.split("\n")[0].strip()
                    dashed = re.sub(r"\s*(?:—|--+|–|－－*)\s*", "——", said, count=1)
                    answer = dashed if dashed != said else f"{said[:20]}——“老师怎么接”"
                    message = "这一条只有学生说的，没有“——”和老师怎么接。"
                    yield Finding(source, entry.span, message, f"写成：- {answer}")
