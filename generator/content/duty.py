"""Who does what in a school, as the tables of a guide say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.content.kind import Item
from generator.source.outline import Section
from generator.source.span import Span
from generator.source.table import rows


@dataclass(frozen=True, slots=True)
class Duty:
    """A row of a table: who, and what stands under each of the other headings."""

    item: Item
    section: Section
    """Where the table stands."""
    who: str
    parts: tuple[tuple[Span, Span], ...]


def duties(item: Item, names: Iterable[str]) -> tuple[Duty, ...]:
    """The rows that begin with one of ``names``, in the order of these. A name without a row is left out."""
    source = item.document.source
    tables = [block.span for block in item.document.outline.blocks if block.kind == "table"]
    found: dict[str, Duty] = {}
    for section in item.document.outline.walk():
        for table in tables:
            if table not in section.own:
                continue
            head, *body = rows(source, table)
            for row in body:
                who = source[row[0]]
                found.setdefault(who, Duty(item, section, who, tuple(zip(head[1:], row[1:], strict=False))))
    return tuple(found[name] for name in names if name in found)
