"""列表用英文方括号和英文逗号。

为什么：中文逗号、顿号和【】在这里不算分隔，几项会连成一项。

反例（课例）：
    keywords: [生气，发脾气，打人，摔东西，脾气急，冷静]

正例（课例）：
    keywords: [生气, 发脾气, 打人, 摔东西, 脾气急, 冷静]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M19")
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("wide-list")
