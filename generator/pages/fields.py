"""The manual of fields: what may stand in a file of each kind, from the models and the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.curriculum import Curriculum
from generator.content.field import fields
from generator.content.json_schema import example, json_schema
from generator.content.kind import PARTS, Kind, kinds
from generator.content.library import Library
from generator.pages.page import Page
from generator.pages.rules import TOP
from generator.source.frontmatter import flow

PATH = "contribute/fields.md"


def pages(library: Library) -> Iterator[Page]:
    """One page: for each kind its index card, then its body."""
    yield Page(
        path=PATH,
        title="每一项怎么填",
        template="fields.md.jinja",
        values={
            "manuals": [
                (
                    kind,
                    kind.path(**PARTS),
                    fields(kind, library.curriculum),
                    _specimen(kind, library.curriculum),
                )
                for kind in kinds()
            ],
        },
        description="索引卡的每一项：是什么、可以填什么；正文的每一栏：叫什么、要不要写。",
        trail=(TOP,),
        order=1,
        look="manual",
    )


def _specimen(kind: Kind, curriculum: Curriculum) -> str:
    """An index card to begin with: examples of what it must have, and the rest left empty."""
    card = json_schema(kind, curriculum)["properties"]
    lines = [
        f"{key}: {flow(part['default'] if 'default' in part else example(part, curriculum))}"
        for key, part in card.items()
    ]
    return "\n".join(["---", *lines, "---"])
