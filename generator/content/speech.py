"""Who says what to whom in an item: its prose, one utterance a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from itertools import accumulate

from generator.content.kind import Item
from generator.content.schema import Printable
from generator.source.drawing import Drawing
from generator.source.frontmatter import Scalar, locate
from generator.source.outline import Section
from generator.source.prose import OPAQUE, Prose
from generator.source.span import Source, Span

_REPLY = re.compile(r"——")
_IN_ADDRESS = re.compile(r"[A-Za-z0-9@.:/_+?=%#-]")


class Speaker(StrEnum):
    """Whose words they are. A pupil hears ``TEACHER`` and reads ``SHEET``."""

    AUTHOR = "author"
    TEACHER = "teacher"
    PUPIL = "pupil"
    FAMILY = "family"
    SHEET = "sheet"


@dataclass(frozen=True)
class Utterance:
    """A paragraph, list item, table cell, heading, title or line of a sheet, with who says it.

    ``text[i]`` stands at ``places[i]`` of ``source``. ``section`` is the key of the fixed heading
    it stands under (``""`` if none, ``title`` or ``summary`` in front matter), ``heading`` the
    words of the nearest heading, ``part`` the key of the small heading within a step.
    """

    item: Item
    source: Source
    text: str
    places: tuple[int, ...]
    speaker: Speaker
    section: str = ""
    part: str = ""
    heading: str = ""

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]``, which is not empty, stands in the source."""
        return Span(self.places[start], self.places[end - 1] + 1)


_END = re.compile(r"[。！？!?；;\n]|……")


@dataclass(frozen=True)
class Speech:
    """All utterances of a library as one text, a sentence a line, so that words are looked for once."""

    utterances: tuple[Utterance, ...]

    @cached_property
    def lines(self) -> tuple[tuple[int, int, int], ...]:
        """Of each line: the index of its utterance, and where its sentence begins and ends there."""
        return tuple(
            (index, first, last)
            for index, said in enumerate(self.utterances)
            for first, last in sentences(said.text)
        )

    @cached_property
    def text(self) -> str:
        texts = [said.text for said in self.utterances]
        return "".join(
            texts[index][first:last].replace("\n", " ") + "\n" for index, first, last in self.lines
        )

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset of each line in ``text``."""
        return (0, *accumulate(last - first + 1 for _, first, last in self.lines))

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, Utterance, int, int]]:
        """Each match within one sentence: the line's number, the utterance, and the bounds in it."""
        for match in pattern.finditer(self.text):
            line = bisect_right(self.starts, match.start()) - 1
            index, first, last = self.lines[line]
            start = first + match.start() - self.starts[line]
            end = start + match.end() - match.start()
            if start < end <= last:
                yield line, self.utterances[index], start, end


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of the sentences of a text, in order."""
    first = 0
    for stop in _END.finditer(text):
        yield first, stop.end()
        first = stop.end()
    if first < len(text):
        yield first, len(text)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence or sentences that ``text[start:end]`` stands in."""
    first = 0
    for stop in _END.finditer(text, 0, start):
        first = stop.end()
    last = _END.search(text, end)
    return first, last.end() if last else len(text)


def utterances(item: Item) -> Iterator[Utterance]:
    """All prose of an item's page in reading order; its sheets are not in it."""
    source = item.document.source
    for key in ("title", "summary"):
        node = locate(item.document.front, (key,))
        if item.has(key) and isinstance(node, Scalar) and node.text and node.text in source[node.span]:
            start = node.span.start + source[node.span].index(node.text)
            places = tuple(range(start, start + len(node.text)))
            yield Utterance(item, source, node.text, places, Speaker.AUTHOR, key)
    names = {part.section.id: part.name.key for part in item.body.parts if part.name}
    names |= {p.section.id: p.name.key for step in item.body.steps for p in step.parts if p.name}
    headings = list(_headings(item.document.outline.sections, (), names))
    index = -1
    for prose in item.document.outline.prose:
        read = [*_read(source, prose)]
        if not read:
            continue
        text, places = "".join(c for c, _ in read), tuple(at for _, at in read)
        heading = prose.kind == "heading"
        while index + 1 < len(headings) and headings[index + 1][0].span.start <= places[0]:
            index += 1
        title, section, part = "", "", ""
        if index >= 0:
            title, (section, part) = headings[index][0].title, headings[index][1]
        speaker = Speaker.TEACHER if prose.quoted else Speaker.AUTHOR
        if section == "family" and not heading:
            speaker = Speaker.FAMILY
        cut = _REPLY.search(text) if part == "responses" and not heading else None
        said = partial(Utterance, item, source, section=section, part=part, heading=title)
        if cut and cut.start():
            yield said(text[: cut.start()], places[: cut.start()], Speaker.PUPIL)
            text, places, speaker = text[cut.end() :], places[cut.end() :], Speaker.AUTHOR
        if text:
            yield said(text, places, speaker)


def _read(source: Source, prose: Prose) -> Iterator[tuple[str, int]]:
    """Each character of a text as written, without line breaks and what is no text; addresses count."""
    for character, at in zip(prose.text, prose.places, strict=True):
        if character == OPAQUE:
            if _IN_ADDRESS.match(source.text, at):
                yield source.text[at], at
        elif character != "\n":
            yield character, at


def on_sheet(item: Item, drawing: Drawing, printable: Printable) -> Iterator[Utterance]:
    """What stands on a printable sheet, a line an utterance. A teacher's own sheet is the author's word."""
    speaker = Speaker.AUTHOR if printable.copies == "per-teacher" else Speaker.SHEET
    for run in drawing.texts:
        if run.element != "title" and run.span.end - run.span.start == len(run.text):
            places = tuple(range(run.span.start, run.span.end))
            yield Utterance(item, drawing.source, run.text, places, speaker, "sheet")


def _headings(
    sections: tuple[Section, ...], above: tuple[str, ...], names: dict[str, str]
) -> Iterator[tuple[Section, tuple[str, str]]]:
    """Each heading with the keys of the fixed heading and the small heading it stands under."""
    for section in sections:
        own = names.get(section.id, "")
        keys = (*above, own) if own else above
        yield section, ((keys[0] if keys else ""), (keys[-1] if len(keys) > 1 else ""))
        yield from _headings(section.children, keys, names)
