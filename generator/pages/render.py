"""Pages as Markdown. The only file that imports jinja2."""

from __future__ import annotations

import html
import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.content import reference
from generator.content.body import Labelled
from generator.content.glossary import Entry
from generator.content.kind import Item
from generator.content.library import Library
from generator.pages import find, flow, glossary
from generator.pages.page import Page, relative
from generator.source.diagnostic import Edit
from generator.source.edit import apply
from generator.source.outline import Link, Section
from generator.source.span import Span

_TEMPLATES = Path(__file__).parent / "templates"
_GRADES = "一二三四五六"
_SEMESTERS = {1: "上册", 2: "下册"}
_LABEL = re.compile(r"^(\s*[-*+] )([^\s：、，。；“”（）《》*<\[]{1,8}：)", re.M)
_HIDDEN = {
    "home": ("navigation", "toc", "path"),
    "find": ("navigation", "toc"),
    "emergency": ("navigation", "toc"),
    "index": ("toc",),
    "lesson": ("footer",),
    "sheet": ("navigation", "toc", "footer"),
}
"""What the engine's theme shows beside every page and what would only waste room, by look up to its hyphen."""


def render(page: Page, library: Library) -> str:
    """The Markdown of a page, with its front matter for the engine."""
    view = _View(page, library)
    values = {"page": page, "library": library, "curriculum": library.curriculum, "school": library.school}
    functions = {
        "url": view.url,
        "prose": view.prose,
        "whole": view.whole,
        "responses": view.responses,
        "explained": view.explained,
        "told": view.told,
        "text": view.text,
        "fill": view.fill,
        "find": view.find,
    }
    body = _environment().get_template(page.template).render(values | functions | dict(page.values))
    meta = {
        "title": html.escape(page.title, quote=False),
        # These stand in attributes.
        "description": html.escape(page.description),
        "author": html.escape("、".join(page.item.card.authors)) if page.item else "",
        "look": page.look,
        "band": page.band,
        "hide": _HIDDEN.get(page.look.partition("-")[0]),
    }
    head = "\n".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items() if value
    )
    return f"---\n{head}\n---\n{body}\n"


def grade_name(grade: int) -> str:
    """``二年级``."""
    return f"{_GRADES[grade - 1]}年级"


def semester_name(grade: int, semester: int) -> str:
    """``二年级上册``."""
    return grade_name(grade) + _SEMESTERS[semester]


def grades_name(grades: tuple[int, ...]) -> str:
    """``一至六年级``; nothing for no grades."""
    if not grades:
        return ""
    if len(grades) == 1:
        return grade_name(grades[0])
    return f"{_GRADES[grades[0] - 1]}至{_GRADES[grades[-1] - 1]}年级"


def literal(text: str) -> Markup:
    """``text`` as Markdown that shows it as it stands."""
    return Markup(re.sub(r"([\\`*_{}\[\]()#+.!|-])", r"\\\1", html.escape(text, quote=False)))


