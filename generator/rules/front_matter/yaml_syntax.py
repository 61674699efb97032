"""开头的信息要是读得懂的 YAML。

为什么：一处写法不对，整段信息都读不出来。最常见的是没配对的引号、多出来的“: ”。

反例（课例）：
    title: "小火山冒烟了

正例（课例）：
    title: 小火山冒烟了
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M02", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("yaml")
