"""不用留给目录页的文件名。

为什么：index 和 readme 是目录页的名字，内容用了它就会盖掉目录，或者根本不显示。

反例（路径）：
    lessons/lower/emotions/readme.md

正例（路径）：
    lessons/lower/emotions/new-lesson.md
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.kind import kinds
from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span

_RESERVED = ("index", "readme")


@rule("F16")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        path = document.source.path
        name = path.rpartition("/")[2].removesuffix(".md")
        places = [kind.place(path) for kind in kinds()]
        taken = {place["slug"].lower() for place in places if place} | {name.lower()} - {"index"}
        if taken & set(_RESERVED):
            message = f"“{name}”是留给目录页的名字。"
            yield Finding(document.source, Span(0, 0), message, "改名，换一个说得出内容的英文短名")
