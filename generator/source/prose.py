"""What a reader reads, with the place of each of its characters: no marks, addresses or code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.source.span import Span

OPAQUE = "\ufffc"
"""Stands for what is not text: code, a picture, an address, raw HTML, what was written as an entity."""

_ADDRESS = re.compile(
    r"(?<![\w.+-])(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.|mailto:)[!-~]+|(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+\.[A-Za-z.]+",
    re.A,
)


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of a paragraph, a heading, a table's cell or one value of the front matter.

    ``places`` holds where each character of ``text`` stands in the source.
    """

    kind: str
    """``heading``, ``cell``, ``value``, or ``paragraph`` for all that is left."""
    text: str
    places: tuple[int, ...]
    quoted: bool = False
    """Whether it stands in a block quote: words said aloud."""

    def span(self, start: int, end: int) -> Span:
        """Where the characters from ``start`` to ``end`` of the text stand."""
        if not self.places:
            return Span(0, 0)
        if start >= len(self.places):
            after = self.places[-1] + 1
            return Span(after, after)
        return Span(self.places[start], self.places[end - 1] + 1 if end > start else self.places[start])

    @property
    def whole(self) -> Span:
        return self.span(0, len(self.text))

    def lines(self) -> Iterator[Prose]:
        """The same, line by line."""
        start = 0
        for line in self.text.split("\n"):
            end = start + len(line)
            if line:
                yield Prose(self.kind, line, self.places[start:end], self.quoted)
            start = end + 1

    def together(self, start: int, end: int) -> bool:
        """Whether the characters from ``start`` to ``end`` stand side by side, with no mark between."""
        return self.places[end - 1] - self.places[start] == end - 1 - start


def prose(kind: str, text: str, places: Iterable[int], *, quoted: bool = False) -> Prose:
    """The prose in a text, its addresses masked."""
    return Prose(kind, _ADDRESS.sub(lambda found: OPAQUE * len(found[0]), text), tuple(places), quoted)
