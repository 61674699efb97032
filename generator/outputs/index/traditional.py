"""Traditional characters and what they are in simplified writing. The only file that imports opencc."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from opencc import OpenCC

_FIRST, _LAST = 0x4E00, 0x9FFF


def traditional(known: Collection[str]) -> Mapping[str, str]:
    """The traditional forms of the known characters. Others would find nothing anyway."""
    every = "".join(map(chr, range(_FIRST, _LAST + 1)))
    simplified = OpenCC("t2s").convert(every)
    if len(simplified) != len(every):
        # A phrase rule fired across two neighbours in the table: ask one character at a time.
        converter = OpenCC("t2s")
        simplified = "".join(converter.convert(character)[:1] or character for character in every)
    pairs = zip(every, simplified, strict=True)
    return {old: new for old, new in pairs if old != new and new in known and old not in known}
