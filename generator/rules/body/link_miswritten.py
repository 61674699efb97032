"""链接写成 [字](地址)，用英文括号，地址里没有空格。

为什么：括号是全角的，或者地址里有空格，网站上就是一串原样的字，点不动。

反例（课例）：
    ## 课后延伸
    见[样单]（sample-sheet.svg）。

正例（课例）：
    ## 课后延伸
    见[样单](sample-sheet.svg)。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span

_LINK = re.compile(
    r"(?P<open>[\[【［])(?P<text>[^\[\]【】［］\n]{1,60})(?P<close>[\]】］])(?P<gap>[ \t]*)"
    r"(?P<left>[(（])(?P<address>[^()（）\n<>]*)(?P<right>[)）])"
)
# A bracket of a link is gone: each of the four in turn.
_FILE = r"[\w./-]+\.(?:md|svg|pdf|png)"
_TORN = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        rf"\[(?P<text>[^\[\]\n]{{1,40}})\]\((?P<address>{_FILE})(?=[，。；、：）\u4e00-\u9fff]|$)",
        rf"\[(?P<text>[^\[\]()\n]{{1,40}})\((?P<address>{_FILE})\)",
        rf"(?<![\]\w])(?P<text>(?<!\[)[\u4e00-\u9fff“”《》]{{1,20}})\]\((?P<address>{_FILE})\)",
        rf"\[(?P<text>[^\[\]()\n]{{1,40}})\](?P<address>{_FILE})\)",
    )
)
_ADDRESS = re.compile(r"\s*(?:https?:|\.\.?/|[^，。；]*\.(?:md|svg|pdf|png|html?|docx?)\b)", re.I)
_TITLED = re.compile(r"\S+\s+(?:\"[^\"]*\"|'[^']*')\s*")


@rule("B16")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        source = document.source
        for found in _LINK.finditer(source.text, document.body.start, document.body.end):
            address = found["address"].strip()
            marks = found["open"] + found["close"] + found["left"] + found["right"]
            spaced = re.search(r"\s", address) is not None and not _TITLED.fullmatch(address)
            if not _ADDRESS.match(address) or (marks == "[]()" and not found["gap"] and not spaced):
                continue
            span = Span(found.start(), found.end())
            better = re.sub(r"\s+", "-", address)
            hint = f"写成：[{found['text']}]({better})"
            if spaced:
                message = "链接的地址里有空格，网站认不出这个链接。"
                hint = f"文件名里不用空格：把文件改名为 {better.rpartition('/')[2]}，{hint}"
            elif marks != "[]()":
                message = "链接用了全角的括号，网站认不出这个链接。"
            else:
                message = "链接的“]”和“(”中间有空格，网站认不出这个链接。"
            yield Finding(source, span, message, hint)
        for torn in _TORN:
            for found in torn.finditer(source.text, document.body.start, document.body.end):
                # What is read as a link after all has its address taken.
                taken = any(
                    link.span.start <= found.start("address") < link.span.end
                    for link in document.outline.links
                )
                if taken or any(Span(*found.span()) in code for code in document.outline.code):
                    continue
                message = "链接少了一半括号，网站认不出这个链接。"
                text = found["text"].rpartition("看")[2] or found["text"]
                yield Finding(source, Span(*found.span()), message, f"写成：[{text}]({found['address']})")
