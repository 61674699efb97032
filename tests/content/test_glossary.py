"""The glossary: what may stand in it, and where its words are found in what authors wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.pipeline import Result, load
from generator.source.prose import prose
from generator.source.punctuation import punctuate
from tests.conftest import found
from tests.rules.specimen import FILES, lay

HEAD = "groups:\n  - name: 甲\n    terms:\n"
GOOD = "{term: 转介, aliases: [转送], meaning: 请别人接手。, see: [sample-guide]}"


def write_glossary(root: Path, *rows: str) -> None:
    """A glossary of one group at ``root``, a row a line from the fourth."""
    text = HEAD + "".join(f"      - {row}\n" for row in rows)
    (root / "glossary.yml").write_text(text, "utf-8")


# Rows of a glossary → the code, line and column of what is said of them, and a word of message or hint.
SAID = [
    ([GOOD, "{term: 转介, meaning: 又一次。}"], "M13", (5, 16), "“转介”在“转介”那一条里已经有了"),
    ([GOOD, "{term: 转送, meaning: 又一次。}"], "M13", (5, 16), "“转送”在“转介”那一条里已经有了"),
    ([GOOD, "{term: 危机, aliases: [转送], meaning: 急。}"], "M13", (5, 30), "“转送”在“转介”"),
    (
        [GOOD, "{term: 转“介”, meaning: 地址会一样。}", "{term: 转-介, meaning: 又。}"],
        "M13",
        (6, 16),
        "已经有了",
    ),
    (["{term: 转介, aliases: [转送, 转送], meaning: 请人。}"], "M13", (4, 34), "写了两次"),
    (["{term: 过, meaning: 不说。}"], "M13", (4, 16), "只有一个字"),
    (["{term: 转介, meaning: 请人。, see: [sample-giude]}"], "M13", (4, 40), "sample-guide"),
    (["{term: 转介, meaning: 请人。, see: [guides/sample-guide.md]}"], "M07", (4, 40), "写成：sample-guide"),
    (['{term: 转介, meaning: ""}'], "M09", (4, 29), "不能是空的"),
    (['{term: 转介, meaning: "  "}'], "M09", (4, 29), "不能是空的"),
    (["{term: 转介, meaning: }"], "M07", (4, 29), "空着"),
    (["{term: 转介}"], "M06", (4, 9), "meaning"),
    ([f"{{term: 转介, meaning: {'长' * 101}}}"], "M09", (4, 29), "不能超过100个字"),
    (["{term: 转介, meanings: 请人。}"], "M05", (4, 20), "meaning"),
    (["{term: 转介, meaning: 请人。"], "M02", (4, 9), ""),
]


@pytest.mark.parametrize(("rows", "code", "place", "words"), SAID)
def test_a_fault_is_said_where_it_stands(
    rows: list[str], code: str, place: tuple[int, int], words: str, tiny: Path
) -> None:
    write_glossary(tiny, *rows)
    said = found(tiny)
    assert [(d.path, d.code) for d in said] == [("glossary.yml", code)]
    assert (said[0].start.line, said[0].start.column) == place
    assert words in said[0].message + said[0].hint


def test_it_is_optional_and_a_good_one_is_read(tiny: Path) -> None:
    assert load(Config(tiny)).glossary.groups == ()
    write_glossary(tiny, GOOD, "{term: 复式班, meaning: 两个年级一间教室。}")
    assert found(tiny) == ()
    glossary = load(Config(tiny)).glossary
    entry = glossary.called("转送")
    assert entry is not None
    assert (entry.term, entry.id, entry.see) == ("转介", "转介", ("sample-guide",))
    assert glossary.called("转") is None


def test_a_broken_vocabulary_raises_no_echo(tiny: Path) -> None:
    write_glossary(tiny, GOOD)
    (tiny / "curriculum.yml").write_text("bands: []\n", "utf-8")
    assert {d.path for d in found(tiny)} == {"curriculum.yml"}


def test_what_names_a_broken_page_is_not_blamed(tiny: Path) -> None:
    write_glossary(tiny, GOOD)
    file = tiny / FILES["指南"]
    file.write_text(file.read_text("utf-8").replace("summary: ", 'summary: "'), "utf-8")
    assert [(d.path, d.code) for d in found(tiny)] == [(FILES["指南"], "M02")]


WORDS = [
    "{term: 转介, aliases: [转送], meaning: 一。}",
    "{term: 报告, meaning: 二。}",
    "{term: 强制报告, meaning: 三。}",
    "{term: 心理辅导室, aliases: [辅导室], meaning: 四。}",
    "{term: SEL, meaning: 五。}",
    "{term: 线索, meaning: 六。, everyday: true}",
]
# What an author writes → the words that are found, in order.
FOUND = [
    ("先转介，再报告，再转送。", ["转介", "报告", "转送"]),
    ("强制报告不是一般的报告。", ["强制报告", "报告"]),
    ("**转介**，转**介**，*报告*", ["转介", "报告"]),
    ("| 谁 | 转介 |\n|---|---|\n| 报告 | 转送 |", ["转介", "报告", "转送"]),
    ("- 转介：先看见。\n    - 报告：马上。", ["转介", "报告"]),
    ("> 我去报告。\n>\n> - 转介", []),
    ("### 转介\n\n报告。", ["报告"]),
    ("[先转介](../lessons/lower/emotions/sample-lesson.md)，再报告。", ["报告"]),
    ("[**转介**到`报告`](../lessons/lower/emotions/sample-lesson.md)。", []),
    ("`转介`，报告。\n\n```\n转介\n```", ["报告"]),
    ("![转介](a.svg)", []),
    ("SELF不是SEL，sel也不是，用SEL课。", ["SEL", "SEL"]),
    ("照《心理辅导室建设指南》布置辅导室。", ["辅导室"]),
    ("线索。", []),
    ("快!转介，\\\\报告", []),
    ("<!-- 允许 X01 转介的理由 -->\n报告。", ["报告"]),
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_words_are_found_in_what_a_teacher_is_told(text: str, words: list[str], tiny: Path) -> None:
    write_glossary(tiny, *WORDS)
    lay(tiny, "指南", f"## 先做什么\n{text}\n")
    library = load(Config(tiny))
    item = library.by_path[FILES["指南"]]
    assert [item.document.source[m.span] for m in library.mentions[item.path]] == words
    assert all(word in m.entry.words for m, word in zip(library.mentions[item.path], words, strict=True))


def test_what_pupils_say_is_left_alone(tiny: Path) -> None:
    write_glossary(tiny, *WORDS)
    file = tiny / FILES["课例"]
    text = file.read_text("utf-8").replace("“我不会画。”——“画一条线就行。”", "“转介！”——“去报告。”")
    file.write_text(text.replace("动起来。", "动起来，转介。"), "utf-8")
    library = load(Config(tiny))
    assert [m.entry.term for m in library.mentions[FILES["课例"]]] == ["转介"]
    entry = library.glossary.called("转介")
    assert entry is not None
    assert [item.path for item in library.mentioning(entry)] == [FILES["课例"]]


def test_the_real_glossary_keeps_the_rules_of_what_authors_write(real: Result, tiny: Path) -> None:
    """Its meanings, laid into a guide, are found without fault; each is short and plain."""
    entries = [entry for group in real.library.glossary.groups for entry in group.terms]
    assert len(entries) > 20
    for entry in entries:
        assert punctuate(prose("paragraph", entry.meaning, range(len(entry.meaning)))) == ()
        assert len(entry.meaning) <= 80, entry.term
        assert entry.meaning.endswith("。")
    lay(tiny, "指南", "## 先做什么\n" + "\n\n".join(f"{e.term}：{e.meaning}" for e in entries) + "\n")
    assert found(tiny) == ()
