"""引号里面再引用，用单引号‘’。

为什么：双引号套双引号，读的人分不清哪一句是谁说的。

反例（课例）：
    ## 设计理念
    晨晨说：“老师说“停一停”就好。”

正例（课例）：
    ## 设计理念
    晨晨说：“老师说‘停一停’就好。”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.content.prose import read
from generator.rules.rule import rule
from generator.source.diagnostic import Edit, Finding, Severity
from generator.source.edit import excerpt

_NESTED = re.compile(r"“[^“”]*(“[^“”]*”)[^“”]*(?:“[^“”]*”[^“”]*)*”")


@rule("W07", Severity.WARNING, local=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for part in read(document):
            if part.text.count("“") != part.text.count("”"):
                continue
            for found in _NESTED.finditer(part.text):
                outer = part.text[found.start() + 1 : found.end() - 1]
                if "‘" in outer:
                    continue
                first, last = found.start(1), found.end(1)
                span = part.span(first, last)
                edits = (
                    Edit(part.span(first, first + 1), "‘"),
                    Edit(part.span(last - 1, last), "’"),
                )
                hint = f"里面的一对改成单引号：{excerpt(document.source, span, edits)}"
                yield Finding(document.source, span, "引号里面又用了双引号。", hint, edits=edits)
