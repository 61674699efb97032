"""从小写到大：年级和人数的前一个不大于后一个。

为什么：写成 [6, 3]，筛选“四年级”就找不到这一页。

反例（活动包）：
    grades: [6, 3]

正例（活动包）：
    grades: [3, 6]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.kinds.activity import ActivityCard
from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate


@rule("M21")
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        source, front = item.document.source, item.document.front
        grades: tuple[int, ...] = getattr(item.card, "grades", ())
        if len(grades) == 2 and grades[0] > grades[1] and item.has("grades"):
            message = f"grades 从 {grades[0]} 到 {grades[1]}，前后反了。"
            hint = f"写成：[{grades[1]}, {grades[0]}]"
            yield Finding(source, locate(front, ("grades",)).span, message, hint)
        if isinstance(item.card, ActivityCard) and item.has("size"):
            size = item.card.size
            if size.from_ > size.to:
                message = f"人数从 {size.from_} 到 {size.to}，前后反了。"
                hint = f"写成：{{from: {size.to}, to: {size.from_}}}"
                yield Finding(source, locate(front, ("size",)).span, message, hint)
