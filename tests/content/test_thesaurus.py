"""Words that mean the same to a teacher, and questions that one guide answers."""

from __future__ import annotations

import pytest

from generator.content.thesaurus import Answer, Thesaurus
from generator.pipeline import Result

CASES = [
    pytest.param(Thesaurus(groups=(("生气", "发火"), ("难过", "伤心"))), [], id="right"),
    pytest.param(
        Thesaurus(groups=(("生气", "发火"), ("脾气", "发火"))), [("groups", 1, 1)], id="in two groups"
    ),
    pytest.param(
        Thesaurus(groups=(("生气", "发火"), ("脾气", "发火")), shared=("发火",)), [], id="in two, and said so"
    ),
    pytest.param(Thesaurus(groups=(("生气", "生气"),)), [("groups", 0, 1)], id="twice in one"),
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
]


@pytest.mark.parametrize(("thesaurus", "places"), CASES)
def test_problems(thesaurus: Thesaurus, places: list[tuple[str | int, ...]]) -> None:
    found = list(thesaurus.problems(frozenset(["scales"])))
    assert [location for location, _, _ in found] == places
    assert all(message and hint for _, message, hint in found)
    if places and places[0][-1] == "guide":
        assert "scales" in found[0][2]


def test_every_real_group_finds_something(real: Result) -> None:
    said = "\n".join(
        "\n".join((item.title, item.card.summary, *item.card.keywords, item.document.source.text))
        for item in real.library.published
    )
    groups = real.library.thesaurus.groups
    assert len(groups) >= 150
    assert [group for group in groups if not any(word in said for word in group)] == []
