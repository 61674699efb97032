"""一项信息只写一次。

为什么：写了两次，读的人不知道哪一个算数。

反例（课例）：
    title: 小火山
    title: 大火山

正例（课例）：
    title: 小火山
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M04", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("duplicate-key")
