"""Every rule finds its bad example and is silent on its good one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.rules.rule import Example, Rule, rules
from tests.conftest import found
from tests.rules.specimen import FILES, lay

LESSON = FILES["课例"]
OTHER = "lessons/lower/emotions/other-lesson.md"
Change = Callable[[Path], None]


def _edit(path: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")

    return change


def _nothing(root: Path) -> None:
    assert root.is_dir()


def _recode(encoding: str) -> Change:
    def change(root: Path) -> None:
        file = root / LESSON
        file.write_bytes(file.read_text("utf-8").replace("\n", "\r\n").encode(encoding))

    return change


def _link(root: Path) -> None:
    (root / "lessons/lower/emotions/linked.md").symlink_to(root / LESSON)


def _copy(path: str) -> Change:
    def change(root: Path) -> None:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((root / LESSON).read_bytes())

    return change


def _stray(root: Path) -> None:
    (root / "lessons/lower/emotions/nobody.svg").write_text("<svg/>", "utf-8")


_REPEATED = "新来的老师先到教室后排坐一会儿，听一听孩子们课间怎么说话，再开口讲第一句。"


def _both(here: str, there: str) -> Change:
    def change(root: Path) -> None:
        for path, text in ((LESSON, here), (OTHER, there)):
            _edit(path, "## 设计理念\n", f"## 设计理念\n\n{text}\n")(root)

    return change


# What no piece of one text file can show: code → (bad, good).
CHANGES: dict[str, tuple[Change, Change]] = {
    "F01": (_recode("gb18030"), _recode("utf-8-sig")),
    "F02": (_link, _nothing),
    "F05": (_copy("lessons/lower/habits/sample-lesson.md"), _copy("lessons/lower/habits/third-lesson.md")),
    "F06": (_copy("lessons/lower/emotions/sample-sheet.md"), _copy("lessons/lower/emotions/third-sheet.md")),
    "M13": (
        _edit("curriculum.yml", "key: emotions, band: lower", "key: emotions, band: lowest"),
        _edit("curriculum.yml", "name: 情绪认知与表达", "name: 情绪"),
    ),
    "L03": (_edit(OTHER, "status: published", "status: draft"), _nothing),
    "L05": (_stray, _nothing),
    "L08": (_edit(LESSON, "builds_on: []", "builds_on: [other-lesson]"), _nothing),
    "W03": (_both(_REPEATED, _REPEATED), _both(_REPEATED, "新来的老师先听一听，再开口。")),
}


def _codes(root: Path) -> set[str]:
    return {diagnostic.code for diagnostic in found(root)}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_manual_and_shows_both_sides(rule: Rule) -> None:
    assert rule.manual.splitlines()[0].endswith("。")
    assert "为什么：" in rule.manual
    verdicts = {example.good for example in rule.examples}
    assert verdicts == {True, False} or rule.code in CHANGES


EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{'good' if example.good else 'bad'}")
    for rule in rules()
    for example in rule.examples
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example, tiny: Path) -> None:
    lay(tiny, example.place, example.text)
    assert (rule.code in _codes(tiny)) is not example.good


@pytest.mark.parametrize("code", CHANGES)
@pytest.mark.parametrize("good", [False, True], ids=["bad", "good"])
def test_change(code: str, good: bool, tiny: Path) -> None:
    if code == "L03" and not good:
        _edit(LESSON, "builds_on: []", "builds_on: [other-lesson]")(tiny)
    CHANGES[code][good](tiny)
    assert (code in _codes(tiny)) is not good


def test_the_tiny_library_is_clean(tiny: Path) -> None:
    assert found(tiny) == ()


def test_codes_are_unique_and_topics_are_claimed() -> None:
    """Whatever a reader of files can say, exactly one rule answers for."""
    import re

    package = Path(__file__).parents[2] / "generator"
    said = set()
    for file in [
        *package.glob("source/*.py"),
        *package.glob("content/*.py"),
        package / "pipeline.py",
        package / "rules/rule.py",
    ]:
        said |= set(
            re.findall(
                r'"(encoding|symlink|place|fence|yaml|reference|duplicate-key|unknown-key|missing-key|type|term|range|theme-key|draft|vocabulary|exemption|exempts-nothing)"',
                file.read_text("utf-8"),
            )
        )
    claimed = [
        topic
        for rule in rules()
        for topic in re.findall(r'library\.on\("([^"]+)"\)', Path(_file(rule)).read_text("utf-8"))
    ]
    assert sorted(claimed) == sorted(said)


def _file(rule: Rule) -> str:
    import importlib

    return str(importlib.import_module(rule.module).__file__)
