"""不用 YAML 的引用（& *）和标签（!）。

为什么：它们能让一个小文件变得极大，也能让程序做不该做的事；教案里用不着。

反例（课例）：
    summary: &s 学会停一停

正例（课例）：
    summary: "&s 学会停一停"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M03", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("reference")
