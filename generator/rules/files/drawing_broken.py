"""SVG 打印页要写得完整。

为什么：少一个尖括号，浏览器就只画前一半，或者只显示一行报错。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("F14", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("drawing")
