"""What the handbook is called, and where things stand on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NAME = "心育手册"


@dataclass(frozen=True, slots=True)
class Config:
    """One run. ``root`` is the repository; ``drafts`` publishes drafts too, for a preview."""

    root: Path
    drafts: bool = False
    repository: str = ""
    """The address under which a page's source can be edited, without a trailing slash."""
    address: str = ""
    """Where the site will stand on the web, with a slash at its end; empty where nobody knows."""

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
