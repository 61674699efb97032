"""不留合并冲突的记号。

为什么：“<<<<<<<”“=======”“>>>>>>>”是两个人改了同一处留下的记号，两边的文字都还在，会一起印出来。

反例（整份）：
    ---
    title: 小火山
    <<<<<<< HEAD
    grade: 1
    =======
    grade: 2
    >>>>>>> mine
    status: draft
    ---
    正文

正例（整份）：
    ---
    title: 小火山
    grade: 1
    status: draft
    ---
    正文
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("F15", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("conflict")
