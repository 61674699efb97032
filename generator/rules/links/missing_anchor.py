"""链接里“#”后面的栏目要有。

为什么：没有那一栏，读者会停在页面开头，不知道要看哪里。

反例（课例）：
    ## 课后延伸
    看[这里](#没有这一栏)。

正例（课例）：
    ## 课后延伸
    看[过程](#活动过程)。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.reference import resolve
from generator.content.suggest import hint
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_SHOWN = 3


@rule("L07")
def check(library: Library) -> Iterator[Finding]:
    documents = {document.source.path: document for document in library.documents}
    for document in library.documents:
        for link in document.outline.links:
            target = resolve(document.source.path, link.target)
            other = documents.get(target.path)
            if target.scheme or not target.fragment or other is None or other.broken:
                continue
            known = [section.id for section in other.outline.walk()]
            if target.fragment not in known:
                message = f"“{target.fragment}”这一栏在 {target.path} 里没有。"
                near = [section.id for section in other.outline.walk() if section.level <= _SHOWN]
                yield Finding(document.source, link.span, message, hint(target.fragment, near))
