"""紧急一页纸: what to do about one worrying pupil, on one sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.school import CONTACTS
from generator.pages.page import Page


def pages(library: Library) -> Iterator[Page]:
    """One page, made of the referral blocks and the school's contacts."""
    care = [block for block in library.curriculum.blocks if block.place == "care"]
    # A local hotline that is known stands with the others; one that is not is a line to write on.
    known = library.school.contacts.local_hotline
    contacts = [(key, name) for key, name in CONTACTS.items() if not (known and key == "local_hotline")]
    yield Page(
        path="emergency.md",
        title="紧急一页纸",
        asked=("紧急", "应急", "出事了"),
        template="emergency.md.jinja",
        values={
            "care": care,
            "contacts": [*contacts, ("room", "心理辅导室")],
            "guides": [guide for guide in library.guides if guide.card.supports],
        },
        description="担心一个学生，现在怎么办：一步一步做，电话，找谁。可打印。",
        order=45,
        look="emergency",
    )
