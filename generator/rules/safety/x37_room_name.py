"""制度和正文里叫“心理辅导室”。

为什么：教育部办公厅2015年的建设指南用的是这个名字。“咨询室”“治疗室”听着像看病的地方，孩子不敢去。室名可以自己取。

反例（课例）：
    ## 安全与转介
    - 课后陪他去心理咨询室。

正例（课例）：
    ## 安全与转介
    - 课后陪他去心理辅导室。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.rules.wording import hits, wording
from generator.source.diagnostic import Finding, Severity

_WORDINGS = (
    wording(
        r"""
            心理咨询(?:室|中心|处|站)|(?<!心理)咨询室
            |心理(?:门诊|治疗室|诊室|诊所|医务室|矫治室|矫正室|问诊室)|矫治室|心理治疗(?:室|中心)
            |(?:心理)?宣泄室
        """,
        r"""
            心理辅导室|门牌|改(?:成|为)|换(?:成|为)|不(?:叫|用|写|称)|校外|机构|医院|市里|区里|以前叫
            |有的学校叫
        """,
    ),
)


@rule("X37", Severity.WARNING)
def check(library: Library) -> Iterator[Finding]:
    for hit in hits(library, _WORDINGS):
        yield hit.finding("“{said}”不是制度里的名字。", "写成“心理辅导室”；学校自己取的室名填在 school.yml")
