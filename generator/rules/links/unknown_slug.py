"""builds_on、kits、lessons 里写有的名字。

为什么：它们让老师从这一课走到那一课；名字不对，路就断了。

反例（课例）：
    kits: [no-such-kit]

正例（课例）：
    kits: [sample-kit]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.suggest import hint, nearest
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L02")
def check(library: Library) -> Iterator[Finding]:
    wanted = {"builds_on": "lesson", "lessons": "lesson", "kits": "activity"}
    for relation in library.relations:
        if relation.name == "link":
            continue
        kind = wanted[relation.name]
        allowed = [i.slug for i in library.items if i.kind.key == kind and i is not relation.source]
        source = relation.source.document.source
        if relation.slug == relation.source.slug:
            yield Finding(source, relation.span, f"{relation.name} 里写了这一页自己。", "删掉它")
        elif relation.target is None and relation.slug not in library.slugs:
            message = f"{relation.name} 里的“{relation.slug}”不存在。"
            guess = nearest(relation.slug, allowed)
            yield Finding(
                source, relation.span, message, f"是不是“{guess}”？" if guess else "写文件名，不带 .md"
            )
        elif relation.target is not None and relation.target.kind.key != kind:
            message = f"{relation.name} 里的“{relation.slug}”是{relation.target.kind.name}，不该写在这里。"
            yield Finding(source, relation.span, message, hint(relation.slug, allowed))
