"""The command: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
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
    assert "提示：是不是“role-play”？" in out


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
