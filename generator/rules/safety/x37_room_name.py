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

_ROOM = r"室|中心|处|站|屋|间|吧(?=台|里|门|，|。|$)|工作室|办公室|角"

_WORDINGS = (
    wording(
        rf"心理咨询(?:{_ROOM})|(?<!心理)(?<!升学)(?<!政策)(?<!法律)咨询室|心理(?:健康)?(?:门诊"
        rf"|治疗(?:{_ROOM})|诊室|诊疗室|诊所|医务室|矫治室|矫正室|问诊室|诊断室|病房|急诊室|医院(?=在|设|三楼"
        r"|二楼))"
        r"|(?:心理)?(?:矫治|矫正|诊疗)(?:室|中心)|(?:心理)?(?:宣泄|发泄)室",
        r"心理辅导室|门牌(?:还|上)|改(?:成|为)|换(?:成|为)|校外|机构|(?<!不去)医院(?:里|的|要|设|开|都|也)"
        r"|市里|区里|以前叫|从前叫|有的学校叫|卫生部门",
    ),
    wording(
        r"(?:挂|更名|改名|改|统一|命名|取名|叫|称)(?:牌|成|为|作|名|做|叫)?.{0,4}?“?心理(?:健康)?(?:咨询"
        r"|治疗|诊疗|矫正|矫治)(?:室|中心|处|站)|(?:辅导室).{0,6}?(?:改(?:名|成|为|叫)|更名"
        r"|换成).{0,6}?(?:咨询|治疗|诊)",
        r"以前|从前|不(?:叫|用|写|称)|改(?:成|为)“?心理辅导室|换(?:成|为)“?心理辅导室",
    ),
)


@rule("X37", Severity.WARNING, local=True)
def check(library: Library) -> Iterator[Finding]:
    for hit in hits(library, _WORDINGS):
        yield hit.finding("“{said}”不是制度里的名字。", "写成“心理辅导室”；学校自己取的室名填在 school.yml")
