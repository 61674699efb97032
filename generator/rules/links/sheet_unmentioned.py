"""printables 里的每一张，正文里要提到。

为什么：老师照着正文上课，正文没提到的打印页，到时候不知道什么时候发。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity
from generator.source.frontmatter import locate


@rule("L09", Severity.WARNING, owed=True)
def check(library: Library) -> Iterator[Finding]:
    have = {asset.path for asset in library.assets}
    for item in library.items:
        if not item.has("printables"):
            continue
        source = item.document.source
        body = source[item.document.body]
        for index, printable in enumerate(item.card.printables):
            # Where the file itself is missing, that is what is said.
            there = f"{item.folder}/{printable.file}" in have
            if there and printable.file not in body and printable.title not in body:
                span = locate(item.document.front, ("printables", index, "file")).span
                message = f"正文里没有提到打印页“{printable.title}”。"
                hint = f"在“准备”里写上：[{printable.title}]({printable.file})"
                yield Finding(source, span, message, hint)
