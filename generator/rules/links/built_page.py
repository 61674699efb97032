"""链接指到 .md 文件，不指到网站上的 .html。

为什么：.html 是生成出来的，仓库里没有；写 .md，在仓库里和网站上都点得开。

反例（课例）：
    ## 课后延伸
    见[样活动](../../../activities/sample-kit/index.html)。

正例（课例）：
    ## 课后延伸
    见[样活动](../../../activities/sample-kit/index.md)。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.reference import relative, resolve
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L18")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for link in document.outline.links:
            target = resolve(document.source.path, link.target)
            meant = library.meant(target.path) if target.path.endswith(".html") else None
            if meant and not link.target.startswith("/") and "\\" not in link.target:
                hint = f"改成：{relative(document.source.path, meant, target.fragment)}"
                yield Finding(document.source, link.span, "链接指到了网站上的 .html。", hint)
