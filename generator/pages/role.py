"""按角色: for each audience what it does, what is written for it, and what it teaches from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.curriculum import Audience
from generator.content.duty import Duty, duties
from generator.content.kind import Item
from generator.content.library import Library
from generator.pages.courses import semester_path
from generator.pages.guide import TOP as GUIDES
from generator.pages.integration import subject_path
from generator.pages.page import Page

TOP = "roles/index.md"
AT_ONCE = 6
"""How many items of a collection are shown; the search page has them all."""


def role_path(audience: str) -> str:
    return f"roles/{audience}.md"


def pages(library: Library) -> Iterator[Page]:
    """The index, then a page for each audience."""
    audiences = library.curriculum.audiences
    yield Page(
        path=TOP,
        title="按角色",
        asked=("按角色", "谁负责", "谁来管", "岗位职责"),
        template="roles.md.jinja",
        description="你是哪一位：" + "、".join(row.name for row in audiences) + "，各看各的。",
        trail=(GUIDES,),
        order=100,
        look="index",
        styles=("roles",),
    )
    for place, audience in enumerate(audiences):
        yield Page(
            path=role_path(audience.key),
            title=audience.name,
            template="role.md.jinja",
            values={
                "audience": audience,
                "duties": _duties(library, audience),
                "shows": [
                    (shown, library.matching(shown.where) if shown.where else ()) for shown in audience.shows
                ],
                "guides": [guide for guide in library.guides if audience.key in guide.card.audience],
                "unread": [item for item in library.items if not item.card.reviewed_by],
                "at_once": AT_ONCE,
                "semester_path": semester_path,
                "subject_path": subject_path,
            },
            description=audience.summary,
            trail=(GUIDES, TOP),
            order=place,
            look="index",
            styles=("roles",),
        )


def _duties(library: Library, audience: Audience) -> tuple[Duty, ...]:
    """What the guide says of them; nothing where there is no such guide."""
    wanted = audience.duties
    guide: Item | None = library.by_slug.get(wanted.guide) if wanted else None
    return duties(guide, wanted.rows) if wanted and guide else ()
