"""The search index, as scripts, so that the same files work over http and from a disk.

A page cannot read a file beside it when it was opened from a disk, but it can load a script.
So every file here is one call, ``handbookSearch.add(name, version, value)``, and the program
that calls back is ``theme/assets/javascripts/search.js``. A question loads the head, the shards of its own
characters, the groups they are in and the cards of what it shows, so that a handbook of thousands of lessons costs
a phone little more than this one:

``search/head.js``         the facets, words that ask, and the questions that a guide answers
``search/term/0.js`` …     which terms stand where, and in which groups of the thesaurus they are
``search/same/0.js`` …     where any word of a group of the thesaurus stands, and its words
``search/card/0.js`` …     what a result shows, four items a file
``search/facets.js``       the facets of every item, for filters
``search/slugs.js``        the slug and address of every item, for a page that is not there
``search/text/<slug>.js``  the body of one item, for an excerpt of a result that is shown
``search/sound/sh.js`` …   words by their sound, by its first two letters
``search/syllables.js``    how characters are read
``search/traditional.js``  traditional characters and their simplified forms
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from generator.content.kind import Item
from generator.content.library import Library
from generator.outputs.index.field import KEYWORD, LABEL, MORE, SUMMARY, TITLE, field
from generator.outputs.index.passage import passages
from generator.outputs.index.posting import Entry, group_postings, postings
from generator.outputs.index.segment import characters, plain
from generator.outputs.index.sound import sounds, syllables
from generator.outputs.index.traditional import traditional
from generator.outputs.output import File, script

BLOCK = 4
"""Cards a file: few enough to load one for a single result, enough not to be thousands of files."""
_LABELLED = ("kind", "grade", "occasion", "subject", "band", "strand", "form", "setting", "area")


def files(library: Library) -> Iterator[File]:
    """Every file of the index."""
    items = in_order(library)
    entries = [_entry(library, item) for item in items]
    groups = library.thesaurus.groups
    shards = postings(entries, groups)
    said = [text for item in items for text in (item.title, *item.card.keywords, *_more(item))]
    said += [word for group in library.thesaurus.groups for word in group]
    said += [word for answer in library.thesaurus.answers for word in answer.words]
    spoken = sounds(said, (item.card.summary for item in items))
    values: dict[str, object] = {"head": head(library, items, len(shards), tuple(spoken))}
    for number, terms in enumerate(shards):
        values[f"term/{number}"] = terms
    for number, posting in enumerate(group_postings(groups, entries)):
        values[f"same/{number}"] = [posting, [plain(word) for word in groups[number]]]
    cards = [_card(library, item) for item in items]
    for start in range(0, len(items), BLOCK):
        values[f"card/{start // BLOCK}"] = cards[start : start + BLOCK]
    values["facets"] = columns(library, items)
    values["slugs"] = [[item.slug, item.address] for item in items]
    for item, entry in zip(items, entries, strict=True):
        values[f"text/{item.slug}"] = [[part.id, part.title, part.text] for part in entry.passages]
    for letters, words in spoken.items():
        values[f"sound/{letters}"] = words
    known = characters("".join(said))
    values["syllables"] = syllables(known)
    every = known | characters("".join(item.card.summary for item in items))
    every |= characters("".join(part.text + part.title for entry in entries for part in entry.passages))
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


def head(
    library: Library, items: Sequence[Item], shards: int, letters: Sequence[str]
) -> Mapping[str, object]:
    """What is needed before anything can be shown, however many items there are."""
    curriculum, thesaurus = library.curriculum, library.thesaurus
    said = (word for group in thesaurus.groups for word in group)
    place = {item.slug: number for number, item in enumerate(items)}
    return {
        "items": len(items),
        "shards": shards,
        "block": BLOCK,
        "letters": " ".join(sorted(letters)),
        "facets": [
            {
                "key": facet.key,
                "name": facet.name,
                "group": facet.group,
                "values": [[term, facet.label(curriculum, term)] for term in facet.values(curriculum)],
            }
            for facet in library.facets
        ],
        "asking": [plain(word) for word in thesaurus.asking],
        "kept": sorted(
            {word for word in map(plain, said) if any(plain(part) in word for part in thesaurus.asking)}
        ),
        "places": [[place.title, place.address, place.words] for place in library.places],
        "answers": [
            {
                "words": answer.words,
                "together": answer.together,
                "unless": answer.unless,
                "item": place[answer.guide],
                "title": items[place[answer.guide]].title,
                "address": items[place[answer.guide]].address,
                "say": answer.say,
                "urgent": answer.urgent,
            }
            for answer in thesaurus.answers
            if answer.guide in place
        ],
    }


def columns(library: Library, items: Sequence[Item]) -> Mapping[str, object]:
    """Each facet as a line: for each item the places of its terms, ``.`` between them, ``,`` between items."""
    found: dict[str, str] = {}
    for facet in library.facets:
        places = {term: str(place) for place, term in enumerate(facet.values(library.curriculum))}
        found[facet.key] = ",".join(".".join(places[term] for term in facet.of(item)) for item in items)
    return {"facets": found, "minutes": ",".join(str(item.minutes or "") for item in items)}


def _entry(library: Library, item: Item) -> Entry:
    card = item.card
    labels = {facet.key: facet for facet in library.facets}
    named = [
        labels[key].label(library.curriculum, term)
        for key in _LABELLED
        if key in labels
        for term in labels[key].of(item)
    ]
    fields = (
        field(TITLE, (item.title,)),
        field(KEYWORD, card.keywords),
        field(LABEL, named),
        field(MORE, _more(item)),
        field(SUMMARY, (card.summary,)),
    )
    return Entry(fields, passages(item))


def _card(library: Library, item: Item) -> Mapping[str, object]:
    terms = {facet.key: facet.of(item) for facet in library.facets}
    card: dict[str, object] = {
        "slug": item.slug,
        "title": item.title,
        "summary": item.card.summary,
        "address": item.address,
        "keywords": item.card.keywords,
        "facets": {key: found for key, found in terms.items() if found},
    }
    if item.minutes is not None:
        card["minutes"] = item.minutes
    return card


def _more(item: Item) -> tuple[str, ...]:
    """Names a teacher may look for that are neither title nor keyword: sheets and textbook texts."""
    textbook = getattr(item.card, "textbook", None)
    named = (textbook.unit, textbook.text) if textbook else ()
    sheets = (printable.title for printable in item.card.printables)
    return tuple(dict.fromkeys(name for name in (*named, *sheets) if name))
