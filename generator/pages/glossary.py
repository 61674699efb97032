"""词语解释: every term of the glossary, what it means, and where it is used."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.glossary import Entry
from generator.content.library import Library
from generator.pages.page import Page

PATH = "glossary/index.md"
STYLES = ("glossary",)
SCRIPTS = ("assets/javascripts/glossary.js",)
"""What a page names beside ``STYLES`` to show the meanings of its terms."""

_SHOWN = 4


def place(entry: Entry) -> str:
    """Where the page has an entry, from the site's root."""
    return f"{PATH}#{entry.id}"


def pages(library: Library) -> Iterator[Page]:
    """One page; none without a glossary."""
    glossary = library.glossary
    if not glossary.groups:
        return
    yield Page(
        path=PATH,
        title="词语解释",
        asked=("词语解释", "名词解释", "术语"),
        template="glossary.md.jinja",
        values={
            "groups": [
                (group.name, [_entry(library, entry) for entry in group.terms]) for group in glossary.groups
            ],
        },
        description="手册里的词是什么意思：上课、保护学生、学校里找谁。",
        trail=("guides/index.md",),
        order=110,
        source="glossary.yml",
        look="index",
        styles=STYLES,
    )


def _entry(library: Library, entry: Entry) -> dict[str, object]:
    """An entry, the items that say more of it, some of those that use it, and how many do."""
    more = [item for slug in entry.see if (item := library.by_slug.get(slug))]
    using = [item for item in library.mentioning(entry) if item not in more]
    return {"entry": entry, "more": more, "using": using[:_SHOWN], "count": len(using)}
