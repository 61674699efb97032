"""The search index, as scripts, so that the same files work over http and from a disk.

A page cannot read a file beside it when it was opened from a disk, but it can load a script.
So every file here is one call, ``handbookSearch.add(name, version, value)``, and the program
that calls back is ``theme/assets/javascripts/search.js``:

``search/head.js``         what each item says of itself, the facets and the thesaurus
``search/body/00.js`` …    which terms stand where in the bodies
``search/text/<slug>.js``  the body of one item, for an excerpt of a result that is shown
``search/pinyin.js``       how characters are read
``search/traditional.js``  traditional characters and their simplified forms
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from generator.content.kind import Item
from generator.content.library import Library
from generator.outputs.index.passage import passages
from generator.outputs.index.posting import SHARDS, postings
from generator.outputs.index.segment import characters
from generator.outputs.index.sound import exceptions, syllables
from generator.outputs.index.traditional import traditional
from generator.outputs.output import File, script


def files(library: Library) -> Iterator[File]:
    """Every file of the index."""
    items = in_order(library)
    bodies = [passages(item) for item in items]
    values: dict[str, object] = {"head": head(library, items)}
    for number, terms in enumerate(postings(bodies)):
        values[f"body/{number:02}"] = terms
    for item, body in zip(items, bodies, strict=True):
        values[f"text/{item.slug}"] = [[part.id, part.title, part.text] for part in body]
    said = [text for item in items for text in (item.title, *item.card.keywords)]
    said += [word for group in library.thesaurus.groups for word in group]
    known = characters("".join(said))
    values["pinyin"] = {"syllables": syllables(known), "exceptions": exceptions(said)}
    every = known | characters("".join(item.card.summary for item in items))
    every |= characters("".join(part.text + part.title for body in bodies for part in body))
    values["traditional"] = traditional(every)
    written = {name: script(value) for name, value in values.items()}
    # A cached shard of an older build numbers the items differently; the version lets it be noticed.
    version = hashlib.sha256("\n".join(written.values()).encode()).hexdigest()[:8]
    for name, value in written.items():
        yield File(f"search/{name}.js", f'handbookSearch.add("{name}","{version}",{value});\n'.encode())


def in_order(library: Library) -> tuple[Item, ...]:
    """The items as a reader without a question sees them: kind by kind, lessons as they are taught."""
    ordered = [*library.lessons, *library.activities, *library.integrations, *library.guides]
    seen = {item.path for item in ordered}
    return tuple(ordered + [item for item in library.items if item.path not in seen])


def head(library: Library, items: tuple[Item, ...]) -> Mapping[str, object]:
    """What is needed before anything can be shown. Short names: it is loaded first and on phones."""
    curriculum = library.curriculum
    return {
        "shards": SHARDS,
        "facets": [
            {
                "key": facet.key,
                "name": facet.name,
                "group": facet.group,
                "values": [[term, facet.label(curriculum, term)] for term in facet.values(curriculum)],
            }
            for facet in library.facets
        ],
        "items": [_entry(library, item) for item in items],
        "thesaurus": library.thesaurus.groups,
        "answers": [
            {"words": answer.words, "slug": answer.guide, "say": answer.say, "urgent": answer.urgent}
            for answer in library.thesaurus.answers
        ],
    }


def _entry(library: Library, item: Item) -> Mapping[str, object]:
    terms = {facet.key: facet.of(item) for facet in library.facets}
    entry: dict[str, object] = {
        "slug": item.slug,
        "title": item.title,
        "summary": item.card.summary,
        "address": item.address,
        "keywords": item.card.keywords,
        "facets": {key: found for key, found in terms.items() if found},
    }
    if item.minutes is not None:
        entry["minutes"] = item.minutes
    more = _more(item)
    if more:
        entry["more"] = more
    return entry


def _more(item: Item) -> tuple[str, ...]:
    """Names a teacher may look for that are neither title nor keyword: sheets and textbook texts."""
    textbook = getattr(item.card, "textbook", None)
    named = (textbook.unit, textbook.text) if textbook else ()
    sheets = (printable.title for printable in item.card.printables)
    return tuple(dict.fromkeys(name for name in (*named, *sheets) if name))
