"""Lays a sentence into the tiny library and asks the safety rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

from generator.config import Config
from generator.content.decode import decode
from generator.content.kind import kinds
from generator.content.library import Library
from generator.pipeline import load
from generator.rules.rule import rules
from generator.source.document import parse
from generator.source.span import Source
from tests.rules.specimen import FILES, SHEET

# Where a sentence stands, by who says it: the file, the words it replaces, and how it is written.
_PLACES = {
    "旁白": ("课例", "带着做。\n", "带着做。\n\n{}\n"),
    "老师说": ("课例", "> 站起来，慢慢坐下。\n", "> {}\n"),
    "学生说": ("课例", "- “我不会画。”——“画一条线就行。”\n", "- {}\n"),
    "家校": ("课例", "各位家人：今天学了三步。", "{}"),
    "安全": ("课例", "- 不举本班的例子。", "- {}"),
    "指南": ("指南", "\n\n", "\n\n{}\n\n"),
}
_SAFETY = tuple(rule for rule in rules() if rule.family == "safety")


@dataclass(frozen=True, slots=True)
class Case:
    """One row of a table: whether the sentence is good, the rules meant, where it stands, the marks."""

    good: bool
    codes: tuple[str, ...]
    place: str
    marks: tuple[str, ...]
    text: str


def read(table: Path) -> Iterator[Case]:
    """The rows of a table: verdict, rules, place, marks and sentence, a tab between."""
    for line in table.read_text("utf-8").splitlines():
        verdict, codes, place, marks, text = line.split("\t")
        marked = () if marks == "none" else tuple(marks.split("+"))
        yield Case(verdict == "good", tuple(codes.split(",")), place, marked, text)


class Judge:
    """The safety rules over a library in which one sentence changes."""

    def __init__(self, root: Path) -> None:
        self.library = load(Config(root))
        self.texts = {path: (root / path).read_text("utf-8") for path in FILES.values()}

    def __call__(self, case: Case) -> frozenset[str]:
        """The codes of all that is said of the sentence."""
        library, path, line = self._laid(case)
        return frozenset(
            rule.code
            for rule in _SAFETY
            for finding in rule.check(library)
            if (finding.source.path, finding.source.position(finding.span.start).line) == (path, line)
        )

    def _laid(self, case: Case) -> tuple[Library, str, int]:
        name, old, new = _PLACES.get(case.place, ("课例", "", ""))
        path = FILES[name]
        text = re.sub(
            r"^safety:.*$", f"safety: [{', '.join(case.marks)}]", self.texts[path], count=1, flags=re.M
        )
        at = text.index(old, text.index("\n---\n", 4))
        text = text[:at] + (new.format(case.text) if old else "") + text[at + len(old) :]
        document = parse(Source(path, text))
        item, _ = decode(document, kinds(), self.library.curriculum)
        assert item is not None
        library = replace(self.library, items=(item,), documents=(document,), findings=())
        if case.place != "学习单":
            return library, path, document.source.position(text.index(case.text)).line
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg">\n<text>{escape(case.text)}</text></svg>'
        assets = (replace(a, data=drawing.encode()) if a.path == SHEET else a for a in library.assets)
        return replace(library, assets=tuple(assets)), SHEET, 2
