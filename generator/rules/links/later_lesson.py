"""builds_on 不指向以后才上的课。

为什么：“先上过”的课要真的在前面。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_PLACE = ("grade", "semester", "order")


@rule("L08")
def check(library: Library) -> Iterator[Finding]:
    order = {lesson.path: index for index, lesson in enumerate(library.lessons)}
    circling = {(r.source.path, r.slug) for cycle in library.cycles for r in cycle}
    tied = {lesson.path for lessons in library.tied for lesson in lessons}
    for relation in library.relations:
        target = relation.target
        if relation.name != "builds_on" or target is None or target.path not in order:
            continue
        if (relation.source.path, relation.slug) in circling or target is relation.source:
            continue
        if any(not item.has(key) for item in (relation.source, target) for key in _PLACE):
            continue
        if tied & {relation.source.path, target.path}:
            continue  # Where the one stands is to be mended first.
        if order[target.path] > order[relation.source.path]:
            message = f"“先上过”的《{target.title}》排在这一课后面。"
            hint = (
                f"删掉“{relation.slug}”，或者看看两课的年级、学期和 order；"
                f"现在的先后是：《{relation.source.title}》→《{target.title}》"
            )
            yield Finding(relation.source.document.source, relation.span, message, hint)
