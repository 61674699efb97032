"""The fixed headings of a body, found by name or alias."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.content.curriculum import Curriculum, SectionName, Stage
from generator.content.suggest import nearest
from generator.source.document import Document
from generator.source.outline import Section, timed
from generator.source.span import Span

_INDENTED = re.compile(r"(?: {4,}|\t)\s*(?P<hashes>#{1,6})[ \t]+(?P<title>\S.*?)[ \t#]*")
_HASHES = re.compile(
    r"[ \u3000]*\\?(?P<hashes>(?:#{1,6}|＃{1,6})(?![#＃]))[ \t\u3000]*(?P<title>[^\s#＃\d].*?)[ \t#＃]*"
)
_DRESSED = re.compile(
    r"[ \t\u3000]*(?P<number>[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]?[、.．]?[ \u3000]*(?=[\u4e00-\u9fff*]))?"
    r"(?:\*\*(?P<bold>[^*]+?)[：:]?\*\*|(?P<plain>[^*\s：:][^*：:]*?))[：:]?[ \t]*"
)
NUMBERED = re.compile(
    r"^(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．）)])[、.．]?\s*(?=[^\d\s])"
)
"""What numbers a heading: （一）, 1. or 二、."""
_BARE = re.compile(r"(?P<label>[^\s（(\[【：:\d]+)")
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

    def owes(self, body: Body, names: Iterable[SectionName]) -> tuple[SectionName, ...]:
        """The small sections that it must have and has not."""
        stage = self.stage.owes if self.stage else ()
        found = absent(body, self.parts, names, self.section.whole)
        return tuple(name for name in found if name.required or name.key in stage)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A list item of the form ``标签：文字``."""

    label: str
    text: str
    span: Span
    said: Span
    """Where what stands behind the label does."""


@dataclass(frozen=True, slots=True)
class Almost:
    """A line of text that was surely meant as a heading; ``heading`` is how it is written rightly."""

    span: Span
    level: int
    title: str
    heading: str


@dataclass(frozen=True, slots=True)
class Body:
    """A document's sections of level 2 and the steps under its process."""

    parts: tuple[Part, ...]
    steps: tuple[Step, ...]
    almost: tuple[Almost, ...] = ()
    raised: tuple[Section, ...] = ()
    """Steps whose headings stand a level too high, beside the process instead of in it."""

    orphans: tuple[Section, ...] = ()
    """Small sections that stand in the process before any step: their step's heading is lost."""

    def means(self, names: SectionName, within: Span | None = None) -> bool:
        """Whether a line that is almost a heading means this one."""
        words = (names.name, *names.aliases)
        return any(nearest(a.title, words) and (within is None or a.span in within) for a in self.almost)

    def section(self, key: str) -> Section | None:
        """The first section with that fixed heading."""
        return next((p.section for p in self.parts if p.name and p.name.key == key), None)


def absent(
    body: Body, parts: Iterable[Part], names: Iterable[SectionName], within: Span | None = None
) -> tuple[SectionName, ...]:
    """Of ``names``, those that no part has and that nothing ``within`` was surely meant as."""
    wanted = tuple(names)
    parts = tuple(parts)
    present = {part.name.key for part in parts if part.name}
    known = [name.name for name in wanted]
    misspelt = {nearest(part.section.title, known) for part in parts if part.name is None}
    return tuple(
        name
        for name in wanted
        if name.key not in present and name.name not in misspelt and not body.means(name, within)
    )


def read_body(document: Document, kind: str, curriculum: Curriculum) -> Body:
    """The body of a document of a kind. Unknown headings stay, with no name."""
    tops = [s for s in document.outline.walk() if s.level <= 2]
    parts = tuple(Part(curriculum.section(kind, s.title), s) for s in tops)
    process = next((p.section for p in parts if p.name and p.name.key == "process"), None)
    steps = tuple(_steps(process.children, kind, curriculum)) if process else ()
    raised = tuple(
        part.section
        for part in parts
        if process and part.name is None and part.section.timed and curriculum.stage(part.section.timed.label)
    )
    for section in raised:
        later = [child for child in section.children if not curriculum.step_section(child.title)]
        step = _step(section, curriculum, None)
        step = replace(step, parts=tuple(part for part in step.parts if part.name))
        steps += (step, *_steps(tuple(later), kind, curriculum))
    orphans = []
    for child in process.children if process else ():
        if not curriculum.step_section(child.title):
            break
        orphans.append(child)
    almost = tuple(_almost(document, kind, parts, steps, curriculum))
    return Body(parts, steps, almost, raised, tuple(orphans))


