"""Chinese and Western punctuation. The only file that imports autocorrect."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

import autocorrect_py

from generator.source.diagnostic import Edit
from generator.source.prose import Prose

# The handbook sets no space between Chinese and Western characters, and an author's spelling is his own.
_RULES = {
    "space-word": 0,
    "space-punctuation": 0,
    "space-bracket": 0,
    "space-dash": 0,
    "space-backticks": 0,
    "space-dollar": 0,
    "spellcheck": 0,
    "fullwidth": 1,
    "no-space-fullwidth": 1,
    "no-space-fullwidth-quote": 1,
    "halfwidth-word": 1,
    "halfwidth-punctuation": 1,
}
_HAN = re.compile(r"[\u3400-\u9fff]")


@cache
def _configured() -> None:
    """The library keeps one configuration for the whole process."""
    autocorrect_py.load_config(json.dumps({"rules": _RULES}))  # type: ignore[attr-defined]


def punctuate(line: Prose) -> tuple[Edit, ...]:
    """What puts the punctuation and spacing of a line right, in reading order.

    Full-width letters, digits and blanks are left alone: they are look-alikes, not punctuation.
    So is a line without Chinese, which autocorrect takes for English: ``S1；A05`` would become ``S1. A05``.
    A blank beside a mark of Markdown stays too, for without it ``**甲：** 乙`` is not bold.
    """
    _configured()
    text = line.text
    better = autocorrect_py.format(text)
    if better == text or not _HAN.search(text):
        return ()
    edits = []
    for start, end, new in _changes(text, better):
        old = text[start:end]
        if new:
            if not any(map(_look_alike, old)):
                edits.append(Edit(line.span(start, end), new))
        elif line.together(max(start - 1, 0), min(end + 1, len(text))):
            edits.append(Edit(line.span(start, end), ""))
    return tuple(edits)


def _changes(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Where a line changes: one character for another, or blanks that go. Anything else is not believed."""
    changes: list[tuple[int, int, str]] = []
    at = 0
    for start, character in enumerate(old):
        if at < len(new) and new[at] == character:
            at += 1
        elif character == " ":
            if changes and changes[-1][1:] == (start, ""):
                changes[-1] = (changes[-1][0], start + 1, "")
            else:
                changes.append((start, start + 1, ""))
        elif at < len(new):
            changes.append((start, start + 1, new[at]))
            at += 1
        else:
            return
    if at == len(new):
        yield from changes


def _look_alike(character: str) -> bool:
    return character == "\u3000" or ("\uff10" <= character <= "\uff5a" and character.isalnum())
