"""同一学期里，每节课的 order 不一样。

为什么：order 是上课的先后，两节课一样就排不出先后。

反例（课例）：
    order: 20

正例（课例）：
    order: 15
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate


@rule("M11")
def check(library: Library) -> Iterator[Finding]:
    taken: dict[tuple[int, int], set[int]] = defaultdict(set)
    for lesson in library.lessons:
        taken[lesson.card.grade, lesson.card.semester].add(lesson.card.order)
    for lessons in library.tied:
        # Said in each of them: an author who asks about one file must hear of it.
        for lesson in lessons:
            other = next(one for one in lessons if one is not lesson)
            term, order = (lesson.card.grade, lesson.card.semester), lesson.card.order
            free = next(n for n in range(order + 5, 2000, 5) if n not in taken[term])
            span = locate(lesson.document.front, ("order",)).span
            message = f"order {order} 和同一学期的《{other.title}》（{other.path}）一样。"
            yield Finding(lesson.document.source, span, message, f"改其中一课就行：改这一课可以写 {free}")
