"""The indexes of lessons: all, by band, by strand, by semester."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.kinds.lesson import Lesson
from generator.content.library import Library
from generator.pages.page import Page
from generator.pages.render import semester_name

TOP = "lessons/index.md"


def band_path(band: str) -> str:
    return f"lessons/{band}/index.md"


def strand_path(band: str, strand: str) -> str:
    return f"lessons/{band}/{strand}/index.md"


def semester_path(grade: int, semester: int) -> str:
    return f"semesters/{grade}-{semester}.md"


def pages(library: Library) -> Iterator[Page]:
    """The top index, then for each band its page, its strands' and its semesters'."""
    curriculum = library.curriculum
    lessons = library.lessons

    def of(**place: object) -> tuple[Lesson, ...]:
        return tuple(
            lesson
            for lesson in lessons
            if all(getattr(lesson.card, key, lesson.place.get(key)) == value for key, value in place.items())
        )

    terms = [
        (grade, semester, of(grade=grade, semester=semester))
        for band in curriculum.bands
        for grade in band.grades
        for semester in (1, 2)
    ]
    yield Page(
        path=TOP,
        title="课程",
        template="courses.md.jinja",
        values={
            "terms": terms,
            "band_path": band_path,
            "strand_path": strand_path,
            "semester_path": semester_path,
        },
        description="全部课例：按学段、线索和学期。",
        order=10,
        look="index",
    )
    for place, band in enumerate(curriculum.bands):
        yield Page(
            path=band_path(band.key),
            title=band.name,
            template="band.md.jinja",
            values={
                "band": band,
                "strands": [(s, of(strand=s.key)) for s in curriculum.strands_of(band.key)],
                "terms": [term for term in terms if term[0] in band.grades],
                "strand_path": strand_path,
                "semester_path": semester_path,
            },
            description=f"{band.name}课例：{'、'.join(s.name for s in curriculum.strands_of(band.key))}。",
            trail=(TOP,),
            order=place,
            look="index",
            band=band.key,
        )
    for place, strand in enumerate(curriculum.strands):
        yield Page(
            path=strand_path(strand.band, strand.key),
            title=strand.name,
            template="strand.md.jinja",
            values={
                "strand": strand,
                "lessons": of(strand=strand.key),
                "kits": [i for i in library.activities if strand.key in i.strands],
                "ideas": [i for i in library.integrations if strand.key in i.strands],
            },
            description=strand.summary,
            trail=(TOP, band_path(strand.band)),
            order=place,
            look="index",
            band=strand.band,
        )
    grades = [grade for band in curriculum.bands for grade in band.grades]
    every = [(grade, semester) for grade in grades for semester in (1, 2)]
    for place, (grade, semester) in enumerate(every):
        band_of = curriculum.band_of_grade(grade)
        yield Page(
            path=semester_path(grade, semester),
            title=semester_name(grade, semester),
            template="semester.md.jinja",
            values={"lessons": of(grade=grade, semester=semester), "grade": grade, "term": semester},
            description=f"{semester_name(grade, semester)}的课例，按上课先后。",
            trail=(TOP, band_path(band_of.key)) if band_of else (TOP,),
            order=100 + place,
            before=semester_path(*every[place - 1]) if place else None,
            after=semester_path(*every[place + 1]) if place + 1 < len(every) else None,
            look="index",
            band=band_of.key if band_of else "",
        )
