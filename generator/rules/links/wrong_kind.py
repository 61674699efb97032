"""builds_on 和 lessons 里写课例，kits 里写活动包。

为什么：写错了地方，“先上过”的课里会冒出一个活动来。

反例（课例）：
    kits: [other-lesson]

正例（课例）：
    kits: [sample-kit]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import RELATED, Library
from generator.content.suggest import hint
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("L14")
def check(library: Library) -> Iterator[Finding]:
    for relation in library.relations:
        kind = RELATED.get(relation.name)
        target = relation.target
        if kind is None or target is None or target is relation.source or target.kind.key == kind:
            continue
        allowed = [item.slug for item in library.items if item.kind.key == kind]
        allowed = [slug for slug in allowed if slug != relation.source.slug]
        message = f"{relation.name} 里的“{relation.slug}”是{target.kind.name}，不该写在这里。"
        right = next((n for n in relation.source.kind.relations if RELATED.get(n) == target.kind.key), None)
        move = f"移到 {right} 里；" if right else ""
        yield Finding(
            relation.source.document.source, relation.span, message, move + hint(relation.slug, allowed)
        )
