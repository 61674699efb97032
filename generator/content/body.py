"""The fixed headings of a body, found by name or alias."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.curriculum import Curriculum, SectionName, Stage
from generator.content.suggest import nearest
from generator.source.document import Document
from generator.source.outline import Section
from generator.source.span import Span

_LABEL = re.compile(r"^(?:\*\*)?(?P<label>[^：:*\n“”]{1,12}?)(?:\*\*)?[：:](?:\*\*)?\s*(?P<text>.*)$", re.S)


@dataclass(frozen=True, slots=True)
class Part:
    """A section with the fixed heading it means, if any."""

    name: SectionName | None
    section: Section


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process. ``session`` is the heading it stands under in a kit of several."""

    section: Section
    stage: Stage | None
    label: str
    name: str
    minutes: int | None
    parts: tuple[Part, ...]
    session: Section | None = None

    def part(self, key: str) -> Section | None:
        return next((p.section for p in self.parts if p.name and p.name.key == key), None)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A list item of the form ``标签：文字``."""

    label: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Body:
    """A document's sections of level 2 and the steps under its process."""

    parts: tuple[Part, ...]
    steps: tuple[Step, ...]

    def section(self, key: str) -> Section | None:
        """The first section with that fixed heading."""
        return next((p.section for p in self.parts if p.name and p.name.key == key), None)


def read_body(document: Document, kind: str, curriculum: Curriculum) -> Body:
    """The body of a document of a kind. Unknown headings stay, with no name."""
    tops = [s for s in document.outline.walk() if s.level <= 2]
    parts = tuple(Part(curriculum.section(kind, s.title), s) for s in tops)
    process = next((p.section for p in parts if p.name and p.name.key == "process"), None)
    steps = tuple(_steps(process, curriculum)) if process else ()
    return Body(parts, steps)


def _steps(process: Section, curriculum: Curriculum) -> Iterator[Step]:
    for child in process.children:
        inner = [c for c in child.children if c.timed]
        if child.timed is None and inner:
            for grandchild in inner:
                yield _step(grandchild, curriculum, child)
        else:
            yield _step(child, curriculum, None)


def _step(section: Section, curriculum: Curriculum, session: Section | None) -> Step:
    mark = section.timed
    words = section.title.split(maxsplit=1)
    label = mark.label if mark else (words[0] if words else "")
    name = mark.name if mark else (words[1] if len(words) > 1 else "")
    parts = tuple(Part(curriculum.step_section(c.title), c) for c in section.children)
    minutes = mark.minutes if mark else None
    return Step(section, curriculum.stage(label), label, name or label, minutes, parts, session)


def labelled(document: Document, section: Section | None) -> tuple[Labelled, ...]:
    """The items ``标签：文字`` of a section; items without a label are left out."""
    if section is None:
        return ()
    found = []
    for item in document.outline.items_in(section.own):
        match = _LABEL.match(item.text)
        if match:
            found.append(Labelled(match["label"].strip(), match["text"].strip(), item.span))
    return tuple(found)


def lacking(
    document: Document, section: Section | None, rows: tuple[SectionName, ...]
) -> tuple[tuple[SectionName, Labelled | None], ...]:
    """The required labels that no item of a section has, each with the item that likely means it."""
    entries = labelled(document, section)
    present = {entry.label for entry in entries}
    names = [row.name for row in rows]
    meant = {nearest(entry.label, names): entry for entry in entries if entry.label not in names}
    return tuple(
        (row, meant.get(row.name)) for row in rows if section and row.required and row.name not in present
    )
