"""What an item says of itself, and how much a match in it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.outputs.index.segment import RUN, plain, terms, words

TITLE, KEYWORD, LABEL, MORE, SUMMARY = 10.0, 7.0, 6.0, 5.0, 3.2
LONGEST = 8
_FULL = 12
_PAIR = 2
_OTHERS = 0.2


@dataclass(frozen=True, slots=True)
class Field:
    """Strings of one kind, in the form in which they are compared. Chosen on ``bench/tune.yml``."""

    weight: float
    strings: tuple[str, ...]


def field(weight: float, strings: Sequence[str]) -> Field:
    """A field of these strings."""
    return Field(weight, tuple(dict.fromkeys(plain(string) for string in strings if string)))


def weights(fields: Sequence[Field]) -> Mapping[str, float]:
    """How much each term counts in these fields: characters, pairs, words and up to eight characters of words, and latin.

    A keyword that is the very word beats one that contains it; the best field counts, the others a little.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for part in fields:
        best: dict[str, float] = {}
        for string in part.strings:
            for term in _terms(part, string):
                best[term] = max(best.get(term, 0.0), _share(part, term, string))
        for term, weight in best.items():
            found[term].append(weight)
    return {term: _together(of) for term, of in found.items()}


def weight_of(group: Sequence[str], fields: Sequence[Field]) -> float:
    """How much a group of words counts in these fields: as much as its best word."""
    best = 0.0
    for word in group:
        of = []
        for part in fields:
            held = [_share(part, word, string) for string in part.strings if word in string]
            if held:
                of.append(max(held))
        if of:
            best = max(best, _together(of))
    return best


def _together(of: Sequence[float]) -> float:
    best = max(of)
    return best + _OTHERS * (sum(of) - best)


def _share(part: Field, term: str, string: str) -> float:
    return part.weight * (0.65 + 0.35 * min(1.0, len(term) / min(len(string), _FULL)))


def _terms(part: Field, string: str) -> Iterator[str]:
    if part.weight == SUMMARY:
        # A sentence, like the body: two words of it that happen to be neighbours are no word.
        yield from terms(string)
        return
    for run in RUN.findall(string):
        if run[0] < "㐀":
            yield run
            continue
        # Pairs wherever they stand, so that nothing is lost by how a run is cut; more than two by words.
        borders = {0, *accumulate(map(len, words(run)))}
        for start in range(len(run)):
            for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
                if end - start <= _PAIR or {start, end} <= borders:
                    yield run[start:end]
