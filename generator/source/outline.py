"""The body of a file as headings, links and other marks with places. The only Markdown parser here.

Parsed as CommonMark with tables, which is what the code host shows an author.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.source.prose import OPAQUE, Prose, prose
from generator.source.span import Source, Span

_MARKDOWN = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")
# Addresses are judged by rules and shown as written, so the parser must neither drop nor re-encode them.
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]
_MARKDOWN.normalizeLink = lambda url: url  # type: ignore[method-assign]

_TIMED = re.compile(
    r"^(?P<label>(?:[（(][一二三四五六七八九十\d]{1,3}[）)](?=.*[（(]))?[^（(]*?)\s*[（(]\s*(?P<minutes>\d{1,3})\s*(?:分钟?|′|')\s*[)）]\s*[：:]?\s*(?P<name>.*)$"
)
_ATX = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<title>.*?)(?:[ \t]+#+)?[ \t]*$")
_ALLOW = re.compile(r"^<!--\s*允许.*-->\s*$", re.S)
_UNCLOSED = re.compile(r"<(?=!--[ \t]*允许(?!.*-->))")
# ``# 允许 X01 …`` belongs into the front matter; in a body it is a slip and no heading.
_ALLOW_HEADING = re.compile(r"允许\s*[A-Za-z]\d{2}\b")
_LINK_END = re.compile(r"""\s*>?\s*(?:"[^"]*"|'[^']*'|\([^()]*\))?\s*\)""")
_PROSE = {"heading_open": "heading", "th_open": "cell", "td_open": "cell"}


@dataclass(frozen=True, slots=True)
class Timed:
    """What a heading such as ``团体暖身（5分钟）火山操`` says: label, minutes and name."""

    label: str
    minutes: int
    name: str
    span: Span
    """The digits of the minutes."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    ``own`` ends at the next heading of any level, ``whole`` at the next of the same or a
    higher one; both begin after the heading's line. ``id`` is unique in the file, and no
    other heading's coming or going changes it while its title and parents stay.
    """

    id: str
    level: int
    title: str
    span: Span
    own: Span
    whole: Span
    timed: Timed | None
    children: tuple[Section, ...]

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Link:
    """A link or, with ``image``, a picture. ``span`` is its address as written."""

    text: str
    target: str
    span: Span
    image: bool


@dataclass(frozen=True, slots=True)
class ListItem:
    """A list item: ``text`` is its source without the marker, ``depth`` counts the lists it stands in."""

    text: str
    span: Span
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's source text; ``quoted`` if it stands in a block quote (said aloud)."""

    span: Span
    quoted: bool
    depth: int
    """How many lists and quotes it stands in."""


@dataclass(frozen=True, slots=True)
class Block:
    """An outermost block of the body, by lines."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything in a body that a rule or a page asks for, in reading order."""

    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    html: tuple[Span, ...] = ()
    items: tuple[ListItem, ...] = ()
    """The items of the outermost lists."""
    nested: tuple[ListItem, ...] = ()
    """The items of lists inside lists."""
    paragraphs: tuple[Paragraph, ...] = ()
    blocks: tuple[Block, ...] = ()
    prose: tuple[Prose, ...] = ()
    linked: tuple[Span, ...] = ()
    """The words of links, as written."""
    code: tuple[Span, ...] = ()
    """Indented and fenced code."""
    unclosed: tuple[Span, ...] = ()
    """Lines that open fenced code which nothing closes; what follows them is read as if they were blank."""

    def walk(self) -> Iterator[Section]:
        """All sections, in reading order."""
        for section in self.sections:
            yield from section.walk()

    def items_in(self, span: Span) -> tuple[ListItem, ...]:
        return tuple(item for item in self.items if item.span in span)


def outline(source: Source, body: Span) -> Outline:
    """The outline of the part of ``source`` in ``body``. Never raises."""
    first_line = source.position(body.start).line
    # An exemption that is never closed would make a comment of all that follows.
    text = _UNCLOSED.sub("‹", source[body])
    tokens = _MARKDOWN.parse(text)
    unclosed: list[Span] = []
    while (line := _unclosed(tokens, text)) is not None:
        unclosed.append(source.line_span(first_line + line))
        lines = text.split("\n")
        lines[line] = ""
        text = "\n".join(lines)
        tokens = _MARKDOWN.parse(text)
    reader = _Reader(source, body, first_line)
    reader.read(tokens)
    return Outline(
        sections=_nest(reader.headings, source, body),
        links=tuple(reader.links),
        html=tuple(reader.html),
        items=tuple(reader.items),
        paragraphs=tuple(reader.paragraphs),
        blocks=tuple(reader.blocks),
        prose=tuple(reader.prose),
        nested=tuple(reader.nested),
        linked=tuple(reader.linked),
        code=tuple(reader.code),
        unclosed=tuple(unclosed),
    )


