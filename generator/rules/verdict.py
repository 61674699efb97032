"""All rules asked, and what authors exempt from their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256

from generator.content.library import Library
from generator.content.suggest import nearest
from generator.rules.rule import Rule, rules
from generator.source.diagnostic import Diagnostic, Finding, Severity
from generator.source.document import Document, Exemption
from generator.source.reading import Asset
from generator.source.span import Source

Judged = Mapping[str, tuple[Finding, ...]]
"""What the local rules found in one file, by code."""


@dataclass(frozen=True, slots=True)
class Excused:
    """An exemption and what would have been said without it."""

    source: Source
    exemption: Exemption
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all rules say, in reading order, and what authors exempt from it."""

    diagnostics: tuple[Diagnostic, ...]
    excused: tuple[Excused, ...] = ()
    judged: Mapping[str, Judged] = field(default_factory=dict)
    """What the local rules said of each file, by its content: ``known`` to the next check."""


# The rules on exemptions are asked last, for they judge what the others found.
_LAST = "exceptions"


def check(library: Library, known: Mapping[str, Judged] | None = None) -> Verdict:
    """Everything that all rules find, without what the author exempts.

    What ``known`` has of a file's content is not asked again.
    """
    judged = _each(library, known or {})
    found = _found(library, (rule for rule in rules() if rule.family != _LAST and not rule.local))
    found |= {
        diagnostic
        for document in library.documents
        for code, findings in judged[content(library, document)].items()
        for diagnostic in _stamped(library, _rule(code), findings)
    }
    absolute = {rule.code for rule in rules() if rule.absolute}
    excused = tuple(
        Excused(
            document.source,
            exemption,
            tuple(d for d in found if d.code not in absolute and _covers(document.source, exemption, d)),
        )
        for document in library.documents
        for exemption in document.exemptions
    )
    exempt = {diagnostic for row in excused for diagnostic in row.diagnostics}
    last = (*_idle(library, excused), *_unknown(excused, found))
    told = replace(library, findings=(*library.findings, *last))
    found |= _found(told, (rule for rule in rules() if rule.family == _LAST))
    kept = sorted(found - exempt, key=lambda d: (d.path, d.start, d.code, d.message))
    return Verdict(tuple(kept), excused, judged)


def content(library: Library, document: Document) -> str:
    """A digest of all that local rules look at: a file's text, its path and the sheets it names."""
    digest = sha256(f"{document.source.path}\0{document.source.text}".encode("utf-8", "surrogatepass"))
    for asset in _sheets(library, document):
        digest.update(asset.path.encode() + b"\0" + asset.data)
    return digest.hexdigest()


def _sheets(library: Library, document: Document) -> tuple[Asset, ...]:
    item = library.by_path.get(document.source.path)
    named = {f"{item.folder}/{printable.file}" for printable in item.card.printables} if item else set()
    return tuple(library.by_file[path] for path in sorted(named & library.by_file.keys()))


def _each(library: Library, known: Mapping[str, Judged]) -> dict[str, Judged]:
    """What the local rules say of each file, by its content."""
    asked = [rule for rule in rules() if rule.local]
    judged: dict[str, Judged] = {}
    for document in library.documents:
        key = content(library, document)
        if key in known:
            judged[key] = known[key]
        elif key not in judged:
            alone = library.alone(document, _sheets(library, document))
            said = ((rule.code, tuple(rule.check(alone))) for rule in asked)
            judged[key] = {code: findings for code, findings in said if findings}
    return judged


@cache
def _rule(code: str) -> Rule:
    return next(rule for rule in rules() if rule.code == code)


def _found(library: Library, asked: Iterable[Rule]) -> set[Diagnostic]:
    return {d for rule in asked for d in _stamped(library, rule, rule.check(library))}


def _stamped(library: Library, rule: Rule, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    for finding in findings:
        item = library.by_path.get(finding.source.path)
        draft = item is not None and not item.published
        severity = Severity.TODO if rule.owed and draft else finding.severity or rule.severity
        yield Diagnostic(rule.code, severity, finding)


def _covers(source: Source, exemption: Exemption, diagnostic: Diagnostic) -> bool:
    return diagnostic.code == exemption.code and _within(source, exemption, diagnostic)


def _within(source: Source, exemption: Exemption, diagnostic: Diagnostic) -> bool:
    start = diagnostic.finding.span.start
    return diagnostic.path == source.path and exemption.covers.start <= start <= exemption.covers.end


def _unknown(excused: Iterable[Excused], found: Iterable[Diagnostic]) -> Iterator[Finding]:
    """The exemptions from no rule that is; what is found where they stand is likeliest meant."""
    titles = {rule.code: rule.title for rule in rules()}
    for row in excused:
        code = row.exemption.code
        if code in titles:
            continue
        here = sorted({d.code for d in found if _within(row.source, row.exemption, d)})
        guess = nearest(code, here) or (here[0] if len(here) == 1 else None)
        guess = guess or nearest(code, (known for known in titles if known[0] == code[0]))
        said = f"是不是“{guess}”（{titles[guess]}）？" if guess else ""
        hint = f"{said}照报错里的编号抄，如 X01"
        message = f"没有编号是“{code}”的规则。"
        yield Finding(row.source, row.exemption.span, message, hint, "unknown-code")


def _idle(library: Library, excused: Iterable[Excused]) -> Iterator[Finding]:
    """The exemptions that exempt nothing, in files whose every part could be judged."""
    able = {rule.code for rule in rules() if not rule.absolute}
    for row in excused:
        item = library.by_path.get(row.source.path)
        if row.diagnostics or row.exemption.code not in able or item is None or item.faulty:
            continue
        message = (
            f"这条“允许 {row.exemption.code}”没有用上：下面那一段里，{row.exemption.code} 没有发现问题。"
        )
        hint = "删掉这一行；如果放错了地方，移到要放过的那一段（或那一项）前面紧挨着"
        yield Finding(row.source, row.exemption.span, message, hint, "exempts-nothing")
