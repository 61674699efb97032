"""年级要属于文件夹的学段。

为什么：放在低年级文件夹里的三年级课，目录里会两头对不上。

反例（课例）：
    grade: 3

正例（课例）：
    grade: 2
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate


@rule("M15")
def check(library: Library) -> Iterator[Finding]:
    for lesson in library.lessons:
        band = library.curriculum.band(lesson.band)
        if lesson.has("grade") and lesson.card.grade not in band.grades:
            span = locate(lesson.document.front, ("grade",)).span
            allowed = "、".join(str(grade) for grade in band.grades)
            message = f"文件在{band.name}文件夹里，grade 却是 {lesson.card.grade}。"
            yield Finding(lesson.document.source, span, message, f"可以填：{allowed}；或者把文件移到对的学段")
