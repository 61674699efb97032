"""每一步写明几分钟。

为什么：老师要靠它安排一节课，阶段条和总时长也靠它算。

反例（课例）：
    ### 团体暖身 火山操

正例（课例）：
    ### 团体暖身（5分钟）火山操
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.body import NUMBERED, Step
from generator.content.library import Library
from generator.content.meant import number, numbers
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_BRACKETED = re.compile(r"[（(\[【〔]\s*(?P<inside>[^）)\]】〕]*?)\s*[）)\]】〕]\s*[：:]?")
_BARE = re.compile(r"(?P<inside>[\d一二三四五六七八九十]{1,3}\s*(?:分钟?|mins?|minutes?|[′'])+)[：:]?", re.I)


@rule("B05", owed=True)
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        for step in item.body.steps:
            if step.minutes is None:
                # A number before the step's name, as in （一）, is no number of minutes.
                title, marks = NUMBERED.sub("", step.section.title), "#" * step.section.level
                written = _BRACKETED.search(title) or _BARE.search(title)
                minutes = number(written["inside"]) if written else None
                if written and minutes:
                    before, after = _around(step, title[: written.start()], title[written.end() :])
                    message = f"“{written[0].strip()}”看不出是几分钟。"
                    hint = f"写成：{marks} {before}（{minutes}分钟）{after}"
                elif written and len(numbers(written["inside"])) > 1:
                    before, after = _around(step, title[: written.start()], title[written.end() :])
                    message = f"“{written[0].strip()}”不是一个数，算不出总时长。"
                    hint = f"写一个数：{marks} {before}（{numbers(written['inside'])[-1]}分钟）{after}"
                else:
                    message = f"这一步“{title}”没写几分钟。"
                    after = "" if step.name == step.label else step.name
                    hint = f"写成：{marks} {step.label if step.stage else title}（5分钟）{after if step.stage else ''}"
                yield Finding(item.document.source, step.section.span, message, hint)


def _around(step: Step, before: str, after: str) -> tuple[str, str]:
    """What stands before the minutes and after them; before them only the stage's name, if there is one."""
    before, after = before.strip(), after.strip()
    if step.stage and before.startswith(step.label):
        rest = before.removeprefix(step.label).strip("：:、 ")
        return step.label, "：".join(part for part in (rest, after) if part)
    return before, after