def _unclosed(tokens: Sequence[Token], text: str) -> int | None:
    """The line of the fence that swallows the rest of the text for want of a closing one."""
    lines: list[str] = []
    for token in tokens:
        if token.type == "fence" and token.level == 0 and token.map:
            lines = lines or text.split("\n")
            first, last = token.map
            closing = lines[last - 1].strip() if last - 1 > first else ""
            if not (closing and set(closing) == {token.markup[0]} and len(closing) >= len(token.markup)):
                return first
    return None


def heading_id(title: str) -> str:
    """The part of an address that names a heading: letters, digits and hyphens, Chinese kept."""
    folded = unicodedata.normalize("NFKC", title).lower()
    return re.sub(r"[\W_]+", "-", folded).strip("-") or "section"


def timed(title: str, span: Span) -> Timed | None:
    """What a heading with minutes says; ``None`` if it gives none. ``span`` is the title's."""
    found = _TIMED.match(title)
    if not found:
        return None
    digits = Span(span.start + found.start("minutes"), span.start + found.end("minutes"))
    return Timed(found["label"].strip(), int(found["minutes"]), found["name"].strip(), digits)


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    title: str
    span: Span
    line_span: Span


class _Reader:
    def __init__(self, source: Source, body: Span, first_line: int) -> None:
        self.source = source
        self.body = body
        self.first_line = first_line
        self.headings: list[_Heading] = []
        self.links: list[Link] = []
        self.html: list[Span] = []
        self.items: list[ListItem] = []
        self.paragraphs: list[Paragraph] = []
        self.blocks: list[Block] = []
        self.prose: list[Prose] = []
        self.read_to = body.start
        self.nested: list[ListItem] = []
        self.linked: list[Span] = []
        self.code: list[Span] = []

    def _region(self, token: Token) -> Span:
        first, last = token.map or [0, 0]
        start = max(self.source.offset(self.first_line + first), self.body.start)
        end = self.source.offset(self.first_line + last)
        while end > start and self.source.text[end - 1] in "\n \t":
            end -= 1
        return Span(min(start, self.body.end), max(min(end, self.body.end), min(start, self.body.end)))

    def read(self, tokens: Sequence[Token]) -> None:
        quotes = 0
        lists = 0
        for index, token in enumerate(tokens):
            if token.level == 0 and token.nesting >= 0 and token.map:
                self.blocks.append(Block(token.type.removesuffix("_open"), self._region(token)))
            match token.type:
                case "blockquote_open":
                    quotes += 1
                case "blockquote_close":
                    quotes -= 1
                case "list_item_open":
                    lists += 1
                    if not quotes:
                        self._item(token, lists)
                case "list_item_close":
                    lists -= 1
                case "heading_open" if token.level == 0:
                    self._heading(token, tokens[index + 1])
                case "paragraph_open":
                    self.paragraphs.append(Paragraph(self._region(token), quotes > 0, quotes + lists))
                case "code_block" | "fence":
                    self.code.append(self._region(token))
                case "html_block":
                    self._html_block(token)
                case "inline":
                    self._inline(token)
                    self._prose(token, _PROSE.get(tokens[index - 1].type, "paragraph"), quotes > 0)
                case _:
                    pass

    def _item(self, token: Token, depth: int) -> None:
        span = self._region(token)
        text = self.source[span]
        marker = re.match(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]*", text)
        skip = marker.end() if marker else 0
        items = self.items if depth == 1 else self.nested
        items.append(ListItem(text[skip:], Span(span.start + skip, span.end), depth))

    def _heading(self, token: Token, inline: Token) -> None:
        if _ALLOW_HEADING.match(inline.content):
            return
        region = self._region(token)
        line = self.source.line_span(self.source.position(region.start).line)
        atx = _ATX.match(self.source[line])
        span = Span(line.start + atx.start("title"), line.start + atx.end("title")) if atx else line
        self.headings.append(_Heading(int(token.tag[1:]), inline.content.strip(), span, region))

    def _html_block(self, token: Token) -> None:
        if not _ALLOW.match(token.content.strip()):
            self.html.append(self._region(token))

    def _inline(self, token: Token) -> None:
        region = self._region(token)
        cursor = region.start

        def place(written: str) -> Span:
            nonlocal cursor
            found = self.source.text.find(written, cursor, region.end) if written else -1
            if found < 0:
                return region
            cursor = found + len(written)
            return Span(found, cursor)

        inside: list[str] | None = None
        at = 0
        for child in token.children or ():
            if child.type == "link_open":
                target = str(child.attrGet("href") or "")
                inside, at = [], len(self.links)
                self.links.append(Link("", target, region, False))
            elif child.type == "link_close" and inside is not None:
                # The address stands after the text, in which an image may have its own.
                link = self.links[at]
                self.links[at] = replace(link, text="".join(inside), span=place(link.target))
                inside = None
            elif child.type == "image":
                target = str(child.attrGet("src") or "")
                self.links.append(Link(child.content, target, place(target), True))
            elif child.type == "html_inline" and not _ALLOW.match(child.content):
                self.html.append(place(child.content))
            elif inside is not None:
                inside.append(child.content)

    def _prose(self, token: Token, kind: str, quoted: bool) -> None:
        region = self._region(token)
        source = self.source.text
        # The cells of a table's row share one region, so each begins where the last one ended.
        cursor = max(region.start, self.read_to)
        text: list[str] = []
        places: list[int] = []
        targets: list[str] = []
        opened: list[int] = []

        def say(written: str, shown: str) -> None:
            nonlocal cursor
            found = source.find(written, cursor, region.end) if written else -1
            if found < 0:
                text.append(OPAQUE)
                places.append(min(cursor, region.end))
                return
            text.append(shown)
            places.extend(range(found, found + len(shown)))
            cursor = found + len(written)

        for child in token.children or ():
            match child.type:
                case "text":
                    if child.content:
                        say(child.content, child.content)
                case "softbreak" | "hardbreak":
                    say("\n", "\n")
                case "link_open":
                    targets.append(str(child.attrGet("href") or ""))
                    opened.append(len(places))
                case "link_close" | "image":
                    if child.type == "link_close" and opened and opened[-1] < len(places):
                        self.linked.append(Span(places[opened.pop()], places[-1] + 1))
                    if child.type == "image":
                        say("![", OPAQUE)
                        target = str(child.attrGet("src") or "")
                    else:
                        target = targets.pop() if targets else ""
                    found = source.find(f"]({target}", cursor, region.end)
                    if found >= 0:
                        end = _LINK_END.match(source, found + 2 + len(target), region.end)
                        cursor = end.end() if end else found + 2
                case _ if child.content:
                    say(child.content, OPAQUE)
                case _:
                    pass
        self.read_to = cursor
        if places:
            self.prose.append(prose(kind, "".join(text), places, quoted=quoted))


