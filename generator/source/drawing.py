"""An SVG drawing as elements and texts with places. Nothing in it is run, loaded or expanded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from generator.source.conflict import conflicts_in
from generator.source.diagnostic import Finding
from generator.source.reading import decode
from generator.source.span import Source, Span

_ATTRIBUTE = re.compile(r"""(?P<name>[^\s=<>"'/]+)\s*=\s*(?P<value>"[^"]*"|'[^']*')""")
_TAG = re.compile(r"""<[^\s/>]+(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_UNREAD = frozenset({"style", "script"})
"""Elements whose characters are code and no text for a reader."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """``name`` keeps its prefix (``xlink:href``); ``span`` is the value as written, without quotes."""

    name: str
    value: str
    span: Span

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag. ``name`` has no prefix: whatever its namespace is called, ``script`` is ``script``."""

    name: str
    span: Span
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Characters:
    """A run of characters between two tags; ``element`` is what they stand in.

    ``text`` is what a reader sees: ``&amp;`` is one character of it and five of ``span``.
    """

    text: str
    span: Span
    element: str

    def part(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` is written; the whole run if a reference in it hides where."""
        if self.span.end - self.span.start != len(self.text):
            return self.span
        return Span(self.span.start + start, self.span.start + end)


@dataclass(frozen=True, slots=True)
class Instruction:
    """A processing instruction such as ``<?xml-stylesheet …?>``."""

    target: str
    data: str
    span: Span


@dataclass(frozen=True, eq=False)
class Drawing:
    """An SVG file as far as it could be read, in reading order. A file is read once, so it equals itself only.

    ``fault`` says why it could not be read to its end. Reading also ends, without a fault, at a
    document type that defines entities; ``doctype`` is its place.
    """

    source: Source
    elements: tuple[Element, ...] = ()
    characters: tuple[Characters, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    doctype: Span | None = None
    fault: Finding | None = field(default=None)

    @property
    def texts(self) -> tuple[Characters, ...]:
        """What a reader sees or hears read out: everything but styles, scripts and blanks."""
        return tuple(c for c in self.characters if c.element not in _UNREAD and c.text.strip())

    @property
    def styles(self) -> tuple[Characters, ...]:
        """The style sheets in it."""
        return tuple(c for c in self.characters if c.element == "style")


@lru_cache(maxsize=1024)
def read(path: str, data: bytes) -> Drawing:
    """The drawing in ``data``. Never raises, whatever the bytes."""
    source, problems = decode(path, data)
    if problems:
        return Drawing(source, fault=problems[0])
    conflicts = conflicts_in(source)
    if conflicts:
        return Drawing(source, fault=conflicts[0])
    reader = _Reader(source)
    fault = reader.read()
    return Drawing(
        source,
        tuple(reader.elements),
        tuple(reader.characters),
        tuple(reader.instructions),
        reader.doctype,
        fault,
    )


class _Stop(Exception):
    """Reading ends before anything is expanded."""


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.data = source.text.encode("utf-8", "surrogatepass")
        self.elements: list[Element] = []
        self.characters: list[Characters] = []
        self.instructions: list[Instruction] = []
        self.doctype: Span | None = None
        self.open: list[str] = []
        self.run: list[str] = []
        self.run_start = 0
        self.seen = (0, 0)
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = False
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.CommentHandler = lambda _: self._flush()
        self.parser.StartCdataSectionHandler = self._flush
        self.parser.EndCdataSectionHandler = self._flush

    def read(self) -> Finding | None:
        try:
            self.parser.Parse(self.data, True)
        except _Stop:
            return None
        except expat.ExpatError as error:
            place = self._offset(self.parser.ErrorByteIndex)
            return _fault(self.source, place, error.code, self.open)
        return None

    def _offset(self, index: int) -> int:
        """The character at a byte. Places come in rising order, so each byte is counted once."""
        byte, character = self.seen if self.seen[0] <= index else (0, 0)
        character += len(self.data[byte:index].decode("utf-8", "ignore"))
        self.seen = (index, character)
        return min(character, len(self.source.text))

    def _here(self) -> int:
        return self._offset(self.parser.CurrentByteIndex)

    def _flush(self) -> None:
        if self.run:
            span = Span(self.run_start, max(self.run_start, self._here()))
            element = self.open[-1] if self.open else ""
            self.characters.append(Characters("".join(self.run), span, element))
            self.run.clear()

    def _doctype(self, name: str, system: str | None, public: str | None, has_subset: bool) -> None:
        start = self._here()
        end = self.source.text.find(">", start) + 1 or len(self.source.text)
        self.doctype = Span(start, end)
        if has_subset:
            raise _Stop

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._flush()
        start = self._here()
        tag = _TAG.match(self.source.text, start)
        end = tag.end() if tag else start
        places = {
            found["name"]: Span(found.start("value") + 1, found.end("value") - 1)
            for found in _ATTRIBUTE.finditer(self.source.text, start, end)
        }
        local = name.rpartition(":")[2]
        self.elements.append(
            Element(
                local,
                Span(start, end),
                tuple(
                    Attribute(key, value, places.get(key, Span(start, end)))
                    for key, value in attributes.items()
                ),
            )
        )
        self.open.append(local)

    def _end(self, name: str) -> None:
        self._flush()
        self.open.pop()

    def _characters(self, text: str) -> None:
        if not self.run:
            self.run_start = self._here()
        self.run.append(text)

    def _instruction(self, target: str, data: str) -> None:
        self._flush()
        start = self._here()
        end = self.source.text.find("?>", start) + 2
        self.instructions.append(Instruction(target, data, Span(start, max(start, end))))


def _fault(source: Source, place: int, code: int, open_elements: list[str]) -> Finding:
    inside = open_elements[-1] if open_elements else ""
    errors = expat.errors.codes
    known = {
        errors[expat.errors.XML_ERROR_TAG_MISMATCH]: (
            f"这里收的标签和前面开的 <{inside}> 不是一对。",
            f"先用 </{inside}> 收住，或改正标签名",
        ),
        errors[expat.errors.XML_ERROR_NO_ELEMENTS]: ("这个文件里没有图。", "从画图软件里重新导出"),
        errors[expat.errors.XML_ERROR_UNCLOSED_TOKEN]: ("这里的标签没有写完。", "补上收尾的 >"),
        errors[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: ("同一个标签里有一项写了两次。", "只留一处"),
        errors[expat.errors.XML_ERROR_UNBOUND_PREFIX]: ("这里用的前缀没有说明。", "从画图软件里重新导出"),
        errors[expat.errors.XML_ERROR_UNDEFINED_ENTITY]: (
            "“&”后面的名字浏览器不认识。",
            "“&”本身写成 &amp;；空格直接打空格",
        ),
        errors[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: (
            "</svg> 后面还有内容。",
            "删掉 </svg> 后面的内容",
        ),
    }
    unended = code == errors[expat.errors.XML_ERROR_NO_ELEMENTS] and inside
    message, hint = known.get(
        code,
        (
            "这里的 SVG 写法不对，浏览器读到这里就停了。",
            "“&”写成 &amp;，“<”写成 &lt;；或从画图软件里重新导出",
        ),
    )
    if unended:
        message, hint = f"文件到这里就断了，<{inside}> 还没有收住。", f"补上 </{inside}>，或重新导出"
    line = source.line_span(source.position(place).line)
    return Finding(source, Span(place, max(place, line.end)), message, hint, "drawing")
