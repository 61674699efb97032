"""Where a relative link leads."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

_SCHEME = re.compile(r"^[\s\x00-\x1f]*([A-Za-z][A-Za-z0-9+.-]*)[\s\x00-\x1f]*:")


@dataclass(frozen=True, slots=True)
class Target:
    """A link's address taken apart. ``path`` is relative to the repository's root, ``""`` for another host."""

    path: str
    fragment: str
    scheme: str


def resolve(page: str, address: str) -> Target:
    """Where ``address``, written in the file ``page``, leads.

    A path that leaves the repository keeps its leading ``..``; ``scheme`` is lower case, and
    ``//`` for an address that begins so.
    """
    found = _SCHEME.match(address)
    if found:
        return Target("", "", found[1].lower())
    if address.lstrip().startswith(("//", "\\\\", "/\\", "\\/")):
        return Target("", "", "//")
    path, _, fragment = address.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return Target(page, unquote(fragment), "")
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(page), path)
    return Target(posixpath.normpath(joined), unquote(fragment), "")


def relative(page: str, path: str, fragment: str = "") -> str:
    """How the file ``page`` writes a link to ``path``."""
    address = posixpath.relpath(path, posixpath.dirname(page))
    return f"{address}#{fragment}" if fragment else address
