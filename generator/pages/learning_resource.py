"""What a machine should know of an item: a schema.org LearningResource."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.config import NAME
from generator.content.body import labelled
from generator.content.kind import Item
from generator.content.library import Library, Sheet
from generator.pages.page import address
from generator.pages.render import grade_name, semester_name
from generator.pages.sheet import sheet_path
from generator.source.plain import plain_text

_USES = {
    "lesson": ("教案", "课堂教学"),
    "activity": ("活动方案", "集体活动"),
    "integration": ("教学点子", "学科教学"),
}
"""For each kind what a teacher calls it, and what it is used for."""


def learning_resource(library: Library, item: Item) -> Mapping[str, object]:
    """The item in schema.org terms. Addresses stand in it only where the site's own is known.

    What the item does not say is left out; no age is guessed from a grade.
    """
    return {key: value for key, value in _properties(library, item) if value}


def _properties(library: Library, item: Item) -> Iterator[tuple[str, object]]:
    card = item.card
    type_, use = _USES[item.kind.key]
    yield "@context", "https://schema.org"
    yield "@type", "LearningResource"
    yield "name", item.title
    yield "description", card.summary
    yield "url", _url(library, item.address)
    yield "inLanguage", "zh-CN"
    yield "isAccessibleForFree", True
    yield "learningResourceType", [item.kind.name, type_]
    yield "educationalUse", use
    yield "educationalLevel", [grade_name(grade) for grade in item.grades]
    yield "audience", {"@type": "EducationalAudience", "educationalRole": "teacher"}
    if item.minutes is not None:
        yield "timeRequired", f"PT{item.minutes * getattr(card, 'sessions', 1)}M"
    yield "about", [{"@type": "Thing", "name": name} for name in _subjects(item)]
    yield "keywords", list(card.keywords)
    objectives = labelled(item.document, item.body.section("objectives"), item.curriculum.objectives)
    yield "teaches", [plain_text(objective.text) for objective in objectives]
    yield "educationalAlignment", list(_alignments(item))
    yield "isPartOf", list(_wholes(library, item))
    yield "hasPart", [_sheet(library, sheet) for sheet in library.sheets if sheet.item is item]
    yield "author", [{"@type": "Organization", "name": name} for name in card.authors]
    if item.has("updated"):
        yield "dateModified", card.updated.isoformat()


def _url(library: Library, path: str) -> str:
    return library.address + address(path) if library.address else ""


def _subjects(item: Item) -> tuple[str, ...]:
    """The names of what it is about: strands, area, school subject."""
    rows = [("strands", strand) for strand in item.strands]
    rows += [("areas", getattr(item.card, "area", "")), ("subjects", item.place.get("subject", ""))]
    names = (item.curriculum.name(vocabulary, key) for vocabulary, key in rows)
    return tuple(name for name in names if name)


def _alignments(item: Item) -> Iterator[Mapping[str, object]]:
    framework = item.curriculum.name("policies", "guideline")
    for key in getattr(item.card, "guideline", ()):
        if key:
            yield {
                "@type": "AlignmentObject",
                "alignmentType": "teaches",
                "educationalFramework": framework,
                "targetName": item.curriculum.name("guideline", key),
            }


def _wholes(library: Library, item: Item) -> Iterator[Mapping[str, object]]:
    """The handbook, and the semester of a lesson."""
    names = [NAME]
    if item.has("semester"):
        names.append(semester_name(item.grades[0], getattr(item.card, "semester", 1)))
    for name in names:
        yield {"@type": "CreativeWork", "name": name}


def _sheet(library: Library, sheet: Sheet) -> Mapping[str, object]:
    url = _url(library, sheet_path(sheet))
    part = {"@type": "LearningResource", "name": sheet.printable.title, "learningResourceType": "学习单"}
    return part | ({"url": url} if url else {})
