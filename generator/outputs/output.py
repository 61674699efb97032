"""A made file, and how the makers are found."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.library import Library


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: ``path`` from its root, with ``/``."""

    path: str
    data: bytes


def make(library: Library) -> tuple[File, ...]:
    """Every file of every maker."""
    from generator import outputs as package

    found: list[File] = []
    for module in pkgutil.iter_modules(package.__path__):
        if module.name != "output" and not module.ispkg:
            made: Iterator[File] = importlib.import_module(f"{package.__name__}.{module.name}").files(library)
            found.extend(made)
    return tuple(found)


def script(value: object) -> str:
    """``value`` as an expression of a script, in one line."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Line ends to a script, though not to JSON, in browsers before 2019.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
