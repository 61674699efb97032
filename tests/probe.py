"""The whole check over a library of which one file is changed in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.config import Config
from generator.content.curriculum import Curriculum
from generator.content.decode import decode_settings
from generator.pipeline import assemble, read
from generator.report import FORMATS
from generator.rules.verdict import check
from generator.source.diagnostic import Diagnostic, Finding
from generator.source.document import Document, parse
from generator.source.reading import Asset, decode
from generator.source.span import Source, Span


class Probe:
    """A library read once. Each question changes one file and leaves the rest as parsed."""

    def __init__(self, root: Path) -> None:
        self.reading = read(Config(root))
        self.documents = {source.path: parse(source) for source in self.reading.tree.sources}
        self.known = check(assemble(self.reading, self.documents.values())).judged

    def with_text(self, path: str, text: str) -> tuple[Diagnostic, ...]:
        """What is found when the file at ``path`` holds ``text``."""
        return self._checked({**self.documents, path: parse(Source(path, text))})

    def with_bytes(self, path: str, data: bytes) -> tuple[Diagnostic, ...]:
        """What is found when the file at ``path`` holds ``data``."""
        source, problems = decode(path, data)
        tree = replace(self.reading.tree, findings=(*self.reading.tree.findings, *problems))
        return self._checked({**self.documents, path: parse(source)}, tree=tree, findings=problems)

    def with_asset(self, path: str, data: bytes) -> tuple[Diagnostic, ...]:
        """What is found when the sheet at ``path`` holds ``data``."""
        assets = [asset for asset in self.reading.tree.assets if asset.path != path]
        tree = replace(self.reading.tree, assets=(*assets, Asset(path, data)))
        return self._checked(self.documents, tree=tree)

    def with_curriculum(self, text: str) -> tuple[Diagnostic, ...]:
        """What is found when the vocabulary reads ``text``; only its own faults, if it has any."""
        source = Source("curriculum.yml", text)
        curriculum, problems = decode_settings(source, Curriculum)
        if curriculum is None or not curriculum.bands:
            return self._checked({}, curriculum=Curriculum.blank(), findings=problems)
        return self._checked(self.documents, curriculum=curriculum)

    def _checked(
        self,
        documents: dict[str, Document],
        *,
        findings: tuple[Finding, ...] = (),
        **changed: object,
    ) -> tuple[Diagnostic, ...]:
        findings = (*self.reading.findings, *findings)
        reading = replace(self.reading, findings=findings, **changed)  # type: ignore[arg-type]
        known = {} if "curriculum" in changed else self.known
        return check(assemble(reading, documents.values()), known).diagnostics


def outside(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[Diagnostic, Span]]:
    """Every place named by a diagnostic that does not lie in its text. Each is also printed once."""
    for form in FORMATS.values():
        assert form(diagnostics)
    return [
        (diagnostic, span)
        for diagnostic in diagnostics
        for span in _places(diagnostic.finding)
        if not 0 <= span.start <= span.end <= len(diagnostic.finding.source.text)
    ]


def _places(finding: Finding) -> Iterator[Span]:
    yield finding.span
    if finding.also is not None:
        yield finding.also
    yield from (edit.span for edit in finding.edits)
