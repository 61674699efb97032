"""builds_on 不绕圈，也不指向以后才上的课。

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
    order = {lesson.slug: index for index, lesson in enumerate(library.lessons)}
    for relation in library.relations:
        if relation.name != "builds_on" or relation.target is None:
            continue
        if any(key in item.faulty for item in (relation.source, relation.target) for key in _PLACE):
            continue
        before, after = relation.target.slug, relation.source.slug
        if before in order and order[before] > order[after]:
            message = f"“先上过”的《{relation.target.title}》排在这一课后面。"
            hint = f"看看两课的年级、学期和 order；现在的先后是：《{relation.source.title}》→《{relation.target.title}》"
            yield Finding(relation.source.document.source, relation.span, message, hint)
