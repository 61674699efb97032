"""What changed last: items by the day of their last change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.content.library import Library
from generator.pages.page import Page

PATH = "changes.md"
MOST = 100


def pages(library: Library) -> Iterator[Page]:
    """One page: the newest items by month."""
    newest = library.latest[:MOST]
    months = groupby(newest, key=lambda item: (item.card.updated.year, item.card.updated.month))
    yield Page(
        path=PATH,
        title="最近更新",
        asked=("最近更新", "新上的"),
        template="changes.md.jinja",
        values={
            "months": [(year, month, list(items)) for (year, month), items in months],
            "more": len(library.latest) > MOST,
        },
        description="新写的和改过的课例、活动、学科点子和指南，新的在前。",
        look="index",
        styles=("overview",),
    )
