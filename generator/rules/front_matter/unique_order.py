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

from generator.content.kinds.lesson import Lesson
from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate


@rule("M11")
def check(library: Library) -> Iterator[Finding]:
    places: dict[tuple[int, int, int], list[Lesson]] = defaultdict(list)
    taken: dict[tuple[int, int], set[int]] = defaultdict(set)
    for lesson in library.lessons:
        if all(lesson.has(key) for key in ("grade", "semester", "order")):
            term = (lesson.card.grade, lesson.card.semester)
            places[(*term, lesson.card.order)].append(lesson)
            taken[term].add(lesson.card.order)
    for (grade, semester, order), lessons in places.items():
        # Said in each of them: an author who asks about one file must hear of it.
        for lesson in lessons if len(lessons) > 1 else ():
            other = next(one for one in lessons if one is not lesson)
            free = next(n for n in range(order + 5, 2000, 5) if n not in taken[grade, semester])
            span = locate(lesson.document.front, ("order",)).span
            message = f"order {order} 和同一学期的《{other.title}》（{other.path}）一样。"
            yield Finding(lesson.document.source, span, message, f"两课里改一课，可以改成 {free}")
