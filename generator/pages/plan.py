"""学期计划: a term's lessons put into its weeks, in the reader's browser."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.school import BLANK
from generator.pages.calendar import PATH as CALENDAR
from generator.pages.courses import semester_path
from generator.pages.page import Page
from generator.pages.render import grade_name, semester_name

PATH = "plan/index.md"
LEAST_WEEKS, USUAL_WEEKS, MOST_WEEKS = 10, 20, 26


def pages(library: Library) -> Iterator[Page]:
    """One page. What it plans comes from ``outputs/year.py`` when it is opened."""
    grades = [
        (grade, grade_name(grade), band.key) for band in library.curriculum.bands for grade in band.grades
    ]
    yield Page(
        path=PATH,
        title="学期计划",
        asked=("学期计划", "教学计划", "排课", "教学进度", "学期安排"),
        template="plan.md.jinja",
        values={
            "grades": grades,
            "weeks": range(LEAST_WEEKS, MOST_WEEKS + 1),
            "usual_weeks": USUAL_WEEKS,
            "school_name": library.school.name or BLANK,
            "semesters": [
                (semester_path(grade, semester), semester_name(grade, semester))
                for grade, _, _ in grades
                for semester in (1, 2)
            ],
        },
        description="选年级、学期和节奏，一学期的课当场排好；可打印，可下载成日历和表格。",
        trail=(CALENDAR,),
        order=1,
        look="index",
        styles=("plan",),
        scripts=(
            "calendar/year.js",
            *(f"assets/javascripts/{name}.js" for name in ("planner", "planfile", "plan")),
        ),
    )
