"""The map of the curriculum: which items of the Guideline and which semesters of a strand have lessons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from generator.content.coverage import Coverage, ItemCoverage, Lessons, StrandCoverage, coverage
from generator.content.curriculum import Band, GuidelineItem, Strand
from generator.content.library import Library
from generator.pages.courses import strand_path
from generator.pages.find import PATH as FIND
from generator.pages.page import Page, address
from generator.pages.render import grade_name, semester_name

PATH = "coverage/index.md"
SHADES = (("1", 1, "1节"), ("2", 2, "2节"), ("3", 3, "3—4节"), ("4", 5, "5节或更多"))
"""How a count looks: the look's name, the least count that has it, and what a reader is told."""

WIDTH = 358
"""The text column of the commonest phone, in pixels: there a map is drawn at its own size."""
CELL = 44
GAP = 4
_LINE = 20
_CODE = 58
_NAME = 142
_LETTERS = 9


@dataclass(frozen=True, slots=True)
class Cell:
    """A place of a map that leads somewhere. Lengths are in units of the drawing."""

    x: int
    look: str
    """``none``, the name of a shade, or ``aside`` for lessons that do not cover."""
    count: int
    target: str
    """From the site's root, with a query; or a fragment of the map's own page."""
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a map; its label leads to the row of the table behind it."""

    y: int
    label: tuple[str, ...]
    note: str
    target: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of a band under the heads of its columns: place, lines of text, whether of the band."""

    band: Band
    y: int
    heads: tuple[tuple[int, tuple[str, ...], bool], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing ``WIDTH`` wide, in blocks from top to bottom."""

    height: int
    cell: int
    """How wide a cell is."""
    blocks: tuple[Block, ...]


def anchor(row: GuidelineItem | Strand) -> str:
    """Where the page tells of an item of the Guideline (``guideline-l4``) or of a strand."""
    return f"{'guideline' if isinstance(row, GuidelineItem) else 'strand'}-{row.key.lower()}"


def pages(library: Library) -> Iterator[Page]:
    """One page."""
    found = coverage(library)
    yield Page(
        path=PATH,
        title="课程地图",
        asked=("课程地图", "覆盖", "对照纲要", "哪些条目"),
        template="coverage.md.jinja",
        values={
            "found": found,
            "item_map": item_map(found),
            "strand_map": strand_map(found),
            "anchor": anchor,
            "find": _find,
            "strand_path": strand_path,
            "shades": SHADES,
            "width": WIDTH,
            "cell": CELL,
        },
        description="《纲要》的条目哪些有课、哪些还没有；每条线索在哪个学期还缺课。",
        trail=("calendar/index.md",),
        order=2,
        look="index",
        styles=("coverage",),
    )


def item_map(found: Coverage) -> Map:
    """Items of the Guideline by grade. Outside its band an item has only the lessons that do not cover it."""
    grades = [grade for band in found.curriculum.bands for grade in band.grades]
    pitch = (WIDTH - _CODE) // max(len(grades), 1)
    places = {grade: _CODE + pitch * place for place, grade in enumerate(grades)}
    blocks = []
    y = 0
    for band in found.curriculum.bands:
        heads = tuple((places[grade], (grade_name(grade),), grade in band.grades) for grade in grades)
        rows = found.items_of(band.key)
        first = y + _LINE + 2 * GAP
        lines = tuple(
            Line(
                y=first + (CELL + GAP) * place,
                label=(row.item.key,),
                note="" if row.lessons else "没有课",
                target=f"#{anchor(row.item)}",
                title=f"{row.item.key} {row.item.text}",
                cells=tuple(_item_cells(row, places)),
            )
            for place, row in enumerate(rows)
        )
        blocks.append(Block(band, y, heads, lines))
        y = first + (CELL + GAP) * len(rows) + 2 * GAP
    return Map(y, pitch - GAP, tuple(blocks))


def _item_cells(row: ItemCoverage, places: dict[int, int]) -> Iterator[Cell]:
    for grade, x in places.items():
        named = f"{row.item.key} {row.item.text}。{grade_name(grade)}："
        target = _find(guideline=row.item.key, grade=grade)
        if grade in row.grades:
            yield _cell(x, row.grades[grade], named, target, anchor(row.item))
        for lessons, said in ((row.early, "提前启蒙"), (row.again, "以后再提")):
            here = tuple(lesson for lesson in lessons if lesson.card.grade == grade)
            if here:
                title = f"{named}{said}{len(here)}节，不算覆盖：{_titles(here)}"
                yield Cell(x, "aside", len(here), target, title)


def strand_map(found: Coverage) -> Map:
    """Strands by semester, each band with columns of its own."""
    most = max((len(row.semesters) for row in found.strands), default=1)
    pitch = (WIDTH - _NAME) // most
    blocks = []
    y = 0
    for band in found.curriculum.bands:
        rows = found.strands_of(band.key)
        semesters = list(rows[0].semesters) if rows else []
        heads = tuple(
            (_NAME + pitch * place, _two_lines(grade, semester), True)
            for place, (grade, semester) in enumerate(semesters)
        )
        first = y + 2 * _LINE + 2 * GAP
        lines = tuple(
            Line(
                y=first + (CELL + GAP) * place,
                label=_folded(row.strand.name),
                note="",
                target=f"#{anchor(row.strand)}",
                title=row.strand.name,
                cells=tuple(_strand_cells(row, pitch)),
            )
            for place, row in enumerate(rows)
        )
        blocks.append(Block(band, y, heads, lines))
        y = first + (CELL + GAP) * len(rows) + 2 * GAP
    return Map(y, pitch - GAP, tuple(blocks))


def _strand_cells(row: StrandCoverage, pitch: int) -> Iterator[Cell]:
    for place, ((grade, semester), lessons) in enumerate(row.semesters.items()):
        named = f"{row.strand.name}。{semester_name(grade, semester)}："
        target = _find(strand=row.strand.key, grade=grade, semester=semester)
        yield _cell(_NAME + pitch * place, lessons, named, target, anchor(row.strand))


def _cell(x: int, lessons: Lessons, named: str, target: str, fragment: str) -> Cell:
    """A cell that counts: it leads to its lessons, or where there are none to its row of the table."""
    if not lessons:
        return Cell(x, "none", 0, f"#{fragment}", f"{named}还没有课")
    look = [look for look, least, _ in SHADES if least <= len(lessons)][-1]
    return Cell(x, look, len(lessons), target, f"{named}{len(lessons)}节，{_titles(lessons)}")


def _titles(lessons: Lessons) -> str:
    return "".join(f"《{lesson.title}》" for lesson in lessons)


def _find(**terms: str | int) -> str:
    """The search page with only what has these terms of facets. Of all kinds only lessons have the ones used."""
    return f"{address(FIND)}?{urlencode(terms)}"


def _two_lines(grade: int, semester: int) -> tuple[str, str]:
    first = grade_name(grade)
    return first, semester_name(grade, semester).removeprefix(first)


def _folded(name: str) -> tuple[str, ...]:
    """A name in as many lines as it needs."""
    return tuple(name[at : at + _LETTERS] for at in range(0, len(name), _LETTERS))
