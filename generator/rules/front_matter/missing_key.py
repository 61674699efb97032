"""必填的信息项都要有。

为什么：缺了年级就排不进目录，缺了搜索词就找不到。

反例（整份）：
    ---
    title: 小火山
    status: published
    ---
    正文

正例（课例）：
    title: 小火山
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M06")
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("missing-key")
