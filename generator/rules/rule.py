"""Rules: how one is written, found and run."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.content.library import Library
from generator.source.diagnostic import Diagnostic, Finding, Severity
from generator.source.document import Exemption
from generator.source.span import Source

Check = Callable[[Library], Iterator[Finding]]

_EXAMPLE = re.compile(r"^(?P<verdict>反例|正例)（(?P<place>[^）]+)）：\n(?P<text>(?:    .*\n|\n)+)", re.M)


@dataclass(frozen=True, slots=True)
class Example:
    """A part of a file that a rule judges: ``place`` names the specimen it is laid into."""

    good: bool
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its code, which is never reused, and its manual."""

    code: str
    severity: Severity
    check: Check
    manual: str
    module: str
    owed: bool = False
    """Whether it asks for something a draft may still lack."""
    absolute: bool = False
    """Whether it keeps the site safe or the file readable, so that nothing is exempt from it."""

    @property
    def family(self) -> str:
        return self.module.split(".")[-2]

    @property
    def title(self) -> str:
        """The manual's first line."""
        return self.manual.partition("\n")[0].rstrip("。")

    @property
    def reason(self) -> str:
        """What the manual says between its first line and its examples."""
        return _EXAMPLE.sub("", self.manual + "\n").partition("\n")[2].strip()

    @property
    def examples(self) -> tuple[Example, ...]:
        """The manual's 反例 and 正例."""
        return tuple(
            Example(found["verdict"] == "正例", found["place"], inspect.cleandoc(found["text"]) + "\n")
            for found in _EXAMPLE.finditer(self.manual + "\n")
        )


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


def rule(
    code: str, severity: Severity = Severity.ERROR, *, owed: bool = False, absolute: bool = False
) -> Callable[[Check], Rule]:
    """Makes a rule of a check; the manual is the docstring of the check's module."""

    def made(check: Check) -> Rule:
        module = inspect.getmodule(check)
        manual = inspect.cleandoc(module.__doc__ or "") if module else ""
        return Rule(code, severity, check, manual, check.__module__, owed, absolute)

    return made


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule below ``generator.rules``, by code. Two rules with one code are a bug: ``ValueError``."""
    from generator import rules as package

    found: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Rule) and value.module == module.name:
                if value.code in found:
                    raise ValueError(f"two rules have the code {value.code}")
                found[value.code] = value
    return tuple(found[code] for code in sorted(found))


# The rules on exemptions are asked last, for they judge what the others found.
_LAST = "exceptions"


def check(library: Library) -> Verdict:
    """Everything that all rules find, without what the author exempts."""
    found = _found(library, (rule for rule in rules() if rule.family != _LAST))
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
    judged = replace(library, findings=(*library.findings, *_idle(library, excused)))
    found |= _found(judged, (rule for rule in rules() if rule.family == _LAST))
    kept = sorted(found - exempt, key=lambda d: (d.path, d.start, d.code, d.message))
    return Verdict(tuple(kept), excused)


def _found(library: Library, asked: Iterable[Rule]) -> set[Diagnostic]:
    drafts = {item.path for item in library.items if not item.published}

    def severity(rule: Rule, finding: Finding) -> Severity:
        if rule.owed and finding.source.path in drafts:
            return Severity.TODO
        return finding.severity or rule.severity

    return {
        Diagnostic(rule.code, severity(rule, finding), finding)
        for rule in asked
        for finding in rule.check(library)
    }


def _covers(source: Source, exemption: Exemption, diagnostic: Diagnostic) -> bool:
    start = diagnostic.finding.span.start
    return (
        diagnostic.code == exemption.code
        and diagnostic.path == source.path
        and exemption.covers.start <= start <= exemption.covers.end
    )


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
