"""学生页上不印写给老师的话。

为什么：孩子看到“危机等级”“是否转介”，会以为自己有病，也会把同学划进去。这些话写在教师页和转介单上。

反例（学习单）：
    教师填写：该生是否需要转介？

正例（学习单）：
    心里不舒服，可以告诉你信任的大人。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.speech import Speaker
from generator.rules.rule import rule
from generator.rules.wording import hits, wording
from generator.source.diagnostic import Finding, Severity

_WORDINGS = (
    wording(
        r"危机|转介|筛查|[高中低]危|预警|异常|疑似|该生|上报|建档|重点(?:关注|对象)|关注对象|德育处|监护人(?!签|同意|后签)|预案|如实作答|观察要点"
        r"|(?:教师|老师|班主任)(?:填写?|评语|观察栏|用|评价|备注)|（(?:教师|老师|班主任)填?|(?:给|写给)(?:教师|老师)的?(?:提示|说明)|心理问题|(?:情绪|心理|表现)不正常|自伤倾向|他的家庭情况|本(?:页|表|卷)供(?:教师|老师)",
        r"同意单|家人后签|只在校内|异常天气",
        plain=True,
    ),
)


@rule("X35", Severity.WARNING, local=True)
def check(library: Library) -> Iterator[Finding]:
    for hit in hits(library, _WORDINGS, speakers=frozenset({Speaker.SHEET})):
        yield hit.finding("学生会看到“{said}”，这是写给老师的话。", "移到教师页或转介单；学生页只写可以找谁")
