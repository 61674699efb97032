"""A site as real files in a folder, for any engine that reads Markdown from disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.pages.page import Site


def write(site: Site, markdown: Mapping[str, str], folder: Path) -> None:
    """Every page as Markdown and every other file, at its path below ``folder``. Raises ``OSError``."""
    for path, text in markdown.items():
        _write(folder / path, text.encode())
    for path, data in site.files.items():
        _write(folder / path, data)


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
