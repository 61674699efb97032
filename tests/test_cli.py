"""The command: what it prints, and how it ends."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest
from wcwidth import wcswidth

from generator.cli import main
from generator.config import Config
from generator.pipeline import load
from generator.rules.family import FAMILIES
from generator.rules.rule import rules
from tests.conftest import REPOSITORY
from tests.rules.specimen import FILES, lay


def test_a_clean_library(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tiny), "check"]) == 0
    assert capsys.readouterr().out == "没有发现问题。\n"


def test_a_finding_shows_its_line_and_marks_its_place(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tiny, "课例", "forms: [experience, roleplay]")
    assert main(["--root", str(tiny), "check"]) == 1
    out = capsys.readouterr().out
    assert f"{FILES['课例']}:10:21: 错误 M08 “forms”里没有“roleplay”。" in out
    line, caret = out.splitlines()[1:3]
    assert caret.index("^") == line.index("roleplay")
    assert "提示：是不是“role-play”（角色扮演）？" in out


def test_the_caret_stands_under_wide_characters(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tiny, "课例", "## 设计理念\n先看这里[甲](nowhere.md)。\n")
    main(["--root", str(tiny), "check"])
    line, caret = capsys.readouterr().out.splitlines()[1:3]
    # 先看这里甲 are two columns each.
    assert caret.index("^") == line.index("nowhere.md") + 5


def test_json_has_every_field(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tiny, "课例", "minutes: 四十")
    assert main(["--root", str(tiny), "check", "--format", "json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [set(row) for row in rows] == [
        {"path", "line", "column", "end_line", "end_column", "code", "severity", "message", "hint"}
    ]
    assert (rows[0]["line"], rows[0]["column"], rows[0]["end_column"]) == (9, 10, 12)


def test_github_annotations_are_escaped(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tiny, "课例", "## 设计理念\n[甲](a%0A.md)\n")
    assert main(["--root", str(tiny), "check", "--format", "github"]) == 1
    row = capsys.readouterr().out.splitlines()[0]
    assert row.startswith(f"::error file={FILES['课例']},line=")
    assert "%0A提示" in row
    assert "%250A" in row


def test_one_file_only(
    tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tiny, "课例", "minutes: 四十")
    monkeypatch.chdir(tiny)
    assert main(["check", FILES["活动包"]]) == 0
    assert main(["check", FILES["课例"]]) == 1
    assert main(["check", "lessons"]) == 1
    assert main(["check", "nowhere.md"]) == 2
    assert "找不到：nowhere.md" in capsys.readouterr().err


def test_build_refuses_and_says_so(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tiny, "课例", "minutes: 四十")
    assert main(["--root", str(tiny), "build"]) == 1
    assert "没有生成网站" in capsys.readouterr().err
    assert not (tiny / "site").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "还缺：命令"),
        (["check", "--format", "xml"], "可以填：'text', 'github', 'json'"),
        (["check", "--formatt"], "不认识的参数：--formatt"),
        (["chekc"], "不能是 'chekc'"),
        (["chekc"], "是不是 check？"),
        (["check", "--formatt"], "是不是 --format？"),
        (["check", "-fix"], "是不是 --fix？"),
        (["check", "--for", "json"], "不认识的参数：--for"),
        (["schema", "lessons"], "是不是 lesson？"),
    ],
)
def test_wrong_usage_is_explained_in_chinese(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    out = capsys.readouterr().out
    for english in ("usage", "options", "positional", "show this"):
        assert english not in out


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "b05"]) == 0
    assert "反例" in capsys.readouterr().out
    assert main(["explain", "Z99"]) == 2


def test_outside_a_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 1
    assert "找不到 curriculum.yml" in capsys.readouterr().out
    assert main(["--root", str(tmp_path), "build"]) == 2


def test_checking_loads_no_site_engine(tiny: Path) -> None:
    program = "import sys; from generator.cli import main; main(sys.argv[1:]); print('mkdocs' in sys.modules)"
    command = [sys.executable, "-c", program, "--root", str(tiny), "check"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["没有发现问题。", "False"]


def test_one_file_by_any_path(
    tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tiny, "课例", "minutes: 四十")
    lay(tiny, "活动包", "minutes: 四十")
    file = tiny / FILES["课例"]
    monkeypatch.chdir(file.parent)
    for given in (file.name, f"../emotions/{file.name}", str(file), FILES["课例"]):
        assert main(["check", "--format", "json", given]) == 1
        assert {row["path"] for row in json.loads(capsys.readouterr().out)} == {FILES["课例"]}
    assert main(["check", str(tiny.parent)]) == 2
    assert "不在手册仓库里" in capsys.readouterr().err


def test_fix_writes_and_says_what(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tiny, "课例", "minutes: 45\n")
    lay(tiny, "课例", "## 设计理念\n停,呼;说。\n")
    file = tiny / FILES["课例"]
    file.chmod(0o640)
    before = file.read_bytes()
    assert main(["--root", str(tiny), "check", "--fix", "--diff"]) == 1
    out = capsys.readouterr().out
    assert "-停,呼;说。\n+停，呼；说。\n" in out
    assert file.read_bytes() == before
    assert main(["--root", str(tiny), "check", "--fix", str(tiny / "guides")]) == 0
    assert file.read_bytes() == before
    capsys.readouterr()
    assert main(["--root", str(tiny), "check", "--fix"]) == 1
    out = capsys.readouterr().out
    assert f"已改 {FILES['课例']}：2 处" in out
    assert "B08" in out
    assert "W01" not in out
    assert file.read_bytes() == before.replace("停,呼;说".encode(), "停，呼；说".encode())
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in file.parent.iterdir()) == [
        "other-lesson.md",
        "sample-lesson.md",
        "sample-sheet.svg",
    ]


def test_a_failing_disk_leaves_the_file_whole(
    tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tiny, "课例", "## 设计理念\n停,呼。\n")
    file = tiny / FILES["课例"]
    before = file.read_bytes()

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "full", str(target))

    monkeypatch.setattr(Path, "replace", full)
    assert main(["--root", str(tiny), "check", "--fix"]) == 2
    assert "磁盘满了" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert len(list(file.parent.iterdir())) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--diff"], "--diff 要和 --fix 一起用"),
        (["--fix", "--format", "json"], "--fix 只能和"),
        (["--exceptions", "--format", "github"], "--exceptions 只能和"),
    ],
)
def test_what_does_not_go_together(
    arguments: list[str], said: str, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(tiny), "check", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_exceptions_are_listed(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tiny, "课例", "## 设计理念\n<!-- 允许 X01 课文里的号码 -->\n打13812345678。\n")
    assert main(["--root", str(tiny), "check", "--exceptions"]) == 0
    assert "理由：课文里的号码" in capsys.readouterr().out
    assert main(["--root", str(tiny), "check", "--exceptions", "--format", "json", str(tiny / "guides")]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_explain_lists_families(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    out = capsys.readouterr().out
    assert all(f"{family.name}：" in out for family in FAMILIES)
    assert {rule.family for rule in rules()} == {family.key for family in FAMILIES}


def test_whoever_stops_reading_sees_no_error() -> None:
    command = [sys.executable, "-m", "generator", "explain"]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("——fix", "是不是 --fix？"),
        ("lessons/lower/emotion", "是不是 lessons/lower/emotions？"),
        ("lessons\\lower\\sample-leson.md", f"是不是 {FILES['课例']}？"),
        ("activities/sample-kitt", "是不是 activities/sample-kit？"),
        ("zzz", "找不到：zzz\n"),
    ],
)
def test_a_path_that_is_not_there(
    given: str, said: str, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(tiny), "check", given]) == 2
    assert said in capsys.readouterr().err


def test_a_path_with_backslashes(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tiny, "课例", "minutes: 四十")
    assert main(["--root", str(tiny), "check", FILES["课例"].replace("/", "\\")]) == 1
    assert FILES["课例"] in capsys.readouterr().out


def test_several_rules_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "B01", "b04"]) == 0
    out = capsys.readouterr().out
    assert out.index("B01  ") < out.index("B04  ")


def test_fix_names_what_it_cannot_read(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tiny / FILES["课例"]
    before = file.read_text("utf-8").replace("title: 样课一", "title：[样课一")
    file.write_text(before, "utf-8")
    assert main(["--root", str(tiny), "check", "--fix"]) == 1
    said = f"这几个文件开头的信息读不懂，先按上面的提示改好：{FILES['课例']}\n"
    assert capsys.readouterr().out.endswith(said)
    assert file.read_text("utf-8") == before


def test_a_bug_is_one_line_in_chinese(
    tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(config: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("generator.cli.run", broken)
    assert main(["--root", str(tiny), "check"]) == 2
    said = capsys.readouterr()
    assert said.err.startswith("程序自己出错了")
    assert "ZeroDivisionError" in said.err
    assert "Traceback" not in said.out + said.err
    monkeypatch.setenv("HANDBOOK_TRACE", "1")
    with pytest.raises(ZeroDivisionError):
        main(["--root", str(tiny), "check"])


def test_explain_a_key(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tiny), "explain", "occasions", "grade"]) == 0
    out = capsys.readouterr().out
    assert "term-start（开学适应）" in out
    assert "例如：grade: 2" in out
    assert main(["--root", str(tiny), "explain", "grad"]) == 2
    assert "是不是“grade”？" in capsys.readouterr().err


def test_coverage_names_what_no_lesson_covers(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tiny), "coverage"]) == 0
    out = capsys.readouterr().out
    curriculum = load(Config(tiny)).curriculum
    for item in curriculum.guideline:
        words = f"{item.key}（{curriculum.band(item.band).name}）{item.text}"
        assert (words in out) is (item.key != "L4")
    assert "情绪认知与表达：一年级上册、一年级下册、二年级下册\n" in out
    assert "L4：一年级还没有\n" in out
    assert out.endswith("《纲要》17 条，有课的 1 条，5.8%。\n")
    lay(tiny, "课例", "guideline: [L1, L4, M4]")
    assert main(["--root", str(tiny), "coverage"]) == 0
    out = capsys.readouterr().out
    assert "L1（低年级）" not in out
    assert "M4（中年级）" in out
    assert "M4：《样课一》（二年级）\n" in out
    assert out.endswith("《纲要》17 条，有课的 2 条，11.7%。\n")


def test_coverage_is_a_table_of_wide_characters(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--root", str(tiny), "coverage"])
    lines = capsys.readouterr().out.splitlines()
    table = lines[lines.index("线索 × 学期（几节课）") + 1 :]
    table = table[: table.index("")]
    assert len(table) == 12
    assert len({wcswidth(line) for line in table}) == 1


def test_coverage_for_programs_has_the_same_facts(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tiny), "coverage", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["items"], report["covered"], report["percent"]) == (17, 1, 5.8)
    assert "L1" in report["uncovered"]
    assert "L4" not in report["uncovered"]
    row = next(row for row in report["guideline"] if row["key"] == "L4")
    lessons = ["sample-lesson", "other-lesson"]
    assert row["grades"] == [{"grade": 1, "lessons": []}, {"grade": 2, "lessons": lessons}]
    row = next(row for row in report["strands"] if row["key"] == "emotions")
    assert [cell for cell in row["semesters"] if cell["lessons"]] == [
        {"grade": 2, "semester": 1, "lessons": lessons}
    ]


@pytest.mark.parametrize(
    ("share", "code", "said"),
    [
        ("0", 0, ""),
        ("5.88%", 0, ""),
        ("5.89", 1, "这几条里还要有 1 条有课：L1、L2"),
        ("100", 1, "这几条都要有课：L1、L2"),
    ],
)
def test_coverage_gates(
    share: str, code: int, said: str, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(tiny), "coverage", "--fail-under", share, "--format", "json"]) == code
    shown = capsys.readouterr()
    assert said in shown.err
    assert (shown.err == "") is (code == 0)
    assert json.loads(shown.out)["covered"] == 1


@pytest.mark.parametrize("share", ["八十", "-1", "100.1", "1/2", "nan", ""])
def test_coverage_gates_by_a_number_of_a_hundred(share: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["coverage", "--fail-under", share])
    assert stopped.value.code == 2
    assert f"--fail-under 要写 0 到 100 的数，如 80；不能是“{share}”\n" in capsys.readouterr().err


def test_coverage_of_faulty_content(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tiny, "课例", "grade: 二年级")
    assert main(["--root", str(tiny), "coverage"]) == 0
    shown = capsys.readouterr()
    assert "数了 1 节已发布的课例" in shown.out
    assert "先运行：handbook check" in shown.err
    (tiny / "curriculum.yml").write_text("bands: 三个\n", "utf-8")
    assert main(["--root", str(tiny), "coverage"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "curriculum.yml 读不出来" in shown.err
