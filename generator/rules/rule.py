"""Rules: how one is written, found and run."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from textwrap import dedent

from generator.content.library import Library
from generator.source.diagnostic import Diagnostic, Finding, Severity

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

    @property
    def family(self) -> str:
        return self.module.split(".")[-2]

    @property
    def title(self) -> str:
        """The manual's first line."""
        return self.manual.partition("\n")[0].rstrip("。")

    @property
    def examples(self) -> tuple[Example, ...]:
        """The manual's 反例 and 正例."""
        return tuple(
            Example(found["verdict"] == "正例", found["place"], dedent(found["text"]).strip("\n") + "\n")
            for found in _EXAMPLE.finditer(self.manual + "\n")
        )


def rule(code: str, severity: Severity = Severity.ERROR, *, owed: bool = False) -> Callable[[Check], Rule]:
    """Makes a rule of a check; the manual is the docstring of the check's module."""

    def made(check: Check) -> Rule:
        module = inspect.getmodule(check)
        manual = inspect.cleandoc(module.__doc__ or "") if module else ""
        return Rule(code, severity, check, manual, check.__module__, owed)

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


def check(library: Library) -> tuple[Diagnostic, ...]:
    """Everything that all rules find, in reading order, without what the author exempts."""
    drafts = {item.path for item in library.items if not item.published}

    def severity(rule: Rule, finding: Finding) -> Severity:
        if rule.owed and finding.source.path in drafts:
            return Severity.TODO
        return finding.severity or rule.severity

    found = [
        Diagnostic(rule.code, severity(rule, finding), finding)
        for rule in rules()
        for finding in rule.check(library)
    ]
    exempt = {d.source.path: d.exemptions for d in library.documents}
    kept = (
        d
        for d in found
        if not any(
            e.code == d.code and e.covers.start <= d.finding.span.start <= e.covers.end
            for e in exempt.get(d.path, ())
        )
    )
    return tuple(sorted(set(kept), key=lambda d: (d.path, d.start, d.code, d.message)))
