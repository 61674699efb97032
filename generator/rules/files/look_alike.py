"""不用样子相同的另一个字。

为什么：从 PDF 和网页上复制的字，有的看着是“生”，其实是部首“⽣”：搜索找不到它，有的手机上显示成方块。

反例（课例）：
    keywords: [⽣气, 发脾气, 打人, 摔东西, 脾气急, 冷静]

正例（课例）：
    keywords: [生气, 发脾气, 打人, 摔东西, 脾气急, 冷静]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.characters import look_alikes
from generator.source.diagnostic import Edit, Finding


@rule("F10")
def check(library: Library) -> Iterator[Finding]:
    for source in library.texts:
        for found in look_alikes(source.text):
            written = source[found.span]
            message = f"“{written}”看起来一样，其实是另一个字符（{found.what}）。"
            edit = Edit(found.span, found.instead)
            yield Finding(
                source,
                found.span,
                message,
                f"换成普通的（半角的）“{found.instead}”"
                if found.what.startswith("全角")
                else f"换成普通的“{found.instead}”",
                edits=(edit,),
            )
