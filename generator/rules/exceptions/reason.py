"""放过一条规则要写明理由。

为什么：审稿的人要看得懂为什么这里可以例外，过一阵子自己也要看得懂。

反例（课例）：
    ## 设计理念
    <!-- 允许 X01 -->
    课文里写着13812345678。

正例（课例）：
    ## 设计理念
    <!-- 允许 X01 课文里的号码 -->
    课文里写着13812345678。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_LEAST = 4


@rule("A03", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for exemption in document.exemptions:
            if len("".join(exemption.reason.split())) >= _LEAST:
                continue
            said = f"理由“{exemption.reason}”太短" if exemption.reason else "没有写理由"
            line = f"允许 {exemption.code} 课文题目如此"
            hint = f"在编号后面写上至少{_LEAST}个字的理由，如：{line}"
            yield Finding(document.source, exemption.span, f"这条“允许 {exemption.code}”{said}。", hint)
