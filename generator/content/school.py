"""What a school fills in about itself."""

from __future__ import annotations

from generator.content.schema import Model

BLANK = "____（本校填写）"


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

    def fill(self, text: str) -> str:
        """``text`` with ``{counsellor}`` and the other fields replaced."""
        fields = {"school": self.name, "room": self.room, **self.contacts.model_dump()}
        for name, value in fields.items():
            text = text.replace("{" + name + "}", value or BLANK)
        return text
