"""同一学期里，每节课的 order 不一样。

为什么：order 是上课的先后，两节课一样就排不出先后。

反例（课例）：
    order: 20

正例（课例）：
    order: 15
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.kinds.lesson import Lesson
from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate


@rule("M11")
def check(library: Library) -> Iterator[Finding]:
    seen: dict[tuple[int, int, int], Lesson] = {}
    for lesson in library.lessons:
        if not all(lesson.has(key) for key in ("grade", "semester", "order")):
            continue
        place = (lesson.card.grade, lesson.card.semester, lesson.card.order)
        first = seen.setdefault(place, lesson)
        if first is not lesson:
            taken = {o.card.order for o in library.lessons if place[:2] == (o.card.grade, o.card.semester)}
            free = next(n for n in range(place[2] + 5, 1000, 5) if n not in taken)
            span = locate(lesson.document.front, ("order",)).span
            message = f"order {place[2]} 已经被同一学期的《{first.title}》用了。"
            yield Finding(lesson.document.source, span, message, f"可以改成 {free}")
