"""What the rules on writing say, where, and on what they are silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import found
from tests.rules.specimen import FILES, lay

DESIGN = "## 设计理念\n"
LONG = "新来的老师先到教室后排坐一会儿，听一听孩子们课间怎么说话，再开口讲第一句。"


def _said(root: Path, line: str) -> list[tuple[str, str, str]]:
    """Code, marked text and hint of each finding."""
    lay(root, "课例", DESIGN + line + "\n")
    return [(d.code, d.finding.source[d.finding.span], d.hint) for d in found(root)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("先停,再呼。", [("W01", ",", "用中文逗号“，”：先停，再呼。")]),
        ("先停 ，再呼。", [("W01", " ", "删掉空格：先停，再呼。")]),
        ('先说"停"再呼。', [("W05", '"停"', "改成中文引号：先说“停”再呼。")]),
        ('先说"停，再呼。', [("W05", '"', "改成中文引号，前“后”")]),
        ("“停”;“呼”;“说”", [("W05", ";", "改成中文标点：“停”；“呼”；“说”")]),
        ("先停(数三下)。", [("W05", "(数三下)", "改成中文括号：先停（数三下）。")]),
        ("先停(数三下）。", [("W05", "(数三下）", "改成中文括号：先停（数三下）。")]),
        ("先停...", [("W05", "...", "省略号是六个点“……”：先停……")]),
        ("先停…再呼。", [("W05", "…", "省略号是六个点“……”：先停……再呼。")]),
        ("先停--再呼。", [("W05", "--", "破折号是“——”：先停——再呼。")]),
        ("先停！！", [("W05", "！！", "只留一个：“！”")]),
        ("先停，。再呼", [("W05", "，。", "只留一个：“，”或“。”")]),
        ("先停 一停，再呼。", [("W05", " ", "删掉空格，或者换成标点")]),
        ("先说“停，再呼。", [("W06", "“", "在话收住的地方补上 ” ，或者删掉这一个")]),
        ("先说停”，再呼。", [("W06", "”", "在话开始的地方补上 “ ，或者删掉这一个")]),
        ("看《信，再写。", [("W06", "《", "在话收住的地方补上 》 ，或者删掉这一个")]),
        ("做Warm up，再玩。", [("W02", "Warm up", "改成：团体暖身")]),
        ("这是 emotions 一课。", [("W02", "emotions", "改成：情绪认知与表达")]),
        ("属于career，也行。", [("W02", "career", "改成：生涯规划启蒙，或者：升学择业")]),
        (
            "最后说：课上的故事不外传，但安全的事老师会找人帮忙。",
            [
                (
                    "W04",
                    "课上的故事不外传，但安全的事老师会找人帮忙",
                    "删掉这一句：每节课的页面上都会印",
                )
            ],
        ),
    ],
)
def test_it_is_said_exactly(line: str, expected: list[tuple[str, str, str]], tiny: Path) -> None:
    assert _said(tiny, line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "用PPT、Word、A4纸，KPI不看，PE绳也行。",
        "英语课上学“story”和‘game’。",
        "大家一起唱：Let's play a game.",
        "见`role-play`和[样课](other-lesson.md)，文件叫little-volcano-drawing.svg。",
        "见S1；A05。",
        "认真听，不嘲笑，可以说“过”。",
        "1）先停；a）再呼。",
        "> “先停。\n>\n> “再呼。”",
        "晨晨说：“老师说‘停’。”",
        "小学—初中，9—10月，甲 - 乙。",
    ],
)
def test_it_is_silent(line: str, tiny: Path) -> None:
    assert _said(tiny, line) == []


def test_a_repeated_paragraph_names_the_other_place(tiny: Path) -> None:
    other = tiny / "lessons/lower/emotions/other-lesson.md"
    other.write_text(other.read_text("utf-8").replace(DESIGN, f"{DESIGN}\n> {LONG}\n"), "utf-8")
    lay(tiny, "课例", f"{DESIGN}先看。\n\n- {LONG.replace('，', '、')}\n")
    (said,) = found(tiny)
    line = other.read_text("utf-8").splitlines().index(f"> {LONG}") + 1
    assert (said.code, said.path) == ("W03", FILES["课例"])
    assert f"lessons/lower/emotions/other-lesson.md 第{line}行" in said.message
    assert said.finding.source[said.finding.span].startswith("新来的老师")


def test_a_copied_file_is_said_once(tiny: Path) -> None:
    lines = [f"第{number}件事，{LONG}" for number in "一二三四五"]
    text = DESIGN + "\n\n".join(lines) + "\n"
    lay(tiny, "课例", text)
    other = tiny / "lessons/lower/emotions/other-lesson.md"
    other.write_text(other.read_text("utf-8").replace(DESIGN, text), "utf-8")
    (said,) = found(tiny)
    assert said.code == "W03"
    assert "有5段和《" in said.message


def test_what_the_handbook_prints_is_not_also_a_repetition(tiny: Path) -> None:
    line = "心里不舒服，可以告诉你信任的大人：家人、老师、心理老师。"
    lay(tiny, "课例", f"{DESIGN}{line}\n")
    other = tiny / "lessons/lower/emotions/other-lesson.md"
    other.write_text(other.read_text("utf-8").replace(DESIGN, f"{DESIGN}\n{line}\n"), "utf-8")
    assert [d.code for d in found(tiny)] == ["W04", "W04"]
