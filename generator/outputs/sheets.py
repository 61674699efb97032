"""The printable sheets, as their authors made them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.outputs.output import File


def files(library: Library) -> Iterator[File]:
    """Every asset in the content folders that a published item names."""
    wanted = {sheet.path for sheet in library.sheets}
    for asset in library.assets:
        if asset.path in wanted:
            yield File(asset.path, asset.data)
