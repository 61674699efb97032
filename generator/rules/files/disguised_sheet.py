"""打印页的内容要和它的扩展名一致。

为什么：把 PNG 改名成 .svg，浏览器和打印机都不认，打出来是空白。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.reading import kind_of
from generator.source.span import Source, Span

_SHEETS = {"svg", "pdf", "png"}


@rule("F12", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    for asset in library.assets:
        named = asset.path.rpartition(".")[2].lower()
        found = kind_of(asset.data)
        if named not in _SHEETS or found == named or not asset.data.strip():
            continue
        what = f"其实是 {found.upper()} 文件" if found else "里面却不是图"
        message = f"文件名是 .{named}，{what}。"
        if found in _SHEETS:
            hint = f"把扩展名改成 .{found}（printables 里也改），或者重新导出成 {named.upper()}"
        else:
            hint = f"用原来的软件另存为 {named.upper()}，不要只改扩展名"
        yield Finding(Source(asset.path, ""), Span(0, 0), message, hint)
