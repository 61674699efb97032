"""What is said of a section whose items must have fixed labels: ``- 认知：……``."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.body import lacking
from generator.content.curriculum import SectionName
from generator.content.kinds.lesson import Lesson
from generator.source.diagnostic import Finding


def unlabelled(lesson: Lesson, key: str, rows: tuple[SectionName, ...]) -> Iterator[Finding]:
    """Each required label that the section lacks, at the item that goes by another name if there is one."""
    source, section = lesson.document.source, lesson.body.section(key)
    if section is None:
        return
    for row, meant in lacking(lesson.document, section, rows):
        if meant:
            message = f"“{section.title}”里不认识“{meant.label}”这一条。"
            yield Finding(source, meant.span, message, f"写成：- {row.name}：{meant.text}")
        else:
            message = f"“{section.title}”里缺“{row.name}”这一条。"
            yield Finding(source, section.span, message, f"加一行：- {row.name}：……")
