"""One file, read: its front matter, its outline, its exceptions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.source.conflict import conflicts_in
from generator.source.diagnostic import Finding
from generator.source.fence import fences
from generator.source.frontmatter import Mapping
from generator.source.frontmatter import parse as parse_yaml
from generator.source.outline import Outline, outline
from generator.source.span import Source, Span

_ALLOW = re.compile(
    r"^[ \t]*(?:<!--[ \t]*允许[ \t]+(?P<code>[A-Z]\d{2})(?![ \t]*[、，,/和及与]?[ \t]*[A-Z]\d{2}(?!\w))[ \t]*(?P<reason>.*?)[ \t]*-->"
    r"|#[ \t]*允许[ \t]+(?P<yaml_code>[A-Z]\d{2})(?![ \t]*[、，,/和及与]?[ \t]*[A-Z]\d{2}(?!\w))[ \t]*(?P<yaml_reason>.*?))[ \t]*(?:\n|\Z)",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Exemption:
    """``允许 CODE 理由``: ``covers`` is the next block of the body, or the next key."""

    code: str
    reason: str
    span: Span
    """The comment, without the line's indent and end."""
    covers: Span


@dataclass(frozen=True)
class Document:
    """A source that was parsed. ``front`` is empty and ``findings`` is not if it could not be."""

    source: Source
    front: Mapping
    body: Span
    outline: Outline = field(default_factory=Outline)
    exemptions: tuple[Exemption, ...] = ()
    findings: tuple[Finding, ...] = ()
    broken: bool = False

    @staticmethod
    def without_exemptions(text: str) -> str:
        """Markdown as it is to be rendered: what the author says to the rules is taken out."""
        return _ALLOW.sub("", text).strip("\n")


def parse(source: Source) -> Document:
    """The document in ``source``. Never raises, whatever the text."""
    conflicts = conflicts_in(source)
    if conflicts:
        # Two versions of one text cannot be judged as one.
        nothing = Mapping(Span(0, 0), ())
        return Document(source, nothing, Span(0, 0), findings=conflicts, broken=True)
    fenced, findings = fences(source)
    if fenced.inner is None:
        nothing = Mapping(Span(0, 0), ())
        parts = outline(source, fenced.body)
        return Document(source, nothing, fenced.body, parts, (), findings, broken=True)
    node, problems = parse_yaml(source, fenced.inner)
    findings += problems
    broken = not isinstance(node, Mapping)
    if node is not None and broken:
        message = "这里应是一行一项的“名字: 值”。"
        findings += (Finding(source, node.span, message, "例如：title: 小火山冒烟了", "yaml"),)
    front = node if isinstance(node, Mapping) else Mapping(Span(fenced.inner.start, fenced.inner.start), ())
    parts = outline(source, fenced.body)
    exemptions = _exemptions(source, front, fenced.inner, fenced.body, parts)
    return Document(source, front, fenced.body, parts, exemptions, findings, broken)


def _exemptions(
    source: Source, front: Mapping, inner: Span, body_span: Span, body: Outline
) -> tuple[Exemption, ...]:
    found = []
    # Several exemptions before one place all cover it.
    places = [b.span for b in body.blocks if not (b.kind == "html_block" and _ALLOW.match(source[b.span]))]
    for match in _ALLOW.finditer(source.text):
        said = match[0].strip()
        start = source.text.index(said, match.start())
        span = Span(start, start + len(said))
        if match["code"] and span.start >= body_span.start:
            blocks = [place for place in places if place.start >= span.end]
            covers = blocks[0] if blocks else Span(span.end, span.end)
            found.append(Exemption(match["code"], match["reason"], span, covers))
        elif match["yaml_code"] and span in inner:
            keys = [e for e in front.entries if e.key.span.start >= span.end]
            covers = Span(keys[0].key.span.start, keys[0].value.span.end) if keys else span
            found.append(Exemption(match["yaml_code"], match["yaml_reason"], span, covers))
    return tuple(found)
