"""curriculum.yml、school.yml、glossary.yml 里的各项要对得上。

为什么：线索要挂在有的学段上，安全标记要指向有的文字，英文名不能重复；时机和学期的日子要真有这一天，不能倒着写。词语解释里，同一个词只解释一次，指到的内容要真有。角色的分工取自指南的表，那一行要找得到。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.duty import duties
from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate, parse
from generator.source.span import Span

_PATH = "curriculum.yml"


@rule("M13")
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("vocabulary")
    for index, audience in enumerate(library.curriculum.audiences):
        # A school may do without that guide; the page then does without the duties.
        guide = library.by_slug.get(audience.duties.guide) if audience.duties else None
        if audience.duties is None or guide is None:
            continue
        known = {duty.who for duty in duties(guide, audience.duties.rows)}
        for place, row in enumerate(audience.duties.rows):
            if row in known:
                continue
            source = library.settings[_PATH]
            node, _ = parse(source, Span(0, len(source.text)))
            assert node is not None  # It was read into the curriculum.
            written = locate(node, ("audiences", index, "duties", "rows", place))
            message = f"指南《{guide.title}》的表里没有“{row}”这一行。"
            yield Finding(source, written.span, message, f"照表的第一格写：{guide.path}")
