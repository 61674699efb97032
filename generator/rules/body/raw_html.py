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

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_TAG = re.compile(r"</?\s*(?P<name>[A-Za-z][\w:-]*)")
_INSTEAD = {
    "br": "删掉 <br>：换段空一行，表格里用分号隔开",
    "b": "去掉标签，加粗用 **字**",
    "strong": "去掉标签，加粗用 **字**",
    "img": "换成：![一句话说图上有什么](文件名.svg)",
    "a": "换成：[要去的那一页](地址)",
    "table": "换成竖线表格：| 甲 | 乙 |",
    "script": "删掉这段脚本",
}


@rule("B12", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        opened: set[str] = set()
        for span in document.outline.html:
            written = document.source[span]
            tag = _TAG.match(written)
            name = tag["name"].lower() if tag else ""
            if written.startswith("</") and name in opened:
                continue  # Said at the tag that it closes.
            opened.add(name)
            message = f"这里有网页代码（HTML 标签）：{written.splitlines()[0][:30]}"
            if written.startswith("<!--"):
                hint = "删掉这段注释；要说明例外就写：<!-- 允许 编号 理由 -->"
                yield Finding(document.source, span, "这里有网页注释，读者看不见它。", hint)
                continue
            hint = _INSTEAD.get(name, "删掉这个标签，只留里面的字；尖括号本身写成 &lt;")
            yield Finding(document.source, span, message, hint)