def fenced(text: str, language: str = "") -> Markup:
    """``text`` as a block of code, whatever it holds: the fence is longer than any in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return Markup(f"{fence}{language}\n{text.rstrip()}\n{fence}")


def _title(text: str) -> str:
    """``text`` as the title of a Markdown link: no character of it can end the title, the link or a cell."""
    return re.sub(r"[!-/:-@\[-`{-~]", lambda found: f"&#{ord(found[0])};", " ".join(text.split()))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # "{#" begins a heading id in the templates.
        comment_start_string="{//",
        comment_end_string="//}",
    )
    environment.filters |= {"grade": grade_name, "grades": grades_name}
    environment.filters |= {"literal": literal, "fenced": fenced}
    environment.globals["semester"] = semester_name
    return environment


class _View:
    """What a template may ask about one page."""

    def __init__(self, page: Page, library: Library) -> None:
        self.page = page
        self.library = library
        self.sheets = {sheet.path for sheet in library.sheets}
        # Only a page that can show a meaning marks terms, each where it first stands.
        self.explains = set(glossary.STYLES) <= set(page.styles)
        self.said: set[str] = set()

    def url(self, target: str) -> str:
        """A relative address for use in HTML."""
        return relative(target, self.page.path)

    def find(self, where: Mapping[str, Iterable[str]]) -> str:
        """A relative address of the search page with these terms chosen."""
        chosen = [(facet, term) for facet, terms in where.items() for term in terms]
        return f"{self.url(find.PATH)}?{urlencode(chosen)}"

    def fill(self, text: str) -> Markup:
        """``text``, Markdown, with what the school says of itself as it stands in ``school.yml``."""
        return Markup(self.library.school.fill(text, literal))

    def prose(self, item: Item, section: Section | None) -> Markup:
        """What the author wrote directly under a heading, as Markdown."""
        return self.text(item, section.own) if section else Markup("")

    def whole(self, item: Item, section: Section) -> Markup:
        """What the author wrote under a heading and all headings below it, each with its own id."""
        parts = [self.text(item, section.own, bold_labels=True)]
        for child in section.children:
            marks = "#" * max(child.level, 2)
            parts.append(Markup("{} {} {{#{}}}").format(Markup(marks), child.title, child.id))
            parts.append(self.whole(item, child))
        return Markup("\n\n").join(parts)

    def responses(self, item: Item, section: Section | None) -> list[tuple[Markup, Markup]]:
        """The items ``“学生的话”——“怎么接”`` of a section."""
        if section is None:
            return []
        found = []
        for entry in item.document.outline.items_in(section.own):
            said, _, answer = entry.text.partition("——")
            found.append((Markup(said.strip()), Markup(answer.strip())))
        return found

    def told(self, item: Item, entry: Labelled) -> Markup:
        """What an author wrote behind the label of a list item, out of its list."""
        first, _, rest = self.text(item, entry.said).partition("\n")
        return Markup(f"{first.strip()}\n{textwrap.dedent(rest)}".strip())

    def explained(self, label: str) -> Markup:
        """A label of the page, with its meaning if it is a term that nothing above has explained."""
        entry = self.library.glossary.called(label)
        if not entry or not self._first(entry):
            return Markup.escape(label)
        link = Markup('<a class="hb-term" href="{}" title="{}">{}</a>')
        return link.format(self.url(glossary.place(entry)), entry.meaning, label)

    def _first(self, entry: Entry) -> bool:
        """Whether the term is to be explained here: it was not yet on this page."""
        first = self.explains and entry.term not in self.said
        self.said.add(entry.term)
        return first

    def text(self, item: Item, span: Span, *, bold_labels: bool = False) -> Markup:
        """The Markdown in a span of an item, on whatever page: its links lead where the author meant.

        Links to sheets lead to the page that prints them; terms have their meaning.
        """
        text = item.document.source.text
        edits = [*self._links(item, span), *self._terms(item, span), *flow.drawn(item.document, span)]
        for label in _LABEL.finditer(text, span.start, span.end) if bold_labels else ():
            edits.append(Edit(Span(label.start(2), label.start(2)), "<b>"))
            edits.append(Edit(Span(label.end(2), label.end(2)), "</b>"))
        within = [Edit(Span(e.span.start - span.start, e.span.end - span.start), e.text) for e in edits]
        made, _ = apply(text[span.start : span.end], within)
        return Markup(item.document.without_exemptions(made))

    def _links(self, item: Item, span: Span) -> Iterator[Edit]:
        for link in item.document.outline.links:
            written = item.document.source[link.span] == link.target
            if written and link.span in span:
                yield Edit(link.span, self._address(item, link))

    def _terms(self, item: Item, span: Span) -> Iterator[Edit]:
        for mention in self.library.mentions[item.path]:
            if mention.span in span and self._first(mention.entry):
                written = item.document.source[mention.span]
                address = reference.relative(self.page.path, glossary.PATH, mention.entry.id)
                title = _title(mention.entry.meaning)
                yield Edit(mention.span, f'[{written}]({address} "{title}"){{.hb-term}}')

    def _address(self, item: Item, link: Link) -> str:
        """How this page writes a link of an item's."""
        target = reference.resolve(item.path, link.target)
        sheet = target.path in self.sheets and not link.image
        if target.scheme or not (sheet or self.page.path != item.path):
            return link.target
        path = target.path.rpartition(".")[0] + ".md" if sheet else target.path
        return reference.relative(self.page.path, path, target.fragment)
