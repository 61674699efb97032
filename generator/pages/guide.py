"""The index of guides, and each guide's page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.connection import connections
from generator.content.library import Library
from generator.pages import flow, glossary
from generator.pages.page import Page

TOP = "guides/index.md"


def pages(library: Library) -> Iterator[Page]:
    """The index, then a page for each guide, at the path of its source."""
    guides = library.guides
    yield Page(
        path=TOP,
        title="指南",
        template="guides.md.jinja",
        values={"guides": guides},
        description="学校里怎么分工、怎么保密、遇到危机怎么办、一学期怎么排。",
        order=40,
        look="index",
    )
    for place, guide in enumerate(guides):
        yield Page(
            path=guide.path,
            title=guide.title,
            template="guide.md.jinja",
            values={
                "guide": guide,
                "connections": connections(library, guide),
                "blocks": library.curriculum.blocks_for(guide.card.safety),
            },
            description=guide.card.summary,
            trail=(TOP,),
            order=place,
            before=guides[place - 1].path if place else None,
            after=guides[place + 1].path if place + 1 < len(guides) else None,
            item=guide,
            source=guide.path,
            look="guide",
            styles=(*glossary.STYLES, *flow.STYLES),
            scripts=glossary.SCRIPTS,
        )
