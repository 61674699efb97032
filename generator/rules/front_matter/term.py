"""值要在词表里。

为什么：目录和筛选都按词表来，词表外的值哪儿也找不到。词表在 curriculum.yml。

反例（课例）：
    forms: [roleplay]

正例（课例）：
    forms: [role-play]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M08")
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("term")
