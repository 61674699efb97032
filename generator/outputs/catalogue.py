"""The handbook for other programs: every published item with what it can be found and linked by."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator.content.kind import Item
from generator.content.library import Library
from generator.outputs.output import File


def files(library: Library) -> Iterator[File]:
    """``catalogue.json`` at the site's root."""
    shown = library.without_drafts()
    value = {
        "facets": [
            {
                "key": facet.key,
                "name": facet.name,
                "values": [
                    {"key": term, "label": facet.label(shown.curriculum, term)}
                    for term in facet.values(shown.curriculum)
                ],
            }
            for facet in shown.facets
        ],
        "items": [_entry(shown, item) for item in shown.items],
    }
    yield File("catalogue.json", (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode())


def _entry(library: Library, item: Item) -> Mapping[str, object]:
    facets = {facet.key: facet.terms(item) for facet in library.facets}
    relations: dict[str, list[str]] = {name: [] for name in item.kind.relations}
    for relation in library.relations:
        if relation.source is item and relation.target is not None:
            named = relations.setdefault(relation.name, [])
            if relation.slug not in named:
                named.append(relation.slug)
    return {
        "slug": item.slug,
        "kind": item.kind.key,
        "title": item.title,
        "summary": item.card.summary,
        "address": item.address,
        "keywords": item.card.keywords,
        "facets": {key: terms for key, terms in facets.items() if terms},
        "relations": {name: slugs for name, slugs in relations.items() if slugs},
        "updated": item.card.updated.isoformat(),
    }
