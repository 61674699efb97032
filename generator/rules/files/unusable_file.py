"""内容文件夹里只放 .md 和打印页（.svg、.pdf、.png）。

为什么：Word 文件、照片和临时文件不会出现在网站上，放在这里别人以为有，其实看不到。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Source, Span

_SHEETS = ("svg", "pdf", "png")
_WORD = ("doc", "docx", "wps", "odt", "rtf", "pages")
_PICTURES = ("jpg", "jpeg", "gif", "bmp", "webp", "heic", "tif", "tiff")
_SLIDES = ("ppt", "pptx", "xls", "xlsx", "dps", "et", "key")


@rule("F17")
def check(library: Library) -> Iterator[Finding]:
    for asset in library.assets:
        stem, dot, extension = asset.path.rpartition("/")[2].rpartition(".")
        if dot and extension in _SHEETS:
            continue
        message, hint = _advice(stem or extension, extension if dot else "")
        yield Finding(Source(asset.path, ""), Span(0, 0), message, hint)


def _advice(stem: str, extension: str) -> tuple[str, str]:
    """What is said of a file of another kind, and what to do with it."""
    kind = extension.lower()
    if stem.startswith(("~$", ".~", "~")) or kind in ("tmp", "bak", "swp") or stem in ("Thumbs", "desktop"):
        return "这是软件留下的临时文件。", "关掉打开它的软件，删掉这个文件"
    if kind in ("md", "markdown", "mdown") or (kind == "txt" and stem.lower().endswith(".md")):
        plain = stem[:-3] if stem.lower().endswith(".md") else stem
        return "扩展名不是小写的 .md，手册读不到这个文件。", f"改名为：{plain}.md"
    if kind in _SHEETS:
        return f"扩展名要用小写：.{kind}。", f"改名为：{stem}.{kind}（printables 里也用这个名字）"
    if kind in _WORD:
        return f"手册读不了 Word 文件（.{extension}）。", "把内容粘贴到同名的 .md 文件里，再删掉这个文件"
    if kind in _PICTURES:
        return f"手册的图只用 .svg 和 .png，不用 .{extension}。", f"另存为 PNG：{stem}.png"
    if kind in _SLIDES:
        return f"手册不放 .{extension} 文件。", "要打印的导出成 PDF，不用的删掉"
    if kind == "txt":
        return "手册不读 .txt 文件。", f"是教案就改名为：{stem}.md；不是就删掉它"
    return "这种文件手册用不上。", "打印页用 .svg、.pdf 或 .png；别的移出内容文件夹或删掉"
