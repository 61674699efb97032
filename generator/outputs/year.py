"""The school year for scripts: the occasions and what names them, for pages that choose by date.

A script and not JSON, so that it is read from a disk too: one assignment to ``window.handbookYear``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.content.curriculum import Occasion
from generator.content.kind import Item
from generator.content.kinds.activity import Activity
from generator.content.kinds.integration import Integration
from generator.content.kinds.lesson import Lesson
from generator.content.library import Library
from generator.outputs.output import File, script

PATH = "calendar/year.js"


def files(library: Library) -> Iterator[File]:
    """``calendar/year.js``.

    ``occasions`` and ``breaks`` as the vocabulary has them; ``terms`` as the school has them; ``items``: every
    lesson in teaching order, every kit, and of the other kinds those that name an occasion.
    ``notice`` stands where parents are to be told before. Published items only.
    """
    shown = library.without_drafts()
    others = [item for item in (*shown.integrations, *shown.guides) if item.card.occasions]
    told = frozenset(item.slug for item in shown.where("notice", "yes"))
    value = {
        "occasions": [_occasion(row) for row in shown.curriculum.occasions],
        "breaks": [{"name": row.name, "span": row.span} for row in shown.curriculum.breaks],
        "terms": [term.model_dump(mode="json") for term in shown.school.terms],
        "items": [_entry(shown, item, told) for item in (*shown.lessons, *shown.activities, *others)],
    }
    yield File(PATH, f"window.handbookYear = {script(value)};\n".encode())


def _occasion(row: Occasion) -> Mapping[str, object]:
    return row.model_dump(by_alias=True, exclude={"aliases", "note"})


def _entry(library: Library, item: Item, told: frozenset[str]) -> Mapping[str, object]:
    entry: dict[str, object] = {
        "slug": item.slug,
        "kind": item.kind.key,
        "title": item.title,
        "summary": item.card.summary,
        "address": item.address,
        "bands": item.bands,
        "grades": item.grades,
        "occasions": item.card.occasions,
    }
    if item.minutes is not None:
        entry["minutes"] = item.minutes
    if item.slug in told:
        entry["notice"] = True
    if isinstance(item, Lesson):
        entry["semester"] = item.card.semester
        entry["order"] = item.card.order
        entry["strand"] = item.strand
        entry["builds_on"] = [earlier.slug for earlier in library.related(item, "builds_on")]
    else:
        entry["strands"] = item.strands
    if isinstance(item, Integration):
        entry["subject"] = library.curriculum.name("subjects", item.subject)
    if isinstance(item, Activity):
        entry["setting"] = item.card.setting
    return entry
