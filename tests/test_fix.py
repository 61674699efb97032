"""What a machine puts right is what it says, all of it, and nothing else."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config import Config
from generator.fix import Fixed
from generator.pipeline import Result, mend, run
from generator.source.document import Document, parse
from generator.source.frontmatter import plain
from generator.source.span import Source
from tests.conftest import REPOSITORY
from tests.rules.specimen import FILES, lay

LESSON = FILES["课例"]
DESIGN = "## 设计理念\n"


def _mended(root: Path) -> Result:
    files, result = mend(Config(root))
    for fixed in files:
        (root / fixed.path).write_bytes(fixed.after)
    return result


def _one(root: Path) -> Fixed:
    files, _ = mend(Config(root))
    assert len(files) == 1
    return files[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("停,呼,说.", "停，呼，说。"),
        ("走 。 然后 ，看", "走。然后，看"),
        ('说"停"，再说"呼"。', "说“停”，再说“呼”。"),
        ("说'停'。", "说‘停’。"),
        ("**停**,**呼**:慢慢吹。", "**停**，**呼**：慢慢吹。"),
        ("“停”,“呼”;《信》,(很轻地)说...", "“停”，“呼”；《信》，（很轻地）说……"),
        ("看[样课](other-lesson.md),再练。", "看[样课](other-lesson.md)，再练。"),
        ("停--呼。。再说,,好吗?!", "停——呼。再说，好吗？！"),
        ("他说：“老师说“停”就好”,真的!", "他说：“老师说‘停’就好”，真的！"),
        ("- 停,呼\n- `a,b`,好", "- 停，呼\n- `a,b`，好"),
        ("> 停,呼\n> 说!", "> 停，呼\n> 说！"),
    ],
)
def test_punctuation(old: str, new: str, tiny: Path) -> None:
    lay(tiny, "课例", DESIGN + old + "\n")
    before = (tiny / LESSON).read_text("utf-8")
    fixed = _one(tiny)
    assert fixed.after.decode() == before.replace(old, new)
    assert _mended(tiny).diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "12:30开始，1.5米，5-8分钟，3:2，A/B，选(a)还是(b)。",
        "见 https://example.cn/a,b?c=1 和`a,b`。",
        "It's fine, isn't it? (yes)",
        "用PPT、Word和A4纸，10%，😀。",
        '看[样课](other-lesson.md "样课，一")。',
        "填____ 年级，信封上写“六年级 小舟收”。",
        "停——呼……真的吗？！",
        "1）站好；2）坐下。",
        "**停：** 两手放好。",
        "5\"的屏幕，6'的绳。",
        "小火山.md、a.b@c.cn。",
        "第1.2节，图3，第3.2条。",
        "$a,b$和A,B。",
    ],
)
def test_what_is_right_stays(text: str, tiny: Path) -> None:
    lay(tiny, "课例", DESIGN + text + "\n")
    assert [d.code for d in run(Config(tiny)).diagnostics if d.code[0] == "W"] == []
    assert mend(Config(tiny))[0] == ()


def test_a_step_may_keep_half_width_brackets(tiny: Path) -> None:
    file = tiny / LESSON
    text = file.read_text("utf-8").replace("### 团体暖身（5分钟）站一站", "### 团体暖身(5分钟):站一站")
    file.write_text(text, "utf-8")
    assert run(Config(tiny)).diagnostics == ()
    assert mend(Config(tiny))[0] == ()


def test_front_matter_values_that_are_read(tiny: Path) -> None:
    lay(
        tiny,
        "课例",
        'title: "样课,一"\nsummary: 停,呼!\nkeywords: ["生气,发火", 发脾气, 打人, 摔东西, 脾气急, 冷静]',
    )
    text = (tiny / LESSON).read_text("utf-8")
    fixed = _one(tiny).after.decode()
    assert fixed == text.replace("样课,一", "样课，一").replace("停,呼!", "停，呼！")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("title: 样课一", "title：样课一"),
        ("title: 样课一", "title:样课一"),
        ("title: 样课一", "title： 样课一"),
        ("forms: [experience]", "forms: 【experience】"),
        ("guideline: [L4, L5]", "guideline: [L4、L5]"),
        ("{file: sample-sheet.svg, title: 样单, paper", "{file：sample-sheet.svg，title:样单，paper"),
        ("\n  - {file: sample-sheet.svg", "\n\t- {file: sample-sheet.svg"),
    ],
)
def test_slips_in_front_matter_and_then_the_rest(right: str, wrong: str, tiny: Path) -> None:
    file = tiny / LESSON
    text = file.read_text("utf-8").replace("[L4]", "[L4, L5]")
    text = text.replace("printables: [{", "printables:\n  - {").replace("per-pupil}]", "per-pupil}")
    file.write_text(text.replace(right, wrong).replace("停、呼、说。", "停,呼,说。"), "utf-8")
    files, result = mend(Config(tiny))
    assert [fixed.after.decode() for fixed in files] == [text.replace("停、呼、说。", "停，呼，说。")]
    assert result.diagnostics == ()


KEYS = """---
# 先写等级
grade: 2
title: 样课一 # 暂名

# 一句话
summary: |
  停一停。
  # 不是注释
order: 10
semester: 1
"""
KEYS_SORTED = """---
title: 样课一 # 暂名

# 一句话
summary: |
  停一停。
  # 不是注释
