"""Styles that follow from the vocabulary: a colour a band, a width a minute."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.outputs.output import File

_MOST_MINUTES = 90


def files(library: Library) -> Iterator[File]:
    """``assets/stylesheets/accents.css``."""
    rows = []
    for band in library.curriculum.bands:
        rows.append(f'[data-band="{band.key}"]{{--hb-accent:{band.accent.light}}}')
        rows.append(
            f'[data-md-color-scheme="slate"] [data-band="{band.key}"],'
            f'[data-md-color-scheme="slate"][data-band="{band.key}"]{{--hb-accent:{band.accent.dark}}}'
        )
    rows += [f".hb-m-{n}{{flex:{n} {n} 0}}" for n in range(1, _MOST_MINUTES + 1)]
    yield File("assets/stylesheets/accents.css", ("\n".join(rows) + "\n").encode())
