"""What is said about a place in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.source.span import Position, Source, Span


class Severity(StrEnum):
    """How much a diagnostic weighs. Only ``ERROR`` and ``WARNING`` make a check fail."""

    ERROR = "error"
    WARNING = "warning"
    TODO = "todo"

    @property
    def label(self) -> str:
        """What an author is told it is."""
        return {"error": "错误", "warning": "提醒", "todo": "待补"}[self.value]


@dataclass(frozen=True, slots=True)
class Edit:
    """What to write instead of the text at a place."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something seen at a place, in Chinese, for the author to read.

    ``topic`` names what a reader of files saw (``unknown-key``); the rule that answers for
    the topic gives it a code. Findings made by a rule itself leave it empty.
    """

    source: Source
    span: Span
    message: str
    hint: str = ""
    topic: str = ""
    severity: Severity | None = None
    also: Span | None = None
    """A second place in the same text that the message speaks of: where a doubled key stands first."""
    edits: tuple[Edit, ...] = ()
    """What puts it right, only where that cannot change what the author means."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with the code and severity of its rule: what is reported."""

    code: str
    severity: Severity
    finding: Finding

    @property
    def path(self) -> str:
        return self.finding.source.path

    @property
    def start(self) -> Position:
        return self.finding.source.position(self.finding.span.start)

    @property
    def end(self) -> Position:
        return self.finding.source.position(self.finding.span.end)

    @property
    def message(self) -> str:
        return self.finding.message

    @property
    def hint(self) -> str:
        return self.finding.hint