# 先写等级
grade: 2
semester: 1
order: 10
"""


def test_keys_take_their_order_and_comments_go_with_them(tiny: Path) -> None:
    file = tiny / LESSON
    text = file.read_text("utf-8")
    rest = text[text.index("area:") :]
    file.write_text(KEYS + rest, "utf-8")
    fixed = _one(tiny)
    assert fixed.after.decode() == KEYS_SORTED + rest
    assert fixed.places == 1


@pytest.mark.parametrize(
    "change",
    [
        ("title: 样课一\n", "title: 样课一\ntitle: 样课二\n"),
        ("title: 样课一\n", "titel: 样课一\n"),
        ("title: 样课一\n", "title: [样课一\n"),
    ],
    ids=["a doubled key", "an unknown key", "broken YAML"],
)
def test_faulty_front_matter_is_not_sorted(change: tuple[str, str], tiny: Path) -> None:
    file = tiny / LESSON
    text = file.read_text("utf-8").replace("grade: 2\n", "").replace(*change)
    file.write_text(text.replace("order: 10\n", "order: 10\ngrade: 2\n"), "utf-8")
    assert mend(Config(tiny))[0] == ()


@pytest.mark.parametrize(
    ("change", "silent", "places"),
    [
        (lambda data: data.replace(b"\n", b"\r\n"), ("换行符",), 1),
        (lambda data: data.replace(b"\n", b"\r"), ("换行符",), 1),
        (lambda data: b"\xef\xbb\xbf" + data, ("文件开头的BOM",), 1),
        (lambda data: data.rstrip(b"\n"), (), 1),
    ],
)
def test_ends_of_lines_and_file(change, silent: tuple[str, ...], places: int, tiny: Path) -> None:  # type: ignore[no-untyped-def]
    file = tiny / LESSON
    good = file.read_bytes()
    file.write_bytes(change(good))
    fixed = _one(tiny)
    assert (fixed.after, fixed.silent, fixed.places) == (good, silent, places)


def test_what_does_not_parse_is_left_alone(tiny: Path) -> None:
    file = tiny / LESSON
    file.write_bytes(file.read_bytes().replace(b"---\n", b"--\n", 1).replace(b"\n", b"\r\n"))
    (tiny / FILES["指南"]).write_bytes("停,呼".encode("gb18030"))
    assert mend(Config(tiny))[0] == ()


def test_what_the_author_exempts_is_left_alone(tiny: Path) -> None:
    lay(tiny, "课例", f"{DESIGN}<!-- 允许 W01 照抄的题目 -->\n停,呼。\n")
    assert mend(Config(tiny))[0] == ()


def test_the_real_content_has_nothing_to_mend() -> None:
    assert mend(Config(REPOSITORY))[0] == ()


PIECES = st.sampled_from(
    [*",.;:?!()\"'-*_`>#|~ ，。；：？！（）“”‘’…—、\n", "...", "--", "。。", "“甲”,", "(甲)", "\n\n", "- ", "> ", "甲", "停一停", "a", "A4",
     "12:30", "**", "`x,y`", "[甲](other-lesson.md)", "<!-- 允许 W01 照抄的题目 -->", "https://a.cn/x,y", "\\", "&amp;", "| ", "　", "① "]
)  # fmt: skip


@st.composite
def _changes(draw: st.DrawFn) -> list[tuple[int, str]]:
    return draw(st.lists(st.tuples(st.integers(0, 2000), PIECES.flatmap(_run)), min_size=1, max_size=6))


def _run(first: str) -> st.SearchStrategy[str]:
    return st.lists(PIECES, max_size=6).map(lambda rest: first + "".join(rest))


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("fix") / "repository"
    shutil.copytree(REPOSITORY / "tests/library", root)
    for name in ("curriculum.yml", "thesaurus.yml"):
        shutil.copy(REPOSITORY / name, root / name)
    (root / "docs").mkdir()
    return root


@given(changes=_changes())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_once_is_enough_and_nothing_new_is_found(changes: list[tuple[int, str]], repository: Path) -> None:
    text = (REPOSITORY / "tests/library" / LESSON).read_text("utf-8")
    for place, piece in changes:
        at = place % len(text)
        text = text[:at] + piece + text[at:]
    file = repository / LESSON
    file.write_text(text, "utf-8")
    before = run(Config(repository))
    after = _mended(repository)
    old, new = parse(Source(LESSON, text)), parse(Source(LESSON, file.read_text("utf-8")))
    assert _marks(old) == _marks(new)
    codes = Counter((d.path, d.code) for d in before.diagnostics)
    assert not Counter((d.path, d.code) for d in after.diagnostics) - codes
    assert mend(Config(repository))[0] == ()
    # Saved again and read again, it is what was promised.
    assert run(Config(repository)).diagnostics == after.diagnostics


def _marks(document: Document) -> object:
    """What no mending of punctuation may touch."""
    values = plain(document.front)
    assert isinstance(values, dict)
    shape = {key: _items(value) for key, value in values.items() if key not in _TEXTS}
    outline = document.outline
    return (
        shape,
        [(s.level, s.id, s.timed and s.timed.minutes) for s in outline.walk()],
        [link.target for link in outline.links],
        [(block.kind) for block in outline.blocks],
    )


def _items(value: object) -> object:
    """A value without what is only text, and a list without the Chinese marks between its items."""
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        parts = (part.strip(" []【】［］") for part in re.split("[，、；,;]", "，".join(value)))
        return [part for part in parts if part]
    return "" if isinstance(value, str) else value


_TEXTS = {"printables"}
