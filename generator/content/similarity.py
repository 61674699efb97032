"""Which lessons are alike, and why. Nothing is weighed that a reader is not told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.content.curriculum import Curriculum
from generator.content.kinds.lesson import Lesson

LIMIT = 4
"""How many similar lessons one lesson is shown with at most."""
LEAST = 2
"""The score below which two lessons have too little in common to be named."""
STRAND, TOPIC, AREA, FORM = 3, 2, 1, 1
"""The points for a shared strand, and for each shared topic, area and form."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that two lessons share, in a reader's words, and its points."""

    text: str
    points: int


@dataclass(frozen=True, slots=True)
class Similar:
    """A lesson that is like another one."""

    lesson: Lesson
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        """The points of all reasons together."""
        return sum(reason.points for reason in self.reasons)


def similar(
    lessons: Sequence[Lesson],
    groups: Sequence[Sequence[str]],
    linked: Collection[frozenset[str]] = (),
) -> Mapping[str, tuple[Similar, ...]]:
    """For each lesson's path the lessons most like it, best first.

    It holds both ways: of all pairs the ones with most points are taken first, and a pair is left
    out once either lesson has ``LIMIT``. ``linked`` are pairs of paths that lead to each other
    anyway; ``groups`` are words that mean the same.
    """
    topics = {lesson.path: _topics(lesson, groups) for lesson in lessons}
    pairs = []
    for one, other in combinations(lessons, 2):
        if frozenset((one.path, other.path)) in linked:
            continue
        reasons = tuple(_reasons(one, other, topics))
        if sum(reason.points for reason in reasons) >= LEAST:
            pairs.append((one, other, reasons))
    # Lessons of near grades first among equals; the rest keeps the order of teaching.
    pairs.sort(key=lambda p: (-sum(r.points for r in p[2]), abs(p[0].card.grade - p[1].card.grade)))
    found: dict[str, list[Similar]] = {lesson.path: [] for lesson in lessons}
    for one, other, reasons in pairs:
        if len(found[one.path]) < LIMIT and len(found[other.path]) < LIMIT:
            found[one.path].append(Similar(other, reasons))
            found[other.path].append(Similar(one, reasons))
    return {path: tuple(ones) for path, ones in found.items()}


def _topics(lesson: Lesson, groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What its keywords speak of: a group of the thesaurus by its first word, or the keyword itself."""
    found: dict[str, None] = {}
    for keyword in lesson.card.keywords:
        named = [group[0] for group in groups if any(word in keyword for word in group)]
        found.update(dict.fromkeys(named or [keyword]))
    return tuple(found)


def _reasons(one: Lesson, other: Lesson, topics: Mapping[str, tuple[str, ...]]) -> Iterator[Reason]:
    curriculum: Curriculum = one.curriculum
    if one.strand == other.strand:
        yield Reason(f"同一线索：{curriculum.name('strands', one.strand)}", STRAND)
    for topic in topics[one.path]:
        if topic in topics[other.path]:
            yield Reason(f"都说到“{topic}”", TOPIC)
    if one.card.area == other.card.area:
        yield Reason(f"同一领域：{curriculum.name('areas', one.card.area)}", AREA)
    for form in one.card.forms:
        if form in other.card.forms:
            yield Reason(f"都用{curriculum.name('forms', form)}", FORM)
