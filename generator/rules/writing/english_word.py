"""词表里有中文名字的，正文里不写英文短名。

为什么：role-play、warm-up 是写在文件开头给机器看的；老师读到的地方要写“角色扮演”“团体暖身”。

反例（课例）：
    ## 设计理念
    先做warm-up，再用 role-play 练三步。

正例（课例）：
    ## 设计理念
    先做团体暖身，再用角色扮演练三步，PPT和A4纸都不用。英语课上的“story”、整句的 Let's play a game. 不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.content.curriculum import Curriculum, Row
from generator.content.library import Library
from generator.content.prose import read
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity

# Words of Western letters with what joins them; a name of a file or a sentence is one such run too.
_WORD = r"[\w@#/\\.-]*[A-Za-z](?:[\w@#/\\.-]|['’](?=[A-Za-z]))*"
_RUN = re.compile(rf"(?<![\w@#/\\.-]){_WORD}(?:[ ,]+{_WORD})*", re.A)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SHORTEST = 3


@rule("W02", Severity.WARNING, local=True)
def check(library: Library) -> Iterator[Finding]:
    names = _names(library.curriculum)
    for document in library.documents:
        for part in read(document):
            if not _HAN.search(part.text):
                continue
            for found in _RUN.finditer(part.text):
                name = names.get(_folded(found[0]))
                around = part.text[: found.start()][-1:] + part.text[found.end() :][:1]
                if name is None or around in ("“”", "‘’", '""'):
                    continue
                message = f"这里写了英文“{found[0]}”，手册里叫“{name[0]}”。"
                hint = "改成：" + "，或者：".join(name)
                yield Finding(document.source, part.span(found.start(), found.end()), message, hint)


def _names(curriculum: Curriculum) -> Mapping[str, tuple[str, ...]]:
    """Every key of the vocabulary that is an English word, and the names it stands for."""
    found: dict[str, list[str]] = {}
    for field in type(curriculum).model_fields:
        rows = getattr(curriculum, field)
        groups = rows.values() if isinstance(rows, Mapping) else (rows,)
        for group in groups:
            for row in group if isinstance(group, tuple) else ():
                if isinstance(row, Row) and len(row.key) >= _SHORTEST:
                    names = found.setdefault(_folded(row.key), [])
                    if row.name not in names:
                        names.append(row.name)
    return {word: tuple(names) for word, names in found.items()}


def _folded(word: str) -> str:
    """``warm up``, ``Warm-up`` and ``warmup`` are one word."""
    return re.sub(r"[ -]", "", word).strip(".,").lower()
