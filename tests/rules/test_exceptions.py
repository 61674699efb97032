"""What an exemption covers, and what is said about one that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.pipeline import run
from generator.rules.rule import rules
from tests.conftest import found
from tests.rules.specimen import FILES, lay

PHONE = "13812345678"
REASON = "课文里的号码"
X01 = f"<!-- 允许 X01 {REASON} -->"
DESIGN = "## 设计理念\n"

COVERED = {
    "a paragraph": f"{DESIGN}{X01}\n打{PHONE}。",
    "after an empty line": f"{DESIGN}{X01}\n\n打{PHONE}。",
    "the last line of a paragraph": f"{DESIGN}{X01}\n先看。\n再打{PHONE}。",
    "every item of a list": f"{DESIGN}{X01}\n- 打{PHONE}。\n- 再打{PHONE}。\n  - 还打{PHONE}。",
    "every cell of a table": f"{DESIGN}{X01}\n\n| 甲 | 乙 |\n|---|---|\n| 打{PHONE} | 再打{PHONE} |",
    "a block quote": f"{DESIGN}{X01}\n> 打{PHONE}。\n>\n> 再打{PHONE}。",
    "the rest of a list": f"{DESIGN}- 打电话。\n{X01}\n- 打{PHONE}。",
    "two exemptions before one place": f"{DESIGN}{X01}\n<!-- 允许 W05 课文里的写法 -->\n打{PHONE}！！",
    "the heading of a step": f"### 团体暖身（5分钟）站一站\n\n#### 教师活动\n带着做。\n\n#### 学生活动\n跟着做。\n\n#### 设计意图\n动起来。\n\n{X01}\n### 团体转换（35分钟）打{PHONE}\n",
}


@pytest.mark.parametrize("text", COVERED.values(), ids=COVERED)
def test_it_covers_the_next_block(text: str, tiny: Path) -> None:
    bare = text.replace(X01 + "\n", "")
    lay(tiny, "课例", bare)
    assert "X01" in {d.code for d in found(tiny)}
    lay(tiny, "课例", text)
    assert not {d.code for d in found(tiny)} & {"X01", "A01"}


@pytest.mark.parametrize(
    "text",
    [
        f"{DESIGN}{X01}\n先看。\n\n打{PHONE}。",
        f"{X01}\n## 设计理念\n打{PHONE}。",
        f"{DESIGN}{X01}\n- 先看。\n\n打{PHONE}。",
    ],
)
def test_it_covers_no_more(text: str, tiny: Path) -> None:
    if text.startswith("<!--"):
        # Before a heading it covers the heading's line alone.
        file = tiny / FILES["课例"]
        file.write_text(file.read_text("utf-8").replace("## 设计理念\n\n先用身体认信号。", text), "utf-8")
    else:
        lay(tiny, "课例", text)
    assert {d.code for d in found(tiny)} == {"X01", "A01"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("# 允许 M08 以后要加进词表\nforms: [swimming]", []),
        ("# 允许 M08 以后要加进词表\n# 允许 M09 先留着不写\nforms: [swimming]", []),
        ("# 允许 M08\nforms: [swimming]", ["A03"]),
        ("forms: [swimming] # 允许 M08 以后要加进词表", ["M08", "A05"]),
        ("# 允许 m08 以后要加进词表\nforms: [swimming]", ["A05", "M08"]),
        ("<!-- 允许 M08 以后要加进词表 -->\nforms: [swimming]", ["A05"]),
        ("＃ 允许 M08 以后要加进词表\nforms: [swimming]", ["A05"]),
        ("允许 M08 以后要加进词表\nforms: [swimming]", ["A05"]),
        ("# 允许 M08、M09 以后要加进词表\nforms: [swimming]", ["A05", "M08"]),
    ],
)
def test_in_front_matter(text: str, codes: list[str], tiny: Path) -> None:
    file = tiny / FILES["课例"]
    file.write_text(file.read_text("utf-8").replace("forms: [experience]", text), "utf-8")
    # A faulty key keeps the rest from being judged, so none is said to be idle.
    assert [d.code for d in found(tiny)] == codes


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        (f"<!--允许X01 {REASON}-->", "A05", X01),
        (f"<!-- 允许x01{REASON} -->", "A05", X01),
        (f"<!-- 允许 Ｘ０１ {REASON} -->", "A05", X01),
        (f"<!-- 允许：X01，{REASON} -->", "A05", X01),
        (f"<!-- 允许 X01 {REASON}", "A05", X01),
        (f"<!-- 允许 X01 {REASON} --", "A05", X01),
        ("<!-- 允许 -->", "A05", "<!-- 允许 编号 理由 -->"),
        (f"# 允许 X01 {REASON}", "A05", X01),
        (f"<!—— 允许 X01 {REASON} ——>", "A05", X01),
        (f"允许 X01 {REASON}", "A05", X01),
        (f"<!-- 允许 X01、X14 {REASON} -->", "A05", f"{X01} 和 <!-- 允许 X14 {REASON} -->"),
        (f"先看。 {X01}", "A05", X01),
        ("<!-- 允许 X0I 课文里的号码 -->", "A05", ""),
        ("<!-- 允许 X77 课文里的号码 -->", "A02", "X01"),
        ("<!-- 允许 X01 要 -->", "A03", "至少4个字"),
        ("<!-- 允许 B12 课文里的号码 -->", "A04", "删掉这一行"),
        (X01, "A01", "删掉这一行"),
    ],
)
def test_a_wrong_one_is_told_once(line: str, code: str, hint: str, tiny: Path) -> None:
    text = f"{DESIGN}{line}\n打{PHONE if code == 'A03' else '电话'}。"
    lay(tiny, "课例", text)
    said = found(tiny)
    # Full-width letters are also told as such: that is what a machine may put right.
    assert [d.code for d in said if d.code != "F10"] == [code]
    assert hint in said[0].hint
    number = (tiny / FILES["课例"]).read_text("utf-8").splitlines().index(line) + 1
    assert said[0].start.line == number


@pytest.mark.parametrize("code", ["Y77", "X77", "W99"])
def test_an_unknown_code_is_likeliest_the_one_found_there(code: str, tiny: Path) -> None:
    lay(tiny, "课例", f"{DESIGN}<!-- 允许 {code} {REASON} -->\n打{PHONE}。")
    said = {d.code: d.hint for d in found(tiny)}
    assert said.keys() == {"A02", "X01"}
    assert "是不是“X01”" in said["A02"]


def test_nothing_is_exempt_from_an_absolute_rule(tiny: Path) -> None:
    lay(tiny, "课例", f"{DESIGN}<!-- 允许 B12 想要红色的字 -->\n看<b>这里</b>。")
    assert {d.code for d in found(tiny)} == {"A04", "B12"}


def test_what_keeps_the_site_safe_is_absolute() -> None:
    keeps = {"F01", "F02", "F07", "F12", "F13", "F14", "F15", "M01", "M02", "M03", "M04", "B12", "B13"}
    keeps |= {"L06", "L15", "X02"}
    absolute = {rule.code for rule in rules() if rule.absolute}
    known = {rule.code for rule in rules()}
    assert absolute >= keeps & known
    assert {rule.code for rule in rules() if rule.family == "exceptions"} <= absolute


def test_it_is_counted_what_each_excuses(tiny: Path) -> None:
    lay(tiny, "课例", f"{DESIGN}{X01}\n- 打{PHONE}。\n- 再打{PHONE}。")
    (row,) = run(Config(tiny)).excused
    assert row.source.path == FILES["课例"]
    assert (row.exemption.code, row.exemption.reason) == ("X01", REASON)
    assert [row.source[d.finding.span] for d in row.diagnostics] == [PHONE, PHONE]
    assert row.source[row.exemption.span] == X01
