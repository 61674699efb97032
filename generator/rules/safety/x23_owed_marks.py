"""要有安全标记的线索，每一课都标上。

为什么：有些线索（如青春期）每一课都要提前告诉家长、写明报告的义务。标记在 curriculum.yml 的 strands 里规定，文字由手册统一印。

反例（路径）：
    lessons/upper/puberty/growing.md

正例（课例）：
    safety: [referral]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate


@rule("X23")
def check(library: Library) -> Iterator[Finding]:
    for lesson in library.lessons:
        for mark in library.curriculum.strand(lesson.strand).owes:
            if mark not in lesson.card.safety and "safety" not in lesson.faulty:
                span = locate(lesson.document.front, ("safety",), key=True).span
                name = library.curriculum.name("safety", mark)
                message = f"这条线索的课都要有安全标记 {mark}（{name}）。"
                marks = ", ".join(dict.fromkeys([*lesson.card.safety, mark]))
                yield Finding(lesson.document.source, span, message, f"写成：safety: [{marks}]")
