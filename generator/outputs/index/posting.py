"""Which terms stand in which section of which item, in few bytes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from string import ascii_letters

from generator.outputs.index.passage import Passage
from generator.outputs.index.segment import characters, terms

SHARDS = 64
_SECTIONS = ascii_letters
_ENOUGH = 3
_COMMON = 4

Postings = Mapping[str, str]


def shard(term: str) -> int:
    """Where a term's postings are: by its first character, so that words lie with their pairs."""
    return ord(term[0]) % SHARDS


def postings(items: Sequence[Sequence[Passage]]) -> tuple[Postings, ...]:
    """The shards: each term's postings as text.

    For each item a posting is the step from the item before as a number, then a letter for each
    section with the term, doubled or tripled where it stands more often, with ``*`` after it
    where it stands in the heading: ``3AAC*`` is the item three on, twice in section A, and in C.
    """
    found: dict[str, list[str]] = defaultdict(list)
    last: dict[str, int] = {}
    for number, sections in enumerate(items):
        for term, letters in sorted(_item(sections).items()):
            found[term].append(f"{number - last.get(term, -1)}{letters}")
            last[term] = number
    shards: list[dict[str, str]] = [{} for _ in range(SHARDS)]
    for term in sorted(found):
        if _worth(term, len(found[term]), len(items)):
            shards[shard(term)][term] = "".join(found[term])
    return tuple(shards)


def _item(sections: Sequence[Passage]) -> dict[str, str]:
    found: dict[str, str] = defaultdict(str)
    for number, passage in enumerate(sections):
        letter = _SECTIONS[min(number, len(_SECTIONS) - 1)]
        body = Counter(terms(passage.text))
        heading = set(terms(passage.heading))
        for term in {*body, *heading}:
            star = "*" if term in heading else ""
            found[term] += letter * max(1, min(body[term], _ENOUGH)) + star
    return found


def _worth(term: str, held: int, items: int) -> bool:
    """A single character finds something only where few items have it as a word of its own."""
    if len(term) > 1 or not characters(term):
        return True
    return held <= max(_ENOUGH, items // _COMMON)