def _almost(
    document: Document, kind: str, parts: tuple[Part, ...], steps: tuple[Step, ...], curriculum: Curriculum
) -> Iterator[Almost]:
    present = {part.name.key for part in parts if part.name}
    for section in document.outline.walk():
        name = curriculum.section(kind, section.title)
        if section.level > 2 and name and name.key not in present and section.title == name.name:
            yield Almost(section.span, 2, section.title, f"## {name.name}")
    level = 4
    for owner in steps if kind == "lesson" else ():
        if owner.section.level != level - 1:
            continue  # The step itself stands at a wrong level, and its parts with it.
        for part in owner.parts:
            if part.name and part.section.level != level:
                heading = f"{'#' * level} {part.section.title}"
                yield Almost(part.section.span, level, part.section.title, heading)
    for code in document.outline.code:
        place = document.source.line_span(document.source.position(code.start).line)
        written = document.source[place]
        indented = _INDENTED.fullmatch(written)
        if indented:
            yield Almost(place, len(indented["hashes"]), indented["title"], written.strip())
    for paragraph in document.outline.paragraphs:
        if paragraph.depth:
            continue
        start = paragraph.span.start
        for line in document.source[paragraph.span].split("\n"):
            span = Span(start, start + len(line))
            start = span.end + 1
            hashes = _HASHES.fullmatch(line)
            if hashes:
                level, title = len(hashes["hashes"]), hashes["title"]
                yield Almost(span, level, title, f"{'#' * level} {title}")
                continue
            dressed = _DRESSED.fullmatch(line)
            if not dressed or len(line) > 40:
                continue
            title = dressed["bold"] or dressed["plain"]
            marked = bool(dressed["bold"] or dressed["number"])
            name = curriculum.section(kind, title)
            step = next((step for step in steps if span in step.section.whole), None)
            small = curriculum.step_section(title) if step else None
            if name and name.key not in present and (marked or title == name.name):
                yield Almost(span, 2, title, f"## {name.name}")
            elif small and step and step.part(small.key) is None and (marked or title == small.name):
                level = step.section.level + 1
                yield Almost(span, level, title, f"{'#' * level} {small.name}")
            elif kind == "lesson" and (mark := timed(title, span)) and curriculum.stage(mark.label):
                yield Almost(span, 3, title, f"### {title}")


def _steps(sections: tuple[Section, ...], kind: str, curriculum: Curriculum) -> Iterator[Step]:
    step: Step | None = None
    for child in sections:
        part = curriculum.step_section(child.title)
        if part:
            # A small section is no step: its step's heading is missing or as deep as itself.
            if step:
                step = replace(step, parts=(*step.parts, Part(part, child), *_small(child, curriculum)))
            continue
        if child.timed is None and curriculum.section(kind, child.title):
            continue
        if step:
            yield step
        step = None
        inner = [c for c in child.children if c.timed]
        if child.timed is None and inner:
            for grandchild in inner:
                yield _step(grandchild, curriculum, child)
        else:
            step = _step(child, curriculum, None)
    if step:
        yield step


def _small(section: Section, curriculum: Curriculum) -> tuple[Part, ...]:
    """The small sections below a heading: its children, and what is called like one further down."""
    below = (child for child in section.walk() if child is not section)
    named = ((curriculum.step_section(child.title), child) for child in below)
    return tuple(Part(name, child) for name, child in named if name or child in section.children)


def _step(section: Section, curriculum: Curriculum, session: Section | None) -> Step:
    mark = section.timed
    # A number before a step whose minutes are not read is dropped, lest it be taken for them.
    title = section.title if mark else NUMBERED.sub("", section.title)
    bare = _BARE.match(title)
    label = mark.label if mark else (bare["label"] if bare else title)
    if mark is None and curriculum.stage(label) is None:
        # 团体暖身火山操: a stage's name stands at the beginning, though nothing parts it from the rest.
        words = [word for stage in curriculum.stages for word in (stage.name, *stage.aliases)]
        label = next((word for word in sorted(words, key=len, reverse=True) if label.startswith(word)), label)
    name = mark.name if mark else title.removeprefix(label).strip()
    parts = _small(section, curriculum)
    minutes = mark.minutes if mark else None
    return Step(section, curriculum.stage(label), label, name or label, minutes, parts, session)


def labelled(
    document: Document, section: Section | None, rows: Iterable[SectionName] = ()
) -> tuple[Labelled, ...]:
    """The items ``标签：文字`` of a section; items without a label are left out.

    A label that is another word for one of ``rows`` is given as that one's name.
    """
    if section is None:
        return ()
    found = []
    names = {alias: row.name for row in rows for alias in row.aliases}
    outline = document.outline
    for item in (*outline.items_in(section.own), *(i for i in outline.nested if i.span in section.own)):
        match = _LABEL.match(item.text)
        if match:
            label = match["label"].strip()
            said = Span(item.span.start + match.start("text"), item.span.end)
            found.append(Labelled(names.get(label, label), match["text"].strip(), item.span, said))
    return tuple(found)


def lacking(
    document: Document, section: Section | None, rows: tuple[SectionName, ...]
) -> tuple[tuple[SectionName, Labelled | None], ...]:
    """The required labels that no item of a section has, each with the item that likely means it."""
    entries = labelled(document, section)
    if section is None or not document.source[section.own].strip():
        return ()  # That it is missing or empty is said already.
    present = {entry.label for entry in entries}
    names = [row.name for row in rows]
    other = {alias: row.name for row in rows for alias in row.aliases}
    meant = {
        other.get(entry.label) or nearest(entry.label.replace("10", "十"), names): entry
        for entry in entries
        if entry.label not in names
    }
    return tuple((row, meant.get(row.name)) for row in rows if row.required and row.name not in present)
