"""信息项的值要是对的类型。

为什么：年级是数字，搜索词是列表，标题是文字；YAML 会把不加引号的 525、12:30、no 当成别的东西。

反例（课例）：
    minutes: 四十

正例（课例）：
    minutes: 40
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.content.library import Library
from generator.content.suggest import nearest
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M07")
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("type")
    slugs = {item.title: item.slug for item in library.items}
    for finding in library.on("slug"):
        # Whoever names a page by its title is told its file's name.
        written = finding.source[finding.span].strip("\"'“”《》 ")
        title = nearest(written, slugs) if not written.isascii() else None
        if title:
            whole = finding.hint.startswith("写成：[")  # The list lacks its brackets too.
            named = f"[{slugs[title]}]" if whole else slugs[title]
            finding = replace(finding, hint=f"写文件名：{named}")
        yield finding
