"""每个文件名在全手册里只用一次。

为什么：课例、活动之间用文件名互相指认，重了就不知道指的是谁。
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.content.library import Library, slug_of
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span


@rule("F05")
def check(library: Library) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for document in library.documents:
        path = document.source.path
        slug = unicodedata.normalize("NFC", slug_of(path)).casefold()
        first = seen.setdefault(slug, path)
        if first != path:
            yield Finding(
                document.source,
                Span(0, 0),
                f"“{slug_of(path)}”这个名字已经用过：{first}。",
                "给其中一个换个名字",
            )
