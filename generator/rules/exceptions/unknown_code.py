"""放过的编号要是有的编号。

为什么：编号写错了，那一行什么也放不过。编号就是报错那一行里的字母加两个数字，如 X01；全部编号用 handbook explain 看。

反例（课例）：
    ## 设计理念
    <!-- 允许 Z77 课文题目如此 -->
    先用身体认信号。

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


@rule("A02", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("unknown-code")
