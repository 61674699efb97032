"""中文里用中文标点，标点前后不空格。

为什么：半角的逗号、问号挤在汉字中间，读起来一顿一顿的，印出来也不整齐。手册里汉字和英文、数字之间也不空格（拨打12356、A4纸）。

反例（课例）：
    ## 设计理念
    先用身体认信号,再练三步。

正例（课例）：
    ## 设计理念
    先用身体认信号，再练三步（A4纸，12:30前，3:2）。见`a,b`和[样课](other-lesson.md)。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.content.prose import read
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity
from generator.source.edit import excerpt
from generator.source.prose import Prose
from generator.source.punctuation import punctuate

_NAMES = {
    "，": "中文逗号",
    "。": "中文句号",
    "？": "中文问号",
    "！": "中文叹号",
    "：": "中文冒号",
    "；": "中文分号",
}
_STEP = re.compile(r"[（(]\s*\d+\s*分")


@rule("W01", Severity.WARNING, local=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        source = document.source
        for part in read(document):
            for line in part.lines():
                edits = punctuate(line)
                if _is_step(line):
                    edits = tuple(edit for edit in edits if source[edit.span] not in "():")
                if not edits:
                    continue
                first = edits[0]
                was = source[first.span]
                if first.text == "":
                    message = "标点旁边不用空格。"
                elif first.text in _NAMES:
                    message = f"中文里用了英文标点“{was}”。"
                else:
                    message = f"这里的“{was}”应是“{first.text}”。"
                if len(edits) > 1:
                    message += f"这一行共{len(edits)}处。"
                name = f"用{_NAMES[first.text]}“{first.text}”" if first.text in _NAMES else "改成"
                name = "删掉空格" if first.text == "" else name
                hint = f"{name}：{excerpt(source, first.span, edits)}"
                yield Finding(source, first.span, message, hint, edits=edits)


def _is_step(line: Prose) -> bool:
    """A step's heading may have half-width brackets and colon, as Word leaves them."""
    return line.kind == "heading" and bool(_STEP.search(line.text))
