"""moved_from 写这一页原来的地址，不和现有的页面相撞。

为什么：旧地址会自动转到这一页；要是那里已经有别的页面，两个只能留一个。打印页不用写，跟着这一页一起转。

反例（课例）：
    moved_from: [lessons/lower/emotions/other-lesson.md]

反例（课例）：
    moved_from: [lessons/lower/emotions/index.html]

反例（活动包）：
    moved_from: [lessons/lower/emotions/sample-sheet.html]

正例（课例）：
    moved_from: [lessons/lower/emotions/old-lesson.html]

正例（活动包）：
    moved_from: [activities/old-kit/index.html]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.content.kind import kinds
from generator.content.library import Library
from generator.content.schema import SLUG
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate

_ENDS = re.compile(r"\.(?:md|html)$")


@rule("L11")
def check(library: Library) -> Iterator[Finding]:
    taken = {_ENDS.sub("", document.source.path) for document in library.documents}
    taken |= {sheet.path.rpartition(".")[0] for sheet in library.sheets}
    claims: dict[str, list[str]] = defaultdict(list)
    for item in library.items:
        for address in item.card.moved_from:
            claims[_ENDS.sub("", address)].append(item.path)
    for item in library.items:
        for index, address in enumerate(item.card.moved_from):
            span = locate(item.document.front, ("moved_from", index)).span
            old = _ENDS.sub("", address)
            others = [path for path in claims[old] if path != item.path]
            if not _was_page(address):
                message = f"“{address}”不是手册里一页内容的地址。"
                hint = f"从文件夹名写起，写到 .html 为止，如 {item.address}"
            elif old == _ENDS.sub("", item.path):
                message, hint = "这就是这一页现在的地址。", "删掉它；只写改名或搬家以前的地址"
            elif old in taken:
                message = f"{address} 那里现在已经有一页，不能再转到别处。"
                hint = "删掉它，或者换成这一页真正用过的旧地址"
            elif others:
                message = f"{others[0]} 也说这是它的旧地址。"
                hint = "两页里删掉一处，只留真正搬走的那一页"
            else:
                continue
            yield Finding(item.document.source, span, message, hint)


def _was_page(address: str) -> bool:
    """Whether an item's page can have stood there: not where the site has an index, nor outside its folders."""
    if not _ENDS.search(address):
        return False
    places = [kind.place(_ENDS.sub(".md", address)) for kind in kinds()]
    return any(
        place["slug"] != "index" and all(re.fullmatch(SLUG, part) for part in place.values())
        for place in places
        if place
    )
