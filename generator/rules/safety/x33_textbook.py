"""说到教材，写明版本和把握；正文里不报册次和单元。

为什么：教材正在换版，同一篇课文册次不同，有的已经拿掉。版本、册次、单元写在 textbook 里，手册会一起印出“以本校教材为准”和把握的大小。缺了哪一项由 M06 管。

反例（学科融合）：
    textbook: {edition: 待定, volume: 三年级上册, unit: "", text: 掌声, confidence: C}

正例（学科融合）：
    textbook: {edition: 统编版（2019旧版目录，新版请核）, volume: 三年级上册, unit: "", text: 掌声, confidence: B}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.kinds.integration import Integration
from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate

_NO_EDITION = re.compile(
    r"^\s*(?:无|没有|待定|待查|待写|不详|不清楚|不知道|未知|暂无|略|[-—?？/.。]+|xx+|教材|课本|同上|最新版?|新版|旧版)\s*$",
    re.I,
)
_PLACED = re.compile(
    r"《[^》]{1,20}》.{0,14}?(?:[一二三四五六]年级?[上下](?:册|学期)|[一二三四五六][上下]|第[一二三四五六七八\d]+(?:单元|课))"
    r"|(?:[一二三四五六]年级?[上下](?:册|学期)|第[一二三四五六七八\d]+(?:单元|课)).{0,14}?《[^》]{1,20}》"
)
_CAREFUL = re.compile(r"本校教材|请核|版本|旧版|新版|目录|以.{0,6}为准")


@rule("X33", local=True)
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        if (
            isinstance(item, Integration)
            and "textbook" not in item.faulty
            and _NO_EDITION.match(item.card.textbook.edition)
        ):
            span = locate(item.document.front, ("textbook", "edition")).span
            message = f"教材版本写的是“{item.card.textbook.edition}”，读的人不知道是哪一版。"
            hint = "写出版社和年份，如 统编版（2019旧版目录，新版请核）；不靠教材的写 不限版本"
            yield Finding(item.document.source, span, message, hint)
    for said in library.speech.utterances:
        if isinstance(said.item, Integration) or said.section in ("title", "sheet"):
            continue
        found = _PLACED.search(said.text)
        if found and not _CAREFUL.search(said.text):
            message = f"“{found[0]}”报了册次或单元，没有说是哪一版。"
            hint = "只写课文题目，再加一句“以本校教材为准”"
            yield Finding(said.source, said.span(*found.span()), message, hint)
