"""Pages as Markdown. The only file that imports jinja2."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.content.kind import Item
from generator.content.library import Library
from generator.content.reference import resolve
from generator.pages.page import Page, relative
from generator.source.outline import Section
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


def _blanks(text: str) -> Markup:
    """``text`` as Markdown in which a blank to fill in is not read as emphasis."""
    return Markup(text.replace("_", "\\_"))


def literal(text: str) -> Markup:
    """``text`` as Markdown that shows it as it stands."""
    return Markup(re.sub(r"([\\`*_{}\[\]()#+.!~|-])", r"\\\1", html.escape(text, quote=False)))


def fenced(text: str, language: str = "") -> Markup:
    """``text`` as a block of code, whatever it holds: the fence is longer than any in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return Markup(f"{fence}{language}\n{text.rstrip()}\n{fence}")


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
    environment.filters |= {"grade": grade_name, "grades": grades_name, "blanks": _blanks}
    environment.filters |= {"literal": literal, "fenced": fenced}
    environment.globals["semester"] = semester_name
    return environment


class _View:
    """What a template may ask about one page."""

    def __init__(self, page: Page, library: Library) -> None:
        self.page = page
        self.library = library
        self.sheets = {sheet.path for sheet in library.sheets}

    def url(self, target: str) -> str:
        """A relative address for use in HTML."""
        return relative(target, self.page.path)

    def prose(self, item: Item, section: Section | None) -> Markup:
        """What the author wrote directly under a heading, as Markdown."""
        return self._text(item, section.own) if section else Markup("")

    def whole(self, item: Item, section: Section) -> Markup:
        """What the author wrote under a heading and all headings below it, each with its own id."""
        parts = [Markup(_LABEL.sub(r"\1<b>\2</b>", str(self.prose(item, section))))]
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

    def _text(self, item: Item, span: Span) -> Markup:
        """The Markdown in a span; links to sheets lead to the page that prints them."""
        document = item.document
        pieces = []
        at = span.start
        for link in document.outline.links:
            if link.image or link.span not in span or link.span.start < at:
                continue
            target = resolve(item.path, link.target)
            if target.path in self.sheets:
                pieces += [
                    document.source.text[at : link.span.start],
                    relative_markdown(target.path, item.path),
                ]
                at = link.span.end
        pieces.append(document.source.text[at : span.end])
        return Markup(document.without_exemptions("".join(pieces)))


def relative_markdown(sheet: str, page: str) -> str:
    """The Markdown address of a sheet's page, as a link from another page."""
    return relative(sheet.rpartition(".")[0], page) + ".md"
