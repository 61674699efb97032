"""Every rule finds its bad example and is silent on its good one."""

from __future__ import annotations

import re
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


SHEET = "lessons/lower/emotions/sample-sheet.svg"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def _sheet(inside: str) -> Change:
    return _write(SHEET, _SVG.format(inside).encode())


def _write(path: str, data: bytes) -> Change:
    def change(root: Path) -> None:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

    return change


_REPEATED = "新来的老师先到教室后排坐一会儿，听一听孩子们课间怎么说话，再开口讲第一句。"


def _paragraphs(here: str, there: str) -> Change:
    def change(root: Path) -> None:
        for path, text in ((LESSON, here), (OTHER, there)):
            _edit(path, "## 设计理念\n", f"## 设计理念\n\n{text}\n")(root)

    return change


def _both(first: Change, second: Change) -> Change:
    def change(root: Path) -> None:
        first(root)
        second(root)

    return change


def _swap_orders(root: Path) -> None:
    _edit(LESSON, "order: 10", "order: 30")(root)


# What no piece of one text file can show: code → (bad, good).
CHANGES: dict[str, tuple[Change, Change]] = {
    "F08": (
        _edit(LESSON, "先用身体认信号。", "先用身体认信号。" * 9_000),
        _edit(LESSON, "先用身体认信号。", "先用身体认信号。" * 2_000),
    ),
    "F09": (_copy("activities/sample-kit.md"), _copy("activities/other-kit.md")),
    "F11": (_edit(LESSON, "样课一", "样\u200b课一"), _edit(LESSON, "样课一", "样课一👩\u200d🏫☀\ufe0f")),
    "F12": (_write(SHEET, b"\x89PNG\r\n\x1a\n"), _sheet("<text>甲</text>")),
    "F13": (_sheet("<script>x()</script>"), _sheet('<use href="#a"/><text fill="url(#b)">甲</text>')),
    "F14": (_sheet("<text>甲"), _sheet("<text>甲</text>")),
    "F17": (_write("lessons/lower/emotions/教案.docx", b"PK\x03\x04"), _nothing),
    "F01": (_recode("gb18030"), _recode("utf-8-sig")),
    "F02": (_link, _nothing),
    "F05": (_copy("lessons/lower/habits/sample-lesson.md"), _copy("lessons/lower/habits/third-lesson.md")),
    "F06": (_copy("lessons/lower/emotions/sample-sheet.md"), _copy("lessons/lower/emotions/third-sheet.md")),
    "M17": (
        _edit(LESSON, "printables: [{", "printables:\n\t- {"),
        _edit(LESSON, "authors: [编写组]", "authors:\n  - 编写组"),
    ),
    "M13": (
        _edit("curriculum.yml", "key: emotions, band: lower", "key: emotions, band: lowest"),
        _edit("curriculum.yml", "name: 情绪认知与表达", "name: 情绪"),
    ),
    "M22": (
        _write("thesaurus.yml", "groups: [[炼丹, 修仙]]\n".encode()),
        _write("thesaurus.yml", "groups: [[炼丹, 生气]]\n".encode()),
    ),
    "L03": (_edit(OTHER, "status: published", "status: draft"), _nothing),
    "L05": (_stray, _nothing),
    "W03": (_paragraphs(_REPEATED, _REPEATED), _paragraphs(_REPEATED, "新来的老师先听一听，再开口。")),
    "L08": (_swap_orders, _nothing),
    "L09": (
        _both(
            _edit(LESSON, "[样单](sample-sheet.svg)", "白纸"), _edit(LESSON, "title: 样单", "title: 火山图")
        ),
        _edit(LESSON, "[样单](sample-sheet.svg)", "样单"),
    ),
    "L10": (_edit(LESSON, "kits: [sample-kit]", "kits: []"), _nothing),
    "L12": (_edit(LESSON, "builds_on: []", "builds_on: [other-lesson]"), _nothing),
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


def test_a_code_keeps_its_module_for_ever() -> None:
    """``codes.txt`` lists every code ever given; one that is listed neither moves nor goes.

    A new rule is a new line; ``git diff`` on the file shows what changed its meaning.
    """
    listed = [line.split() for line in (Path(__file__).parent / "codes.txt").read_text("utf-8").splitlines()]
    codes = [code for code, _ in listed]
    assert codes == sorted(set(codes))
    now = {rule.code: rule.module.removeprefix("generator.rules.") for rule in rules()}
    assert dict(listed) == now


def test_the_tiny_library_is_clean(tiny: Path) -> None:
    assert found(tiny) == ()


def test_codes_are_unique_and_topics_are_claimed() -> None:
    """Whatever a reader of files can say, exactly one rule answers for."""
    package = Path(__file__).parents[2] / "generator"
    said = set()
    for file in [
        *package.glob("source/*.py"),
        *package.glob("content/*.py"),
        package / "pipeline.py",
        package / "rules/verdict.py",
    ]:
        said |= set(
            re.findall(
                r'"(encoding|symlink|place|fence|yaml|wide-colon|tab|reference|duplicate-key|unknown-key|missing-key|type|slug|term|range|theme-key|draft|vocabulary|wide-quotes|wide-list|drawing|empty|conflict|exemption|exempts-nothing|unknown-code)"',
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


UNSAFE = [
    '<script href="#a"/>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">a</x:script>',
    '<rect onload="a()"/>',
    "<foreignObject><p>甲</p></foreignObject>",
    '<image href="https://example.com/a.png"/>',
    '<image xlink:href="//example.com/a.png"/>',
    '<use href="other.svg#a"/>',
    '<a href="javascript:a()"><text>甲</text></a>',
    '<a href="&#106;avascript:a()"><text>甲</text></a>',
    '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
    '<rect fill="url(https://example.com/a#b)"/>',
    '<rect style="fill: u\\72l(//example.com/a)"/>',
    "<style>@import 'https://example.com/a.css';</style>",
    "<style>@im/**/port url(a.css); a { b: url( 'c.png' ) }</style>",
    '<a><animate attributeName="href" to="javascript:a()"/></a>',
    '<a><set attributeName="xlink:href" to="https://example.com"/></a>',
    '<set attributeName="onclick" to="a()"/>',
    '<?xml-stylesheet href="https://example.com/a.css"?>',
    '<g xml:base="https://example.com/"/>',
]
SAFE = [
    '<use xlink:href="#a"/>',
    '<image href="data:image/png;base64,iVBORw0KGgo="/>',
    '<rect fill="url(#a)" style="clip-path: url( \'#b\' )"/>',
    "<style>a { fill: url(#b) } /* https://example.com */</style>",
    "<metadata><x:y xmlns:x='https://example.com' x:resource='https://example.com'/></metadata>",
    "<!-- <script>a</script> --><text>https://example.com</text>",
    '<animate attributeName="x" to="9"/>',
    '<text font-family="Noto Sans">上网 onclick=</text>',
]


@pytest.mark.parametrize("inside", UNSAFE)
def test_an_unsafe_drawing(inside: str, tiny: Path) -> None:
    _sheet(inside)(tiny)
    assert "F13" in _codes(tiny)


@pytest.mark.parametrize("inside", SAFE)
def test_a_safe_drawing(inside: str, tiny: Path) -> None:
    _sheet(inside)(tiny)
    assert found(tiny) == ()


def test_a_drawing_that_defines_entities(tiny: Path) -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="c">&b;</svg>'
    _write(SHEET, bomb)(tiny)
    assert _codes(tiny) == {"F13"}


FILES_AND_ADVICE = [
    ("lessons/lower/emotions/new.MD", "new.md"),
    ("lessons/lower/emotions/new.md.txt", "new.md"),
    ("lessons/lower/emotions/教案.docx", "粘贴"),
    ("lessons/lower/emotions/~$教案.docx", "删掉"),
    ("lessons/lower/emotions/photo.jpg", "photo.png"),
    ("lessons/lower/emotions/sheet.SVG", "sheet.svg"),
    ("activities/sample-kit/plan.pptx", "PDF"),
    ("activities/sample-kit/Thumbs.db", "删掉"),
    ("activities/sample-kit/README", "移出"),
]


@pytest.mark.parametrize(("path", "word"), FILES_AND_ADVICE)
def test_a_file_of_another_kind_is_told_with_what_to_do(path: str, word: str, tiny: Path) -> None:
    _write(path, b"<svg/>")(tiny)
    assert [(d.path, d.code) for d in found(tiny)] == [(path, "F17")]
    assert word in found(tiny)[0].hint
