"""一个列表里不重复写同一项。

为什么：重复的一项多半是抄错了，本来想写的那一项就少了。

反例（课例）：
    keywords: [生气, 发脾气, 打人, 摔东西, 脾气急, 冷静, 生气]

正例（课例）：
    keywords: [生气, 发脾气, 打人, 摔东西, 脾气急, 冷静, 委屈]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import Scalar, Sequence
from generator.source.span import Span


@rule("M20")
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        for entry in item.document.front.entries:
            if not isinstance(entry.value, Sequence) or not item.has(entry.key.text):
                continue
            if entry.key.text == "grades":
                continue  # From and to may be one grade.
            seen: dict[str, Span] = {}
            for word in entry.value.items:
                if not isinstance(word, Scalar):
                    continue
                first = seen.setdefault(word.text, word.span)
                if first != word.span:
                    message = f"{entry.key.text} 里“{word.text}”写了两次。"
                    yield Finding(
                        item.document.source, word.span, message, "删掉一处，或者换成另一项", also=first
                    )
