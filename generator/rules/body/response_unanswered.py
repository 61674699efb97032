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

_QUOTED = r"[“\"](?P<{}>[^“”\"\n]+)[”\"]"
_BOTH = re.compile(
    rf"(?:学生|孩子|生)?\s*[：:]?\s*{_QUOTED.format('pupil')}\s*[—–－\-→>＞…。；;，,]*\s*"
    rf"(?:老师|教师|师)?(?:可以|这样)?(?:说|回应|接)?\s*[：:]?\s*{_QUOTED.format('teacher')}"
)
_ALONE = re.compile(r"[“\"][^“”\"\n]+[”\"]")
_DASH = re.compile(r"\s*(?:—|--+|–|－+)\s*")


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
                    right = _answered(entry.text.strip())
                    message = "这一条没有用“——”分开学生说的和老师怎么接。"
                    hint = f"写成：- {right}" if right else "写成：- “学生说的。”——“老师怎么接。”"
                    yield Finding(source, entry.span, message, hint)


def _answered(said: str) -> str:
    """The item as it is written rightly; empty where that is not sure."""
    both = _BOTH.fullmatch(said)
    if both:
        return f"“{both['pupil']}”——“{both['teacher']}”"
    if _ALONE.fullmatch(said):
        return f"“{said[1:-1]}”——“老师怎么接。”"
    dashed, count = _DASH.subn("——", said)
    return dashed if count == 1 and "\n" not in said else ""
