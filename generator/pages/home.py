"""The home page: search, the bands, and doors to what a teacher came for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.school_year import MONTHS
from generator.pages.page import Page


def pages(library: Library) -> Iterator[Page]:
    """One page."""
    bands = [
        (band, [(s, len(library.where("strand", s.key))) for s in library.curriculum.strands_of(band.key)])
        for band in library.curriculum.bands
    ]
    yield Page(
        path="index.md",
        title="首页",
        template="home.md.jinja",
        values={"bands": bands, "months": MONTHS},
        description="小学心理健康教育教师手册：课例、活动包、学科融合点子和指南，按年级、时机、学科查找。",
        order=0,
        look="home",
        styles=("calendar",),
        scripts=("calendar/year.js", "assets/javascripts/month.js"),
    )
