"""The vocabulary: every list a lesson may name something from, and what is said in every lesson."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from generator.content.schema import Grade, Model, Problem, Settings, Slug, Text
from generator.content.suggest import hint

Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
Month = Annotated[int, Field(ge=1, le=12)]
Key = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9]*-?([a-z0-9]+(-[a-z0-9]+)*)?$")]


class Row(Model):
    """A word an author writes (``key``) and the name a reader sees."""

    key: Key
    name: Text
    aliases: tuple[Text, ...] = ()
    note: str = ""


class Accent(Model):
    """A band's colour on a light and on a dark page."""

    light: Colour
    dark: Colour


class Band(Row):
    """Two grades that are taught alike."""

    grades: tuple[Grade, ...]
    accent: Accent


class Strand(Row):
    """A line of lessons through one band."""

    band: str
    icon: Text
    summary: Text
    owes: tuple[str, ...] = ()
    """Safety marks that each of its lessons must have."""


class GuidelineItem(Model):
    """An item of the Ministry's 2012 Guideline, §6, as the domain brief splits it."""

    key: Key
    band: str
    areas: tuple[str, ...]
    text: Text

    @property
    def name(self) -> str:
        return self.text

    @property
    def short(self) -> str:
        """Its key and how it begins: ``L4 有安全感和归属感……``."""
        clause, comma, _ = self.text.partition("，")
        return f"{self.key} {clause}{'……' if comma else ''}"


class Stage(Row):
    """A stage of a lesson; ``owes`` names what each of its steps must have."""

    minutes: tuple[int, int]
    bands: Mapping[str, tuple[int, int]] = {}
    owes: tuple[str, ...] = ()

    def usual(self, band: str) -> tuple[int, int]:
        """The usual least and most minutes of the whole stage in a lesson of that band."""
        return self.bands.get(band, self.minutes)


class SectionName(Row):
    """A fixed heading or label of the body."""

    required: bool


class NthWeekday(Model):
    """The ``nth`` Monday (1) … Sunday (7) of a month; a fifth one is not there every year."""

    month: Month
    nth: Annotated[int, Field(ge=1, le=5)]
    weekday: Annotated[int, Field(ge=1, le=7)]


class TermWeeks(Model):
    """Weeks of a term of n weeks, both ends in.

    ``from_`` says where one counts from: ``start`` has the first week at 1, ``middle`` has week
    n/2 (a half rounded up) at 0, ``end`` has week n at 0.
    """

    from_: Literal["start", "middle", "end"] = Field(alias="from")
    first: int
    last: int


class Break(Row):
    """Days of every year without school; ``span`` has the first and the last, ``MM-DD``."""

    span: tuple[Text, Text]

    def problems(self) -> Iterator[Problem]:
        """What no single field shows: location within the row, message and hint."""
        yield from _no_span(("span",), self.span)


class Occasion(Row):
    """A time of the year. Of the ways to date it none, one or several may be given.

    One with ``months`` alone lies somewhere in them, as the school decides; one without any is
    for the whole year.
    """

    months: tuple[Month, ...]
    when: Text
    days: tuple[Text, ...] = ()
    """Days of every year, ``MM-DD``."""
    spans: tuple[tuple[Text, Text], ...] = ()
    """First and last day of every year, ``MM-DD``."""
    weekdays: tuple[NthWeekday, ...] = ()
    weeks: tuple[TermWeeks, ...] = ()
    semesters: tuple[Annotated[int, Field(ge=1, le=2)], ...] = ()
    """The semesters it belongs to; none means both."""
    grades: tuple[Grade, ...] = ()
    """The grades it is for; none means all."""

    def problems(self) -> Iterator[Problem]:
        """What no single field shows: location within the row, message and hint."""
        for index, day in enumerate(self.days):
            yield from _no_day(("days", index), day)
        for index, span in enumerate(self.spans):
            yield from _no_span(("spans", index), span)
        for index, weeks in enumerate(self.weeks):
            if weeks.first > weeks.last:
                yield (
                    ("weeks", index),
                    f"first 是{weeks.first}，在 last 的{weeks.last}后面。",
                    "first 不能大于 last",
                )
            if weeks.from_ == "start" and weeks.first < 1:
                yield ("weeks", index, "first"), "从开学数起，第一周是1。", "最小写 1"
            if weeks.from_ == "end" and weeks.last > 0:
                yield ("weeks", index, "last"), "从期末数起，最后一周是0，往前是-1、-2。", "最大写 0"


class Need(Row):
    """Something not every room has; ``without`` names its absence as a filter."""

    without: str = ""
    sheets: bool = False
    """Whether what has sheets to print needs it too."""


class Paper(Model):
    """A paper size in millimetres."""

    key: Text
    width: int
    height: int

    @property
    def name(self) -> str:
        return self.key


