"""数和长短要在范围里。

为什么：年级只有一到六，一句话简介太长手机上放不下。

反例（课例）：
    grade: 7

正例（课例）：
    grade: 2
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M09")
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("range")
