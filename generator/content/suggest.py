"""The nearest allowed word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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


def choose(word: str, names: Mapping[str, str], words: Mapping[str, str]) -> str:
    """What to write instead of ``word``: keys with what each is called, the likeliest first.

    ``words`` has the key of all that it may be called.
    """
    guess = nearest(word, names) or words.get(nearest(word, words) or _akin(word, words), "")
    keys = sorted(names, key=lambda key: key != guess)
    called = {key: f"（{names[key]}）" if names[key] != key else "" for key in keys}
    said = f"是不是“{guess}”{called[guess]}？" if guess else ""
    return f"{said}可以填：{'、'.join(key + called[key] for key in keys)}" if keys else said


def _akin(word: str, words: Iterable[str]) -> str:
    """The one name that has most characters of ``word``; empty if there is none, or are two."""
    shared = {name: len(set(word) & set(name)) for name in words if not name.isascii()}
    best = [name for name, count in shared.items() if count and count == max(shared.values())]
    return best[0] if len(best) == 1 else ""