class Duties(Model):
    """Whose rows in the tables of a guide say what an audience does."""

    guide: Slug
    rows: tuple[Text, ...]


class Door(Model):
    """A page that an audience often goes to."""

    page: Annotated[str, Field(pattern=r"^[a-z0-9/-]+\.md$")]
    title: Text
    note: str = ""


class Shown(Model):
    """A collection on the page of an audience: the items that have one of the terms of each facet in ``where``,
    or a ``part`` that is laid out in its own way."""

    title: Text
    note: str = ""
    where: Mapping[str, tuple[Text, ...]] = {}
    part: Literal["semesters", "subjects", "messages", "unread", "contacts"] | None = None


class Audience(Row):
    """Somebody a guide is written for, and what is gathered for them."""

    summary: Text
    duties: Duties | None = None
    doors: tuple[Door, ...] = ()
    shows: tuple[Shown, ...] = ()


class Confidence(Model):
    """How sure a stated fact is."""

    key: Literal["A", "A-", "B", "C", "D"]
    name: Text


class Hotline(Model):
    """A short number that may be printed."""

    number: Annotated[str, Field(pattern=r"^\d{3,5}$")]
    name: Text
    note: Text


class Policy(Row):
    """A document that may be cited by name; ``number`` is its official number, if it has one."""

    number: str = ""


class Block(Model):
    """A text that the generator prints for a safety mark. ``{…}`` are fields of the school."""

    key: Slug
    title: Text
    place: Literal["opening", "process", "care"]
    """Before everything, before the process, or with what to do when it gets serious."""
    tone: Literal["note", "warning"]
    text: Text
    hotlines: bool = False


class SafetyMark(Row):
    """A mark in front matter and the blocks that it prints."""

    renders: tuple[str, ...]
    reviewed: bool = False


class Statements(Model):
    """Sentences the handbook says about itself."""

    positioning: Text
    law: Text
    unreviewed: Text
    untried: Text
    textbook: Text


