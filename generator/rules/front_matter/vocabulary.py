"""curriculum.yml、school.yml、glossary.yml 里的各项要对得上。

为什么：线索要挂在有的学段上，安全标记要指向有的文字，英文名不能重复；时机和学期的日子要真有这一天，不能倒着写。词语解释里，同一个词只解释一次，指到的内容要真有。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M13")
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("vocabulary")
