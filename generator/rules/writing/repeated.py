"""一段话只写在一个地方。

为什么：同一段话抄到两处，改了这处忘了那处，两处就说得不一样；学生在两节课上也会听到一模一样的话。要用别处的话，就链接过去。
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.content.kind import Item
from generator.content.library import Library
from generator.rules.rule import rule
from generator.rules.writing.printed import printed
from generator.source.diagnostic import Finding, Severity
from generator.source.prose import Prose

_NOT_HAN = re.compile(r"[^\u3400-\u9fff]+")
_LEAST = 20
_MANY = 3


@rule("W03", Severity.WARNING)
def check(library: Library) -> Iterator[Finding]:
    """The later item by path is told: of two equals one must be."""
    first: dict[str, tuple[Item, Prose]] = {}
    own = printed(library.curriculum)
    for item in sorted(library.items, key=lambda item: item.path):
        copies: dict[str, list[tuple[Prose, Item, Prose]]] = defaultdict(list)
        for part in item.document.outline.prose:
            if part.kind == "heading":
                continue
            plain = _NOT_HAN.sub("", part.text)
            # What the handbook prints itself is told by another rule.
            if len(plain) < _LEAST or any(sentence in plain for sentence in own):
                continue
            other, original = first.setdefault(plain, (item, part))
            if other is not item:
                copies[other.path].append((part, other, original))
        for found in copies.values():
            yield from _told(item, found)


def _told(item: Item, copies: list[tuple[Prose, Item, Prose]]) -> Iterator[Finding]:
    source = item.document.source
    hint = "换成这一课自己的话；要用那边的内容，就写一个链接过去"
    if len(copies) > _MANY:
        part, other, _ = copies[0]
        lines = "、".join(str(source.position(copy.whole.start).line) for copy, _, _ in copies[:8])
        more = "等" if len(copies) > 8 else ""
        message = f"有{len(copies)}段和《{other.title}》（{other.path}）一字不差：第{lines}{more}行。"
        yield Finding(source, part.whole, message, hint)
        return
    for part, other, original in copies:
        line = other.document.source.position(original.whole.start).line
        message = f"这一段和《{other.title}》重复，一字不差：{other.path} 第{line}行。"
        yield Finding(source, part.whole, message, hint)
