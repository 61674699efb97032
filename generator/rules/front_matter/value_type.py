"""信息项的值要是对的类型。

为什么：年级是数字，搜索词是列表，标题是文字；YAML 会把不加引号的 525、12:30、no 当成别的东西。

反例（课例）：
    minutes: 四十

正例（课例）：
    minutes: 40
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M07")
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("type")
