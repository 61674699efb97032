"""有些规则不能放过。

为什么：它们守的是网站的安全，或者文件读不读得出来；放过一处，整页甚至整个网站都会出问题。

反例（课例）：
    ## 设计理念
    <!-- 允许 B12 想要红色的字 -->
    先用身体认信号。

正例（课例）：
    ## 设计理念
    先用**身体**认信号。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule, rules
from generator.source.diagnostic import Finding


@rule("A04", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    absolute = {known.code: known for known in rules() if known.absolute}
    for document in library.documents:
        for exemption in document.exemptions:
            known = absolute.get(exemption.code)
            if known:
                message = f"{known.code} 不能放过：{known.title}。"
                hint = "删掉这一行，照那条规则的提示改内容"
                yield Finding(document.source, exemption.span, message, hint)
