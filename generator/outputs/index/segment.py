"""Text as terms to search by. The only file that imports rjieba."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import rjieba

RUN = re.compile(r"[一-鿿㐀-䶿]+|[a-z0-9]+")
_HAN = re.compile(r"[一-鿿㐀-䶿]")
_LONGEST = 6


def plain(text: str) -> str:
    """The text as the browser compares it: one width, one case."""
    return unicodedata.normalize("NFKC", text).lower()


def joined(text: str) -> str:
    """A text as a question is compared with it: nothing but its characters, letters and digits."""
    return "".join(RUN.findall(plain(text)))


def words(text: str) -> tuple[str, ...]:
    """The words of a text; Chinese by dictionary, everything else by letters and digits."""
    found: list[str] = []
    for run in RUN.findall(plain(text)):
        found.extend(rjieba.cut(run) if _HAN.match(run) else (run,))
    return tuple(found)


def terms(text: str) -> Iterator[str]:
    """Every term of a text, repeated as often as it stands there.

    Pairs of characters are taken inside words only: a pair across a border, such as the
    ``理健`` of 心理健康, is never what somebody looks for, and leaving it out halves the index.
    """
    for word in words(text):
        if not _HAN.match(word):
            if len(word) > 1:
                yield word
            continue
        if len(word) == 1:
            yield word
            continue
        yield from (word[place : place + 2] for place in range(len(word) - 1))
        if 2 < len(word) <= _LONGEST:
            yield word


def characters(text: str) -> frozenset[str]:
    """The Chinese characters of a text."""
    return frozenset(_HAN.findall(text))
