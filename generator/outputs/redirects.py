"""What stands at an address that a page has left: a page that leads to the new one.

It works from a disk and without scripts. With them it takes along what follows ``?`` and ``#``.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from generator.config import NAME
from generator.content.kind import Item
from generator.content.library import Library
from generator.content.reference import relative
from generator.outputs.output import File

# A refresh beside the script would race with it and lose the fragment.
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>这一页搬家了：{title} · {name}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>
<script src="{root}assets/javascripts/moved.js" data-to="{to}"></script>
<link rel="stylesheet" href="{root}assets/stylesheets/moved.css">
</head>
<body>
<h1>这一页搬家了</h1>
<p>现在在这里：<a href="{to}">{title}</a></p>
<p>收藏过旧网址的话，请换成新的。</p>
</body>
</html>
"""


def files(library: Library) -> Iterator[File]:
    """A file at each ``moved_from`` of a published item, and at what its sheets' pages were called there."""
    for old, (new, title) in _moves(library).items():
        yield File(old, _page(library, old, new, title).encode())


def _moves(library: Library) -> Mapping[str, tuple[str, str]]:
    """Old address → new address and title. No page that is there is among the old."""
    found: dict[str, tuple[str, str]] = {}
    for item in library.items:
        for place in item.card.moved_from:
            found[_html(place)] = (item.address, item.title)
    # An address that an author names goes before one that is guessed.
    for item in library.items:
        for place in item.card.moved_from:
            for old, new, title in _sheets(library, item, place):
                found.setdefault(old, (new, title))
    taken = {item.address for item in library.items} | {_html(sheet.path) for sheet in library.sheets}
    return {old: found[old] for old in sorted(found.keys() - taken)}


def _sheets(library: Library, item: Item, place: str) -> Iterator[tuple[str, str, str]]:
    """Old and new address and title of the pages of an item's sheets, which bear its slug or lie in its folder."""
    folder, _, name = _html(place).rpartition("/")
    slug = folder.rpartition("/")[2] if name == "index.html" else name.removesuffix(".html")
    for sheet in library.sheets:
        if sheet.item is item:
            file = sheet.printable.file
            called = slug + file.removeprefix(item.slug) if file.startswith(f"{item.slug}-") else file
            yield f"{folder}/{_html(called)}", _html(sheet.path), sheet.printable.title


def _html(path: str) -> str:
    return path.rpartition(".")[0] + ".html"


def _page(library: Library, old: str, new: str, title: str) -> str:
    to = relative(old, new)
    return _PAGE.format(
        title=html.escape(title),
        name=NAME,
        to=html.escape(to),
        canonical=html.escape(library.address + new if library.address else to),
        root="../" * old.count("/"),
    )
