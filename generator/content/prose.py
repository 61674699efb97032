"""All that a reader of a document reads: the texts of its front matter, then its body."""

from __future__ import annotations

from collections.abc import Iterator

from generator.source.document import Document
from generator.source.frontmatter import Mapping, Node, Scalar, Sequence
from generator.source.prose import Prose, prose

_READ = frozenset({"title", "summary", "space", "item", "role", "edition", "volume", "unit", "text"})
"""Keys whose value is printed as written, wherever they stand in the front matter."""


def read(document: Document) -> Iterator[Prose]:
    """What is read, in reading order; nothing of a file that could not be parsed."""
    if document.broken:
        return
    yield from _values(document, document.front)
    yield from document.outline.prose


def _values(document: Document, node: Node, key: str = "") -> Iterator[Prose]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from _values(document, entry.value, entry.key.text)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _values(document, item)
    elif isinstance(node, Scalar) and key in _READ and isinstance(node.value, str) and node.text:
        # A value with escapes or folded lines has no character-by-character place; it is not judged.
        start = document.source.text.find(node.text, node.span.start, node.span.end)
        if start >= 0:
            yield prose("value", node.text, range(start, start + len(node.text)))
