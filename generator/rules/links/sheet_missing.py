"""printables 里的文件要在。

为什么：老师课前来打印，文件不在就上不了课。

反例（课例）：
    printables: [{file: missing-sheet.svg, title: 单子, paper: A4, copies: per-pupil}]

正例（课例）：
    printables: [{file: sample-sheet.svg, title: 单子, paper: A4, copies: per-pupil}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.suggest import nearest
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate


@rule("L04", owed=True)
def check(library: Library) -> Iterator[Finding]:
    have = {asset.path for asset in library.assets} | library.unfollowed
    for item in library.items:
        folder = [path.rpartition("/")[2] for path in have if path.rpartition("/")[0] == item.folder]
        for index, printable in enumerate(item.card.printables):
            if f"{item.folder}/{printable.file}" not in have:
                span = locate(item.document.front, ("printables", index, "file")).span
                guess = nearest(printable.file, folder)
                hint = f"是不是“{guess}”？" if guess else f"把文件放进 {item.folder}/"
                yield Finding(item.document.source, span, f"找不到打印页文件 {printable.file}。", hint)
