"""Characters that look like others, and characters that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.source.span import Span

# Radicals that Unicode does not map to the character they look like.
_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰",
        "民虎西见角贝车长长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙",
        strict=True,
    )
)
_LATIN = dict(
    zip(
        "аеорсухіѕјԁһАВЕЗКМНОРСТУХІЅЈοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxisjdhABE3KMHOPCTYXISJoABEZHIKMNOPTYX",
        strict=True,
    )
)
_ODD = re.compile(
    "(?P<radical>[\u2e80-\u2fd5]+)"
    "|(?P<compatible>[\uf900-\ufaff\U0002f800-\U0002fa1f]+)"
    "|(?P<wide>[０-９Ａ-Ｚａ-ｚ]+)"
    "|(?P<word>(?<![A-Za-z0-9])[A-Za-z0-9]*[\u0370-\u03ff\u0400-\u052f][A-Za-z0-9\u0370-\u03ff\u0400-\u052f]*)"
)
_ANY = re.compile("[\u0370-\u052f\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f０-９Ａ-Ｚａ-ｚ]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
_SPACES = frozenset("\xa0\u202f\u205f\u2028\u2029\x85\x0b\x0c") | {
    chr(code) for code in range(0x2000, 0x200B)
}
_NAMES = {
    "\xa0": "不换行空格",
    "\xad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽字符",
    "\u200d": "零宽连接符",
    "\u2028": "另一种换行",
    "\u2029": "另一种换行",
    "\u2060": "零宽字符",
    "\ufeff": "文件标记（BOM）",
}
_TURNING = frozenset("\u061c\u200e\u200f") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


@dataclass(frozen=True, slots=True)
class Odd:
    """What is odd at a place, and what to write instead."""

    span: Span
    what: str
    instead: str
    control: bool = False


@lru_cache(maxsize=1024)
def look_alikes(text: str) -> tuple[Odd, ...]:
    """Radicals, compatibility forms, full-width letters and digits, and words of two alphabets."""
    return tuple(_look_alikes(text))


def _look_alikes(text: str) -> Iterator[Odd]:
    for found in _ODD.finditer(text) if _ANY.search(text) else ():
        written = found[0]
        code = f"U+{ord(written[0]):04X}"
        what, instead = "", written
        match found.lastgroup:
            case "radical":
                instead = "".join(_RADICALS.get(c) or unicodedata.normalize("NFKC", c) for c in written)
                what = f"康熙部首 {code}"
            case "compatible":
                instead = unicodedata.normalize("NFKC", written)
                what = f"兼容汉字 {code}"
            case "wide":
                instead = unicodedata.normalize("NFKC", written)
                what = "全角的字母或数字"
            case _:
                foreign = [c for c in written if c in _LATIN]
                cyrillic = any("\u0400" <= c <= "\u052f" for c in foreign)
                latin = re.search("[A-Za-z]" if not cyrillic else "[A-Za-z0-9]", written)
                if foreign and latin:
                    instead = "".join(_LATIN.get(c, c) for c in written)
                    what = f"{'俄文' if cyrillic else '希腊文'}字母 U+{ord(foreign[0]):04X}"
        if instead != written:
            yield Odd(Span(found.start(), found.end()), what, instead)


def invisibles(text: str) -> Iterator[Odd]:
    """Characters with no shape of their own, those that belong to an emoji left out."""
    for found in _HIDDEN.finditer(text):
        character, at = found[0], found.start()
        if _in_emoji(text, at):
            continue
        control = unicodedata.category(character) == "Cc"
        turning = character in _TURNING
        what = _NAMES.get(character) or (
            "改变文字方向的字符" if turning else "控制字符" if control else "不占宽度的字符"
        )
        instead = " " if character in _SPACES else ""
        yield Odd(Span(at, at + 1), f"{what} U+{ord(character):04X}", instead, control)


def _in_emoji(text: str, at: int) -> bool:
    """Whether the character at a place picks or joins the picture before it."""
    before = text[at - 1 : at]
    if not before:
        return False
    character = text[at]
    if character == "\u200d":
        after = text[at + 1 : at + 2]
        return (
            unicodedata.category(before) in ("So", "Sk", "Mn")
            and after != ""
            and unicodedata.category(after) == "So"
        )
    if character in "\ufe0e\ufe0f":
        return unicodedata.category(before) in ("So", "Sm", "Po", "Sk") or before in "0123456789#*"
    return "\U000e0020" <= character <= "\U000e007f" and ord(before) > 0x1F000
