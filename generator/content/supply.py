"""How much of what a kit asks for has to be ready, for so many pupils.

``supply.js`` counts the same in the reader's browser; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from generator.content.kinds.activity import Activity
from generator.content.library import Sheet

CLASS = 45
"""The pupils a page counts for until the reader says how many. More than most classes have: what is left over
does no harm."""
GROUP = 4
"""The pupils of a group where a kit does not say: two desks, front and back."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: ``pupils`` in all, in ``classes`` of about one size, seated by ``group``."""

    pupils: int
    group: int
    classes: int = 1

    @property
    def largest(self) -> int:
        """The pupils of the largest class."""
        return ceil(self.pupils / self.classes)

    @property
    def shares(self) -> dict[str, int]:
        """How many there are of each that things are prepared for. Every class has as many as the largest."""
        return {
            "pupil": self.pupils,
            "pair": self.classes * ceil(self.largest / 2),
            "group": self.classes * ceil(self.largest / self.group),
            "class": self.classes,
            "teacher": self.classes,
            "event": 1,
        }


@dataclass(frozen=True, slots=True)
class Supply:
    """A thing to prepare: ``n`` for each ``per``. Of a sheet, also itself."""

    name: str
    per: str
    n: int
    sheet: Sheet | None = None

    def count(self, party: Party) -> int:
        """How many are needed."""
        return self.n * party.shares[self.per]


def usual(kit: Activity) -> Party:
    """The party that the page of a kit counts for at first: a class, or as many as the kit is for."""
    size = kit.card.size
    return Party(min(max(CLASS, size.from_), size.to), kit.card.group or GROUP)


def supplies(kit: Activity, sheets: Iterable[Sheet]) -> Iterator[Supply]:
    """What a kit asks for: its materials, then its sheets."""
    for row in kit.card.materials:
        yield Supply(row.item, row.per, row.n)
    known = Party(1, 1).shares
    for sheet in sheets:
        per = sheet.printable.copies.removeprefix("per-")
        # The vocabulary may have ways to count that this program does not know: then one is printed.
        yield Supply(sheet.printable.title, per if per in known else "event", 1, sheet)


def paper(rows: Iterable[Supply], party: Party) -> int:
    """The sheets of A4 that the printed pages take, one-sided: two A5 are printed on one."""
    printed = [(row.sheet.printable.paper, row.count(party)) for row in rows if row.sheet]
    return sum(count for size, count in printed if size != "A5") + ceil(
        sum(count for size, count in printed if size == "A5") / 2
    )
