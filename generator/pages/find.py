"""The search page: a question and every filter together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.pages.page import Page

PATH = "find/index.md"


def pages(library: Library) -> Iterator[Page]:
    """One page. What it lists comes from the index (``outputs/search.py``) when it is opened."""
    yield Page(
        path=PATH,
        title="查找",
        template="find.md.jinja",
        values={"groups": tuple(dict.fromkeys(f"“{f.group}”" for f in library.facets if f.group))},
        description="用自己的话查找，再按年级、时机、时长、学科筛选。",
        order=60,
        look="find",
        styles=("find",),
        scripts=("assets/javascripts/search.js", "assets/javascripts/find.js"),
    )
