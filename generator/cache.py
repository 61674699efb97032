"""What local rules said of each file, kept on disk between runs by its content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.content.library import Library
from generator.rules.verdict import Judged, content
from generator.source.diagnostic import Edit, Finding, Severity
from generator.source.span import Source, Span
from generator.source.writing import write_file

_FILE = ".cache/check.json"


def recall(root: Path, library: Library) -> dict[str, Judged]:
    """What was said of the files of ``library`` that have not changed since.

    Nothing, if the program or the vocabulary has changed, or the file cannot be read.
    """
    try:
        kept = json.loads((root / _FILE).read_text("utf-8"))
        if kept["made"] != _made(library):
            return {}
        known: dict[str, Judged] = {}
        drawings = {path: drawing.source for path, drawing in library.drawings.items()}
        for document in library.documents:
            key = content(library, document)
            if key in kept["judged"]:
                sources = {**drawings, document.source.path: document.source}
                rows = kept["judged"][key].items()
                known[key] = {code: tuple(_finding(row, sources) for row in said) for code, said in rows}
        return known
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def remember(root: Path, library: Library, judged: Mapping[str, Judged]) -> None:
    """Keeps what was said for the next run. A disk that cannot be written is no reason to stop."""
    rows = {
        key: {code: [_row(finding) for finding in said] for code, said in codes.items()}
        for key, codes in judged.items()
    }
    file = root / _FILE
    try:
        file.parent.mkdir(exist_ok=True)
        write_file(file, json.dumps({"made": _made(library), "judged": rows}, ensure_ascii=False).encode())
    except OSError:
        return


@cache
def _program() -> str:
    """A digest of the program's files as they lie on disk."""
    package = Path(__file__).parent
    digest = sha256()
    for file in sorted(package.rglob("*.py")):
        state = file.stat()
        digest.update(f"{file.relative_to(package)} {state.st_mtime_ns} {state.st_size}\n".encode())
    return digest.hexdigest()


def _made(library: Library) -> str:
    texts = "\0".join(source.text for source in library.settings.values())
    return sha256((_program() + texts).encode("utf-8", "surrogatepass")).hexdigest()


def _row(finding: Finding) -> dict[str, Any]:
    return {
        "path": finding.source.path,
        "span": [finding.span.start, finding.span.end],
        "message": finding.message,
        "hint": finding.hint,
        "severity": finding.severity,
        "also": [finding.also.start, finding.also.end] if finding.also else None,
        "edits": [[edit.span.start, edit.span.end, edit.text] for edit in finding.edits],
    }


def _finding(row: dict[str, Any], sources: Mapping[str, Source]) -> Finding:
    return Finding(
        sources[row["path"]],
        Span(*row["span"]),
        row["message"],
        row["hint"],
        severity=Severity(row["severity"]) if row["severity"] else None,
        also=Span(*row["also"]) if row["also"] else None,
        edits=tuple(Edit(Span(start, end), text) for start, end, text in row["edits"]),
    )
