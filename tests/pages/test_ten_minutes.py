"""Every ten-minute version on one page, in full, its links leading where its author meant."""

from __future__ import annotations

from pathlib import Path

from generator.config import Config
from generator.pages.ten_minutes import PATH
from generator.pipeline import Result, publish, run
from tests.rules.specimen import FILES, lay

ENTRY = """## 换个条件怎么上

- 十分钟版：先发[样单](sample-sheet.svg)，照[活动过程](#活动过程)做，急了看[样指南](../../../guides/sample-guide.md#先做什么)。

    1. 站起来（4分钟）。
    2. **坐下**（6分钟）。

    最后说一句。
- 大班小教室：坐着做。
- 没有投影：本来就不用。
"""


def _page(root: Path) -> str:
    config = Config(root)
    result = run(config)
    assert result.diagnostics == ()
    return publish(config, result.library)[1][PATH]


def test_an_entry_is_whole_and_its_links_lead_on(tiny: Path) -> None:
    lay(tiny, "课例", ENTRY)
    page = _page(tiny)
    lesson = FILES["课例"]
    sheet = "../lessons/lower/emotions/sample-sheet.md"
    assert (
        f"先发[样单]({sheet})，照[活动过程](../{lesson}#活动过程)做，急了看[样指南](../guides/sample-guide.md#先做什么)。\n"
        "\n1. 站起来（4分钟）。\n2. **坐下**（6分钟）。\n\n最后说一句。\n"
    ) in page
    assert "坐着做" not in page


def test_an_entry_leads_to_its_lesson_its_section_and_its_sheets(tiny: Path) -> None:
    page = _page(tiny)
    address = "../lessons/lower/emotions/sample-lesson.html"
    assert f'href="{address}"' in page
    assert f'href="{address}#换个条件怎么上"' in page
    assert 'href="../lessons/lower/emotions/sample-sheet.html"' in page
    assert 'href="#grade-2">二年级<small>2</small>' in page
    assert "一年级" not in page


def test_a_library_without_them_says_so(tiny: Path) -> None:
    for name in ("lessons", "integrations", "guides"):
        for file in (tiny / name).rglob("*.md"):
            file.unlink()
    kit = tiny / FILES["活动包"]
    kit.write_text(kit.read_text("utf-8").replace("十分钟版", "半节课"), "utf-8")
    library = run(Config(tiny)).library
    page = publish(Config(tiny), library)[1][PATH]
    assert "还没有写十分钟版的课例" in page


def test_every_real_lesson_and_kit_that_has_one_is_there(real: Result) -> None:
    library = real.library.without_drafts()
    pages = publish(Config(Path()), library)[1]
    having = library.where("ten-minutes", "yes")
    assert len(having) >= len(library.lessons)
    for item in having:
        assert f"{{#{item.slug}}}" in pages[PATH]
        entry = item.variation(library.curriculum.name("variations", "ten-minutes"))
        assert entry is not None
        assert entry.text.partition("（")[0] in pages[PATH]
