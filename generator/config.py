"""Where things stand on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Config:
    """One run. ``root`` is the repository; ``drafts`` publishes drafts too, for a preview."""

    root: Path
    drafts: bool = False
    repository: str = ""
    """The address under which a page's source can be edited, without a trailing slash."""

    @property
    def curriculum(self) -> str:
        return "curriculum.yml"

    @property
    def school(self) -> str:
        return "school.yml"

    @property
    def thesaurus(self) -> str:
        return "thesaurus.yml"

    @property
    def glossary(self) -> str:
        return "glossary.yml"

    @property
    def docs(self) -> str:
        return "docs"
