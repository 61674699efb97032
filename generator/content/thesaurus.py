"""Words that mean the same to a teacher."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.content.schema import Settings, Text


class Thesaurus(Settings):
    """``thesaurus.yml``: each group's words find each other's pages."""

    groups: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = ()
