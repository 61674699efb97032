"""同一个名字不要既有“名字.md”，又有“名字/index.md”。

为什么：两个文件会抢同一个地址，后一个盖掉前一个，改了半天看不见。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span


@rule("F09")
def check(library: Library) -> Iterator[Finding]:
    sources = {document.source.path: document.source for document in library.documents}
    for page, index in library.twins.items():
        message = f"旁边的文件夹里已经有 {index}，两个文件重名，会抢同一个地址。"
        hint = f"把内容合到 {index} 里，删掉这个文件；或者给它换个名字"
        yield Finding(sources[page], Span(0, 0), message, hint)
