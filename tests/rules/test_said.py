"""One mistake, one finding: exactly these codes, and a hint that says what to type."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import found
from tests.rules.specimen import FILES, lay

STEP = "### 团体暖身（5分钟）站一站"
BOARD = "停、呼、说。"
ANSWERED = "- “我不会画。”——“画一条线就行。”"
PRINTABLE = "[{file: sample-sheet.svg, title: 样单, paper: A4, copies: per-pupil}]"
LONG = "停一停，呼一口气，说出来，再想一想，最后做一件能让自己好受一点的小事。"
KIT = "../../../activities/sample-kit/index.md"

# A piece of the sample lesson, what an author wrote instead, the codes, and a part of the hint.
WRITTEN = [
    ("[样单](sample-sheet.svg)，每人", "[样单](sample-sheet.svg，每人", "B16", "[样单](sample-sheet.svg)"),
    ("[样单](sample-sheet.svg)，每人", "[样单(sample-sheet.svg)，每人", "B16", "[样单](sample-sheet.svg)"),
    ("[样单](sample-sheet.svg)，每人", "样单](sample-sheet.svg)，每人", "B16", "[样单](sample-sheet.svg)"),
    ("[样单](sample-sheet.svg)，每人", "[样单]sample-sheet.svg)，每人", "B16", "[样单](sample-sheet.svg)"),
    (STEP, "### 团体暖身（5 分钟）站一站", "", ""),
    (STEP, "### 团体暖身（五分钟）站一站", "B05", STEP),
    (STEP, "### 团体暖身（5min）站一站", "B05", STEP),
    (STEP, "### 团体暖身(5)站一站", "B05", STEP),
    (STEP, "### 团体暖身 5分钟 站一站", "B05", STEP),
    (STEP, "### 团体暖身站一站", "B05", STEP),
    (STEP, "### 团体暖身（5-6分钟）站一站", "B05", "（6分钟）"),
    (STEP, "### 一、团体暖身（5分钟）站一站", "B06", STEP),
    (STEP, "### 团体暖身：站一站（5分钟）", "B06", STEP),
    (STEP, "###团体暖身（5分钟）站一站", "B29", STEP),
    (STEP, "＃＃＃ 团体暖身（5分钟）站一站", "B29", STEP),
    (STEP, "**团体暖身（5分钟）站一站**", "B29", STEP),
    (STEP, "#### 团体暖身（5分钟）站一站", "B17", STEP),
    (STEP, "## 团体暖身（5分钟）站一站", "B04", STEP),
    (STEP, f"{STEP}\n\n{STEP}", "B08 B20", ""),
    (STEP, "", "B17", "### "),
    (STEP, f"    {STEP}", "B29", STEP),
    (STEP, "### （一）团体暖身（5'）站一站", "B06", STEP),
    (STEP, "### （一）热身游戏（5'）", "B06", "### 团体暖身（5分钟）游戏"),
    (STEP, "### （四）小结（5分钟）", "B06", "### 团体结束（5分钟）"),
    (STEP, "### （一）热身 5分钟", "B05", "### 热身（5分钟）"),
    (STEP, "### （二）新授 15分钟", "B05 B06", ""),
    (STEP, "### （三）热身（15-20分钟）", "B05", "### 热身（20分钟）"),
    (STEP, "### （一）热身游戏 5分钟", "B05", "### 热身（5分钟）游戏"),
    (STEP, "### 热身导入（5分钟）站一站", "B06", STEP),
    (STEP, "### （5分钟）热身", "B06", "### 团体暖身（5分钟）"),
    (f"{STEP}\n\n#### 教师活动", f"{STEP}\n\n### 教师活动", "B29", "#### 教师活动"),
    (f"{STEP}\n\n#### 教师活动", f"{STEP}\n\n##### 教师活动", "B29", "#### 教师活动"),
    ("#### 设计意图", "##### 设计意图", "B29", "#### 设计意图"),
    ("## 课后延伸", "## 作业布置", "", ""),
    ("## 重点与难点", "## 教学重点、难点", "", ""),
    ("- 认知：", "- 知识与技能：", "B11", "- 认知："),
    ("- 行为：", "- 过程与方法：", "B11", "- 行为："),
    ("- 情感：", "- 情感态度与价值观：", "B11", "- 情感："),
    ("## 安全与转介", "## 教学反思\n\n## 安全与转介", "B04", "上完课自己留着"),
    ("## 安全与转介", "## 小课堂\n\n## 安全与转介", "B04", "可以填"),
    ("## 板书设计", "##板书设计", "B29", "## 板书设计"),
    ("## 板书设计", "## 板书设计\n## 板书设计", "B02", "合"),
    ("## 板书设计", "八、板书设计", "B29", "## 板书设计"),
    ("## 板书设计", "**板书设计**", "B29", "## 板书设计"),
    ("## 板书设计", "板书设计：", "B29", "## 板书设计"),
    ("## 板书设计", "\\## 板书设计", "B29", "## 板书设计"),
    ("## 板书设计", "### 板书设计", "B29", "## 板书设计"),
    ("## 板书设计", "#### 板书设计", "B29", "## 板书设计"),
    ("## 板书设计", "# 板书设计", "B25", "## 板书设计"),
    ("## 板书设计", "## 八、板书设计", "B04", "板书设计"),
    ("- 认知：", "- 认识：", "B11", "- 认知："),
    ("- 十分钟版：", "- 10分钟版：", "B23", "- 十分钟版："),
    ("——“画一条线就行。”", "", "B21", "——"),
    ("——“画一条线就行。”", " — “画一条线就行。”", "B21", "“我不会画。”——“画一条线就行。”"),
    (ANSWERED, "- 学生：“我不会画。”老师：“画一条线就行。”", "B21", ANSWERED),
    (ANSWERED, "- “我不会画。”……“画一条线就行。”", "B21", ANSWERED),
    (ANSWERED, '- "我不会画。"--"画一条线就行。"', "B21 W05", "“我不会画。”"),
    (ANSWERED, "- “我不会画。”", "B21", "- “我不会画。”——“老师怎么接。”"),
    (ANSWERED, "- 我不会画，也不想画", "B21", "- “学生说的。”——“老师怎么接。”"),
    (BOARD, "", "B20", "内容"),
    (BOARD, "| 停 | 呼 |\n|---|\n| 一 | 二 |", "B28", "|---|---|"),
    (BOARD, "| 停 | 呼 |\n| 一 | 二 |", "B28", "|---|---|"),
    (BOARD, "| 停 | 呼 |\n|---|---|\n| 一 | 二 | 三 |", "B28", "1格"),
    (BOARD, "| 停 \\| 呼 | 说 |\n|---|---|\n| `一|` | 二 |", "", ""),
    (BOARD, "｜停｜呼｜\n｜一｜二｜", "B28", "|停|呼|"),
    (BOARD, "```\n停", "B26", "```"),
    (BOARD, f"　　{LONG}", "B27", LONG),
    (BOARD, f"    {LONG}", "B27", LONG),
    (BOARD, "　　停、呼、说。", "B27", "停、呼、说。"),
    (BOARD, "\t停、呼、说。", "B27", "停、呼、说。"),
    (BOARD, "＞ 停、呼、说。", "B29", "> 停、呼、说。"),
    (BOARD, "- 停\n  - 呼", "B18", "    - 呼"),
    (BOARD, "- 停\n接着说\n    - 呼\n        - 说", "", ""),
    (BOARD, f"见[样活动]（{KIT}）", "B16", f"[样活动]({KIT})"),
    (BOARD, f"见【样活动】({KIT})", "B16", f"[样活动]({KIT})"),
    (BOARD, f"见[样活动] ({KIT})", "B16", f"[样活动]({KIT})"),
    (BOARD, "见[样单](my sheet.svg)", "B16", "my-sheet.svg"),
    (BOARD, '见[样活动](../../../activities/sample-kit/index.md "题")', "", ""),
    (BOARD, "她说[小声]（停一停）", "", ""),
    (BOARD, f"见[这里]({KIT})", "B19", "[样活动]"),
    (BOARD, f"见[]({KIT})", "B19", "[样活动]"),
    (BOARD, "见[样活动]()", "L01", ""),
    (BOARD, "见[样课](sample-lessn.md)", "L01", "检查文件名"),
    (BOARD, "见[百度](www.baidu.com)", "L01", "https://www.baidu.com"),
    (BOARD, "见[样活动](../../../activities/sample-kit/)", "L01", KIT),
    (BOARD, "见[样活动](/activities/sample-kit/index.md)", "L17", KIT),
    (BOARD, "见[样活动](/activities/sample-kit/index.html)", "L17", KIT),
    (BOARD, "见[样活动](..\\..\\..\\activities\\sample-kit\\index.md)", "L16", KIT),
    (BOARD, "见[样活动](../../../activities/sample-kit/index.html)", "L18", KIT),
    (BOARD, "见[样活动](../../../Activities/sample-kit/index.md)", "L19", KIT),
    (BOARD, "见[样课](other-lesson.md#活动过)", "L07", "活动过程"),
    (BOARD, "见[表](file:///D:/a.docx)", "L06", "旁边"),
    (BOARD, "见[表](D:\\a.docx)", "L06", "旁边"),
    (BOARD, "甲<b>乙</b>", "B12", "**"),
    (BOARD, "停\u00a0呼", "F11", "空格"),
    (BOARD, "停\u200b呼", "F11", "删掉"),
    (BOARD, "👩\u200d🏫 ☀\ufe0f 1\ufe0f\u20e3", "", ""),
    (BOARD, "⽣气", "F10", "“生”"),
    (BOARD, "戴\uf9d0", "F10", "“類”"),
    (BOARD, "А4", "F10", "“A4”"),
    (BOARD, "β波，5μm，Привет，«α»", "", ""),
    ("title: 样课一", "title:样课一", "M02", "title: "),
    ("title: 样课一", "title：样课一", "M16", "title: "),
    ("title: 样课一", "title: “样课一”", "M18", "样课一"),
    ("title: 样课一", "title: “样课”一", "", ""),
    ("title: 样课一", "标题: 样课一", "M05", "title"),
    ("grade: 2", "grade: 二年级", "M07", "写成 2"),
    ("grade: 2", 'grade: "2"', "M07", "写成 2"),
    ("grade: 2", "grade: [2]", "M07", "写成 2"),
    ("grade: 2", "grade: ２", "F10", "“2”"),
    ("semester: 1", "semester: 上册", "M07", "写成 1"),
    ("semester: 1", "semester: 下学期", "M07", "写成 2"),
    ("order: 10", "order: 010", "M07", "写成 10"),
    ("minutes: 40", "minutes: 0x28", "M07", "写成 40"),
    ("minutes: 40", "minutes: 40:00", "M07", "写成 40"),
    ("minutes: 40", "minutes: 四十分钟", "M07", "写成 40"),
    ("minutes: 40", "minutes: 12:30", "M07", "只写数字"),
    ("needs: []", "needs: 无", "M07", "[]"),
    ("needs: []", "needs: no", "M07", "[]"),
    ("guideline: [L4]", "guideline: [L4、L5]", "M19", "[L4, L5]"),
    ("guideline: [L4]", "guideline: 【L4】", "M19", "[L4]"),
    ("guideline: [L4]", "guideline: []", "M09", "再补1项"),
    (
        "打人, 摔东西",
        "打人，摔东西",
        "M09",
        "再补1项，接在后面：keywords: [生气, 发脾气, 打人，摔东西, 脾气急, 冷静, ……]",
    ),
    ("[L4]", "[]", "M09", "L4（有安全感和归属感，初步学）、L5"),
    ("[L4]", "[L9]", "M08", "L5（适应新环境、新集体和新的）"),
    ("[experience]", "[游戏、故事]", "M19", "forms: [game, story]"),
    ("[experience]", "[讨论]", "M08", "是不是“discussion”（小组讨论）？可以填：discussion（小组讨论）、"),
    ("occasions: []", "occasions: [期末]", "M08", "“term-end”（期末与假期前）"),
    ("area: emotion", "area: 学习", "M08", "“learning”（学会学习）"),
    ("copies: per-pupil", "copies: 每人", "M08", "“per-pupil”（每人一张）"),
    (PRINTABLE, "无", "M07", "[]"),
    (PRINTABLE, "没有", "M07", "[]"),
    ("sample-sheet.svg, t", "sample-sheet.docx, t", "M07", "另存为 PDF（或 SVG、PNG）"),
    ("sample-sheet.svg, t", "Sample Sheet.svg, t", "M07", "sample-sheet.svg"),
    ("reviewed_by: []", "reviewed_by: 张老师", "M07", "[{role: 专职心理教师, on: 2026-09-01}]"),
    ("tried: []", "tried: 二年级", "M07", "[{grade: 2, size: 45, year: 2026}]"),
    ("kits: [sample-kit]", "kits: [样活动]", "M07", "写文件名：sample-kit"),
    ("kits: [sample-kit]", "kits: 样活动", "M07", "写文件名：[sample-kit]"),
    ("kits: [sample-kit]", "kits: 没有", "M07", "没有就写：[]"),
    ("builds_on: []", "builds_on: [《样课二》]", "M07", "写文件名：other-lesson"),
    ("status: published", "status: 已发布", "M08", "status: published"),
    ("updated: 2026-09-01", "updated: 2026-9-1", "M07", "2026-09-01"),
    ("updated: 2026-09-01", "updated: 2026年9月1日", "M07", "2026-09-01"),
    ("updated: 2026-09-01", "updated: 2026-02-30", "M07", "2026-02-28"),
    ("updated: 2026-09-01", "updated: “2026-09-01”", "M18", "updated: 2026-09-01"),
    ("{file: sample", "{file：sample", "M16", "file: sample-sheet.svg"),
    ("{file: sample-sheet.svg, ", "{file：sample-sheet.svg，", "M16", "{file: sample-sheet.svg, title: 样单"),
    ("svg, title", "svg，title", "M02", "{file: sample-sheet.svg, title: 样单, "),
    ("{file: sample-sheet.svg, ", "{file:sample-sheet.svg，", "M02", "{file: sample-sheet.svg, title: "),
    ("title: 样单", 'title: "样单，a: b"', "", ""),
    ("学会停一停、呼一口气。", "看 {name：乙，b：c}。", "", ""),
    ("学会停一停、呼一口气。", "看{name：乙，b：c}", "", ""),
    ("authors: [编写组]", "authors: [编写组]\ndraft: true", "M05", "status: draft"),
    ("authors: [编写组]", "authors: [编写组]\nsubtitle: 甲", "M10", "删掉"),
    ("kits: [sample-kit]", "kits: [sample-kit.md]", "M07", "写成：sample-kit"),
]


@pytest.mark.parametrize(("old", "new", "codes", "word"), WRITTEN)
def test_a_mistake_in_a_lesson(old: str, new: str, codes: str, word: str, tiny: Path) -> None:
    file = tiny / FILES["课例"]
    text = file.read_text("utf-8")
    assert text.count(old) == 1 or text.index(old) == text.index(f"{old}\n")
    file.write_text(text.replace(old, new, 1), "utf-8")
    said = found(tiny)
    assert [d.code for d in said] == codes.split(), [(d.code, d.message) for d in said]
    assert all(word in d.hint for d in said)
    line = text[: text.index(old)].count("\n") + 1
    assert not said or any(line - 2 <= d.start.line <= line + 2 for d in said)


# A line of another kind's front matter.
CARDS = [
    ("活动包", "grades: 3-6", "M07", "[3, 6]"),
    ("活动包", "grades: 三到六年级", "M07", "[3, 6]"),
    ("活动包", "grades: [6, 1]", "M21", "[1, 6]"),
    ("活动包", "size: {from: 50, to: 10}", "M21", "{from: 10, to: 50}"),
    ("活动包", "size: 30-50", "M07", "{from: 30, to: 50}"),
    ("活动包", "size: 45人", "M07", "{from: 45, to: 45}"),
    ("活动包", "setting: 班级", "M08", "“class”（全班）"),
    ("学科融合", "grades: [2、3]", "M19", "[2, 3]"),
    ("学科融合", "textbook: 统编版", "M07", "{edition: "),
    ("学科融合", "keywords: [语文, 语文, 和好, 吵架, 朋友, 二年级]", "M20", "另一项"),
    ("指南", "keywords: 生气，发脾气，打人", "M07", "[生气, 发脾气, 打人]"),
]


@pytest.mark.parametrize(("place", "line", "code", "word"), CARDS)
def test_a_mistake_in_another_card(place: str, line: str, code: str, word: str, tiny: Path) -> None:
    lay(tiny, place, line)
    said = found(tiny)
    assert [(d.path, d.code) for d in said] == [(FILES[place], code)]
    assert word in said[0].hint


def _materials(root: Path, written: str) -> None:
    file = root / FILES["活动包"]
    text = file.read_text("utf-8").replace("materials:\n  - {item: 蜡笔（盒）, per: group, n: 1}", written)
    file.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("materials: 蜡笔", "写成：[{item: 蜡笔（盒）, per: pupil, n: 1}]；per 可以填：pupil（每人）、"),
        ("materials: [蜡笔]", "写成：{item: 蜡笔（盒）, per: pupil, n: 1}；per 可以填：pupil（每人）、"),
        ("materials: [{item: 甲, per: 每组, n: 1}]", "写成：per: group"),
    ],
)
def test_a_record_is_shown_whole(written: str, word: str, tiny: Path) -> None:
    _materials(tiny, written)
    (said,) = found(tiny)
    assert word in said.hint


@pytest.mark.parametrize(
    ("gone", "where"),
    [
        (["板书设计"], ["在“课后延伸”前面加：## 板书设计"]),
        (
            ["板书设计", "课后延伸"],
            ["在“换个条件怎么上”后面加：## 板书设计", "在“家校沟通”前面加：## 课后延伸"],
        ),
        (
            ["观察要点", "安全与转介"],
            ["在“家校沟通”后面加：## 观察要点", "在“观察要点”后面加：## 安全与转介"],
        ),
        (["设计理念", "学情分析"], ["在正文最前面加：## 设计理念", "在“活动目标”前面加：## 学情分析"]),
    ],
)
def test_where_missing_sections_go(gone: list[str], where: list[str], tiny: Path) -> None:
    for title in gone:
        lay(tiny, "课例", f"（删去）## {title}")
    said = found(tiny)
    assert {d.code for d in said} == {"B01"}
    assert sorted(d.hint for d in said) == sorted(where)


@pytest.mark.parametrize(
    ("moved", "message"),
    [
        ([1, 0, *range(2, 12)], "“设计理念”应在“学情分析”前面"),
        ([*range(1, 12), 0], "“设计理念”应在“学情分析”前面"),
        ([11, *range(11)], "“安全与转介”应在“观察要点”后面"),
        ([0, 1, 2, 8, *range(3, 8), *range(9, 12)], "“课后延伸”应在“板书设计”后面"),
    ],
)
def test_a_section_out_of_its_place_is_told_once(moved: list[int], message: str, tiny: Path) -> None:
    file = tiny / FILES["课例"]
    _, front, body = file.read_text("utf-8").split("---\n", 2)
    sections = [f"## {text.strip()}\n\n" for text in body.split("\n## ")]
    sections[0] = sections[0].replace("## ## ", "## ")
    file.write_text(f"---\n{front}---\n" + "".join(sections[i] for i in moved), "utf-8")
    assert [(d.code, message in d.message) for d in found(tiny)] == [("B03", True)]


def test_a_missing_key_is_told_at_the_first_line_not_at_a_comment(tiny: Path) -> None:
    file = tiny / FILES["课例"]
    text = (
        file.read_text("utf-8").replace("title:", "# 允许 M08 以后再改\ntitle:", 1).replace("grade: 2\n", "")
    )
    file.write_text(text, "utf-8")
    (said,) = found(tiny)
    assert (said.code, said.start.line) == ("M06", 1)


def test_a_missing_sheet_is_told_once(tiny: Path) -> None:
    file = tiny / FILES["课例"]
    file.write_text(file.read_text("utf-8").replace("sample-sheet.svg", "samples-sheet.svg"), "utf-8")
    said = [d for d in found(tiny) if d.path == FILES["课例"]]
    assert [(d.code, "sample-sheet.svg" in d.hint) for d in said] == [("L04", True)]


OTHER = "lessons/lower/emotions/other-lesson.md"


def test_a_circle_is_named_once_and_whole(tiny: Path) -> None:
    lay(tiny, "课例", "builds_on: [other-lesson]")
    assert [(d.path, d.code) for d in found(tiny)] == [(OTHER, "L12")]
    assert "《样课二》→《样课一》→《样课二》" in found(tiny)[0].message


def test_of_two_lessons_in_one_place_neither_is_late(tiny: Path) -> None:
    other = tiny / OTHER
    other.write_text(other.read_text("utf-8").replace("builds_on: [sample-lesson]", "builds_on: []"), "utf-8")
    lay(tiny, "课例", "order: 20\nbuilds_on: [other-lesson]")
    said = found(tiny)
    assert {d.path: d.code for d in said} == {OTHER: "M11", FILES["课例"]: "M11"}
    assert all("改其中一课" in d.hint for d in said)


MOVED = [
    ("lessons/lower/emotions/sample-lesson.md", "现在的地址"),
    ("lessons/lower/emotions/other-lesson.html", "已经有一页"),
    ("/lessons/lower/emotions/old.md", "不是手册里一页内容的地址"),
    ("old.md", "不是手册里一页内容的地址"),
    ("lessons/lower/emotions/old", "不是手册里一页内容的地址"),
    ("lessons/lower/emotions/index.html", "不是手册里一页内容的地址"),
    ("lessons/index.html", "不是手册里一页内容的地址"),
    ("lessons/lower/emotions/../old.html", "不是手册里一页内容的地址"),
    ("lessons/lower/emotions/Old%20name.html", "不是手册里一页内容的地址"),
    ("lessons/lower/emotions/old.html#top", "不是手册里一页内容的地址"),
    ("activities/old.html", "不是手册里一页内容的地址"),
    ("lessons/lower/emotions/sample-sheet.html", "已经有一页"),
    ("lessons/lower/emotions/taken.md", "也说这是"),
    ("lessons/old-band/old-strand/old.html", ""),
    ("activities/old-kit/index.html", ""),
    ("lessons/lower/emotions/old.html", ""),
]


@pytest.mark.parametrize(("address", "message"), MOVED)
def test_an_old_address(address: str, message: str, tiny: Path) -> None:
    lay(tiny, "课例", f"moved_from: [{address}]")
    lay(tiny, "活动包", "moved_from: [lessons/lower/emotions/taken.html]")
    said = [d.message for d in found(tiny) if d.path == FILES["课例"]]
    assert (len(said) == 1 and message in said[0]) if message else said == []


def test_a_second_place_is_shown(tiny: Path) -> None:
    lay(tiny, "课例", "title: 甲\ntitle: 乙")
    (said,) = found(tiny)
    assert said.finding.also is not None
    assert said.finding.source[said.finding.also] == "title"
    assert said.finding.source.position(said.finding.also.start).line == 2


def test_edits_put_look_alikes_and_invisible_characters_right(tiny: Path) -> None:
    file = tiny / FILES["课例"]
    good = file.read_text("utf-8")
    file.write_text(good.replace("停、呼、说。", "停、\u200b呼、说。").replace("生气", "⽣气"), "utf-8")
    text = file.read_text("utf-8")
    edits = [edit for d in found(tiny) for edit in d.finding.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == good


def test_several_slips_in_one_file_are_all_said(tiny: Path) -> None:
    file = tiny / FILES["课例"]
    text = file.read_text("utf-8").replace("---\ntitle: ", "－－－\ntitle：", 1)
    text = (
        text.replace("grade: 2", "grade: 二").replace("## 板书设计", "##板书设计").replace("forms:", "form:")
    )
    file.write_text(text, "utf-8")
    assert sorted(d.code for d in found(tiny)) == ["B29", "M01", "M05", "M07", "M16"]
