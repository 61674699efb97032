"""Styles that follow from the vocabulary: a colour a band, a width a minute, a page a size of paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.outputs.output import File

_MOST_MINUTES = 90


def files(library: Library) -> Iterator[File]:
    """``assets/stylesheets/accents.css``, and for each size of paper the style that prints a sheet on it alone."""
    rows = []
    for band in library.curriculum.bands:
        rows.append(f'[data-band="{band.key}"]{{--hb-accent:{band.accent.light}}}')
        rows.append(
            f'[data-md-color-scheme="slate"] [data-band="{band.key}"],'
            f'[data-md-color-scheme="slate"][data-band="{band.key}"]{{--hb-accent:{band.accent.dark}}}'
        )
    rows += [f".hb-m-{n}{{flex:{n} {n} 0}}" for n in range(1, _MOST_MINUTES + 1)]
    yield File("assets/stylesheets/accents.css", ("\n".join(rows) + "\n").encode())
    for paper in library.curriculum.papers:
        # A hair under the page's height: rounding would start a second page.
        style = (
            f"@page{{size:{paper.width}mm {paper.height}mm;margin:0}}\n"
            f"@media print{{p.hb-sheet{{width:{paper.width}mm;height:{paper.height - 0.3:g}mm}}}}\n"
        )
        yield File(f"assets/stylesheets/paper-{paper.key.lower()}.css", style.encode())
