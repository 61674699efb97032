"""链接要指到有的文件。

为什么：点不开的链接让老师在课前白跑一趟。

反例（课例）：
    ## 课后延伸
    看[这一课](no-such-lesson.md)。

正例（课例）：
    ## 课后延伸
    看[学习单](sample-sheet.svg)。
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from generator.content.library import Library, slug_of
from generator.content.reference import resolve
from generator.content.suggest import nearest
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L01")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for link in document.outline.links:
            target = resolve(document.source.path, link.target)
            if target.scheme or library.exists(target.path):
                continue
            message = f"链接指到的文件不存在：{link.target}"
            yield Finding(
                document.source, link.span, message, _nearest(library, document.source.path, target.path)
            )


def _nearest(library: Library, page: str, path: str) -> str:
    slug = slug_of(path) if path.endswith(".md") else path.rpartition("/")[2]
    known = dict(library.slugs) | {asset.path.rpartition("/")[2]: asset.path for asset in library.assets}
    guess = slug if slug in known else nearest(slug, known)
    if guess is None:
        return "检查文件名和前面的 ../ 有几层"
    return f"是不是：{posixpath.relpath(known[guess], posixpath.dirname(page))}"
