"""How characters are read. The only file that imports pypinyin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pypinyin import lazy_pinyin

from generator.outputs.index.segment import characters, words


def syllables(needed: Iterable[str]) -> Mapping[str, str]:
    """The characters of each syllable, without tones: those needed and the 3,755 in daily use.

    The latter are there for words typed with a wrong character of the right sound.
    """
    found: dict[str, list[str]] = {}
    for character in sorted({*needed, *_daily()}):
        found.setdefault(_read(character)[0], []).append(character)
    return {syllable: "".join(found[syllable]) for syllable in sorted(found)}


def exceptions(texts: Iterable[str]) -> Mapping[str, str]:
    """The words in which a character is not read as it is alone: ``长大`` is ``zhang da``."""
    found: dict[str, str] = {}
    for text in texts:
        for word in words(text):
            if len(word) < 2 or not characters(word):
                continue
            read = _read(word)
            if len(read) == len(word) and read != [_read(character)[0] for character in word]:
                found[word] = " ".join(read)
    return {word: found[word] for word in sorted(found)}


def _read(text: str) -> list[str]:
    return lazy_pinyin(text)


def _daily() -> frozenset[str]:
    # The first level of GB 2312 is rows 16 to 55; its last row is not full.
    cells = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return frozenset("".join(cell.decode("gb2312", "ignore") for cell in cells))
