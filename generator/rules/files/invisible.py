"""不留看不见的字符。

为什么：零宽空格之类从网页上带来的字符看不见，却会让搜索找不到、网址打不开；改变方向的字符还会把字的先后倒过来。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.characters import invisibles
from generator.source.diagnostic import Edit, Finding


@rule("F11")
def check(library: Library) -> Iterator[Finding]:
    # In front matter that YAML cannot read for its control characters, that is said already.
    unread = {document.source.path for document in library.documents if document.broken}
    for source in library.texts:
        for found in invisibles(source.text):
            if found.control and source.path in unread:
                continue
            message = f"这里有看不见的字符：{found.what}。"
            hint = "换成普通空格" if found.instead == " " else "删掉它"
            if not found.instead:
                hint += "：把光标放在它后面按一次退格键，或者重新输入这几个字"
            yield Finding(source, found.span, message, hint, edits=(Edit(found.span, found.instead),))
