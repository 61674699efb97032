"""Edits of a text: how they are applied and shown."""

from __future__ import annotations

from collections.abc import Iterable

from generator.source.diagnostic import Edit
from generator.source.span import Source, Span


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """The text with the edits made, and how many were. Of two that overlap the first counts."""
    parts = []
    at = 0
    made = 0
    for edit in sorted(set(edits), key=lambda edit: (edit.span, edit.text)):
        if edit.span.start < at or (made and edit.span.start == edit.span.end == at):
            continue
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
        made += 1
    return "".join([*parts, text[at:]]), made


def excerpt(source: Source, place: Span, edits: Iterable[Edit], *, beside: int = 8) -> str:
    """The words around a place as they will read once the edits are made."""
    line = source.line_span(source.position(place.start).line)
    start = max(line.start, place.start - beside)
    end = min(line.end, place.end + beside)
    within = [
        Edit(Span(edit.span.start - start, edit.span.end - start), edit.text)
        for edit in edits
        if edit.span in Span(start, end)
    ]
    shown, _ = apply(source.text[start:end], within)
    return shown.strip()
