"""正文里不写网页代码。

为什么：网页代码可能带来不安全的内容，在 Word 和打印时也会走样。

反例（课例）：
    ## 设计理念
    看<b>这里</b>。

正例（课例）：
    ## 设计理念
    看**这里**。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B12", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for span in document.outline.html:
            message = f"这里有网页代码：{document.source[span].splitlines()[0][:30]}"
            hint = "加粗用 **字**，换段空一行；尖括号本身写成 &lt;"
            yield Finding(document.source, span, message, hint)
