"""What changed last, for programs that watch it: an Atom feed. The only file that imports feedgenerator."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from uuid import UUID, uuid5

from feedgenerator import Atom1Feed

from generator.config import NAME
from generator.content.kind import Item
from generator.content.library import Library, slug_of
from generator.outputs.output import File

PATH = "feed.xml"
MOST = 50
_BEIJING = timezone(timedelta(hours=8))
_IDS = UUID("4f8e3044-394c-4ddf-941d-892ab161d0d5")
"""What the ids of feed and entries are made from. They change if it does, and everything is new to readers."""


def files(library: Library) -> Iterator[File]:
    """``feed.xml`` with the newest items; nothing for a handbook that has none.

    Where the site's address is not known, links are relative to the feed's own: valid, and right
    for a reader that has fetched it.
    """
    newest = library.latest[:MOST]
    if not newest:
        return
    feed = Atom1Feed(
        title=f"{NAME} · 最近更新",
        link=f"{library.address}changes.html",
        description="新写的和改过的课例、活动、学科点子和指南。",
        language="zh-CN",
        author_name=NAME,
        feed_url=f"{library.address}{PATH}",
        feed_guid=_id(PATH),
    )
    for item in newest:
        feed.add_item(
            title=item.title,
            link=library.address + item.address,
            description=html.escape(item.card.summary, quote=False),
            author_name=_authors(item),
            unique_id=_id(_first_slug(item)),
            updateddate=_midnight(item.card.updated),
            categories=(item.kind.name,),
        )
    yield File(PATH, str(feed.writeString("utf-8")).encode())


def _id(name: str) -> str:
    return uuid5(_IDS, name).urn


def _first_slug(item: Item) -> str:
    """The slug it first had: a page that has moved is not a new one."""
    moved = item.card.moved_from
    return slug_of(re.sub(r"\.(html|md)$", "", moved[0]) + ".md") if moved else item.slug


def _authors(item: Item) -> str | None:
    return "、".join(item.card.authors) or None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), _BEIJING)
