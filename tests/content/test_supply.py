"""How much of what a kit asks for has to be ready."""

from __future__ import annotations

import pytest

from generator.content.kinds.activity import Activity
from generator.content.supply import Party, paper, supplies, usual
from generator.pipeline import Result

# pupils, a group, classes: pairs, groups
PARTIES = [
    pytest.param(Party(45, 4), 23, 12, id="a class"),
    pytest.param(Party(48, 6), 24, 8, id="groups that come out even"),
    pytest.param(Party(1, 4), 1, 1, id="one pupil"),
    pytest.param(Party(600, 4, 14), 14 * 22, 14 * 11, id="a school: every class as the largest, of 43"),
    pytest.param(Party(10, 3), 5, 4, id="a small group"),
]


@pytest.mark.parametrize(("party", "pairs", "groups"), PARTIES)
def test_shares(party: Party, pairs: int, groups: int) -> None:
    assert party.shares == {
        "pupil": party.pupils,
        "pair": pairs,
        "group": groups,
        "class": party.classes,
        "teacher": party.classes,
        "event": 1,
    }


# Counted by hand from the kits' own tables.
BY_HAND = [
    (
        "emotion-doodling",
        Party(46, 4),
        {"蜡笔或彩铅（盒）": 12, "小夹子": 46, "涂鸦卡": 46, "“我看到”便签": 12},
        58,
    ),
    ("team-games", Party(40, 7), {"旧报纸（整张）": 24, "短毛巾": 12, "小铃或哨子": 1, "复盘三问卡": 6}, 7),
    (
        "job-day",
        Party(92, 4, 2),
        {"铅笔": 92, "纸条（抽签用，张）": 24, "硬纸片（六张号牌、六张胸牌）": 24},
        72,
    ),
    ("garden-party", Party(276, 4, 6), {"蜡笔（盒）": 72, "报纸卷的圈（个）": 24, "集章卡": 276}, 570),
    ("teachers-tea", Party(18, 4), {"杯子（自己带）": 18, "白纸（撕成八条）": 5, "热水（壶）": 3}, 23),
]


@pytest.mark.parametrize(("slug", "party", "counts", "sheets"), BY_HAND, ids=[row[0] for row in BY_HAND])
def test_five_kits_by_hand(
    slug: str, party: Party, counts: dict[str, int], sheets: int, real: Result
) -> None:
    library = real.library
    kit = next(kit for kit in library.activities if kit.slug == slug)
    rows = tuple(supplies(kit, (sheet for sheet in library.sheets if sheet.item is kit)))
    found = {row.name: row.count(party) for row in rows}
    assert {name: found[name] for name in counts} == counts
    assert paper(rows, party) == sheets


def test_a_kit_is_first_counted_for_as_many_as_it_is_for(real: Result) -> None:
    for kit in real.library.activities:
        assert isinstance(kit, Activity)
        assert kit.card.size.from_ <= usual(kit).pupils <= kit.card.size.to
