"""名字和值之间用英文冒号加一个空格。

为什么：中文冒号“：”在这里不算冒号，这一行会整个读不出来。

反例（课例）：
    title：小火山冒烟了

正例（课例）：
    title: 小火山冒烟了
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M16", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("wide-colon")
