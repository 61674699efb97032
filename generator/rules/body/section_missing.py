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

from generator.content.body import absent
from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span


@rule("B01", owed=True)
def check(library: Library) -> Iterator[Finding]:
    for item in library.items:
        names = library.curriculum.sections.get(item.kind.key, ())
        present = {part.name.key: part.section for part in item.body.parts if part.name}
        missing = [name for name in absent(item.body, item.body.parts, names) if name.required]
        # One is missing and one is not known: that is one mistake, told at the unknown one.
        unknown = (p for p in item.body.parts if p.name is None and p.section.level == 2)
        if len(missing) == 1 and any(
            not library.curriculum.unwanted_section(p.section.title) for p in unknown
        ):
            continue
        # Once all that is asked for is there, these stand one after another.
        whole = [name for name in names if name.key in present or name in missing]
        titles = {name.key: present[name.key].title if name.key in present else name.name for name in whole}
        source = item.document.source
        end = len(source.text.rstrip("\n"))
        for name in missing:
            index = whole.index(name)
            later = next((present[n.key] for n in whole[index + 1 :] if n.key in present), None)
            span = later.span if later else Span(end, end)
            if index + 1 < len(whole) and whole[index + 1].key in present:
                where = f"在“{titles[whole[index + 1].key]}”前面"
            else:
                where = f"在“{titles[whole[index - 1].key]}”后面" if index else "在正文最前面"
            yield Finding(source, span, f"缺少“{name.name}”一栏。", f"{where}加：## {name.name}")
