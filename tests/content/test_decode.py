"""Front matter as typed items: what fits, what does not, and what a draft may lack."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from generator.config import Config
from generator.content.kind import Kind, kinds
from generator.content.library import Library
from generator.content.suggest import hint, nearest
from generator.pipeline import load, run
from generator.source.diagnostic import Severity
from tests.conftest import found
from tests.rules.specimen import FILES, lay

# One line of front matter → what is said of it: code, column of the value, a word of the hint.
SAID = [
    ("课例", "forms: [roleplay]", "M08", 9, "role-play"),
    ("课例", "forms: [角色扮演]", "M08", 9, "role-play"),
    ("课例", "minutes: 四十", "M07", 10, "只写数字"),
    ("课例", "minutes: 40分钟", "M07", 10, "40"),
    ("课例", "title: 525", "M07", 8, '"525"'),
    ("课例", "title: no", "M07", 8, '"no"'),
    ("课例", "summary: 12:30", "M07", 10, '"12:30"'),
    ("课例", "updated: 昨天", "M07", 10, ""),
    ("课例", "keywords: 生气", "M07", 11, "[生气]"),
    ("课例", "grade: 7", "M09", 8, ""),
    ("课例", "status: publish", "M08", 9, "published"),
    ("课例", "keyword: [生气]", "M05", 1, "keywords"),
    ("课例", "builds_on: [Bad Slug]", "M07", 13, "减号"),
    ("活动包", "setting: classs", "M08", 10, "class"),
    ("活动包", "size: {from: 10, too: 50}", "M05", 18, "to"),
    ("学科融合", "minutes: 15", "M09", 10, ""),
    ("指南", "audience: [班主任]", "M08", 12, "class-teacher"),
]


@pytest.mark.parametrize(("place", "line", "code", "column", "word"), SAID)
def test_a_wrong_value_is_said_where_it_stands(
    place: str, line: str, code: str, column: int, word: str, tiny: Path
) -> None:
    lay(tiny, place, line)
    text = (tiny / FILES[place]).read_text("utf-8").splitlines()
    hits = [d for d in found(tiny) if d.path == FILES[place] and d.code == code]
    assert hits, found(tiny)
    assert (hits[0].start.line, hits[0].start.column) == (text.index(line) + 1, column)
    assert word in hits[0].hint


# What is asked for when a key is missing: an example, what it is, what it may be.
ASKED = [
    ("课例", "semester", "加一行：semester: 1（上册写 1，下册写 2）"),
    ("课例", "updated", "加一行：updated: 2026-09-01（"),
    ("课例", "area", "可以填：self（认识自我）、learning（学会学习）、"),
    ("活动包", "size", "加一行：size: {from: 10, to: 55}（"),
    ("指南", "audience", "加一行：audience: [class-teacher]（"),
]


@pytest.mark.parametrize(("place", "key", "words"), ASKED)
def test_what_is_missing_is_asked_for_as_it_is_typed(place: str, key: str, words: str, tiny: Path) -> None:
    file = tiny / FILES[place]
    file.write_text(re.sub(rf"^{key}:.*\n", "", file.read_text("utf-8"), count=1, flags=re.M), "utf-8")
    assert [words in d.hint for d in found(tiny) if d.code == "M06"] == [True]


@pytest.mark.parametrize("place", FILES)
def test_every_required_key_is_missed(place: str, tiny: Path) -> None:
    file = tiny / FILES[place]
    text = file.read_text("utf-8")
    kind = next(kind for kind in kinds() if kind.place(FILES[place]))
    required = [f.alias or name for name, f in kind.card.model_fields.items() if f.is_required()]
    assert {"title", "summary", "keywords", "status"} <= set(required)
    for key in required:
        file.write_text(re.sub(rf"^{key}:.*\n(?:  .*\n)*", "", text, count=1, flags=re.M), "utf-8")
        said = [d for d in found(tiny) if d.code == "M06"]
        assert [d.path for d in said] == [FILES[place]]
        assert key in said[0].message


NESTED = [
    ("学科融合", "edition: 统编版, ", "textbook", "edition"),
    ("学科融合", 'unit: "", ', "textbook", "unit"),
    ("学科融合", ", confidence: B", "textbook", "confidence"),
    ("活动包", "from: 10, ", "size", "from"),
    ("活动包", ", to: 50", "size", "to"),
    ("活动包", "item: 蜡笔（盒）, ", "materials", "item"),
    ("活动包", ", n: 1", "materials", "n"),
    ("课例", "file: sample-sheet.svg, ", "printables", "file"),
    ("课例", "title: 样单, ", "printables", "title"),
    ("课例", ", copies: per-pupil", "printables", "copies"),
]


@pytest.mark.parametrize(("place", "part", "key", "name"), NESTED)
def test_every_required_key_inside_another_is_missed(
    place: str, part: str, key: str, name: str, tiny: Path
) -> None:
    file = tiny / FILES[place]
    text = file.read_text("utf-8")
    assert text.count(part) == 1
    number = next(i for i, line in enumerate(text.splitlines(), 1) if part in line)
    file.write_text(text.replace(part, ""), "utf-8")
    said = [d for d in found(tiny) if d.path == FILES[place]]
    assert [(d.code, d.start.line) for d in said if d.code != "L05"] == [("M06", number)], key
    assert f"“{name}”" in said[0].message


def test_seven_mistakes_at_once(tiny: Path) -> None:
    """Seven findings in one run, each at its place, and none for what only follows from them."""
    folder = tiny / "lessons/lower/emotions"
    sample = (folder / "sample-lesson.md").read_text("utf-8")

    def variant(name: str, order: int, *changes: tuple[str, str]) -> None:
        text = sample.replace("order: 10", f"order: {order}").replace("sample-sheet.svg", f"{name}-sheet.svg")
        (folder / f"{name}-sheet.svg").write_bytes((folder / "sample-sheet.svg").read_bytes())
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / f"{name}.md").write_text(text, "utf-8")

    variant("misspelt", 30, ("forms:", "form:"))
    variant("wrong-type", 40, ("minutes: 40", "minutes: 四十"))
    variant("broken-yaml", 50, ("summary: ", 'summary: "'))
    variant("no-minutes", 60, ("### 团体暖身（5分钟）站一站", "### 团体暖身 站一站"))
    variant("dead-link", 70, ("先用身体认信号。", "看[这一课](nowhere.md)。"))
    (folder / "gbk.md").write_bytes(sample.encode("gb18030"))
    stray = tiny / "lessons/lower/feelings/stray.md"
    stray.parent.mkdir()
    stray.write_text(
        sample.replace("[样单](sample-sheet.svg)", "样单").replace("printables: [{", "printables: [] # [{"),
        "utf-8",
    )
    said = {(d.path.rpartition("/")[2], d.start.line, d.code) for d in found(tiny)}
    first = sample.splitlines()
    assert said == {
        ("stray.md", 1, "F03"),
        ("misspelt.md", first.index("forms: [experience]") + 1, "M05"),
        ("wrong-type.md", first.index("minutes: 40") + 1, "M07"),
        ("broken-yaml.md", 3, "M02"),
        ("gbk.md", 1, "F01"),
        ("no-minutes.md", first.index("### 团体暖身（5分钟）站一站") + 1, "B05"),
        ("dead-link.md", first.index("先用身体认信号。") + 1, "L01"),
    }


def test_a_broken_file_raises_no_echo(tiny: Path) -> None:
    """What names the broken lesson is not blamed for it."""
    file = tiny / FILES["课例"]
    file.write_text(file.read_text("utf-8").replace("summary: ", 'summary: "'), "utf-8")
    assert [(d.path, d.code) for d in found(tiny)] == [(FILES["课例"], "M02")]


def test_a_draft_may_lack_almost_everything(tiny: Path) -> None:
    draft = tiny / "lessons/lower/emotions/new-idea.md"
    draft.write_text(
        "---\ntitle: 新想法\ngrade: 1\nstatus: draft\n---\n## 活动过程\n\n### 团体暖身 动一动\n", "utf-8"
    )
    result = run(Config(tiny))
    assert result.clean
    assert result.diagnostics
    assert {d.severity for d in result.diagnostics} == {Severity.TODO}
    assert "new-idea" in result.library.by_slug
    assert "new-idea" not in result.library.without_drafts().by_slug


def test_a_draft_is_not_excused_from_what_is_wrong(tiny: Path) -> None:
    draft = tiny / "lessons/lower/emotions/new-idea.md"
    draft.write_text(
        "---\ntitle: 新想法\ngrade: 一\nstatus: draft\n---\n## 活动过程\n\n<script>x</script>\n", "utf-8"
    )
    assert {d.code for d in found(tiny) if d.severity is Severity.ERROR} == {"M07", "B12"}


def test_an_exception_excuses_only_its_place(tiny: Path) -> None:
    lay(tiny, "课例", "## 设计理念\n电话13812345678。\n\n再打13812345678。\n")
    assert [d.code for d in found(tiny)] == ["X01", "X01"]
    lay(tiny, "课例", "## 设计理念\n<!-- 允许 X01 示例号码 -->\n电话13812345678。\n\n再打13812345678。\n")
    assert [d.code for d in found(tiny)] == ["X01"]


def test_the_vocabulary_is_checked_too(tiny: Path) -> None:
    file = tiny / "curriculum.yml"
    lines = file.read_text("utf-8").splitlines()
    number = next(i for i, line in enumerate(lines) if "key: habits" in line)
    lines[number] = lines[number].replace("band: lower", "band: lowr")
    file.write_text("\n".join(lines), "utf-8")
    said = found(tiny)
    assert [(d.path, d.start.line) for d in said] == [("curriculum.yml", number + 1)]
    assert "lower" in said[0].hint


def test_a_school_fills_in_what_it_likes(tiny: Path) -> None:
    (tiny / "school.yml").write_text("contacts:\n  counsellor: 王老师，内线8012\n", "utf-8")
    school = load(Config(tiny)).school
    assert school.fill("找{counsellor}和{principal}") == "找王老师，内线8012和____（本校填写）"
    (tiny / "school.yml").write_text("contact:\n  counsellor: 王老师\n", "utf-8")
    assert [(d.path, d.code) for d in found(tiny)] == [("school.yml", "M05")]


NEAR = [
    ("emotion", ["emotions", "habits"], "emotions"),
    ("roleplay", ["role-play", "game"], "role-play"),
    ("keyword", ["keywords", "title"], "keywords"),
    ("Role_Play", ["role-play", "game"], "role-play"),
    ("团体热身", ["团体暖身", "团体转换"], "团体暖身"),
    ("zzz", ["emotions", "habits"], None),
    ("", ["A", "B"], None),
]


@pytest.mark.parametrize(("word", "allowed", "expected"), NEAR)
def test_the_nearest_word(word: str, allowed: list[str], expected: str | None) -> None:
    assert nearest(word, allowed) == expected
    assert "可以填" in hint(word, allowed)


def test_facets_and_relations(tiny: Path) -> None:
    library: Library = load(Config(tiny))
    assert [item.slug for item in library.where("strand", "emotions")] == [
        "other-lesson",
        "sample-lesson",
        "sample-kit",
        "sample-idea",
    ]
    assert [item.slug for item in library.where("printables", "yes")] == ["sample-lesson"]
    assert [item.slug for item in library.where("ten-minutes", "yes")] == [
        "other-lesson",
        "sample-lesson",
        "sample-kit",
    ]
    sample, other = library.by_slug["sample-lesson"], library.by_slug["other-lesson"]
    assert {(r.source.slug, r.name) for r in library.backlinks(sample)} == {
        ("other-lesson", "builds_on"),
        ("sample-idea", "lessons"),
        ("sample-guide", "link"),
    }
    assert library.related(other, "builds_on") == (sample,)
    assert library.lessons[0].card.updated == datetime.date(2026, 9, 1)
    assert library.neighbours(library.lessons[0]) == (None, library.lessons[1])


def test_one_wrong_value_does_not_hide_what_else_is_wrong(tiny: Path) -> None:
    """The card's mistakes and the body's are said in one run, each once."""
    file = tiny / FILES["课例"]
    text = (
        file.read_text("utf-8")
        .replace("grade: 2", "grade: 二")
        .replace("forms: [experience]", "forms: [体验]")
    )
    text = text.replace("## 板书设计", "## 板书设记").replace(
        "#### 设计意图\n\n动起来。", "#### 设计意途\n\n动起来。"
    )
    file.write_text(text.replace("### 团体结束（5分钟）", "### 团体结束（6分钟）"), "utf-8")
    assert sorted((d.code, d.finding.source[d.finding.span]) for d in found(tiny)) == [
        ("B04", "板书设记"),
        ("B08", "40"),
        ("B24", "设计意途"),
        ("M07", "二"),
        ("M08", "体验"),
    ]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.key)
def test_a_blank_stands_ready_for_every_required_key(kind: Kind) -> None:
    required = {f.alias or name for name, f in kind.card.model_fields.items() if f.is_required()}
    assert required <= set(kind.card.blank)
