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

import re
from collections.abc import Iterator, Mapping

from generator.content.library import Library, slug_of
from generator.content.reference import relative, resolve
from generator.content.suggest import nearest
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_HOST = re.compile(r"www\.|[\w.-]+\.(?:com|cn|org|net|gov|edu)(?:/|$)", re.I)


@rule("L01")
def check(library: Library) -> Iterator[Finding]:
    known = dict(library.slugs) | {asset.path.rpartition("/")[2]: asset.path for asset in library.assets}
    # That a sheet is not there is said where front matter names it.
    named = {sheet.path for sheet in library.sheets}
    for document in library.documents:
        page = document.source.path
        for link in document.outline.links:
            target = resolve(page, link.target)
            if target.scheme or (library.exists(target.path) and link.target):
                continue
            if library.meant(target.path) or "\\" in link.target or link.target.startswith("/"):
                continue  # Other rules say what is wrong with the way it is written.
            if target.path in named:
                continue
            message = f"链接指到的文件不存在：{link.target}" if link.target else "链接没有写地址。"
            if _HOST.match(link.target):
                hint = f"网址前面加上 https://，写成：https://{link.target}"
            else:
                hint = _nearest(known, page, target.path)
            yield Finding(document.source, link.span, message, hint)


def _nearest(known: Mapping[str, str], page: str, path: str) -> str:
    slug = slug_of(path) if path.endswith(".md") else path.rpartition("/")[2]
    others = {name: place for name, place in known.items() if place != page}
    guess = slug if slug in others else nearest(slug, others)
    if guess is None:
        return "检查文件名和前面的 ../ 有几层"
    return f"是不是：{relative(page, known[guess])}"
