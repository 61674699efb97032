"""builds_on 不绕圈。

为什么：两课互相要求“先上过”，哪一课都没法先上。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L12")
def check(library: Library) -> Iterator[Finding]:
    for cycle in library.cycles:
        first = cycle[0]
        titles = [f"《{relation.source.title}》" for relation in cycle]
        message = f"“先上过”绕成了一圈：{'→'.join([*titles, titles[0]])}。"
        paths = "、".join(relation.source.path for relation in cycle)
        hint = f"看看哪一课其实在前面，从它的 builds_on 里删掉另一课；这一圈里的文件：{paths}"
        yield Finding(first.source.document.source, first.span, message, hint)
