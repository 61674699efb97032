"""The index of subjects, each subject's page, and each idea's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.connection import connections
from generator.content.curriculum import Row
from generator.content.kinds.integration import KIND, Integration
from generator.content.library import Library
from generator.pages import glossary
from generator.pages.courses import strand_path
from generator.pages.learning_resource import learning_resource
from generator.pages.page import Page

TOP = "integrations/index.md"


@dataclass(frozen=True, slots=True)
class Cell:
    """A place of the matrix: how many ideas there are, and what finds them."""

    name: str
    band: str
    where: Mapping[str, tuple[str, ...]]
    count: int


def subject_path(subject: str) -> str:
    return f"integrations/{subject}/index.md"


def pages(library: Library) -> Iterator[Page]:
    """The index, then every subject with ideas and its ideas' pages."""
    curriculum = library.curriculum
    grades = [grade for band in curriculum.bands for grade in band.grades]
    subjects = [
        (row, [idea for idea in library.integrations if idea.subject == row.key])
        for row in curriculum.subjects
    ]
    yield Page(
        path=TOP,
        title="学科融合",
        asked=("学科融合", "学科渗透", "其他学科"),
        template="subjects.md.jinja",
        values={
            "rows": [(row, _cells(library, row)) for row, ideas in subjects if ideas],
            "sums": _cells(library, None),
            "empty": [row for row, ideas in subjects if not ideas],
            "grades": [
                (grade, len([i for i in library.integrations if grade in i.grades])) for grade in grades
            ],
            "subject_path": subject_path,
            "strand_path": strand_path,
        },
        description="在自己的学科课上，五到八分钟：一问、一练、一句话。",
        order=30,
        look="index",
        styles=("subjects",),
    )
    for place, (row, ideas) in enumerate(subjects):
        if not ideas:
            continue
        yield Page(
            path=subject_path(row.key),
            title=row.name,
            template="subject.md.jinja",
            values={
                "subject": row,
                "ideas": ideas,
                "groups": [(grade, *_of_grade(grade, ideas)) for grade in grades],
            },
            description=f"{row.name}课上的心理健康教育点子，按年级。",
            trail=(TOP,),
            order=place,
            look="index",
            styles=("subjects",),
        )
        for index, idea in enumerate(ideas):
            yield Page(
                path=idea.path,
                title=idea.title,
                template="integration.md.jinja",
                values={
                    "idea": idea,
                    "subject": row,
                    "subject_path": subject_path(row.key),
                    "connections": connections(library, idea),
                    "blocks": curriculum.blocks_for(idea.card.safety),
                },
                description=idea.card.summary,
                trail=(TOP, subject_path(row.key)),
                before=ideas[index - 1].path if index else None,
                after=ideas[index + 1].path if index + 1 < len(ideas) else None,
                item=idea,
                source=idea.path,
                look="integration",
                styles=glossary.STYLES,
                scripts=glossary.SCRIPTS,
                structured=learning_resource(library, idea),
                band=idea.bands[0] if len(idea.bands) == 1 else "",
                siblings=tuple(other.path for other in ideas),
            )


def _cells(library: Library, subject: Row | None) -> list[Cell]:
    """A row of the matrix: a cell for each strand, and one for them all."""
    row = {"kind": (KIND.key,)} | ({"subject": (subject.key,)} if subject else {})
    strands = library.curriculum.strands
    wheres = [(s.name, s.band, row | {"strand": (s.key,)}) for s in strands] + [("全部", "", row)]
    return [Cell(name, band, where, len(library.matching(where))) for name, band, where in wheres]


def _of_grade(grade: int, ideas: list[Integration]) -> tuple[list[Integration], list[Integration]]:
    """The ideas that begin with a grade, and those of earlier grades that are for it too."""
    own = [idea for idea in ideas if idea.grades[:1] == (grade,)]
    return own, [idea for idea in ideas if grade in idea.grades[1:]]
