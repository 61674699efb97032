"""开头的信息里用空格缩进，不用制表符。

为什么：制表符（Tab 键）有宽有窄，分不清哪一项属于哪一项。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M17", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("tab")
