"""各步的分钟加起来等于总时长。

为什么：加不起来，这节课就上不完或者空出一截。

反例（课例）：
    minutes: 45

正例（课例）：
    minutes: 40
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate


@rule("B08")
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        sessions: dict[str, int] = {}
        for step in item.body.steps:
            key = step.session.id if step.session else ""
            sessions[key] = sessions.get(key, 0) + (step.minutes or 0)
        if item.minutes is None or any(step.minutes is None for step in item.body.steps):
            continue
        if item.body.orphans or any(almost.level > 2 for almost in item.body.almost):
            continue  # A step may have lost its heading.
        for key, total in sessions.items():
            if total != item.minutes and item.has("minutes"):
                span = locate(item.document.front, ("minutes",)).span
                which = next(
                    (s.session.title for s in item.body.steps if s.session and s.session.id == key), ""
                )
                where = f"“{which}”" if which else ""
                parts = "＋".join(
                    str(s.minutes) for s in item.body.steps if (s.session.id if s.session else "") == key
                )
                message = f"minutes 是 {item.minutes}，{where}各步加起来是 {total}（{parts}）。"
                yield Finding(
                    item.document.source, span, message, f"把总时长改成 {total}，或者调整各步的分钟"
                )
