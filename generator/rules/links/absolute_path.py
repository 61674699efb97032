"""链接写相对路径，不以“/”开头。

为什么：以“/”开头的链接在U盘版上打不开，网站放在子目录里也打不开。

反例（课例）：
    ## 课后延伸
    见[样活动](/activities/sample-kit/index.md)。

正例（课例）：
    ## 课后延伸
    见[样活动](../../../activities/sample-kit/index.md)。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.reference import relative, resolve
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L17")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for link in document.outline.links:
            target = resolve(document.source.path, link.target)
            if link.target.startswith("/") and not target.scheme and "\\" not in link.target:
                path = library.meant(target.path) or target.path
                hint = f"改成：{relative(document.source.path, path, target.fragment)}"
                yield Finding(document.source, link.span, "链接以“/”开头，打不开。", hint)
