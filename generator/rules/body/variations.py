"""“换个条件怎么上”写十分钟版、大班小教室、没有投影三条。

为什么：条件不够的班也要上得了；“十分钟”那一页只收有这一条的课。

反例（课例）：
    ## 换个条件怎么上

    - 十分钟版：只练三步。
    - 大班小教室：坐着做。

正例（课例）：
    ## 换个条件怎么上

    - 十分钟版：只练三步。
    - 大班小教室：坐着做。
    - 没有投影：画在黑板上。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.labels import unlabelled
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B23", owed=True)
def check(library: Library) -> Iterator[Finding]:
    for lesson in library.lessons:
        yield from unlabelled(lesson, "variations", library.curriculum.variations)
