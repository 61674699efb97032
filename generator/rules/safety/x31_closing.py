"""下课以前收住情绪。

为什么：讲过生气、害怕、难过，要带着平静走出教室。求助的话由手册统一印；这里看最后一步有没有老师要说的一句话，或者呼吸、伸展这样的动作。

反例（课例）：
    ### 团体暖身（5分钟）站一站

    #### 教师活动
    带着做。

    #### 学生活动
    做。

    #### 设计意图
    动起来。

    ### 团体结束（35分钟）下课

    #### 教师活动
    收学习单。

    #### 学生活动
    交学习单。

    #### 设计意图
    收好。

正例（课例）：
    ### 团体暖身（5分钟）站一站

    #### 教师活动
    带着做。

    #### 学生活动
    做。

    #### 设计意图
    动起来。

    ### 团体结束（35分钟）下课

    #### 教师活动
    > 把手放在肚子上，慢慢吹三口气。

    #### 学生活动
    吹气。

    #### 设计意图
    收住。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.kinds.guide import Guide
from generator.content.kinds.integration import Integration
from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity

_CALM = re.compile(
    r"呼吸|吸气|呼气|吹|长气|伸展|伸(?:个)?懒腰|甩手|抖|放松|拍拍|闭眼|摸摸|告别|再见|谢谢|收尾|一句|一起说|齐说|去角色"
)


@rule("X31", Severity.WARNING, owed=True, local=True)
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        if isinstance(item, Guide | Integration) or not item.body.steps:
            continue
        last = item.body.steps[-1].section
        said = any(p.quoted for p in item.document.outline.paragraphs if p.span in last.whole)
        if not said and not _CALM.search(item.document.source[last.whole] + last.title):
            message = f"最后一步“{last.title}”没有收住情绪的话或动作。"
            yield Finding(
                item.document.source,
                last.span,
                message,
                "加一句老师说的话（> ……），或者慢呼吸、伸展这样的动作",
            )
