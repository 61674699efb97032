"""放过规则的一行要真的用得上。

为什么：原来的问题改好了，这一行就该删掉；留着它，以后同一处再出错就没人提醒了。

反例（课例）：
    ## 设计理念
    <!-- 允许 X01 这是公开的热线示例 -->
    有事欢迎单独联系我。

正例（课例）：
    ## 设计理念
    <!-- 允许 X01 这是课文里的号码 -->
    课文里写着13812345678。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity


@rule("A01", Severity.WARNING, absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("exempts-nothing")
