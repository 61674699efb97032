"""A course of action: what an author wrote as a list under “流程图：”, the page draws as boxes and arrows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.source.diagnostic import Edit
from generator.source.document import Document
from generator.source.span import Span

STYLES = ("flow",)
"""What a page names beside others to show diagrams."""

_MARKS = ("流程图：", "流程图:")
_OPENING = '<div class="hb-flow" role="group" aria-label="流程图" markdown="1">'


def drawn(document: Document, span: Span) -> Iterator[Edit]:
    """What makes diagrams of the ordered lists in ``span`` that follow a paragraph “流程图：”.

    The list stays one: it is read out, printed and copied as its steps. A list inside a step holds its ways.
    """
    for mark, steps in pairwise(document.outline.blocks):
        said = mark.kind == "paragraph" and document.source[mark.span].strip() in _MARKS
        if said and steps.kind == "ordered_list" and mark.span in span and steps.span in span:
            yield Edit(mark.span, _OPENING)
            # In place of the line's end: of two edits that touch, an insertion would be dropped.
            end = min(steps.span.end + 1, span.end)
            yield Edit(Span(steps.span.end, end), "\n\n</div>\n")
