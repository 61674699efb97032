"""The engines that are compared, one a file: how each is made ready, opened and asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from re import Pattern

from generator.content.library import Library


@dataclass(frozen=True, slots=True)
class Engine:
    """A search on a site, with what a browser needs to use it. ``{root}`` in a script is the site's address."""

    name: str
    make: Callable[[Library, Path], None]
    """Adds the engine's files to the site folder. Those of an engine made earlier may be there."""
    page: str
    """The path of the page it is asked in."""
    files: Pattern[str]
    """The paths of its own: script, index and what it shows; not the page and its looks."""
    open: str
    """A function of no arguments: what is done when a reader reaches for the box."""
    ask: str
    """A function ``(text, n)`` → Promise of the addresses of at most ``n`` pages, best first, when their titles
    are there to be drawn."""
    before: str = ""
    """Run before the scripts of the page itself."""
    whole: bool = False
    """Whether it loads the same files for whatever is asked."""
