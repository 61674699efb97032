"""What items can be filtered and counted by. A new facet is a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.content.body import labelled
from generator.content.curriculum import Curriculum
from generator.content.kind import Item, kinds

Terms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A question about items. ``terms`` answers it with keys; ``label`` names a key in Chinese."""

    key: str
    name: str
    terms: Callable[[Item], Terms]
    label: Callable[[Curriculum, str], str]
    values: Callable[[Curriculum], Terms]
    """The keys in the order a reader sees them; () where they come from the items."""


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


def _ease(item: Item) -> Terms:
    """What spares a teacher work or trouble; only lessons and kits promise any of it."""
    needs = getattr(item.card, "needs", None)
    if needs is None:
        return ()
    found = [f"without-{n.key}" for n in item.curriculum.needs if n.without and n.key not in needs]
    if item.card.printables:
        found.insert(0, "printables")
    section = item.body.section("variations") or item.body.section("bands")
    labels = {entry.label for entry in labelled(item.document, section, item.curriculum.variations)}
    found += [v.key for v in item.curriculum.variations if v.name in labels]
    return tuple(found)


def _ease_label(curriculum: Curriculum, term: str) -> str:
    if term == "printables":
        return "有打印页"
    if term.startswith("without-"):
        key = term.removeprefix("without-")
        return next(need.without for need in curriculum.needs if need.key == key)
    return curriculum.name("variations", term)


def _ease_values(curriculum: Curriculum) -> Terms:
    return (
        "printables",
        *(f"without-{need.key}" for need in curriculum.needs if need.without),
        *(row.key for row in curriculum.variations),
    )


_LENGTHS = (("10", 10), ("20", 20), ("40", 40), ("over", 10_000))


def _length(item: Item) -> Terms:
    minutes = item.minutes
    if minutes is None:
        return ()
    return (next(key for key, most in _LENGTHS if minutes <= most),)


def _notice(item: Item) -> Terms:
    marks = [m for m in item.curriculum.safety if m.key in item.card.safety]
    told = any("boundary-notice" in mark.renders for mark in marks) or "guardian" in getattr(
        item.card, "consent", ()
    )
    return ("yes",) if told else ()


_GRADES = "一二三四五六"

FACETS: tuple[Facet, ...] = (
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
    Facet("ease", "省事", _ease, _ease_label, _ease_values),
    Facet("notice", "需提前告知家长", _notice, lambda _, term: "需提前告知家长", lambda _: ("yes",)),
    _vocabulary(
        "subject", "学科", "subjects", lambda item: tuple(v for k, v in item.place.items() if k == "subject")
    ),
    _vocabulary("band", "学段", "bands", lambda item: item.bands),
    _vocabulary("strand", "线索", "strands", lambda item: item.strands),
    _vocabulary("setting", "场合", "settings", _attribute("setting")),
    _vocabulary("form", "形式", "forms", _attribute("forms")),
    _vocabulary("audience", "写给谁", "audiences", _attribute("audience")),
    _vocabulary("area", "领域", "areas", _attribute("area")),
    _vocabulary("guideline", "《纲要》条目", "guideline", _attribute("guideline")),
)