def _nest(headings: Sequence[_Heading], source: Source, body: Span) -> tuple[Section, ...]:
    ids: Counter[str] = Counter()
    taken: set[str] = set()

    def ends(index: int, deeper: bool) -> int:
        for later in headings[index + 1 :]:
            if deeper or later.level <= headings[index].level:
                return later.line_span.start
        return body.end

    def build(first: int, last: int, parent: str) -> tuple[Section, ...]:
        sections = []
        index = first
        while index < last:
            heading = headings[index]
            after = index + 1
            while after < last and headings[after].level > heading.level:
                after += 1
            mark = timed(heading.title, heading.span)
            base = heading_id((mark.name or mark.label) if mark else heading.title)
            if parent and heading.level > 3:
                base = f"{parent}-{base}"
            unique = base
            while unique in taken:
                ids[base] += 1
                unique = f"{base}-{ids[base] + 1}"
            taken.add(unique)
            start = min(heading.line_span.end + 1, body.end)
            sections.append(
                Section(
                    id=unique,
                    level=heading.level,
                    title=heading.title,
                    span=heading.span,
                    own=Span(start, max(start, ends(index, True))),
                    whole=Span(start, max(start, ends(index, False))),
                    timed=mark,
                    children=build(index + 1, after, unique),
                )
            )
            index = after
        return tuple(sections)

    return build(0, len(headings), "")
