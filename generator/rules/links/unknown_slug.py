"""builds_on、kits、lessons 里写有的名字。

为什么：它们让老师从这一课走到那一课；名字不对，路就断了。

反例（课例）：
    kits: [no-such-kit]

正例（课例）：
    kits: [sample-kit]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import RELATED, Library
from generator.content.suggest import hint
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L02")
def check(library: Library) -> Iterator[Finding]:
    for relation in library.relations:
        if relation.name == "link":
            continue
        if relation.target is None and relation.slug not in library.slugs:
            allowed = [i.slug for i in library.items if i.kind.key == RELATED[relation.name]]
            allowed = [slug for slug in allowed if slug != relation.source.slug]
            message = f"{relation.name} 里的“{relation.slug}”不存在。"
            source = relation.source.document.source
            yield Finding(source, relation.span, message, hint(relation.slug, allowed))
