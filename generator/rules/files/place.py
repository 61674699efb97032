"""文件放在约定的文件夹里。

为什么：学段、线索、学科都从文件夹读出来，放错了就归错了类。

反例（路径）：
    lessons/lower/emotion/new-lesson.md

正例（路径）：
    lessons/lower/emotions/new-lesson.md
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("F03")
def check(library: Library) -> Iterator[Finding]:
    yield from (f for f in library.on("place") if f.source.path not in library.twins)
