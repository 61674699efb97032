"""标题一级一级往下，不跳级。

为什么：两个井号下面直接跳到四个井号，目录会断开，用读屏软件的老师会以为漏了一栏。

反例（指南）：
    ## 什么时候来

    #### 星期三

正例（指南）：
    ## 什么时候来

    ### 星期三
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B17")
def check(library: Library) -> Iterator[Finding]:
    almost = {item.path: item.body.almost for item in library.items}
    # These are said to stand at a wrong level by other rules.
    moved = {(item.path, a.span) for item in library.items for a in item.body.almost}
    moved |= {(item.path, section.span) for item in library.items for section in item.body.raised}
    for document in library.documents:
        source = document.source
        before, place, told = 1, document.body.start, False
        for section in document.outline.walk():
            level = section.level
            # A heading that lost its blank may be the very one that seems to be skipped.
            between = (a for a in almost.get(source.path, ()) if place <= a.span.start < section.span.start)
            told = (source.path, section.span) in moved or (told and level > before)
            if level > before + 1 and not told and not any(a.level > before for a in between):
                message = f"标题一下跳到了{level}个“#”，前面一级是{before}个“#”，中间少一级。"
                hint = f"改成：{'#' * (before + 1)} {section.title}"
                if before > 1:
                    hint += f"；和上一栏并列就写：{'#' * before} {section.title}"
                yield Finding(source, section.span, message, hint)
            before, place = level, section.span.end
