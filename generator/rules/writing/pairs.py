"""引号、括号、书名号前后成对。

为什么：少了一半，读的人分不清话从哪里开始、到哪里为止；大屏和打印页上照样少一半。

反例（课例）：
    ## 设计理念
    先说“停，再呼一口气。

正例（课例）：
    ## 设计理念
    先说“停”，再呼一口气。1）看《信》；2）说（不多问）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.content.prose import read
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity

_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "【": "】", "「": "」"}
_NAMES = {"“": "双引号", "‘": "单引号", "（": "括号", "《": "书名号", "【": "方括号", "「": "直角引号"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_NUMBER = re.compile(r"[\dA-Za-z一二三四五六七八九十]{1,2}$")


@rule("W06", Severity.WARNING, local=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        parts = list(read(document))
        for index, part in enumerate(parts):
            # Speech of several paragraphs opens its quotation marks in each and closes them in the last.
            goes_on = index + 1 < len(parts) and parts[index + 1].text.startswith("“")
            for place, mark in _alone(part.text):
                if goes_on and place == 0 and mark == "“":
                    continue
                first = mark in _PAIRS
                name = _NAMES[mark if first else _CLOSING[mark]]
                other = _PAIRS[mark] if first else _CLOSING[mark]
                message = f"{name}没有成对：只有{'前' if first else '后'}一半 {mark} 。"
                hint = f"在话{'收住' if first else '开始'}的地方补上 {other} ，或者删掉这一个"
                yield Finding(document.source, part.span(place, place + 1), message, hint)


def _alone(text: str) -> Iterator[tuple[int, str]]:
    """The marks of a text that have no partner."""
    # A bracket whose partner is half-width is told by another rule.
    half_open, half_closed = text.find("("), text.rfind(")")
    for opening, closing in _PAIRS.items():
        waiting: list[int] = []
        for found in re.finditer(f"[{opening}{closing}]", text):
            place = found.start()
            if found[0] == opening:
                waiting.append(place)
            elif waiting:
                waiting.pop()
            elif closing == "）" and (
                _NUMBER.search(text[max(0, place - 2) : place]) or 0 <= half_open < place
            ):
                continue
            elif closing == "’" and text[max(0, place - 1) : place].isascii() and place:
                # An apostrophe.
                continue
            else:
                yield place, closing
        for place in waiting:
            if not (opening == "（" and half_closed > place):
                yield place, opening
