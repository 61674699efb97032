"""The index of subjects, each subject's page, and each idea's page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.connection import connections
from generator.content.library import Library
from generator.pages import glossary
from generator.pages.learning_resource import learning_resource
from generator.pages.page import Page

TOP = "integrations/index.md"


def subject_path(subject: str) -> str:
    return f"integrations/{subject}/index.md"


def pages(library: Library) -> Iterator[Page]:
    """The index, then every subject with ideas and its ideas' pages."""
    subjects = [
        (row, [idea for idea in library.integrations if idea.subject == row.key])
        for row in library.curriculum.subjects
    ]
    yield Page(
        path=TOP,
        title="学科融合",
        template="subjects.md.jinja",
        values={"subjects": subjects, "subject_path": subject_path},
        description="在自己的学科课上，五到八分钟：一问、一练、一句话。",
        order=30,
        look="index",
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
                "groups": [(b, [i for i in ideas if b.key in i.bands]) for b in library.curriculum.bands],
            },
            description=f"{row.name}课上的心理健康教育点子，按年级。",
            trail=(TOP,),
            order=place,
            look="index",
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
                    "blocks": library.curriculum.blocks_for(idea.card.safety),
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
