"""链接里的大小写和文件名一样。

为什么：Windows 上大小写不对也打得开，网站上打不开。

反例（课例）：
    ## 课后延伸
    见[样单](Sample-Sheet.svg)。

正例（课例）：
    ## 课后延伸
    见[样单](sample-sheet.svg)。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.reference import relative, resolve
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L19")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for link in document.outline.links:
            target = resolve(document.source.path, link.target)
            meant = library.meant(target.path)
            if meant and meant.casefold() == target.path.casefold() and not link.target.startswith("/"):
                hint = f"改成：{relative(document.source.path, meant, target.fragment)}"
                yield Finding(document.source, link.span, f"链接的大小写和文件名不一样：{link.target}", hint)
