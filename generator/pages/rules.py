"""The manual of rules: what each asks for, why, and how it looks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.pages.page import Page
from generator.rules.family import FAMILIES
from generator.rules.rule import rules

TOP = "contribute/index.md"
PATH = "contribute/rules.md"


def pages(library: Library) -> Iterator[Page]:
    """One page, made of the rules' own manuals."""
    families = [(family, [rule for rule in rules() if rule.family == family.key]) for family in FAMILIES]
    yield Page(
        path=PATH,
        title="全部规则",
        template="rules.md.jinja",
        values={"families": [(family, found) for family, found in families if found]},
        description="检查时会说的每一条：要求什么、为什么、反例和正例。",
        trail=(TOP,),
        order=0,
        look="manual",
    )
