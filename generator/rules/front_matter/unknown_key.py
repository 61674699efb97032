"""只写手册认识的信息项。

为什么：写错一个字母的项会被忽略，作者还以为写上了。

反例（课例）：
    keyword: [生气]

正例（课例）：
    keywords: [生气, 发脾气, 打人, 摔东西, 脾气急, 冷静]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M05")
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("unknown-key")
