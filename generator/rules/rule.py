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
from generator.rules.wording import Wording
from generator.source.diagnostic import Finding, Severity

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
    unsure: bool = False
    """Whether some of its errors are only warnings: what it looks for may be meant otherwise."""
    local: bool = False
    """Whether it says of a file, alone in a library with its sheets, what it says of it among all."""

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
            Example(found["verdict"] == "正例", found["place"], dedent(found["text"]).strip("\n") + "\n")
            for found in _EXAMPLE.finditer(self.manual + "\n")
        )


def rule(
    code: str,
    severity: Severity = Severity.ERROR,
    *,
    owed: bool = False,
    absolute: bool = False,
    local: bool = False,
) -> Callable[[Check], Rule]:
    """Makes a rule of a check; the manual is the docstring of the check's module."""

    def made(check: Check) -> Rule:
        module = inspect.getmodule(check)
        manual = inspect.cleandoc(module.__doc__ or "") if module else ""
        found = (
            [w for value in vars(module).values() if isinstance(value, tuple) for w in value]
            if module
            else []
        )
        unsure = severity is Severity.ERROR and any(isinstance(w, Wording) and not w.sure for w in found)
        return Rule(code, severity, check, manual, check.__module__, owed, absolute, unsure, local)

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
