"""What number or date a person meant by what they wrote."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_CHINESE = re.compile("[〇零一二两三四五六七八九十百]+")
_WORDS = {"上册": 1, "下册": 2, "上学期": 1, "下学期": 2, "上": 1, "下": 2}
_DAY = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?!\d)")
_PACKED = re.compile(r"(\d{4})(\d\d)(\d\d)")


def numbers(text: str) -> tuple[int, ...]:
    """The whole numbers in a text, whatever digits they are written with."""
    plain = unicodedata.normalize("NFKC", text).strip("\"'“”‘’ ")
    if plain in _WORDS:
        return (_WORDS[plain],)
    if re.fullmatch(r"0[xX][0-9a-fA-F]+|0[bB][01]+|[-+]?\d[\d_]*", plain):
        base = {"x": 16, "b": 2}.get(plain[1:2].lower(), 10)
        return (int(plain.replace("_", ""), base),)
    if re.fullmatch(r"\d+(?:[:.]0+)+", plain):
        return (int(re.split("[:.]", plain)[0]),)
    if re.fullmatch(r"\d+(?:\.\d+)?[eE]\+?\d{1,3}", plain):
        value = float(plain)
        return (int(value),) if value < 10**9 else ()
    if re.search(r"\d", plain):
        return tuple(int(found) for found in re.findall(r"\d{1,9}", plain))
    return tuple(_chinese(found[0]) for found in _CHINESE.finditer(plain))


def _chinese(word: str) -> int:
    hundreds, mark, rest = word.rpartition("百")
    total = 100 * (_chinese(hundreds) if hundreds else 1) if mark else 0
    tens, mark, ones = rest.rpartition("十")
    if mark:
        return total + 10 * (_DIGITS.get(tens[-1:], 1)) + _DIGITS.get(ones[-1:], 0)
    digits = [_DIGITS[character] for character in rest]
    return total + int("".join(map(str, digits)) or "0")


def number(text: str) -> int | None:
    """The one number in a text; ``None`` if there is none or more than one."""
    found = numbers(text)
    return found[0] if len(found) == 1 else None


def day(text: str) -> tuple[str, bool] | None:
    """The date in a text as ``2026-09-01``, and whether there is such a day (else the month's last)."""
    plain = unicodedata.normalize("NFKC", text)
    found = _DAY.search(plain) or _PACKED.search(plain)
    if not found:
        return None
    year, month, of_month = (int(part) for part in found.groups())
    if not (year >= 1 and 1 <= month <= 12 and of_month):
        return None
    last = monthrange(year, month)[1]
    return date(year, month, min(of_month, last)).isoformat(), of_month <= last
