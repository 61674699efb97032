"""What an item leads to and what leads to it, in the groups a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.kind import Item
from generator.content.kinds.lesson import Lesson
from generator.content.library import Library
from generator.content.similarity import Similar

_NAMED = {
    "lesson": "配套课例",
    "activity": "配套活动包",
    "integration": "学科课上",
    "guide": "相关指南",
}
"""The group of what is named in front matter, on either side, by the kind at the other end."""


@dataclass(frozen=True, slots=True)
class Connection:
    """Items that one item is tied to in one way. No item is in two of its connections."""

    key: str
    title: str
    items: tuple[Item, ...]
    similar: tuple[Similar, ...] = ()
    """For ``similar``: why each of the items is."""


def connections(library: Library, item: Item) -> tuple[Connection, ...]:
    """The connections of an item, the surest first. Each of their items has this one among its own."""
    seen = {item.path}
    found = []
    for connection in _all(library, item):
        items = tuple({i.path: i for i in connection.items if i.path not in seen}.values())
        seen.update(i.path for i in items)
        if items:
            similar = tuple(s for s in connection.similar if s.lesson in items)
            found.append(Connection(connection.key, connection.title, items, similar))
    return tuple(found)


def _all(library: Library, item: Item) -> Iterator[Connection]:
    yield Connection("builds-on", "最好先上过（没上过也能上）", library.related(item, "builds_on"))
    yield Connection("leads-to", "以后接着上", _backward(library, item, "builds_on"))
    if isinstance(item, Lesson):
        before, after = library.neighbours(item)
        yield Connection("before", "本年级的前一课", (before,) if before else ())
        yield Connection("after", "本年级的后一课", (after,) if after else ())
    named = [
        partner
        for name in ("kits", "lessons")
        for partner in (*library.related(item, name), *_backward(library, item, name))
    ]
    for key, title in _NAMED.items():
        yield Connection(key, title, tuple(p for p in named if p.kind.key == key))
    yield Connection("supports", "遇到要紧的事", library.supporting(item))
    yield Connection("supported", "上这些课、办这些活动时用得上", library.supported(item))
    yield Connection("mentions", "文中提到", library.related(item, "link"))
    yield Connection("mentioned", "还有哪些页提到这一页", _backward(library, item, "link"))
    alike = library.similar.get(item.path, ())
    yield Connection("similar", "相近课例", tuple(s.lesson for s in alike), alike)


def _backward(library: Library, item: Item, name: str) -> tuple[Item, ...]:
    return tuple(relation.source for relation in library.backlinks(item) if relation.name == name)
