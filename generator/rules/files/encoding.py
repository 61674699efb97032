"""文件要存成 UTF-8。

为什么：别的编码在网站上会变成乱码。记事本“另存为”时编码选 UTF-8 就好；带不带 BOM、换行是哪一种，都认。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("F01", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("encoding")
