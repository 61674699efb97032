"""A band's colour can be read on the handbook's paper, in light and in dark."""

from __future__ import annotations

import re

import pytest

from generator.pipeline import Result
from tests.conftest import REPOSITORY

STYLES = (REPOSITORY / "generator/theme/assets/stylesheets/handbook.css").read_text("utf-8")


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two ``#rrggbb`` colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _papers(scheme: str) -> list[str]:
    block = STYLES[STYLES.index(f'[data-md-color-scheme="{scheme}"]') :]
    block = block[: block.index("}")]
    found = re.findall(r"--hb-(?:paper|card|sunk|raised)\s*:\s*(#[0-9a-f]{6})", block)
    assert found
    return found


@pytest.mark.parametrize(("scheme", "side"), [("default", "light"), ("slate", "dark")])
def test_accents_reach_aa(scheme: str, side: str, real: Result) -> None:
    for band in real.library.curriculum.bands:
        for paper in _papers(scheme):
            assert _contrast(getattr(band.accent, side), paper) >= 4.5, (band.key, paper)
