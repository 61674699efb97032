"""文件名用小写英文字母、数字和减号。

为什么：文件名就是网页的地址。空格、大写和中文在有的手机和U盘上打不开。

反例（路径）：
    lessons/lower/emotions/My_Lesson.md

正例（路径）：
    lessons/lower/emotions/my-lesson.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library, slug_of
from generator.content.schema import SLUG
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span

_SLUG = re.compile(SLUG)


@rule("F04")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        path = document.source.path
        slug = slug_of(path)
        if not _SLUG.match(slug):
            better = _better(path, slug)
            hint = f"改名为：{better}" if better else "改名，用小写英文短名，如 little-volcano.md"
            yield Finding(document.source, Span(0, 0), f"文件名“{slug}”不能用作网址。", hint)


def _better(path: str, slug: str) -> str:
    """The name to give instead; empty if nothing of the old one can stay."""
    better = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")
    if re.search(r"[^\x00-\x7f]", slug) or not better:
        return ""
    return f"{better}/index.md" if path.endswith("/index.md") else f"{better}.md"
