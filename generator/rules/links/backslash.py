"""链接里用“/”，不用“\\”。

为什么：“\\”只有 Windows 认，网站上点不开。

反例（课例）：
    ## 课后延伸
    见[样活动](..\\..\\..\\activities\\sample-kit\\index.md)。

正例（课例）：
    ## 课后延伸
    见[样活动](../../../activities/sample-kit/index.md)。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.reference import resolve
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L16")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for link in document.outline.links:
            if "\\" in link.target and not resolve(document.source.path, link.target).scheme:
                hint = f"改成：{link.target.replace(chr(92), '/')}"
                yield Finding(document.source, link.span, "链接里用了反斜杠“\\”。", hint)
