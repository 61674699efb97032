"""What an item leads to leads back to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.content.connection import connections
from generator.content.library import Library
from generator.pipeline import Result, load
from tests.rules.specimen import lay

# What is written, and the groups in which one item then finds the other, and the other it.
WRITTEN = [
    ("学科融合", "lessons: [sample-lesson]", "sample-idea", "lesson", "sample-lesson", "integration"),
    ("活动包", "lessons: [sample-lesson]", "sample-kit", "lesson", "sample-lesson", "activity"),
    ("课例", "kits: [sample-kit]", "sample-lesson", "activity", "sample-kit", "lesson"),
    ("指南", "kits: [sample-kit]", "sample-guide", "activity", "sample-kit", "guide"),
    ("指南", "lessons: [sample-lesson]", "sample-guide", "lesson", "sample-lesson", "guide"),
    ("指南", "supports: [artwork]", "sample-guide", "supported", "sample-kit", "supports"),
    ("课例", "builds_on: []", "sample-lesson", "leads-to", "other-lesson", "builds-on"),
    ("课例", "# 样课一\n", "sample-lesson", "mentioned", "sample-guide", "mentions"),
]


def _groups(library: Library, slug: str) -> dict[str, list[str]]:
    found = connections(library, library.by_slug[slug])
    return {group.key: [item.slug for item in group.items] for group in found}


@pytest.mark.parametrize(("place", "text", "one", "there", "other", "back"), WRITTEN)
def test_a_relation_shows_on_both_ends(
    place: str, text: str, one: str, there: str, other: str, back: str, tiny: Path
) -> None:
    if not text.startswith("#"):
        lay(tiny, place, text)
    library = load(Config(tiny))
    assert other in _groups(library, one)[there]
    assert one in _groups(library, other)[back]


def test_neighbours_in_the_year_are_named_once(tiny: Path) -> None:
    lay(tiny, "课例", "order: 5")
    text = (tiny / "lessons/lower/emotions/other-lesson.md").read_text("utf-8")
    (tiny / "lessons/lower/emotions/other-lesson.md").write_text(
        text.replace("builds_on: [sample-lesson]", "builds_on: []"), "utf-8"
    )
    library = load(Config(tiny))
    assert _groups(library, "sample-lesson")["after"] == ["other-lesson"]
    assert _groups(library, "other-lesson")["before"] == ["sample-lesson"]
    assert "similar" not in _groups(library, "sample-lesson")


def test_every_real_item_is_found_again_from_what_it_leads_to(real: Result) -> None:
    ends = {
        item.slug: {other.slug for group in connections(real.library, item) for other in group.items}
        for item in real.library.items
    }
    assert all(ends.values()), "an item that leads nowhere"
    for slug, others in ends.items():
        assert slug not in others
        for other in others:
            assert slug in ends[other], (slug, other)
