"""打印页和页面不能抢同一个地址。

为什么：每张打印页有自己的网页，地址是文件名换成 .html；再有一个同名的页面，后一个会盖掉前一个。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate


@rule("F06")
def check(library: Library) -> Iterator[Finding]:
    pages = {document.source.path for document in library.documents}
    seen: dict[str, str] = {}
    for sheet in library.sheets:
        page = sheet.path.rpartition(".")[0] + ".md"
        span = locate(sheet.item.document.front, ("printables",)).span
        if page in pages:
            message = f"打印页 {sheet.printable.file} 和页面 {page} 会用同一个地址。"
            yield Finding(sheet.item.document.source, span, message, "给打印页的文件换个名字")
        first = seen.setdefault(page, sheet.path)
        if first != sheet.path:
            message = f"打印页 {sheet.printable.file} 和 {first} 会用同一个地址。"
            yield Finding(sheet.item.document.source, span, message, "给其中一个文件换个名字")
