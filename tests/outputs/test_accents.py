"""A band's colour can be read on the handbook's paper, in light and in dark."""

from __future__ import annotations

import re

import pytest

from generator.pipeline import Result
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "generator/theme/assets/stylesheets"
STYLES = (FOLDER / "handbook.css").read_text("utf-8")


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two ``#rrggbb`` colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _colours(scheme: str, names: str) -> list[str]:
    block = STYLES[STYLES.index(f'[data-md-color-scheme="{scheme}"]') :]
    block = block[: block.index("}")]
    found = re.findall(rf"--hb-(?:{names})\s*:\s*(#[0-9a-f]{{6}})", block)
    assert found
    return found


def _papers(scheme: str) -> list[str]:
    return _colours(scheme, "paper|card|sunk|raised")


def _over(colour: str, paper: str, opacity: float) -> str:
    """What a colour that lets some of the paper through looks like."""
    pairs = [(int(colour[i : i + 2], 16), int(paper[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(top * opacity + under * (1 - opacity)):02x}" for top, under in pairs)


@pytest.mark.parametrize(("scheme", "side"), [("default", "light"), ("slate", "dark")])
def test_accents_reach_aa(scheme: str, side: str, real: Result) -> None:
    for band in real.library.curriculum.bands:
        for paper in _papers(scheme):
            assert _contrast(getattr(band.accent, side), paper) >= 4.5, (band.key, paper)


@pytest.mark.parametrize(("scheme", "side"), [("default", "light"), ("slate", "dark")])
def test_numbers_on_the_map_reach_aa(scheme: str, side: str, real: Result) -> None:
    styles = (FOLDER / "coverage.css").read_text("utf-8")
    shades = [float(found) for found in re.findall(r"hb-map-\d \{ fill-opacity: (\.\d+); \}", styles)]
    assert len(shades) == 3
    (ink,), (on,), (paper,) = (_colours(scheme, name) for name in ("ink", "on", "paper"))
    for band in real.library.curriculum.bands:
        accent = getattr(band.accent, side)
        assert _contrast(accent, on) >= 4.5, band.key
        for shade in shades:
            assert _contrast(_over(accent, paper, shade), ink) >= 4.5, (band.key, shade)
