"""正文里不写一级标题（一个“#”）。

为什么：大标题从 title 来，正文里再写一个，网页上就有两个大标题。

反例（指南）：
    # 样指南

正例（指南）：
    ## 什么时候来
    星期三。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B25")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        item = library.by_path.get(document.source.path)
        for section in document.outline.walk():
            if section.level == 1:
                again = item is not None and section.title == item.title
                hint = (
                    "删掉这一行"
                    if again
                    else f"改成：## {section.title}；若是这一页的标题，写进 title，删掉这一行"
                )
                if not section.title:
                    hint = "删掉这一行，或者写上标题：## ……"
                yield Finding(document.source, section.span, "正文里不用一级标题。", hint)
