"""A page before it is rendered, and how page kinds are found."""

from __future__ import annotations

import importlib
import pkgutil
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.content.kind import Item
from generator.content.library import Library

_OWN = ("flow", "page", "render", "learning_resource")
"""Modules beside the page kinds."""


@dataclass(frozen=True)
class Page:
    """One page. Paths are Markdown paths from the site's root, with ``/``."""

    path: str
    title: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    description: str = ""
    trail: tuple[str, ...] = ()
    """The index pages above it, top first."""
    order: int | None = None
    """Its place among its siblings in the global navigation; ``None`` keeps it out."""
    before: str | None = None
    after: str | None = None
    item: Item | None = None
    """The item that it shows."""
    source: str | None = None
    """The file an author edits to change the page."""
    look: str = "plain"
    """What the theme styles it as: lesson, kit, sheet …"""
    band: str = ""
    siblings: tuple[str, ...] = ()
    """Pages listed beside it, itself included."""
    styles: tuple[str, ...] = ()
    """Stylesheets that it needs beside those of every page: names in ``theme/assets/stylesheets``."""
    scripts: tuple[str, ...] = ()
    """Classic scripts that it needs beside those of every page: addresses from the site's root."""
    asked: tuple[str, ...] = ()
    """Words by which a reader searches for this page rather than for what stands on it."""
    structured: Mapping[str, object] | None = None
    """What a machine should know of it, as schema.org terms in JSON-LD."""

    @property
    def address(self) -> str:
        """Where the site has it: a file, so that it opens from disk too."""
        return address(self.path)


@dataclass(frozen=True)
class Site:
    """Everything that is published: pages, and files beside them by path."""

    pages: tuple[Page, ...]
    files: Mapping[str, bytes]

    def page(self, path: str) -> Page:
        return self._by_path[path]

    @cached_property
    def _by_path(self) -> Mapping[str, Page]:
        return {page.path: page for page in self.pages}


def address(path: str) -> str:
    """The address of a Markdown path."""
    return path.removesuffix(".md") + ".html" if path.endswith(".md") else path


def relative(target: str, page: str) -> str:
    """The address of ``target`` as a link from ``page`` (both paths from the root)."""
    path, mark, fragment = target.partition("#")
    start = posixpath.dirname(page)
    return posixpath.relpath(address(path), start or ".") + mark + fragment


def plan(library: Library) -> tuple[Page, ...]:
    """Every page of every kind, in navigation order. Two pages at one path are a bug: ``ValueError``.

    A kind makes its pages by ``pages(library)``; one that lists the pages of all others makes
    them by ``overview(library, pages)``, when these are there.
    """
    from generator import pages as package

    modules = (m for m in pkgutil.iter_modules(package.__path__) if m.name not in _OWN and not m.ispkg)
    kinds = [importlib.import_module(f"{package.__name__}.{module.name}") for module in modules]
    found: dict[str, Page] = {}

    def add(made: Iterator[Page]) -> None:
        for page in made:
            if page.path in found:
                raise ValueError(f"two pages at {page.path}")
            found[page.path] = page

    overviews = [kind for kind in kinds if hasattr(kind, "overview")]
    for kind in kinds:
        if kind not in overviews:
            add(kind.pages(library))
    for kind in overviews:
        add(kind.overview(library, tuple(found.values())))
    return tuple(found.values())
