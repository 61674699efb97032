"""教案里不用代码框，开了的代码框要收住。

为什么：三个反引号中间的字会变成一块灰底的代码，不换行，打印不全；没有收住，后面整篇都变成代码。

反例（课例）：
    ## 板书设计

    ```
    停、呼、说
    ```

正例（课例）：
    ## 板书设计

    停、呼、说
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_FREE = ("guide",)


@rule("B26")
def check(library: Library) -> Iterator[Finding]:
    free = {item.path for item in library.items if item.kind.key in _FREE}
    for document in library.documents:
        source = document.source
        for line in document.outline.unclosed:
            message = "代码框从这里开始，没有收住，后面的内容全在框里。"
            yield Finding(source, line, message, f"删掉这一行“{source[line].strip()}”")
        for code in document.outline.code:
            opening = source.line_span(source.position(code.start).line)
            if source[opening].lstrip().startswith(("```", "~~~")) and source.path not in free:
                yield Finding(source, opening, "这一段成了代码框。", "删掉上下两行三个反引号；要分行就用列表")
