"""内容文件夹里不放快捷方式（符号链接）。

为什么：快捷方式可能指到仓库外面，别人的电脑上打不开，还会把不该公开的文件放上网站。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("F02", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("symlink")
