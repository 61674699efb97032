"""What a school fills in about itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from generator.content.schema import Model

BLANK = "____（本校填写）"
CONTACTS: Mapping[str, str] = {
    "counsellor": "心理教师",
    "moral_education": "德育负责人",
    "principal": "校长",
    "nurse": "校医",
    "local_hotline": "本地热线",
}
"""What a reader calls each of the contacts."""


class Contacts(Model):
    """Whom to tell, as the school writes it: a name or role, and how to reach them."""

    counsellor: str | None = None
    moral_education: str | None = None
    principal: str | None = None
    nurse: str | None = None
    local_hotline: str | None = None


class School(Model):
    """``school.yml``. Every field may be missing; what is missing prints as a blank to fill in."""

    name: str | None = None
    room: str | None = None
    contacts: Contacts = Contacts()

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
