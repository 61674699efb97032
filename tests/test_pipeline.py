"""The whole line: the real content is clean, and the vocabulary alone makes room for new things."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from generator.config import Config
from generator.content.kinds.lesson import Lesson
from generator.pipeline import Result, publish, run
from tests.conftest import REPOSITORY
from tests.rules.specimen import FILES

# Each third-party library and the one module that may import it.
DOORS = {
    "autocorrect_py": {"source/punctuation.py"},
    "feedgenerator": {"outputs/feed.py"},
    "icalendar": {"outputs/ics.py"},
    "jinja2": {"pages/render.py"},
    "markdown_it": {"source/outline.py"},
    "markupsafe": {"pages/render.py"},
    "mkdocs": {"adapters/mkdocs.py"},
    "opencc": {"outputs/index/traditional.py"},
    "pydantic": {"content/"},
    "pydantic_core": {"content/"},
    "pypinyin": {"outputs/index/sound.py"},
    "rapidfuzz": {"content/suggest.py"},
    "rjieba": {"outputs/index/segment.py"},
    "wcwidth": {"report.py"},
    "yaml": {"source/frontmatter.py"},
}


def test_imports_point_downward(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    # It configures logging anew and switches off every logger that is there, MkDocs' among them.
    monkeypatch.setattr("logging.config.dictConfig", lambda config: None)
    assert lint_imports(no_cache=True) == 0


def test_each_library_has_one_door() -> None:
    import sys

    package = REPOSITORY / "generator"
    used: dict[str, set[str]] = {}
    for file in package.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in names:
                top = name.partition(".")[0]
                if top not in sys.stdlib_module_names and top != "generator":
                    used.setdefault(top, set()).add(file.relative_to(package).as_posix())
    assert set(used) == set(DOORS)
    for library, files in used.items():
        assert all(any(file.startswith(door) for door in DOORS[library]) for file in files), (library, files)


def test_the_program_names_no_strand_band_or_subject() -> None:
    """They stand in curriculum.yml alone."""
    from generator.pipeline import load

    curriculum = load(Config(REPOSITORY)).curriculum
    rows = [*curriculum.strands, *curriculum.subjects, *curriculum.occasions]
    words = {row.key for row in rows if len(row.key) > 4} | {row.name for row in rows if len(row.name) > 3}
    files = [
        f
        for f in (REPOSITORY / "generator").rglob("*")
        if f.suffix in {".py", ".jinja", ".js", ".css", ".html"}
    ]
    assert len(files) > 50
    for file in files:
        # Manuals of rules show real paths as examples.
        text = file.read_text("utf-8")
        if "rules" in file.parts or file.name.endswith(".min.js"):
            continue
        for word in words:
            assert f'"{word}"' not in text, (file, word)
            assert f"'{word}'" not in text, (file, word)


def test_the_real_content_is_clean(real: Result) -> None:
    assert real.diagnostics == ()
    kinds = [item.kind.key for item in real.library.published]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "activity": 22,
        "guide": 17,
        "integration": 51,
        "lesson": 54,
    }
    strands = {lesson.strand for lesson in real.library.lessons}
    assert strands == {strand.key for strand in real.library.curriculum.strands}


def test_no_real_lesson_repeats_another(real: Result) -> None:
    """No sentence of more than 15 characters stands in more than two lessons."""
    import re

    seen: dict[str, set[str]] = {}
    for lesson in real.library.lessons:
        text = lesson.document.source[lesson.document.body]
        for sentence in re.split(r"[。！？；\n]", text):
            plain = re.sub(r"[^\w]", "", sentence)
            if len(plain) > 15:
                seen.setdefault(plain, set()).add(lesson.slug)
    assert {s: where for s, where in seen.items() if len(where) > 2} == {}


def test_no_two_real_lessons_share_much_of_their_text(real: Result) -> None:
    """At most 8 % of the shorter one's sequences of 8 characters."""
    import re
    from itertools import combinations

    runs = {}
    for lesson in real.library.lessons:
        text = re.sub(r"[^\w]", "", lesson.document.source[lesson.document.body])
        runs[lesson.slug] = {text[at : at + 8] for at in range(len(text) - 7)}
    shared = {
        (one, other): len(runs[one] & runs[other]) / min(len(runs[one]), len(runs[other]))
        for one, other in combinations(sorted(runs), 2)
    }
    assert {pair: share for pair, share in shared.items() if share > 0.08} == {}


def test_a_tenth_strand_is_a_row_and_a_lesson(tiny: Path) -> None:
    """Nothing else changes, and the strand shows up everywhere."""
    file = tiny / "curriculum.yml"
    row = "  - {key: gratitude-walks, band: lower, name: 走走看看, icon: material/walk, summary: 出门走一走。}\n"
    file.write_text(file.read_text("utf-8").replace("strands:\n", "strands:\n" + row), "utf-8")
    lesson = tiny / "lessons/lower/gratitude-walks/first-walk.md"
    lesson.parent.mkdir()
    text = (
        (tiny / FILES["课例"])
        .read_text("utf-8")
        .replace("order: 10", "order: 30")
        .replace("样课一", "第一次走走")
    )
    text = text.replace(
        "printables: [{file: sample-sheet.svg, title: 样单, paper: A4, copies: per-pupil}]", "printables: []"
    )
    lesson.write_text(text.replace("[样单](sample-sheet.svg)", "样单"), "utf-8")
    result = run(Config(tiny))
    assert result.diagnostics == ()
    made = result.library.by_slug["first-walk"]
    assert isinstance(made, Lesson)
    assert made.strand == "gratitude-walks"
    site, markdown = publish(Config(tiny), result.library)
    assert "第一次走走" in markdown["lessons/lower/gratitude-walks/index.md"]
    assert "走走看看" in markdown["index.md"]
    assert "走走看看" in markdown["lessons/lower/gratitude-walks/first-walk.md"]
    assert any(
        "走走看看".encode() in data or b"gratitude-walks" in data
        for path, data in site.files.items()
        if "search" in path
    )
    # Without the row the same lesson is refused, with the allowed strands.
    file.write_text(file.read_text("utf-8").replace(row, ""), "utf-8")
    said = run(Config(tiny)).diagnostics
    assert [d.code for d in said] == ["F03"]
    assert "emotions" in said[0].hint
