"""The pages that Material and Pagefind search: a plain MkDocs project with the handbook's text.

They have the addresses of the real pages and everything that our index is made from, so that no
engine is told more than another: title, summary, keywords, what the item is filed under, names of
sheets and textbook texts, and the body with its headings.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.content.kind import Item
from generator.content.library import Library
from generator.outputs.index.passage import passages

PROJECT = """\
site_name: 心育手册
docs_dir: docs
site_dir: {site}
use_directory_urls: false
theme: {{name: material, language: zh, font: false}}
plugins:
  - search: {{lang: {language}}}
markdown_extensions: [attr_list]
nav: [index.md]
validation: {{nav: {{omitted_files: ignore}}}}
"""
LANGUAGE = "zh"

_SYNTAX = re.compile(r"([\\`*_{}\[\]()#+\-.!])")


def build(library: Library, folder: Path, site: Path) -> None:
    """Writes the project to ``folder`` and builds it. Material's search index is made on the way."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PROJECT.format(site=site, language=LANGUAGE), "utf-8")
    (docs / "index.md").write_text("---\nsearch: {exclude: true}\n---\n# 心育手册\n", "utf-8")
    for item in library.items:
        path = docs / item.address.replace(".html", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(_page(library, item)), "utf-8")
    # In a process of its own, which takes jieba's dictionary and the pages along when it ends.
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)


def _page(library: Library, item: Item) -> Iterator[str]:
    yield f"# {_text(item.title)}"
    yield _text(item.card.summary)
    yield _text("、".join(item.card.keywords))
    yield _text("、".join((*_filed(library, item), *_named(item))))
    for passage in passages(item):
        if passage.id:
            yield f"## {_text(passage.title)} {{#{passage.id}}}"
        if passage.text:
            yield _text(passage.text)


def _filed(library: Library, item: Item) -> Iterator[str]:
    """The names of its terms; what an item only has or has not would say the same on every page."""
    for facet in library.facets:
        if len(facet.values(library.curriculum)) > 1:
            for term in facet.of(item):
                yield facet.label(library.curriculum, term)


def _named(item: Item) -> Iterator[str]:
    textbook = getattr(item.card, "textbook", None)
    if textbook:
        yield from (name for name in (textbook.unit, textbook.text) if name)
    yield from (printable.title for printable in item.card.printables)


def _text(text: str) -> str:
    """Markdown that shows the text as it is."""
    return html.escape(_SYNTAX.sub(r"\\\1", " ".join(text.split())), quote=False)
