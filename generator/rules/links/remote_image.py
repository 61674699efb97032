"""图片放在仓库里，不放在别的网站上。

为什么：学校网络多半打不开别的网站，U盘版更打不开；那边删了图，这边就空了。

反例（课例）：
    ## 板书设计
    ![板书](https://example.com/board.png)

正例（课例）：
    ## 板书设计
    ![板书](sample-sheet.svg)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.reference import resolve
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L15", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for link in document.outline.links:
            scheme = resolve(document.source.path, link.target).scheme
            if link.image and scheme in ("https", "http", "//"):
                message = "图片在别的网站上，学校网络多半打不开。"
                hint = "把图片下载下来，放到这个文件旁边，写相对路径"
                yield Finding(document.source, link.span, message, hint)
