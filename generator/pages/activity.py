"""The index of activity kits, and each kit's page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.connection import connections
from generator.content.library import Library
from generator.content.supply import paper, supplies, usual
from generator.pages import flow, glossary
from generator.pages.learning_resource import learning_resource
from generator.pages.page import Page

TOP = "activities/index.md"


def pages(library: Library) -> Iterator[Page]:
    """The index, then a page for each kit, at the path of its source."""
    kits = library.activities
    yield Page(
        path=TOP,
        title="活动",
        template="activities.md.jinja",
        values={"kits": kits},
        description="拿来就能办的活动包：步骤、主持词、分工、打印页。",
        order=20,
        look="index",
    )
    for place, kit in enumerate(kits):
        sheets = [sheet for sheet in library.sheets if sheet.item is kit]
        wanted = tuple(supplies(kit, sheets))
        yield Page(
            path=kit.path,
            title=kit.title,
            template="activity.md.jinja",
            values={
                "kit": kit,
                "connections": connections(library, kit),
                "blocks": library.curriculum.blocks_for(kit.card.safety),
                "sheets": sheets,
                "supplies": wanted,
                "party": usual(kit),
                "paper": paper(wanted, usual(kit)),
            },
            description=kit.card.summary,
            trail=(TOP,),
            before=kits[place - 1].path if place else None,
            after=kits[place + 1].path if place + 1 < len(kits) else None,
            item=kit,
            source=kit.path,
            look="activity",
            styles=(*glossary.STYLES, *flow.STYLES, "supply"),
            scripts=(*glossary.SCRIPTS, "assets/javascripts/supply.js"),
            structured=learning_resource(library, kit),
            siblings=tuple(other.path for other in kits),
        )
