"""十分钟版加起来正好十分钟。

为什么：老师在晨会上照着做，写的分钟多出来就做不完。整节课的分钟由 B08 管，低年级一步的长短由 B09 管。

反例（课例）：
    ## 换个条件怎么上

    - 十分钟版：火山操（5分钟），讲故事（8分钟）。
    - 大班小教室：坐着做。
    - 没有投影：本来就不用。

正例（课例）：
    ## 换个条件怎么上

    - 十分钟版：火山操（3分钟），讲故事（7分钟）。
    - 大班小教室：坐着做。
    - 没有投影：本来就不用。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.body import labelled
from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span

_PART = re.compile(r"[（(]\s*(?P<minutes>\d{1,2})\s*分钟\s*[)）]")
_TOTAL = 10


@rule("X29", local=True)
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        name = next((row.name for row in item.curriculum.variations if row.key == "ten-minutes"), "")
        section = item.body.section("variations") or item.body.section("bands")
        for entry in labelled(item.document, section, item.curriculum.variations):
            parts = [int(found["minutes"]) for found in _PART.finditer(entry.text)]
            if entry.label == name and len(parts) > 1 and sum(parts) != _TOTAL:
                source = item.document.source
                said = "＋".join(str(part) for part in parts)
                message = f"{name}各部分加起来是 {sum(parts)} 分钟（{said}）。"
                first = (
                    source.text.index("\n", entry.span.start)
                    if "\n" in source[entry.span]
                    else entry.span.end
                )
                yield Finding(source, Span(entry.span.start, first), message, f"改到正好 {_TOTAL} 分钟")
