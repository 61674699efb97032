"""草稿还缺什么。

为什么：草稿可以先不写全；这里列出发布以前要补的，不算错误。

反例（整份）：
    ---
    title: 小火山
    grade: 2
    status: draft
    ---
    ## 活动过程

正例（课例）：
    title: 小火山
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity


@rule("M12", Severity.TODO)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("draft")
