"""手册自己会印的话，不再抄进正文。

为什么：活动约定、求助句、转介步骤和声明由手册统一印在每一页上，词表里改一处，处处都改。抄进正文的那一份不会跟着变，读的人还会看到两遍。

反例（课例）：
    ## 家校沟通
    心里不舒服，可以告诉你信任的大人：家人、老师、心理老师。

正例（课例）：
    ## 家校沟通
    今天回家，陪孩子一起吹三口气。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.content.curriculum import Curriculum
from generator.content.library import Library
from generator.content.prose import read
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity

_NOT_HAN = re.compile(r"[^\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_END = re.compile(r"[。！？\n]|\{\w+\}")
# What a teacher might say is anybody's to say.
_SPOKEN = re.compile(r"“[^”]{8,}”")
_LEAST = 14


def printed(curriculum: Curriculum) -> Mapping[str, str]:
    """The sentences that the handbook prints by itself, as their Chinese characters alone, and where.

    Short ones are left out: an author may happen to say “认真听”.
    """
    found: dict[str, str] = {}

    def add(texts: Iterable[str], where: str) -> None:
        for text in texts:
            for sentence in _END.split(_SPOKEN.sub("", text)):
                plain = _NOT_HAN.sub("", sentence)
                if len(plain) >= _LEAST:
                    found.setdefault(plain, where)

    add((*curriculum.agreements, *curriculum.closing_help.values()), "每节课的页面上都会印")
    for block in curriculum.blocks:
        marks = [mark.key for mark in curriculum.safety if block.key in mark.renders]
        add([block.text], f"开头的 safety 里写了 {'或 '.join(marks)}，页面上就会印")
    add((str(text) for _, text in curriculum.statements), "该印的页面上都会印")
    return found


@rule("W04", Severity.WARNING, local=True)
def check(library: Library) -> Iterator[Finding]:
    sentences = printed(library.curriculum)
    if not sentences:
        return
    any_of = re.compile("|".join(map(re.escape, sorted(sentences, key=len, reverse=True))))
    for document in library.documents:
        for part in read(document):
            if len(part.text) < _LEAST:
                continue
            places = [found.start() for found in _HAN.finditer(part.text)]
            plain = "".join(part.text[place] for place in places)
            for found in any_of.finditer(plain):
                span = part.span(places[found.start()], places[found.end() - 1] + 1)
                said = document.source[span].split("\n")[0]
                short = said if len(said) <= 20 else said[:20] + "……"
                message = f"这句话手册会自己印出来：“{short}”。"
                yield Finding(document.source, span, message, f"删掉这一句：{sentences[found[0]]}")
