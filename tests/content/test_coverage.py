"""What is counted as covered, on variations of the tiny library."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from generator.config import Config
from generator.content.coverage import Coverage, coverage
from generator.pipeline import Result, load
from tests.rules.specimen import FILES, lay

# Both lessons of the tiny library are for grade 2, semester 1, and name L4.


def _of(root: Path) -> Coverage:
    return coverage(load(Config(root)))


def _named(found: Coverage, key: str) -> dict[str, list[str]]:
    """The slugs of the lessons that name an item, by how they count."""
    row = next(row for row in found.items if row.item.key == key)
    return {
        "covers": [lesson.slug for lesson in row.lessons],
        "early": [lesson.slug for lesson in row.early],
        "again": [lesson.slug for lesson in row.again],
    }


def _copy(root: Path, path: str, front: dict[str, str]) -> None:
    """Another published lesson, with these keys of the front matter."""
    text = (root / FILES["课例"]).read_text("utf-8")
    for key, value in front.items():
        old = next(line for line in text.splitlines() if line.startswith(f"{key}:"))
        text = text.replace(old, f"{key}: {value}", 1)
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_what_covers_and_what_is_missing(tiny: Path) -> None:
    found = _of(tiny)
    assert [row.item.key for row in found.covered] == ["L4"]
    assert len(found.covered) + len(found.uncovered) == len(found.items) == 17
    row = found.covered[0]
    assert {grade: len(lessons) for grade, lessons in row.grades.items()} == {1: 0, 2: 2}
    assert row.holes == (1,)
    strand = next(row for row in found.strands if row.strand.key == "emotions")
    assert {place: len(lessons) for place, lessons in strand.semesters.items()} == {
        (1, 1): 0,
        (1, 2): 0,
        (2, 1): 2,
        (2, 2): 0,
    }
    assert strand.holes == ((1, 1), (1, 2), (2, 2))
    assert {area.key: len(lessons) for area, lessons in found.areas if lessons} == {"emotion": 2}


def test_a_new_lesson_covers_an_item_and_fills_a_semester(tiny: Path) -> None:
    before = _of(tiny)
    _copy(
        tiny,
        "lessons/middle/resilience/new-one.md",
        {"grade": "3", "semester": "2", "guideline": "[M2, M4]", "area": "learning"},
    )
    after = _of(tiny)
    assert {row.item.key for row in before.uncovered} - {row.item.key for row in after.uncovered} == {
        "M2",
        "M4",
    }
    assert after.per_cent > before.per_cent
    strand = next(row for row in after.strands if row.strand.key == "resilience")
    assert [lesson.slug for lesson in strand.semesters[3, 2]] == ["new-one"]
    assert strand.holes == ((3, 1), (4, 1), (4, 2))
    assert {area.key: len(lessons) for area, lessons in after.areas}["learning"] == 1


def test_only_the_own_band_covers(tiny: Path) -> None:
    lay(tiny, "课例", "guideline: [L4, M4]")
    _copy(tiny, "lessons/upper/stress/high.md", {"grade": "5", "guideline": "[U2, M4]"})
    found = _of(tiny)
    assert _named(found, "M4") == {"covers": [], "early": ["sample-lesson"], "again": ["high"]}
    assert "M4" in {row.item.key for row in found.uncovered}
    assert _named(found, "L4")["covers"] == ["sample-lesson", "other-lesson"]
    assert _named(found, "U2") == {"covers": ["high"], "early": [], "again": []}


@pytest.mark.parametrize(
    "lines",
    [
        "status: draft",
        "status: 发布",
        "semester: 3",
        "grade: 二年级",
        "grade: 5",
    ],
)
def test_a_draft_and_what_has_no_sure_place_do_not_count(lines: str, tiny: Path) -> None:
    lay(tiny, "课例", lines)
    found = _of(tiny)
    assert _named(found, "L4")["covers"] == ["other-lesson"]
    assert [lesson.slug for lesson in found.lessons] == ["other-lesson"]


def test_a_vocabulary_that_cannot_be_read_covers_nothing(tmp_path: Path) -> None:
    found = _of(tmp_path)
    assert (found.items, found.strands, found.areas) == ((), (), ())
    assert found.per_cent == 100
    assert found.lacking(Fraction(100)) == 0


def test_the_share_is_never_said_higher_than_it_is(tiny: Path) -> None:
    # 1 of 17 is 5.88… per cent.
    found = _of(tiny)
    assert found.per_cent == 5.8
    assert [found.lacking(Fraction(n)) for n in ("0", "5.88", "5.89", "50", "100")] == [0, 0, 1, 8, 16]


def test_every_real_lesson_counts(real: Result) -> None:
    found = coverage(real.library)
    published = [item.slug for item in real.library.published if item.kind.key == "lesson"]
    assert sorted(lesson.slug for lesson in found.lessons) == sorted(published)
    in_strands = [o.slug for row in found.strands for lessons in row.semesters.values() for o in lessons]
    assert sorted(in_strands) == sorted(published)
