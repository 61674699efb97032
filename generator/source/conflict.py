"""What git leaves in a file when it cannot choose between two versions."""

from __future__ import annotations

import re

from generator.source.diagnostic import Finding
from generator.source.span import Source, Span

_CONFLICT = re.compile(r"^<{7}(?: .*)?$(?:\n(?!<{7}).*)*?\n>{7}(?: .*)?$|^<{7} .*$|^>{7} .*$", re.M)


def conflicts_in(source: Source) -> tuple[Finding, ...]:
    """Where git could not choose between two versions."""
    findings = []
    for found in _CONFLICT.finditer(source.text):
        last = source.position(found.end()).line
        span = Span(found.start(), found.start() + 7)
        message = f"这里有合并冲突留下的记号，到第{last}行为止，两个版本都还在。"
        hint = "留下要的那一版，删掉“<<<<<<<”“=======”“>>>>>>>”三行和不要的那一版"
        findings.append(Finding(source, span, message, hint, "conflict"))
    return tuple(findings)
