"""The handbook for other programs: every published item with what it can be found and linked by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.content.catalogue import (
    PATH,
    SCHEMA_PATH,
    Catalogue,
    Entry,
    FacetEntry,
    Reason,
    SheetEntry,
    SimilarEntry,
    Value,
    schema,
    text,
)
from generator.content.facet import Facet
from generator.content.json_schema import text as schema_text
from generator.content.kind import Item
from generator.content.library import Library
from generator.outputs.output import File


def files(library: Library) -> Iterator[File]:
    """``catalogue.json`` at the site's root, and the JSON Schema beside it that says what it holds."""
    shown = library.without_drafts()
    yield File(PATH, text(catalogue(shown)).encode())
    yield File(SCHEMA_PATH, schema_text(schema(shown.curriculum)).encode())


def catalogue(library: Library) -> Catalogue:
    """The catalogue of a library."""
    return Catalogue.model_validate(
        {
            "$schema": SCHEMA_PATH,
            "facets": tuple(_facet(library, facet) for facet in library.facets),
            "items": tuple(_entry(library, item) for item in library.items),
        }
    )


def _facet(library: Library, facet: Facet) -> FacetEntry:
    curriculum = library.curriculum
    return FacetEntry(
        key=facet.key,
        name=facet.name,
        group=facet.group,
        values=tuple(
            Value(key=term, label=facet.label(curriculum, term)) for term in facet.values(curriculum)
        ),
    )


def _entry(library: Library, item: Item) -> Entry:
    terms = {facet.key: facet.of(item) for facet in library.facets}
    named = [(r.name, r.slug) for r in library.relations if r.source is item and r.target is not None]
    naming = [(r.name, r.source.slug) for r in library.backlinks(item)]
    named += [("supports", other.slug) for other in library.supported(item)]
    naming += [("supports", guide.slug) for guide in library.supporting(item)]
    return Entry(
        slug=item.slug,
        kind=item.kind.key,
        title=item.title,
        summary=item.card.summary,
        address=item.address,
        keywords=item.card.keywords,
        facets={key: found for key, found in terms.items() if found},
        grades=item.grades,
        minutes=item.minutes,
        relations=_by_name(named),
        linked_from=_by_name(naming),
        similar=tuple(
            SimilarEntry(
                slug=one.lesson.slug,
                score=one.score,
                reasons=tuple(Reason(text=reason.text, points=reason.points) for reason in one.reasons),
            )
            for one in library.similar.get(item.path, ())
        ),
        sheets=tuple(
            SheetEntry(
                title=sheet.printable.title,
                paper=sheet.printable.paper,
                copies=sheet.printable.copies,
                address=sheet.address,
                file=sheet.path,
            )
            for sheet in library.sheets
            if sheet.item is item
        ),
        updated=item.card.updated,
        reviewed_by=item.card.reviewed_by,
        tried=item.card.tried,
    )


def _by_name(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Slugs by the name of their relation, each once."""
    found: dict[str, dict[str, None]] = {}
    for name, slug in pairs:
        found.setdefault(name, {})[slug] = None
    return {name: tuple(slugs) for name, slugs in found.items()}
