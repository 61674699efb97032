"""The site map: every page in its place, for whoever would rather look than search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from generator.content.library import Library
from generator.pages.page import Page

PATH = "site-map.md"


@dataclass(frozen=True, slots=True)
class Branch:
    """A page and the pages below it, in the order of the navigation."""

    path: str
    title: str
    band: str
    below: tuple[Branch, ...]

    @property
    def size(self) -> int:
        """How many pages it holds, itself included."""
        return 1 + sum(branch.size for branch in self.below)


def runs(branches: tuple[Branch, ...]) -> list[list[Branch]]:
    """The same in the same order, in lists of which each holds single pages only, or none."""
    return [list(run) for _, run in groupby(branches, key=lambda branch: bool(branch.below))]


def overview(library: Library, pages: tuple[Page, ...]) -> Iterator[Page]:
    """One page. It lists itself too."""
    own = Page(
        path=PATH,
        title="网站地图",
        template="site_map.md.jinja",
        description="全部页面，一层一层列出来。",
        look="index",
        styles=("overview",),
    )
    top = _branches((*pages, *_hand_written(library), own))
    sections = [branch for branch in top if branch.below]
    others = [branch for branch in top if not branch.below]
    yield replace(own, values={"sections": sections, "others": others, "runs": runs})


def _hand_written(library: Library) -> Iterator[Page]:
    """The pages of docs/ as if they were planned; the engine has them already."""
    for path, title in library.pages.items():
        if title:
            yield Page(path=path.partition("/")[2], title=title, template="")


def _branches(pages: tuple[Page, ...]) -> tuple[Branch, ...]:
    paths = {page.path for page in pages}
    below: Mapping[str | None, list[Page]] = defaultdict(list)
    for page in pages:
        above = next((path for path in reversed(page.trail) if path in paths), None)
        below[above].append(page)

    def branch(page: Page) -> Branch:
        return Branch(page.path, page.title, page.band, grown(page.path))

    def grown(path: str | None) -> tuple[Branch, ...]:
        inside = below.get(path, [])
        listed = sorted((p for p in inside if p.order is not None), key=lambda p: p.order or 0)
        return tuple(branch(page) for page in (*listed, *(p for p in inside if p.order is None)))

    return grown(None)
