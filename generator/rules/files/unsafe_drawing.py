"""SVG 打印页里没有会运行的东西，也不从外面取东西。

为什么：SVG 是一段程序能看懂的文字，里面可以藏脚本；从别的网站取图的，在学校网络里和U盘上都是空的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.drawing import Attribute, Drawing, Element
from generator.source.span import Span

# Elements that run something or bring in another kind of document.
_ELEMENTS = {
    "script": ("脚本", "删掉整个 <script>"),
    "handler": ("脚本", "删掉整个 <handler>"),
    "listener": ("脚本", "删掉整个 <listener>"),
    "foreignobject": ("网页内容（foreignObject）", "把里面的字改成 <text>，或导出时选“文字转成 SVG 文本”"),
    "iframe": ("嵌入的网页", "删掉它"),
    "object": ("嵌入的文件", "删掉它"),
    "embed": ("嵌入的文件", "删掉它"),
    "audio": ("声音", "删掉它"),
    "video": ("视频", "删掉它"),
    "link": ("外面的样式", "删掉它"),
    "base": ("外面的网址", "删掉它"),
    "form": ("网页表单", "删掉它"),
}
_ADDRESSES = frozenset(["href", "src", "data", "poster", "srcset", "action", "formaction", "base", "ping"])
_ANIMATIONS = frozenset(["animate", "set", "animatetransform", "animatemotion", "animatecolor"])
_INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpe?g|gif|webp);base64,|$)", re.I)
_URL = re.compile(r"url\(\s*[\"']?(?P<address>[^)\"']*)[\"']?\s*\)?|@import\b[^;]*", re.I)
# What _URL or an escape of it needs. Most attributes are numbers, and there are very many.
_MAY_BE_CSS = re.compile(r"[(@\\]")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)|/\*.*?\*/", re.S)
_OUTSIDE = "把图画进这个文件，或者删掉；这里只能指到文件里面的 #名字"


@rule("F13", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    for drawing in library.drawings.values():
        for span, what, hint in _faults(drawing):
            yield Finding(drawing.source, span, f"打印页里有{what}。", hint)


@lru_cache(maxsize=1024)
def _faults(drawing: Drawing) -> tuple[tuple[Span, str, str], ...]:
    return tuple(_sought(drawing))


def _sought(drawing: Drawing) -> Iterator[tuple[Span, str, str]]:
    if drawing.doctype:
        yield drawing.doctype, "文件类型声明（DOCTYPE）", "删掉 <!DOCTYPE …> 这一段，SVG 用不着它"
    for instruction in drawing.instructions:
        yield instruction.span, f"处理指令 <?{instruction.target}", "删掉这一段"
    for element in drawing.elements:
        found = _ELEMENTS.get(element.name.lower())
        if found:
            yield element.span, *found
        for attribute in element.attributes:
            yield from _attribute(element, attribute)
    for style in drawing.styles:
        plain = _ESCAPE.sub(_unescaped, style.text)
        for css in _URL.finditer(plain):
            if not _INSIDE.match(css["address"] or "@"):
                whole = plain != style.text
                span = style.span if whole else style.part(css.start(), css.end())
                yield span, f"外面的引用：{css[0].strip()[:40]}", _OUTSIDE


def _attribute(element: Element, attribute: Attribute) -> Iterator[tuple[Span, str, str]]:
    name = attribute.local.lower()
    if name.startswith("on") and name.isalpha():
        yield attribute.span, f"会运行的代码（{attribute.name}）", f'删掉 {attribute.name}="…" 这一项'
    elif name in _ADDRESSES and not _INSIDE.match(attribute.value):
        yield attribute.span, f"外面的引用：{attribute.value.strip()[:40]}", _OUTSIDE
    elif element.name.lower() in _ANIMATIONS and name == "attributename":
        aim = attribute.value.strip().rpartition(":")[2].lower()
        if aim in _ADDRESSES or aim.startswith("on"):
            yield attribute.span, f"会改变网址的动画（{attribute.value}）", "删掉这个动画"
    elif _MAY_BE_CSS.search(attribute.value):
        for css in _URL.finditer(_ESCAPE.sub(_unescaped, attribute.value)):
            if not _INSIDE.match(css["address"] or "@"):
                yield attribute.span, f"外面的引用：{css[0].strip()[:40]}", _OUTSIDE


def _unescaped(found: re.Match[str]) -> str:
    if found[1]:
        code = int(found[1], 16)
        return chr(code) if code < 0x110000 else ""
    return found[2] or ""
