"""A text, the places in it, and how a person names them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of character offsets into one text."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place as an editor shows it: line and column, both from 1, the column in characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """One text file of the repository.

    ``path`` is relative to the repository's root, with ``/``. ``text`` has no byte-order mark
    and only ``\\n`` for line ends, so that offsets, lines and columns agree on every system.
    """

    path: str
    text: str

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts = [0]
        starts += [i + 1 for i, character in enumerate(self.text) if character == "\n"]
        return tuple(starts)

    def position(self, offset: int) -> Position:
        """The line and column of ``offset``, which may be the end of the text."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a line and column from 1; past the last line it is the end of the text."""
        if line > len(self._starts):
            return len(self.text)
        return min(self._starts[line - 1] + column - 1, len(self.text))

    def line_span(self, line: int) -> Span:
        """The line without its line end."""
        start = self.offset(line)
        end = self.offset(line + 1)
        if end > start and self.text[end - 1] == "\n":
            end -= 1
        return Span(start, end)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]
