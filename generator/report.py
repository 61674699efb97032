"""Diagnostics as text a person or a program reads. One function and one row a format."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from wcwidth import wcswidth

from generator.source.diagnostic import Diagnostic, Severity

_NAMES = {severity: severity.label for severity in Severity}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.TODO: "36"}
_WIDTH = 100


def text(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """For the terminal: place, message, the source line with the place marked, and a hint."""
    parts = [_block(diagnostic, colour) for diagnostic in diagnostics]
    return "\n".join([*parts, _summary(diagnostics)]) + "\n"


def github(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """Workflow commands that the code host shows beside the lines of a pull request."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TODO: "notice"}
    rows = []
    for d in diagnostics:
        fields = {
            "file": d.path,
            "line": d.start.line,
            "col": d.start.column,
            "endLine": d.end.line,
            "endColumn": d.end.column,
            "title": f"{d.code} {_NAMES[d.severity]}",
        }
        said = ",".join(f"{key}={_escape(str(value), ':,')}" for key, value in fields.items())
        message = d.message + (f"\n提示：{d.hint}" if d.hint else "")
        rows.append(f"::{levels[d.severity]} {said}::{_escape(message)}")
    return "\n".join([*rows, _summary(diagnostics)]) + "\n"


def as_json(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """A JSON list; each finding has path, line, column, end_line, end_column, code, severity, message, hint."""
    rows = [
        {
            "path": d.path,
            "line": d.start.line,
            "column": d.start.column,
            "end_line": d.end.line,
            "end_column": d.end.column,
            "code": d.code,
            "severity": d.severity.value,
            "message": d.message,
            "hint": d.hint,
        }
        for d in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[..., str]] = {"text": text, "github": github, "json": as_json}


def _escape(value: str, more: str = "") -> str:
    value = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for character in more:
        value = value.replace(character, f"%{ord(character):02X}")
    return value


def _paint(value: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{value}\x1b[0m" if colour else value


def _block(diagnostic: Diagnostic, colour: bool) -> str:
    start = diagnostic.start
    source = diagnostic.finding.source
    kind = _paint(f"{_NAMES[diagnostic.severity]} {diagnostic.code}", _COLOURS[diagnostic.severity], colour)
    rows = [f"{diagnostic.path}:{start.line}:{start.column}: {kind} {diagnostic.message}"]
    line_span = source.line_span(start.line)
    line = source[line_span]
    if line.strip():
        before = line[: start.column - 1]
        length = min(diagnostic.finding.span.end, line_span.end) - diagnostic.finding.span.start
        marked = line[start.column - 1 : start.column - 1 + max(length, 1)]
        before, shown, marked = _window(before, line, marked)
        caret = " " * _width(before) + "^" * max(_width(marked), 1)
        rows += [
            f"  {start.line:>4} │ {shown}",
            f"       │ {_paint(caret, _COLOURS[diagnostic.severity], colour)}",
        ]
    if diagnostic.hint:
        rows.append(f"       提示：{diagnostic.hint}")
    return "\n".join(rows) + "\n"


def _window(before: str, line: str, marked: str) -> tuple[str, str, str]:
    """The part of a long line around the place, so that the caret stays on a screen."""
    if _width(line) <= _WIDTH:
        return before, line, marked
    cut = max(0, len(before) - 20)
    shown = line[cut : cut + 45]
    lead = "…" if cut else ""
    tail = "…" if cut + 45 < len(line) else ""
    return lead + before[cut:], lead + shown + tail, marked[: max(1, cut + 45 - len(before))]


def _width(value: str) -> int:
    width = wcswidth(value)
    return width if width >= 0 else len(value)


def _summary(diagnostics: Sequence[Diagnostic]) -> str:
    if not diagnostics:
        return "没有发现问题。"
    count = Counter(d.severity for d in diagnostics)
    total = "，".join(f"{_NAMES[s]} {count[s]} 处" for s in Severity if count[s])
    codes = Counter(d.code for d in diagnostics)
    by_rule = "、".join(f"{code} × {number}" for code, number in sorted(codes.items()))
    return f"共 {len(diagnostics)} 处：{total}（{by_rule}）。"
