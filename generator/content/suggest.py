"""The nearest allowed word."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word a person most likely meant, or ``None`` if none is near.

    Near is at most two slips in a word of six characters or more, one in a shorter one, or
    one word standing whole inside the other.
    """
    choices = sorted(set(allowed))
    folded = word.strip().lower().replace("_", "-")
    if not folded:
        return None
    slips = 2 if len(folded) >= 6 else 1
    by_distance = process.extractOne(
        folded, choices, scorer=OSA.distance, processor=str.lower, score_cutoff=slips
    )
    if by_distance:
        return str(by_distance[0])
    if len(folded) >= 2:
        inside = [choice for choice in choices if folded in choice.lower() or choice.lower() in folded]
        if len(inside) == 1:
            return inside[0]
    by_ratio = process.extractOne(folded, choices, scorer=fuzz.ratio, score_cutoff=75)
    return str(by_ratio[0]) if by_ratio else None


def hint(word: str, allowed: Iterable[str], *, most: int = 12) -> str:
    """What to write instead of ``word``, in Chinese: the nearest match, then what is allowed."""
    choices = list(dict.fromkeys(allowed))
    guess = nearest(word, choices)
    said = f"是不是“{guess}”？" if guess else ""
    if not choices:
        return said
    shown = "、".join(choices[:most]) + ("……" if len(choices) > most else "")
    return f"{said}可以填：{shown}"
