"""The library of printable sheets, and a page for each that prints it and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library, Sheet
from generator.pages.page import Page

TOP = "printables/index.md"


def sheet_path(sheet: Sheet) -> str:
    """Beside the file itself, so that a link to it only changes its ending."""
    return sheet.path.rpartition(".")[0] + ".md"


def pages(library: Library) -> Iterator[Page]:
    """The library by grade, then a page for each sheet."""
    grades = [grade for band in library.curriculum.bands for grade in band.grades]
    groups = [
        (grade, [s for s in library.sheets if s.item.kind.key == "lesson" and s.item.grades == (grade,)])
        for grade in grades
    ]
    rest = [s for s in library.sheets if s.item.kind.key != "lesson"]
    yield Page(
        path=TOP,
        title="打印页",
        asked=("打印", "学习单", "下载"),
        template="sheets.md.jinja",
        values={"groups": groups, "rest": rest, "sheet_path": sheet_path},
        description="全部学习单和打印页，按年级；黑白可印。",
        order=50,
        look="index",
    )
    for sheet in library.sheets:
        yield Page(
            path=sheet_path(sheet),
            title=sheet.printable.title,
            template="sheet.md.jinja",
            values={"sheet": sheet},
            description=f"《{sheet.item.title}》的打印页。",
            trail=(TOP,),
            source=sheet.item.path,
            look=f"sheet-{sheet.printable.paper.lower()}",
            band=sheet.item.bands[0] if len(sheet.item.bands) == 1 else "",
        )
