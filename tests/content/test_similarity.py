"""Which lessons are alike, and whether the reasons given are all there is to it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from generator.config import Config
from generator.content.kinds.lesson import Lesson
from generator.content.similarity import LEAST, LIMIT, similar
from generator.pipeline import Result, load

GROUPS = [["生气", "发火"], ["考试", "考前"]]

# What two lessons have: strand, keywords, area, forms; and the reasons with their points.
ALIKE = [
    (
        ("emotions", ["爱发火"], "emotion", ["game", "story"]),
        ("emotions", ["总生气"], "emotion", ["story"]),
        [("同一线索：情绪认知与表达", 3), ("都说到“生气”", 2), ("同一领域：情绪调适", 1), ("都用故事", 1)],
    ),
    (
        ("emotions", ["搬家"], "emotion", ["game"]),
        ("habits", ["搬家", "考前睡不着"], "adapt", ["game"]),
        [("都说到“搬家”", 2), ("都用游戏", 1)],
    ),
    (
        ("emotions", ["搬家"], "emotion", ["game"]),
        ("habits", ["排队"], "emotion", ["game"]),
        [("同一领域：情绪调适", 1), ("都用游戏", 1)],
    ),
    (("emotions", ["搬家"], "emotion", ["game"]), ("habits", ["排队"], "emotion", ["story"]), []),
    (
        ("emotions", ["搬家"], "emotion", ["game"]),
        ("emotions", ["排队"], "self", ["story"]),
        [("同一线索：情绪认知与表达", 3)],
    ),
]


@pytest.fixture
def sample(tiny: Path) -> Lesson:
    return load(Config(tiny)).lessons[0]


def _lesson(
    sample: Lesson, slug: str, strand: str, keywords: list[str], area: str, forms: list[str], grade: int = 2
) -> Lesson:
    update = {"keywords": tuple(keywords), "area": area, "forms": tuple(forms), "grade": grade}
    return replace(
        sample,
        slug=slug,
        path=f"{slug}.md",
        place={"band": "lower", "strand": strand},
        card=sample.card.model_copy(update=update),
    )


@pytest.mark.parametrize(("one", "other", "reasons"), ALIKE)
def test_the_reasons_are_named_and_counted(
    one: tuple[str, list[str], str, list[str]],
    other: tuple[str, list[str], str, list[str]],
    reasons: list[tuple[str, int]],
    sample: Lesson,
) -> None:
    lessons = [_lesson(sample, "one", *one), _lesson(sample, "other", *other)]
    found = similar(lessons, GROUPS)["one.md"]
    assert [(reason.text, reason.points) for s in found for reason in s.reasons] == reasons
    assert [s.score for s in found] == ([sum(points for _, points in reasons)] if reasons else [])


def test_a_pair_that_is_linked_anyway_is_left_out(sample: Lesson) -> None:
    lessons = [_lesson(sample, slug, "emotions", ["搬家"], "emotion", ["game"]) for slug in "ab"]
    assert similar(lessons, GROUPS)["a.md"]
    assert not similar(lessons, GROUPS, {frozenset(("a.md", "b.md"))})["a.md"]


def test_of_many_alike_each_has_a_few_and_they_have_it(sample: Lesson) -> None:
    lessons = [
        _lesson(
            sample,
            f"l{n}",
            "emotions" if n % 3 else "habits",
            [f"词{n % 5}", f"话{n % 7}"],
            "emotion",
            ["game"],
            grade=n % 6 + 1,
        )
        for n in range(40)
    ]
    found = similar(lessons, GROUPS)
    for path, ones in found.items():
        assert 0 < len(ones) <= LIMIT
        assert all(a.score >= b.score >= LEAST for a, b in pairwise(ones))
        for one in ones:
            assert path in {back.lesson.path for back in found[one.lesson.path]}
    assert found == similar(lessons, GROUPS)


def test_the_real_lessons_that_are_alike(real: Result) -> None:
    found = real.library.similar
    for path, ones in found.items():
        assert path not in {one.lesson.path for one in ones}
