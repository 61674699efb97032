"""文件夹里的每个文件都有页面用到。

为什么：没人用的打印页，老师找不到，以后也没人记得它是谁的。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.suggest import nearest
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity
from generator.source.span import Source, Span


@rule("L05", Severity.WARNING)
def check(library: Library) -> Iterator[Finding]:
    used = {sheet.path for sheet in library.sheets}
    broken = {
        d.source.path.rpartition("/")[0] for d in library.documents if d.source.path not in library.by_path
    }
    # A sheet is named under a key that is wrong or misspelt.
    broken |= {
        item.folder for item in library.items if any(nearest(key, ["printables"]) for key in item.faulty)
    }
    have = {asset.path for asset in library.assets}
    # A sheet whose name is misspelt in front matter is told there.
    misnamed = {nearest(sheet.path, have - used) for sheet in library.sheets if sheet.path not in have}
    for asset in library.assets:
        folder = asset.path.rpartition("/")[0]
        if not asset.path.endswith((".svg", ".pdf", ".png")):
            continue
        if asset.path not in used | misnamed and folder not in broken:
            nowhere = Source(asset.path, "")
            yield Finding(
                nowhere, Span(0, 0), "没有页面用到这个文件。", "写进所属页面的 printables，或者删掉它"
            )
