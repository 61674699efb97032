"""How characters and words are read. The only file that imports pypinyin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from pypinyin import lazy_pinyin

from generator.outputs.index.segment import characters, plain, words

_LONGEST = 6
_SAME = 5
Sounds = Mapping[str, Mapping[str, str]]


def syllables(needed: Iterable[str]) -> Mapping[str, str]:
    """The characters of each syllable, without tones: those needed and the 3,755 in daily use.

    The latter are there for words typed with a wrong character of the right sound.
    """
    found: dict[str, list[str]] = {}
    for character in sorted({*needed, *_daily()}):
        found.setdefault(_read(character)[0], []).append(character)
    return {syllable: "".join(found[syllable]) for syllable in sorted(found)}


def sounds(texts: Iterable[str], sentences: Iterable[str] = ()) -> Mapping[str, Sounds]:
    """By two first letters, what stands for which words: ``sheng qi`` for 生气 in ``sh``, its first letters in ``sq``.

    ``{"sh": {"whole": {"sheng qi": "生气"}, "first": {}}, "sq": {"whole": {}, "first": {"sq": "生气"}}}``

    Words are those of the texts and sentences, the texts themselves, and up to six characters of neighbours in a
    text, these with a ``~``; of several, the commonest five, ``|`` between.
    """
    often: Counter[tuple[str, ...]] = Counter()
    entire: set[str] = set()
    for sentence in sentences:
        often.update((word,) for word in words(sentence) if characters(word) and 1 < len(word) <= _LONGEST)
    for text in texts:
        for run in _runs(words(plain(text))):
            entire.add("".join(run))
            for start in range(len(run)):
                for end in range(start + 1, len(run) + 1):
                    said = "".join(run[start:end])
                    if len(said) > _LONGEST:
                        break
                    # Two neighbours of one character are a word where they stand alone: 怕黑, but not 事总.
                    if len(said) > 2 or (len(said) == 2 and (end - start == 1 or len(run) == 2)):
                        often[tuple(run[start:end])] += 1
    whole: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, Counter[str]] = defaultdict(Counter)
    for cut, times in often.items():
        # Word by word: a character's reading hangs on its word, and a word is read once.
        read = [syllable for word in cut for syllable in _read(word)]
        said = "".join(cut)
        if len(read) != len(said):
            continue
        shown = said if len(cut) == 1 or said in entire else f"~{said}"
        whole[" ".join(read)][shown] += times
        first["".join(syllable[0] for syllable in read)][shown] += times
    found: dict[str, dict[str, dict[str, str]]] = {}
    for name, table in (("whole", whole), ("first", first)):
        for key in sorted(table):
            best = sorted(table[key].items(), key=lambda pair: (-pair[1], pair[0]))[:_SAME]
            letters = found.setdefault(key.replace(" ", "")[:2], {"whole": {}, "first": {}})
            letters[name][key] = "|".join(said for said, _ in best)
    return found


def _runs(cut: Sequence[str]) -> Iterable[Sequence[str]]:
    run: list[str] = []
    for word in cut:
        if characters(word):
            run.append(word)
        else:
            yield run
            run = []
    yield run


@cache
def _read(text: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(text))


def _daily() -> frozenset[str]:
    # The first level of GB 2312 is rows 16 to 55; its last row is not full.
    cells = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return frozenset("".join(cell.decode("gb2312", "ignore") for cell in cells))
