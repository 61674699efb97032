"""不印私人电话，只印公布的短号。

为什么：手册是公开的，电话会过期，也会打扰人。热线由手册统一印，号码在 curriculum.yml 里改；本校的电话写在 school.yml。

反例（课例）：
    ## 家校沟通
    有事打13812345678。

正例（课例）：
    ## 家校沟通
    有事欢迎单独联系我。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Source, Span

# \d is any digit, full-width ones too; a number may be broken by blanks and hyphens.
_GAP = r"[\s\-－—–·]?"
_NUMBERS = re.compile(
    rf"""
    (?<![\d.A-Za-z/]) (?:
        (?:\+?86{_GAP})? [1１][3-9３-９] (?:{_GAP}\d){{9}}          # a mobile number
      | [（(]? [0０]\d{{2,3}} [)）]? {_GAP} [2-9２-９]\d{{2,3}} {_GAP} \d{{4}}    # a line with its area code
      | [48８４]00 {_GAP} \d{{3,4}} {_GAP} \d{{3,4}}
      | (?:电话|手机|号码|拨打?|联系|热线|短信|校医室|门卫室?|值班室|办公室|德育处|政教处|辅导室)[^\d。，；]{{0,10}} (?P<local>(?!20[0-3]\d)[2-9]\d{{2,3}}{_GAP}\d{{4}})
    ) (?![\d.])
    | [一幺] [三四五六七八九] (?:{_GAP}[〇零一幺二两三四五六七八九]){{9}}
    | [〇零] [一二三四五六七八九] [〇零一二三四五六七八九]{{1,2}} {_GAP} (?:{_GAP}[〇零一幺二三四五六七八九]){{7,8}}
    """,
    re.X,
)
_SHORT = re.compile(r"(?:热线|拨打|电话)[^\d。；\n]{0,8}(?P<number>1[012]\d{3,4}|[19]\d{4})(?![\d-])")


@rule("X01")
def check(library: Library) -> Iterator[Finding]:
    told = {line.number for line in library.curriculum.hotlines} | set(library.curriculum.other_numbers)
    sources = [document.source for document in library.documents]
    sources += [drawing.source for drawing in library.drawings.values()]
    hint = "删掉它：本校电话写在 school.yml，热线由手册统一印"
    for source in sources:
        numbers, shorts = _numbers(source)
        for span in numbers:
            yield Finding(source, span, "这里有一个电话号码。", hint)
        for span in shorts:
            if source[span] not in told:
                message = f"“{source[span]}”不在手册可以印的号码里。"
                allowed = "、".join(sorted(told))
                yield Finding(source, span, message, f"可以印：{allowed}")


@lru_cache(maxsize=1024)
def _numbers(source: Source) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The numbers of telephones, and the short ones that some text says to call."""
    numbers = []
    for found in _NUMBERS.finditer(source.text):
        if source.text[found.start()].isdecimal() and _in_markup(source, found.start()):
            continue
        numbers.append(Span(found.start("local") if found["local"] else found.start(), found.end()))
    return tuple(numbers), tuple(Span(*found.span("number")) for found in _SHORT.finditer(source.text))


def _in_markup(source: Source, offset: int) -> bool:
    """Whether a place of a drawing lies inside a tag, where numbers are coordinates."""
    return source.path.endswith(".svg") and source.text.rfind("<", 0, offset) > source.text.rfind(
        ">", 0, offset
    )
