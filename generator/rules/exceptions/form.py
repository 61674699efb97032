"""放过一条规则，单独写一行，写法不能走样。

为什么：写法走了样，机器认不出，就什么也没放过；写在一句话中间，也说不清放过的是哪一段。正文里写 `<!-- 允许 编号 理由 -->`，放在那一段前面；开头的信息里写 `# 允许 编号 理由`，放在那一项前面。

反例（课例）：
    ## 设计理念
    <!--允许x01，课文里的号码-->
    先用身体认信号。

正例（课例）：
    ## 设计理念
    <!-- 允许 X01 课文里的号码 -->
    课文里写着13812345678。学校允许带一本书。
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.document import Document
from generator.source.span import Span

_CODE = r"[A-Za-zＡ-Ｚａ-ｚ][ \t]*[0-9０-９]{1,3}"
_BODY = re.compile(
    rf"[<＜][!！][-—–－]+[ \t\u3000]*允许[^\n]*|^[ \t]*[#＃]+[ \t\u3000]*允许[ \t\u3000：:]*{_CODE}[^\n]*"
    r"|^[ \t]*允许[ \t\u3000：:]*[A-Za-z]\d\d(?![\dA-Za-z])[^\n]*",
    re.M,
)
_ANOTHER = re.compile(rf"[ \t]*(?:[、，,/和及与][ \t]*)?(?P<code>{_CODE})(?![A-Za-z0-9])")
_FRONT = re.compile(rf"(?:^|(?<=[ \t]))#[ \t\u3000]*允许[ \t\u3000：:]*(?={_CODE})[^\n]*", re.M)
_SAID = re.compile(rf"允许[\s：:]*(?P<code>{_CODE})?[\s，,：:]*(?P<reason>.*?)\s*[-—–－]*[>＞]?\s*$")


@rule("A05", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("exemption")
    for document in library.documents:
        known = [exemption.span for exemption in document.exemptions]
        body = document.body
        for pattern, within in ((_FRONT, Span(0, body.start)), (_BODY, body)):
            for found in pattern.finditer(document.source.text, within.start, within.end):
                span = Span(found.start(), found.end())
                if not any(span.start <= other.end and other.start <= span.end for other in known):
                    yield _told(document, span, pattern is _FRONT)


def _told(document: Document, span: Span, front: bool) -> Finding:
    written = document.source[span]
    line = document.source.line_span(document.source.position(span.start).line)
    alone = not document.source.text[line.start : span.start].strip()
    said = _SAID.search(written)
    code = unicodedata.normalize("NFKC", (said and said["code"]) or "").replace(" ", "").upper() or "编号"
    reason = (said and said["reason"]) or "理由"
    codes = [code]
    while said and said["code"] and (another := _ANOTHER.match(reason)):
        codes.append(unicodedata.normalize("NFKC", another["code"]).replace(" ", "").upper())
        reason = reason[another.end() :].strip(" \t：:，,") or "理由"
    if len(codes) > 1:
        lines = " 和 ".join(f"# 允许 {c} {reason}" if front else f"<!-- 允许 {c} {reason} -->" for c in codes)
        message = "一行只写一个编号，这一行没有起作用。"
        return Finding(document.source, span, message, f"写成{len(codes)}行：{lines}")
    right = f"# 允许 {code} {reason}" if front else f"<!-- 允许 {code} {reason} -->"
    message = "这一行“允许”的写法认不出来，没有起作用。" if alone else "“允许”写在了一行中间，没有起作用。"
    where = "那一项" if front else "那一段"
    return Finding(document.source, span, message, f"在{where}前面单独写一行：{right}")
