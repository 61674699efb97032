"""不写网站样式的信息项。

为什么：template、hide、icon 之类会改变网页的样子，甚至把读者带到别处，由手册统一决定。

反例（课例）：
    template: redirect.html

正例（课例）：
    title: 小火山冒烟了
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M10")
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("theme-key")
