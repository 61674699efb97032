"""What items can be filtered and counted by. A new facet is a row.

Wherever filters combine, they do so in one way: the terms of one facet are alternatives, facets are
conditions. The number beside a term is how many items have it that fulfil every other facet (and
the question, where there is one): what would be left if it alone were chosen in its facet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.content.curriculum import Curriculum, Need, SectionName
from generator.content.kind import Item, kinds

Terms = tuple[str, ...]

EASE = "省事"
VARIED = "换个条件怎么上"


@dataclass(frozen=True, slots=True)
class Facet:
    """A question about items. ``terms`` answers it with keys; ``label`` names a key in Chinese."""

    key: str
    name: str
    terms: Callable[[Item], Terms]
    label: Callable[[Curriculum, str], str]
    values: Callable[[Curriculum], Terms]
    """Every key in the order in which a reader sees them."""
    group: str = ""
    """What a reader sees it under, with others; nothing if it stands alone."""

    def of(self, item: Item) -> Terms:
        """An item's terms; a draft's blanks are none."""
        known = self.values(item.curriculum)
        return tuple(term for term in self.terms(item) if term in known)


def _attribute(name: str) -> Callable[[Item], Terms]:
    def terms(item: Item) -> Terms:
        value = getattr(item.card, name, ())
        if isinstance(value, tuple):
            return tuple(str(part) for part in value)
        return (str(value),)

    return terms


def _vocabulary(key: str, name: str, vocabulary: str, terms: Callable[[Item], Terms]) -> Facet:
    return Facet(
        key,
        name,
        terms,
        lambda curriculum, term: curriculum.name(vocabulary, term),
        lambda curriculum: tuple(row.key for row in getattr(curriculum, vocabulary)),
    )


def _yes(key: str, name: str, holds: Callable[[Item], bool], group: str = "") -> Facet:
    """A facet that an item has or has not."""
    return Facet(
        key,
        name,
        lambda item: ("yes",) if holds(item) else (),
        lambda _, term: name,
        lambda _: ("yes",),
        group,
    )


def _promises(item: Item) -> bool:
    """Whether its kind says what it needs; only lessons and kits do."""
    return hasattr(item.card, "needs")


def _ease(curriculum: Curriculum) -> tuple[Facet, ...]:
    """What spares a teacher work or trouble, and what an item knows a way for."""
    printed = _yes(
        "printables", "有打印页", lambda item: _promises(item) and bool(item.card.printables), EASE
    )
    return (
        printed,
        *(_without(need) for need in curriculum.needs if need.without),
        _yes("notice", "需提前告知家长", _notice, EASE),
        *(_variation(row) for row in curriculum.variations),
    )


def _without(need: Need) -> Facet:
    def holds(item: Item) -> bool:
        needed = need.key in getattr(item.card, "needs", ()) or (need.sheets and item.card.printables)
        return _promises(item) and not needed

    return _yes(f"without-{need.key}", need.without, holds, EASE)


def _variation(row: SectionName) -> Facet:
    def holds(item: Item) -> bool:
        return _promises(item) and item.variation(row.name) is not None

    return _yes(row.key, row.name, holds, VARIED)


_LENGTHS = (("10", 10), ("20", 20), ("40", 40), ("over", 10_000))


def _length(item: Item) -> Terms:
    minutes = item.minutes
    if minutes is None:
        return ()
    return (next(key for key, most in _LENGTHS if minutes <= most),)


def _notice(item: Item) -> bool:
    marks = [m for m in item.curriculum.safety if m.key in item.card.safety]
    told = any("boundary-notice" in mark.renders for mark in marks)
    return told or "guardian" in getattr(item.card, "consent", ())


_GRADES = "一二三四五六"

_FIRST: tuple[Facet, ...] = (
    Facet(
        "grade",
        "年级",
        lambda item: tuple(str(grade) for grade in item.grades),
        lambda _, term: f"{_GRADES[int(term) - 1]}年级",
        lambda curriculum: tuple(str(g) for band in curriculum.bands for g in band.grades),
    ),
    Facet(
        "semester",
        "学期",
        _attribute("semester"),
        lambda _, term: {"1": "上册", "2": "下册"}[term],
        lambda _: ("1", "2"),
    ),
    Facet(
        "kind",
        "类别",
        lambda item: (item.kind.key,),
        lambda _, term: next(kind.name for kind in kinds() if kind.key == term),
        lambda _: tuple(kind.key for kind in kinds()),
    ),
    _vocabulary("occasion", "时机", "occasions", _attribute("occasions")),
    Facet(
        "minutes",
        "时长",
        _length,
        lambda _, term: {"10": "10分钟以内", "20": "11—20分钟", "40": "21—40分钟", "over": "40分钟以上"}[
            term
        ],
        lambda _: tuple(key for key, _most in _LENGTHS),
    ),
)

_THEN: tuple[Facet, ...] = (
    _vocabulary(
        "subject", "学科", "subjects", lambda item: tuple(v for k, v in item.place.items() if k == "subject")
    ),
    _vocabulary("band", "学段", "bands", lambda item: item.bands),
    _vocabulary("strand", "线索", "strands", lambda item: item.strands),
    _vocabulary("setting", "场合", "settings", _attribute("setting")),
    _vocabulary("form", "形式", "forms", _attribute("forms")),
    _vocabulary("audience", "写给谁", "audiences", _attribute("audience")),
    _vocabulary("safety", "安全标记", "safety", _attribute("safety")),
    _vocabulary("area", "领域", "areas", _attribute("area")),
    Facet(
        "guideline",
        "《纲要》条目",
        _attribute("guideline"),
        lambda curriculum, term: next(row.short for row in curriculum.guideline if row.key == term),
        lambda curriculum: tuple(row.key for row in curriculum.guideline),
    ),
)


def facets(curriculum: Curriculum) -> tuple[Facet, ...]:
    """Every facet, in the order in which teachers reach for them."""
    return (*_FIRST, *_ease(curriculum), *_THEN)
