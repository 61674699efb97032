"""链接只用相对路径，或者 https 网址。

为什么：javascript: 之类的链接会运行代码；file: 指到你自己的电脑，别人打不开。

反例（课例）：
    ## 课后延伸
    [点](javascript:alert(1))

正例（课例）：
    ## 课后延伸
    [学习单](sample-sheet.svg)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.reference import resolve
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L06", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for link in document.outline.links:
            scheme = resolve(document.source.path, link.target).scheme
            if not scheme:
                continue
            remote = link.image and scheme in ("https", "http", "//")
            if not remote and scheme not in ("https", "http", "tel"):
                message = f"不能用“{scheme if scheme == '//' else scheme + ':'}”开头的链接。"
                yield Finding(
                    document.source,
                    link.span,
                    message,
                    "文件放到这一页旁边，写相对路径，如 (my-sheet.svg)；网址以 https:// 开头",
                )
