"""What a school fills in about itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Annotated, Any

from pydantic import BeforeValidator

from generator.content.schema import Model, Problem, Settings, Text

BLANK = "____（本校填写）"
CONTACTS: Mapping[str, str] = {
    "counsellor": "心理教师",
    "moral_education": "德育负责人",
    "principal": "校长",
    "nurse": "校医",
    "deputy": "都不在时找",
    "local_hotline": "本地热线",
}
"""What a reader calls each of the contacts."""


class Contacts(Model):
    """Whom to tell, as the school writes it: a name or role, and how to reach them."""

    counsellor: str | None = None
    moral_education: str | None = None
    principal: str | None = None
    nurse: str | None = None
    deputy: str | None = None
    local_hotline: str | None = None


_LONGEST = 30


class SchoolTerm(Model):
    """A term of the school, its first and last day in."""

    name: Text
    first: date
    last: date

    @property
    def semester(self) -> int:
        """1 if it begins in the second half of a year, 2 if in the first."""
        return 1 if self.first.month > 6 else 2


def _or_none(value: Any) -> Any:
    """No terms where the key stands alone, as it does until a school fills it in."""
    return () if value is None else value


class School(Settings):
    """``school.yml``. Every field may be missing; what is missing prints as a blank to fill in."""

    name: str | None = None
    room: str | None = None
    contacts: Contacts = Contacts()
    terms: Annotated[tuple[SchoolTerm, ...], BeforeValidator(_or_none)] = ()

    def problems(self, slugs: frozenset[str] | None = None) -> Iterator[Problem]:
        """Each term that ends before it begins, cannot be that long or overlaps an earlier one."""
        for index, term in enumerate(self.terms):
            weeks = (term.last - term.first).days / 7
            if weeks <= 0:
                yield (
                    ("terms", index, "last"),
                    f"学期在{term.first}开始，不能在{term.last}结束。",
                    "看看年份写对了没有",
                )
            elif weeks > _LONGEST:
                yield (
                    ("terms", index, "last"),
                    f"这个学期有{weeks:.0f}周，太长了。",
                    "看看年份写对了没有；两个学期分两行写",
                )
        for (_, one), (index, other) in combinations(enumerate(self.terms), 2):
            if one.first <= other.last and other.first <= one.last:
                yield (
                    ("terms", index),
                    f"“{other.name}”和“{one.name}”的日子有重叠。",
                    "一个学期结束以后，下一个才开始",
                )

    def fill(self, text: str, show: Callable[[str], str] = str) -> str:
        """``text`` with ``{counsellor}`` and the other fields replaced.

        ``show`` makes of a value what shows it as it stands in the language that ``text`` is written in.
        """
        fields = {"school": self.name, "room": self.room, **self.contacts.model_dump()}

        def value(found: re.Match[str]) -> str:
            # In one line: a value that ran over several would end the list or table it stands in.
            written = " ".join((fields[found[1]] or "").split())
            return show(written or BLANK)

        return re.sub("{(" + "|".join(fields) + ")}", value, text)

    @property
    def unfilled(self) -> tuple[str, ...]:
        """What a reader calls the contacts that are still blank."""
        return tuple(
            name for key, name in CONTACTS.items() if not (getattr(self.contacts, key) or "").strip()
        )
