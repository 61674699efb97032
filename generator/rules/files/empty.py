"""文件里要有内容。

为什么：空文件在网站上是一张白页，多半是保存的时候出了岔子。

反例（整份）：


正例（整份）：
    ---
    title: 小火山
    ---
    正文
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Source, Span


@rule("F07", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("empty")
    for asset in library.assets:
        if not asset.data.strip():
            nowhere = Source(asset.path, "")
            yield Finding(nowhere, Span(0, 0), "这个文件是空的。", "重新导出或复制一次；不要了就删掉它")
