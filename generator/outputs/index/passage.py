"""The text of an item as a reader sees it, by the sections that search can lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.kind import Item
from generator.source.outline import Section
from generator.source.plain import plain_text
from generator.source.span import Span

_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A section. ``heading`` is what its author worded; a fixed heading says nothing about the item."""

    id: str
    title: str
    heading: str
    text: str


def passages(item: Item) -> tuple[Passage, ...]:
    """The sections of an item, small headings folded into the step they stand in."""
    return tuple(found for found in _passages(item) if found.text or found.heading)


def _passages(item: Item) -> Iterator[Passage]:
    document = item.document
    fixed = {part.section.id for part in item.body.parts if part.name}
    names = {step.section.id: step.name for step in item.body.steps}
    first = next((section.span.start for section in document.outline.walk()), document.body.end)
    before = document.source.text[document.body.start : max(first, document.body.start)]
    yield Passage("", "", "", plain_text(document.without_exemptions(before).rstrip("# \n")))
    for section in document.outline.walk():
        if section.level <= _DEEPEST:
            title = names.get(section.id, section.title)
            text = " ".join(plain_text(_own(item, span)) for span in _spans(section))
            yield Passage(section.id, title, "" if section.id in fixed else title, text.strip())


def _spans(section: Section) -> Iterator[Span]:
    yield section.own
    for child in section.children:
        if child.level > _DEEPEST:
            yield from _spans(child)


def _own(item: Item, span: Span) -> str:
    return item.document.without_exemptions(item.document.source[span])
