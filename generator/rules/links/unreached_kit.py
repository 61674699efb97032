"""每个活动包都有课例、点子或指南通到它。

为什么：没有一页通到的活动，老师备课时碰不到它。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.suggest import nearest
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity
from generator.source.frontmatter import locate


@rule("L10", Severity.WARNING)
def check(library: Library) -> Iterator[Finding]:
    lost = {r.slug for r in library.relations if r.target is None}
    for kit in library.activities:
        if not kit.published or any(r.source.kind is not kit.kind for r in library.backlinks(kit)):
            continue
        # A page that names it wrongly, or that could not be read, is where the mistake is.
        others = (d for d in library.documents if d.source.path != kit.path)
        named = any(
            kit.slug in d.source.text for d in others if not d.source.path.startswith(kit.kind.folder)
        )
        unread = any(not d.source.text.strip() for d in library.documents)
        unread |= any("kits" in item.faulty for item in library.items)
        if named or unread or any(nearest(slug, [kit.slug]) for slug in lost):
            continue
        message = f"没有一课、一个点子或指南通到《{kit.title}》。"
        hint = f"在合适的课例的 kits 里写上：{kit.slug}，或者在学科融合、指南的正文里链接到它"
        yield Finding(kit.document.source, locate(kit.document.front, ("title",)).span, message, hint)
