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

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span

_NUMBERS = re.compile(r"(?<![\d.])(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4})(?!\d)")


@rule("X01")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for found in _NUMBERS.finditer(document.source.text):
            message = "这里有一个电话号码。"
            hint = "删掉它：本校电话写在 school.yml，热线由手册统一印"
            yield Finding(document.source, Span(found.start(), found.end()), message, hint)
