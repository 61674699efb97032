"""栏目名要是手册认识的。

为什么：不认识的栏目不会印出来，写了等于没写。

反例（课例）：
    ## 板书设记
    火山。

正例（课例）：
    ## 板书
    火山。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.body import absent
from generator.content.library import Library
from generator.content.suggest import hint
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("B04")
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        names = library.curriculum.sections.get(item.kind.key, ())
        if not names:
            continue
        for part in item.body.parts:
            if part.name is None and part.section.level == 2:
                unwanted = library.curriculum.unwanted_section(part.section.title)
                if unwanted:
                    message = f"手册里没有“{unwanted.name}”这一栏。"
                    said = f"删掉这一栏；{unwanted.note}"
                    yield Finding(item.document.source, part.section.span, message, said)
                    continue
                said = hint(part.section.title, [name.name for name in names])
                missing = [name for name in absent(item.body, item.body.parts, names) if name.required]
                if len(missing) == 1 and "是不是" not in said:
                    said = f"是不是“{missing[0].name}”？这一页正好缺它。{said}"
                if part.section in item.body.raised:
                    said = f"这是活动过程里的一步，用三个“#”：### {part.section.title}"
                yield Finding(
                    item.document.source, part.section.span, f"不认识的栏目“{part.section.title}”。", said
                )
