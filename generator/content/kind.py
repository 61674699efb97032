"""What the kinds of content have in common, and how they are found."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.content.body import Body
from generator.content.curriculum import Curriculum
from generator.content.schema import Model, Printable, Review, Slug, Term, Text, Trial
from generator.source.document import Document


class Card(Model):
    """The front matter that every kind has."""

    title: Text
    summary: Annotated[Text, Field(max_length=80)]
    keywords: Annotated[tuple[Text, ...], Field(min_length=6, max_length=12)]
    status: Literal["draft", "published"]
    updated: date
    authors: tuple[Text, ...]
    reviewed_by: tuple[Review, ...] = ()
    tried: tuple[Trial, ...] = ()
    safety: tuple[Annotated[str, Term("safety")], ...] = ()
    occasions: tuple[Annotated[str, Term("occasions")], ...] = ()
    printables: tuple[Printable, ...] = ()
    moved_from: tuple[Text, ...] = ()

    blank: ClassVar[Mapping[str, Any]] = {
        "title": "待写",
        "status": "published",
        "summary": "待写",
        "keywords": ("待写",) * 6,
        "updated": date(2000, 1, 1),
        "authors": (),
    }
    """What stands in for a required key that is missing or wrong, so that the rest is still read."""

    needed: ClassVar[frozenset[str]] = frozenset({"title", "status", "grade"})
    """What even a draft must have."""


class Reference(Model):
    """A slug named in front matter."""

    relation: str
    slug: Slug
    location: tuple[int | str, ...]


@dataclass(frozen=True)
class Item:
    """One decoded page of the curriculum."""

    kind: Kind
    slug: str
    path: str
    place: Mapping[str, str]
    document: Document
    body: Body
    card: Card
    curriculum: Curriculum
    faulty: frozenset[str] = frozenset()
    """Keys of the front matter that are missing or wrong; the card holds blanks for them."""

    def has(self, key: str) -> bool:
        """Whether the author wrote this key, and rightly."""
        return key in self.document.front and key not in self.faulty

    @property
    def title(self) -> str:
        return self.card.title

    @property
    def published(self) -> bool:
        return self.card.status == "published"

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def address(self) -> str:
        """Where the site has it, from the site's root."""
        return self.path.removesuffix(".md") + ".html"

    @property
    def grades(self) -> tuple[int, ...]:
        return ()

    @property
    def strands(self) -> tuple[str, ...]:
        return tuple(getattr(self.card, "strands", ()))

    @property
    def minutes(self) -> int | None:
        minutes = getattr(self.card, "minutes", None)
        return minutes if isinstance(minutes, int) else None

    @property
    def bands(self) -> tuple[str, ...]:
        """The bands its grades lie in."""
        found = (self.curriculum.band_of_grade(grade) for grade in self.grades)
        return tuple(dict.fromkeys(band.key for band in found if band))

    @property
    def needs_reader(self) -> bool:
        """Whether its marks ask for a professional reader and none is named."""
        marks = [m for m in self.curriculum.safety if m.key in self.card.safety]
        return any(mark.reviewed for mark in marks) and not self.card.reviewed_by

    def references(self) -> tuple[Reference, ...]:
        """Every slug that the front matter names, with the place of each."""
        found = []
        for relation in self.kind.relations:
            for index, slug in enumerate(getattr(self.card, relation)):
                found.append(
                    Reference.model_construct(relation=relation, slug=slug, location=(relation, index))
                )
        return tuple(found)


@dataclass(frozen=True)
class Kind:
    """A kind of content: ``pattern`` is its files' path, such as ``lessons/{band}/{strand}/{slug}.md``."""

    key: str
    name: str
    pattern: str
    order: int
    card: type[Card]
    item: type[Item]
    keys: tuple[str, ...]
    """Every key of the front matter, in the order in which they stand in a file."""
    relations: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        return self.pattern.partition("/")[0]

    def place(self, path: str) -> Mapping[str, str] | None:
        """What the parts of a path mean; ``None`` if it is not of this kind's form."""
        form = re.escape(self.pattern).replace(r"\{", "{").replace(r"\}", "}")
        form = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", form)
        found = re.fullmatch(form, path)
        return found.groupdict() if found else None

    def path(self, **place: str) -> str:
        """The path of a file of this kind."""
        return self.pattern.format(**place)


def kinds() -> tuple[Kind, ...]:
    """Every kind defined in ``generator.content.kinds``, in reading order."""
    from generator.content import kinds as package

    found = [
        importlib.import_module(f"{package.__name__}.{module.name}").KIND
        for module in pkgutil.iter_modules(package.__path__)
    ]
    return tuple(sorted(found, key=lambda kind: kind.order))
