"""整个值不套中文引号。

为什么：这里的中文引号不起作用，会跟着值一起存下来：日期读不出来，搜索词搜不到，标题多一对引号。

反例（课例）：
    updated: “2026-09-01”

正例（课例）：
    updated: 2026-09-01
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity
from generator.source.frontmatter import scalars

_QUOTED = re.compile("[“”「『＂](?P<inner>[^“”「」『』＂]*)[“”」』＂]")


@rule("M18")
def check(library: Library) -> Iterator[Finding]:
    said = library.on("wide-quotes")
    yield from said
    places = {(finding.source.path, finding.span) for finding in said}
    for document in library.documents:
        for scalar in scalars(document.front):
            found = _QUOTED.fullmatch(document.source[scalar.span])
            if found and (document.source.path, scalar.span) not in places:
                message = "整个值套了中文引号，引号会一起印出来。"
                hint = f"去掉引号，写成：{found['inner']}" if found["inner"] else '空着就用英文引号，写成：""'
                yield Finding(document.source, scalar.span, message, hint, severity=Severity.WARNING)
