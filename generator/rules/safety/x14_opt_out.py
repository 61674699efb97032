"""请大家都说的环节，写明可以说“过”。

为什么：标了 sharing，手册会印出“每个学生都可以说‘过’”；没有标，也没有在这一步写“愿意的”，不想说的孩子就没有退路。

反例（课例）：
    ## 课后延伸
    每人轮流分享自己的一件事。

正例（课例）：
    ## 课后延伸
    愿意的轮流分享自己的一件事，也可以说“过”。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.speech import Utterance
from generator.rules.rule import rule
from generator.rules.wording import hits, wording
from generator.source.diagnostic import Finding, Severity

_WORDINGS = (
    wording(
        r"(?:轮流|依次|挨个|每(?:个)?(?:人|同学|位同学|组员)(?:都)?|人人|全班(?:都)?|开火车|一个一个|按座位|逐个).{0,10}?"
        r"(?:分享|交流|说(?:说|一说|一件|出)?(?:自己|心里)|讲(?:讲|一讲|一件|出)?(?:自己|心里)|谈(?:谈|一谈)?(?:自己|心里)|说一件|讲一件)",
        r"“过”|愿意|自愿|不想|不愿|可以不|想说的|听众|不说也|随意|想出来",
    ),
)


def _without_sharing(utterance: Utterance) -> bool:
    item = utterance.item
    covered = any("sharing" in m.renders for m in item.curriculum.safety if m.key in item.card.safety)
    passable = any("“过”" in u.text for u in (utterance,))
    return not covered and not passable and "safety" not in item.faulty


@rule("X14", Severity.WARNING, local=True)
def check(library: Library) -> Iterator[Finding]:
    for hit in hits(library, _WORDINGS, where=_without_sharing):
        marks = ", ".join([*hit.utterance.item.card.safety, "sharing"])
        yield hit.finding(
            "“{said}”没有写不想说的可以怎样。", f"加一句“可以说‘过’”，或者在开头写：safety: [{marks}]"
        )
