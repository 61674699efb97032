"""每个文件名在全手册里只用一次。

为什么：课例、活动之间用文件名互相指认，重了就不知道指的是谁。
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from generator.content.library import Library, slug_of
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Source, Span


@rule("F05")
def check(library: Library) -> Iterator[Finding]:
    pages: dict[str, list[Source]] = defaultdict(list)
    for document in library.documents:
        pages[_folded(slug_of(document.source.path))].append(document.source)
    files: dict[str, list[Source]] = defaultdict(list)
    for asset in library.assets:
        files[_folded(asset.path)].append(Source(asset.path, ""))
    for sources in (*pages.values(), *files.values()):
        # Said in each of them: an author who asks about one file must hear of it.
        for source in sources if len(sources) > 1 else ():
            other = next(one.path for one in sources if one is not source)
            if (
                other in (library.twins.get(source.path), source.path)
                or library.twins.get(other) == source.path
            ):
                continue
            name = slug_of(source.path) if source.path.endswith(".md") else source.path.rpartition("/")[2]
            message = f"“{name}”这个名字和 {other} 重名（大小写不算不同）。"
            yield Finding(source, Span(0, 0), message, "给其中一个换个名字")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
