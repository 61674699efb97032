"""标题和引用的记号要写对。

为什么：“##”后面少一个空格，或者用了全角的“＃”“＞”，网站上就是一行普通的字，这一栏等于没有。

反例（课例）：
    ## 课后延伸
    和家人玩一次。

    ##家校沟通
    各位家人：今天学了三步。

正例（课例）：
    ## 课后延伸
    和家人玩一次。

    ## 家校沟通
    各位家人：今天学了三步。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_QUOTE = re.compile(r"[ \u3000]*[＞﹥](?P<text>.*)", re.M)


@rule("B29")
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        source = item.document.source
        for almost in item.body.almost:
            written = source[almost.span].strip()
            deep = next((s for s in item.document.outline.walk() if s.span == almost.span), None)
            if deep:
                wrong = deep.level - almost.level
                message = f"“{almost.title}”{'多' if wrong > 0 else '少'}了{abs(wrong)}个“#”：写了{deep.level}个，应写{almost.level}个。"
            elif source[almost.span].startswith(("    ", "\t")):
                message = "标题前面有空格，这一行成了代码框。"
            elif written.startswith("\\"):
                message = "“#”前面有反斜杠“\\”，这一行成了普通的字。"
            elif written.startswith("#"):
                message = "“#”和标题中间少一个空格，这一行成了普通的字。"
            elif written.startswith("＃"):
                message = "用了全角的“＃”，这一行成了普通的字。"
            else:
                message = f"“{almost.title}”没有写成标题，手册认不出这一栏。"
            yield Finding(source, almost.span, message, f"这一行写成：{almost.heading}")
        for paragraph in item.document.outline.paragraphs:
            found = _QUOTE.match(source.text, paragraph.span.start, paragraph.span.end)
            if found:
                message = "用了全角的“＞”，这一行不会当成老师说的话。"
                line = source.line_span(source.position(paragraph.span.start).line)
                yield Finding(source, line, message, f"这一行写成：> {found['text'].strip()}")
