"""Words that mean the same to a teacher, and questions that one guide answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.thesaurus import Answer, Thesaurus
from generator.pipeline import Result
from tests.conftest import found

CASES = [
    pytest.param(Thesaurus(groups=(("生气", "发火"), ("难过", "伤心"))), [], id="right"),
    pytest.param(
        Thesaurus(groups=(("生气", "发火"), ("脾气", "发火"))), [("groups", 1, 1)], id="in two groups"
    ),
    pytest.param(
        Thesaurus(groups=(("生气", "发火"), ("脾气", "发火")), shared=("发火",)), [], id="in two, and said so"
    ),
    pytest.param(Thesaurus(groups=(("生气", "生气"),)), [("groups", 0, 1)], id="twice in one"),
    pytest.param(Thesaurus(groups=(("生气", "气"),)), [("groups", 0, 1)], id="a single character"),
    pytest.param(Thesaurus(groups=(("生气", "气" * 13),)), [("groups", 0, 1)], id="a sentence"),
    pytest.param(
        Thesaurus(answers=(Answer(words=("量表",), guide="scale", say="不提供。"),)),
        [("answers", 0, "guide")],
        id="no such guide",
    ),
    pytest.param(
        Thesaurus(
            answers=(
                Answer(words=("量表",), guide="scales", say="不提供。"),
                Answer(words=("测评", "量表"), guide="scales", say="不提供。"),
            )
        ),
        [("answers", 1, "words", 1)],
        id="answered twice",
    ),
    pytest.param(
        Thesaurus(
            answers=(
                Answer(
                    words=("被打",),
                    together=((("爷爷", "爸爸"), ("动手", "打")),),
                    unless=("被打断", "打电话", "动手做"),
                    guide="scales",
                    say="先听。",
                ),
            )
        ),
        [],
        id="phrases that hold a word, or go on from one",
    ),
    pytest.param(
        Thesaurus(answers=(Answer(words=("被打",), unless=("下雨",), guide="scales", say="先听。"),)),
        [("answers", 0, "unless", 0)],
        id="a phrase without anything of a word",
    ),
]


@pytest.mark.parametrize(("thesaurus", "places"), CASES)
def test_problems(thesaurus: Thesaurus, places: list[tuple[str | int, ...]]) -> None:
    found = list(thesaurus.problems(frozenset(["scales"])))
    assert [location for location, _, _ in found] == places
    assert all(message and hint for _, message, hint in found)
    if places and places[0][-1] == "guide":
        assert "scales" in found[0][2]


def test_every_real_group_finds_something(real: Result) -> None:
    assert len(real.library.thesaurus.groups) >= 150
    assert [d for d in real.diagnostics if d.code == "M22"] == []


def test_a_group_that_finds_nothing_is_told(tiny: Path) -> None:
    file = tiny / "thesaurus.yml"
    file.write_text("groups:\n  - [生气, 发火]\n  - [炼丹, 修仙, 飞升]\n", "utf-8")
    told = [d for d in found(tiny) if d.code == "M22"]
    assert [(d.path, d.start.line, d.start.column) for d in told] == [("thesaurus.yml", 3, 5)]
    assert "炼丹" in told[0].message
