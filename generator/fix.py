"""What a machine may put right: the edits of rules, and the order of keys. Never anything else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.content.kind import Kind, kinds
from generator.content.library import Library
from generator.source.diagnostic import Diagnostic, Edit, Finding
from generator.source.document import Document, parse
from generator.source.edit import apply
from generator.source.frontmatter import Mapping, Node, Scalar, plain
from generator.source.frontmatter import Sequence as Items
from generator.source.span import Source, Span

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Fix:
    """A text as it should be, and in how many places that differs."""

    path: str
    text: str
    places: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file as it was on the disk and as it should be written."""

    path: str
    before: bytes
    after: bytes
    places: int

    @property
    def silent(self) -> tuple[str, ...]:
        """What changes that no diff of lines shows."""
        marks = ("文件开头的BOM",) if self.before.startswith(_BOM) else ()
        return marks + (("换行符",) if b"\r" in self.before else ())


def fix(library: Library, diagnostics: Iterable[Diagnostic]) -> tuple[Fix, ...]:
    """The texts that differ from what was read, by path. What could not be parsed is left alone."""
    edits: dict[str, list[tuple[Edit, ...]]] = {}
    for diagnostic in diagnostics:
        if diagnostic.finding.edits:
            edits.setdefault(diagnostic.path, []).append(diagnostic.finding.edits)
    all_kinds = kinds()
    found = []
    for document in library.documents:
        path = document.source.path
        if unreadable(document):
            continue
        slips = [finding.edits for finding in document.findings if _slip(finding)]
        if slips:
            # First what was read past: all else was judged as if that were right already.
            text, places = apply(document.source.text, [edit for group in slips for edit in group])
            if _alike(document, text, (), gone=len(slips)):
                found.append(Fix(path, text, places))
            continue
        text, places = _edited(document, edits.get(path, []))
        kind = next((kind for kind in all_kinds if kind.place(path)), None)
        sorted_text = _sorted(parse(Source(path, text)), kind) if kind else text
        if sorted_text != text:
            text, places = sorted_text, places + 1
        if not text.endswith("\n"):
            text, places = text + "\n", places + 1
        if places:
            found.append(Fix(path, text, places))
    return tuple(found)


def unreadable(document: Document) -> bool:
    """Whether its front matter could not be read, or only by a guess that its author must confirm."""
    return document.broken or any(
        finding.topic in ("fence", "yaml", "conflict") and not _slip(finding) for finding in document.findings
    )


def _slip(finding: Finding) -> bool:
    """Whether it is a slip of the front matter that was read as it was surely meant."""
    return finding.topic in ("yaml", "wide-colon", "tab") and bool(finding.edits)


def written(document: Document, raw: bytes, fix: Fix | None) -> Fixed | None:
    """What is to be written to the disk where ``raw`` stands now; ``None`` if that is right already."""
    if unreadable(document) or any(map(_slip, document.findings)):
        return None
    after = (fix.text if fix else document.source.text).encode()
    if after == raw:
        return None
    fixed = Fixed(document.source.path, raw, after, fix.places if fix else 0)
    return Fixed(fixed.path, raw, after, fixed.places + len(fixed.silent))


def _edited(document: Document, groups: Sequence[tuple[Edit, ...]]) -> tuple[str, int]:
    """The text with all edits that leave its build as it is."""
    source = document.source
    together = [edit for group in groups for edit in group]
    text, places = apply(source.text, together)
    if not places or _alike(document, text, together):
        return text, places
    # One of them would change more than it says: find it, and keep the others.
    kept: list[Edit] = []
    for group in groups:
        text, _ = apply(source.text, [*kept, *group])
        if _alike(document, text, [*kept, *group]):
            kept += group
    return apply(source.text, kept)


def _alike(document: Document, text: str, edits: Iterable[Edit], *, gone: int = 0) -> bool:
    """Whether a changed text still has the same values, headings, steps, links and blocks.

    ``gone`` findings of its reading are to be there no longer.
    """
    other = parse(Source(document.source.path, text))
    if other.broken or len(other.findings) != len(document.findings) - gone:
        return False
    return _build(document) == _build(other) and _same(
        document.front, other.front, [edit.span for edit in edits]
    )


def _build(document: Document) -> tuple[object, ...]:
    outline = document.outline
    return (
        [(s.id, s.level, s.timed and s.timed.minutes) for s in outline.walk()],
        [(link.target, link.image) for link in outline.links],
        [(p.quoted, p.depth) for p in outline.paragraphs],
        [block.kind for block in outline.blocks],
        [part.kind for part in outline.prose],
        [(e.code, e.reason) for e in document.exemptions],
        len(outline.items),
        len(outline.html),
    )


def _same(old: Node, new: Node, edited: Sequence[Span]) -> bool:
    """Whether two trees are one but for the texts of edited values, and lists written anew as a whole."""
    if old.span in edited and isinstance(new, Items):
        return all(isinstance(item, Scalar) for item in new.items)
    if isinstance(old, Scalar) and isinstance(new, Scalar):
        if isinstance(old.value, str) and isinstance(new.value, str):
            return old.value == new.value or any(span in old.span for span in edited)
        return type(old.value) is type(new.value) and old.value == new.value
    if isinstance(old, Items) and isinstance(new, Items):
        return len(old.items) == len(new.items) and all(
            _same(mine, yours, edited) for mine, yours in zip(old.items, new.items, strict=True)
        )
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return len(old.entries) == len(new.entries) and all(
            mine.key.text == yours.key.text and _same(mine.value, yours.value, edited)
            for mine, yours in zip(old.entries, new.entries, strict=True)
        )
    return False


def _sorted(document: Document, kind: Kind) -> str:
    """The text with the keys of the front matter in their order; comments go with the key below them."""
    source, text = document.source, document.source.text
    entries = document.front.entries
    names = [entry.key.text for entry in entries]
    inner = _inside_fences(document)
    if document.findings or not set(names) <= set(kind.keys):
        return text
    order = sorted(range(len(names)), key=lambda index: kind.keys.index(names[index]))
    if order == list(range(len(names))):
        return text
    cuts = []
    free = inner.start
    for entry in entries:
        if source.position(entry.key.span.start).column != 1:
            return text
        cuts.append(free)
        last = max(entry.key.span.end, entry.value.span.end)
        free = min(source.offset(source.position(last).line + 1), inner.end)
    if len(set(cuts)) != len(cuts):
        return text
    pieces = [text[start:end] for start, end in zip(cuts, [*cuts[1:], free], strict=True)]
    moved = "".join(pieces[index] for index in order)
    changed = text[: inner.start] + moved + text[free:]
    other = parse(Source(source.path, changed))
    if other.broken or other.findings or plain(other.front) != plain(document.front):
        return text
    return changed


def _inside_fences(document: Document) -> Span:
    source = document.source
    closing = source.position(max(document.body.start - 1, 0)).line
    start = source.offset(2)
    return Span(start, max(start, source.offset(closing)))
