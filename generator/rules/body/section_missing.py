"""固定的栏目都要有。

为什么：老师翻到哪一课，都在同一个地方找准备、过程和安全。

反例（课例）：
    （删去）## 板书设计

正例（课例）：
    ## 板书设计
    画一座火山。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.suggest import nearest
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span


@rule("B01", owed=True)
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        names = library.curriculum.sections.get(item.kind.key, ())
        present = {part.name.key: part.section for part in item.body.parts if part.name}
        known = [name.name for name in names]
        misspelt = {nearest(part.section.title, known) for part in item.body.parts if part.name is None}
        for index, name in enumerate(names):
            if not name.required or name.key in present or name.name in misspelt or item.body.means(name):
                continue
            source = item.document.source
            later = next((present[n.key] for n in names[index + 1 :] if n.key in present), None)
            end = len(source.text.rstrip("\n"))
            span = later.span if later else Span(end, end)
            where = f"在“{later.title}”前面" if later else "在文件末尾"
            yield Finding(source, span, f"缺少“{name.name}”一栏。", f"{where}加：## {name.name}")
