"""Which terms stand where in which item, in few bytes, so that a question loads only what it asks for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_letters

from generator.outputs.index.field import Field, weight_of, weights
from generator.outputs.index.passage import Passage
from generator.outputs.index.segment import characters, joined, plain, terms

LEVEL = 0.28
"""A step of the weight of what an item says of itself; 52 of them reach over the highest, 14.3."""
ENOUGH = 3
_SECTIONS = ascii_letters
_COMMON = 4
_MOST = 512
_SHARD = 2_500
_AROUND = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as it is searched: what it says of itself, and its sections."""

    fields: tuple[Field, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Posting:
    """That a term stands in an item: the level of its weight there (0 if in the body only), and the sections."""

    number: int
    level: int
    sections: str

    @property
    def worth(self) -> tuple[int, int]:
        """By which postings are chosen where a term has too many."""
        return self.level, len(self.sections)


def shard(term: str, shards: int) -> int:
    """Where a term is: by its first two characters, so that all that begins alike is loaded at once."""
    return (ord(term[0]) * 31 + (ord(term[1]) if len(term) > 1 else 0)) % shards


def postings(entries: Sequence[Entry], groups: Sequence[Sequence[str]] = ()) -> tuple[Mapping[str, str], ...]:
    """The shards, about 2,500 characters each: every term with its postings as text; see ``written``.

    A word of the thesaurus has the numbers of its groups after them: ``1a@12``, and after nothing where it stands
    nowhere.
    """
    found: dict[str, list[Posting]] = defaultdict(list)
    for number, entry in enumerate(entries):
        levels = {term: _level(weight) for term, weight in weights(entry.fields).items()}
        sections = _sections(entry.passages)
        for term in {*levels, *sections}:
            found[term].append(Posting(number, levels.get(term, 0), sections.get(term, "")))
    texts = {}
    for term in sorted(found):
        kept = _worthy(term, found[term], len(entries))
        if kept:
            texts[term] = written(kept)
    for number, group in enumerate(groups):
        for word in dict.fromkeys(map(joined, group)):
            before = texts.get(word, "")
            texts[word] = f"{before},{number}" if "@" in before else f"{before}@{number}"
    number = max(16, sum(len(term) + len(text) + _AROUND for term, text in texts.items()) // _SHARD)
    shards: list[dict[str, str]] = [{} for _ in range(number)]
    for term, text in sorted(texts.items()):
        shards[shard(term, number)][term] = text
    return tuple(shards)


def group_postings(groups: Iterable[Sequence[str]], entries: Sequence[Entry]) -> tuple[str, ...]:
    """For each group of words that mean the same: where any of them stands, as one term."""
    words = [tuple(plain(word) for word in group) for group in groups]
    begun: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for group, same in enumerate(words):
        for word in same:
            begun[word[:2]].append((word, group))
    found: list[list[Posting]] = [[] for _ in words]
    for number, entry in enumerate(entries):
        said = {
            group for part in entry.fields for string in part.strings for _, group in _held(string, begun)
        }
        levels = {group: _level(weight_of(words[group], entry.fields)) for group in said}
        sections: dict[int, str] = defaultdict(str)
        for place, passage in enumerate(entry.passages):
            times = Counter(group for _, group in _held(plain(passage.text), begun))
            heading = {group for _, group in _held(plain(passage.heading), begun)}
            for group in sorted({*times, *heading}):
                sections[group] += _letters(place, times[group], group in heading)
        for group in sorted({*levels, *sections}):
            found[group].append(Posting(number, levels.get(group, 0), sections.get(group, "")))
    return tuple(written(postings) for postings in found)


def _held(text: str, begun: Mapping[str, Sequence[tuple[str, int]]]) -> Iterator[tuple[str, int]]:
    """Every word of a group wherever it stands in the text, with its group."""
    for start in range(len(text) - 1):
        for word, group in begun.get(text[start : start + 2], ()):
            if text.startswith(word, start):
                yield word, group


def written(found: Sequence[Posting]) -> str:
    """Postings as text: ``3!kAAC*`` is the item three on, of level k, twice in section A, once in C and its heading.

    A term that stands in more than 512 items keeps those where it counts most; ``~900~`` before them says in
    how many it stands.
    """
    kept: Iterable[Posting] = found
    before = ""
    if len(found) > _MOST:
        best = sorted(found, key=lambda posting: posting.worth, reverse=True)[:_MOST]
        kept = sorted(best, key=lambda posting: posting.number)
        before = f"~{len(found)}~"
    parts = []
    last = -1
    for posting in kept:
        level = f"!{_SECTIONS[posting.level - 1]}" if posting.level else ""
        parts.append(f"{posting.number - last}{level}{posting.sections}")
        last = posting.number
    return before + "".join(parts)


def _level(weight: float) -> int:
    return min(len(_SECTIONS), round(weight / LEVEL))


def _sections(passages: Sequence[Passage]) -> Mapping[str, str]:
    found: dict[str, str] = defaultdict(str)
    for place, passage in enumerate(passages):
        body = Counter(terms(passage.text))
        heading = set(terms(passage.heading))
        for term in sorted({*body, *heading}):
            found[term] += _letters(place, body[term], term in heading)
    return found


def _letters(place: int, times: int, heading: bool) -> str:
    if not times and not heading:
        return ""
    letter = _SECTIONS[min(place, len(_SECTIONS) - 1)]
    return letter * max(1, min(times, ENOUGH)) + ("*" if heading else "")


def _worthy(term: str, found: Sequence[Posting], items: int) -> Sequence[Posting]:
    """A single character finds something only where few have it; else only those that say it of themselves."""
    if len(term) > 1 or not characters(term) or len(found) <= max(ENOUGH, items // _COMMON):
        return found
    said = [posting for posting in found if posting.level]
    return said if len(said) <= max(ENOUGH, items // _COMMON) else ()
