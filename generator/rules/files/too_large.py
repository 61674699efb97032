"""文件不能太大。

为什么：学校网络慢，太大的页面和打印页打不开；文字文件这么大，多半是贴进了别的东西。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Source, Span

_TEXT = 200_000
_SHEET = 2_000_000


@rule("F08")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        size = len(document.source.text.encode("utf-8", "surrogatepass"))
        if size > _TEXT:
            message = f"这个文件有 {size / 1000:.0f} kB，超过了 {_TEXT // 1000} kB。"
            hint = "看看有没有误贴进来的内容；内容太多就拆成两课"
            yield Finding(document.source, Span(0, 0), message, hint)
    for asset in library.assets:
        size = len(asset.data)
        if size > _SHEET:
            message = f"这个文件有 {size / 1_000_000:.1f} MB，超过了 {_SHEET // 1_000_000} MB。"
            hint = "降低里面图片的分辨率，重新导出"
            yield Finding(Source(asset.path, ""), Span(0, 0), message, hint)