class Curriculum(Settings):
    """``curriculum.yml``, validated."""

    bands: tuple[Band, ...]
    strands: tuple[Strand, ...]
    areas: tuple[Row, ...]
    guideline: tuple[GuidelineItem, ...]
    forms: tuple[Row, ...]
    stages: tuple[Stage, ...]
    sections: Mapping[str, tuple[SectionName, ...]]
    step_sections: tuple[SectionName, ...]
    unwanted: tuple[Row, ...] = ()
    """Headings of other plans that the handbook leaves out; ``note`` says what to do instead."""
    objectives: tuple[SectionName, ...]
    variations: tuple[SectionName, ...]
    occasions: tuple[Occasion, ...]
    breaks: tuple[Break, ...] = ()
    subjects: tuple[Row, ...]
    needs: tuple[Need, ...]
    settings: tuple[Row, ...]
    audiences: tuple[Audience, ...]
    consents: tuple[Row, ...]
    papers: tuple[Paper, ...]
    copies: tuple[Row, ...]
    confidences: tuple[Confidence, ...]
    agreements: tuple[Text, ...]
    closing_help: Mapping[str, Text]
    hotlines: tuple[Hotline, ...]
    other_numbers: tuple[str, ...]
    policies: tuple[Policy, ...]
    blocks: tuple[Block, ...]
    safety: tuple[SafetyMark, ...]
    statements: Statements
    pseudonyms: tuple[Text, ...]

    @classmethod
    def blank(cls) -> Curriculum:
        """A vocabulary of nothing, for a run whose curriculum.yml could not be read."""
        values: dict[str, Any] = dict.fromkeys(cls.model_fields, ())
        values |= {"sections": {}, "closing_help": {}}
        said: dict[str, Any] = dict.fromkeys(Statements.model_fields, "")
        return cls.model_construct(**values | {"statements": Statements.model_construct(**said)})

    def band(self, key: str) -> Band:
        return next(row for row in self.bands if row.key == key)

    def band_of_grade(self, grade: int) -> Band | None:
        return next((row for row in self.bands if grade in row.grades), None)

    def strand(self, key: str) -> Strand:
        return next(row for row in self.strands if row.key == key)

    def strands_of(self, band: str) -> tuple[Strand, ...]:
        return tuple(row for row in self.strands if row.band == band)

    def stage(self, word: str) -> Stage | None:
        """The stage called ``word`` or aliased so."""
        return _called(self.stages, word)

    def section(self, kind: str, title: str) -> SectionName | None:
        """The body section of a kind that a heading means."""
        return _called(self.sections.get(kind, ()), title)

    def unwanted_section(self, title: str) -> Row | None:
        """The heading that the handbook leaves out on purpose, if it is one."""
        return _called(self.unwanted, title)

    def step_section(self, title: str) -> SectionName | None:
        return _called(self.step_sections, title)

    def name(self, vocabulary: str, key: str) -> str:
        """The name a reader sees for a key of a vocabulary; the key itself if it is not there."""
        return next((row.name for row in getattr(self, vocabulary) if row.key == key), key)

    def blocks_for(self, marks: tuple[str, ...]) -> tuple[Block, ...]:
        """What the marks print, each block once, in the order blocks are listed."""
        wanted = {key for mark in self.safety if mark.key in marks for key in mark.renders}
        return tuple(block for block in self.blocks if block.key in wanted)

    def problems(self, slugs: frozenset[str] | None = None) -> Iterator[Problem]:
        """Each dangling or doubled key, and each date that cannot be."""
        for name in type(self).model_fields:
            rows = getattr(self, name)
            if isinstance(rows, tuple):
                yield from _doubled(name, rows)
        bands = [row.key for row in self.bands]
        areas = [row.key for row in self.areas]
        blocks = [row.key for row in self.blocks]
        marks = [row.key for row in self.safety]
        for index, strand in enumerate(self.strands):
            yield from _dangling(("strands", index, "band"), strand.band, bands)
            for place, owed in enumerate(strand.owes):
                yield from _dangling(("strands", index, "owes", place), owed, marks)
        for index, item in enumerate(self.guideline):
            yield from _dangling(("guideline", index, "band"), item.band, bands)
            for place, area in enumerate(item.areas):
                yield from _dangling(("guideline", index, "areas", place), area, areas)
        for index, mark in enumerate(self.safety):
            for place, block in enumerate(mark.renders):
                yield from _dangling(("safety", index, "renders", place), block, blocks)
        timed: Mapping[str, tuple[Occasion | Break, ...]] = {
            "occasions": self.occasions,
            "breaks": self.breaks,
        }
        for name, rows in timed.items():
            for index, row in enumerate(rows):
                for location, message, said in row.problems():
                    yield (name, index, *location), message, said
        for index, audience in enumerate(self.audiences):
            for place, shown in enumerate(audience.shows):
                yield from self._unfound(("audiences", index, "shows", place), shown)
        for band in bands:
            if band not in self.closing_help:
                yield ("closing_help",), f"缺少学段“{band}”的求助句。", f"加一行：{band}: ……"

    def _unfound(
        self, location: tuple[str | int, ...], shown: Shown
    ) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
        """What nothing can be found by. A facet is made of the vocabulary, so that it is known only now."""
        from generator.content.facet import facets

        known = {facet.key: facet for facet in facets(self)}
        if bool(shown.where) == bool(shown.part):
            yield (
                location,
                f"“{shown.title}”要有 where 或 part，只写一样。",
                "写筛选条件用 where，例如 {kind: [lesson]}",
            )
        for key, terms in shown.where.items():
            yield from _dangling((*location, "where", key), key, list(known))
            values = known[key].values(self) if key in known else ()
            for place, term in enumerate(terms):
                if values:
                    yield from _dangling((*location, "where", key, place), term, list(values))


R = TypeVar("R", bound=Row)

_BACKWARD = "把两个日子换过来；跨年的写成两段"


def _no_span(location: tuple[str | int, ...], span: tuple[str, str]) -> Iterator[Problem]:
    """What is wrong with a first and a last day."""
    wrong = [found for place, day in enumerate(span) for found in _no_day((*location, place), day)]
    yield from wrong
    if not wrong and span[0] > span[1]:
        yield location, f"开头{span[0]}在结尾{span[1]}后面。", _BACKWARD


def _no_day(location: tuple[str | int, ...], written: str) -> Iterator[Problem]:
    """What is wrong with a ``MM-DD`` that is to be there every year."""
    try:
        # A year without 29 February.
        date.fromisoformat(f"2001-{written}")
    except ValueError:
        said = "2月29日不是每年都有" if written == "02-29" else "写成两位的月-日，如 05-01"
        yield location, f"没有“{written}”这一天。", said


def _called(rows: tuple[R, ...], word: str) -> R | None:
    plain = word.strip()
    return next((row for row in rows if plain == row.name or plain in row.aliases), None)


def _dangling(location: tuple[str | int, ...], key: str, allowed: list[str]) -> Iterator[Problem]:
    if key not in allowed:
        yield location, f"没有“{key}”这一项。", hint(key, allowed)


def _doubled(name: str, rows: tuple[Any, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, row in enumerate(rows):
        key = getattr(row, "key", None)
        if key is None:
            continue
        if key in seen:
            yield (name, index, "key"), f"“{key}”在 {name} 里写了两次。", "换一个没有用过的英文名"
        seen.add(key)
