"""The page that makes a term's plan, as it is before a script fills it."""

from __future__ import annotations

from pathlib import Path

from generator.config import Config
from generator.pipeline import publish, run

PLAN = "plan/index.md"


def _markdown(root: Path) -> dict[str, str]:
    config = Config(root)
    result = run(config)
    assert result.diagnostics == ()
    return dict(publish(config, result.library)[1])


def test_the_form_offers_every_grade_with_its_band(tiny: Path) -> None:
    page = _markdown(tiny)[PLAN]
    for grade, band in enumerate(("lower", "lower", "middle", "middle", "upper", "upper"), start=1):
        assert f'<option value="{grade}" data-band="{band}">' in page
    weeks = [
        number for number in range(100) if f'<option value="{number}"' in page and f">{number}周<" in page
    ]
    assert weeks == list(range(10, 27))


def test_without_scripts_it_leads_to_every_semester(tiny: Path) -> None:
    page = _markdown(tiny)[PLAN]
    without = page[page.index("<noscript>") :]
    for grade in range(1, 7):
        for semester in (1, 2):
            assert f'href="../semesters/{grade}-{semester}.html"' in without


def test_paper_names_the_school_or_leaves_room_for_it(tiny: Path) -> None:
    assert "学校：____（本校填写）" in _markdown(tiny)[PLAN]
    (tiny / "school.yml").write_text("name: 向阳<小学>\n", "utf-8")
    assert "学校：向阳&lt;小学&gt;" in _markdown(tiny)[PLAN]


def test_its_scripts_and_styles_are_there(tiny: Path) -> None:
    config = Config(tiny)
    site, markdown = publish(config, run(config).library)
    page = site.page(PLAN)
    theme = Path(__file__).parents[2] / "generator/theme"
    for script in page.scripts:
        assert script in site.files or (theme / script).is_file(), script
    # The planner takes the year and the page takes the planner.
    assert [Path(script).name for script in page.scripts] == [
        "year.js",
        "planner.js",
        "planfile.js",
        "plan.js",
    ]
    assert all((theme / f"assets/stylesheets/{name}.css").is_file() for name in page.styles)
    assert 'href="../plan/index.html?grade=2&amp;semester=1">' in markdown["semesters/2-1.md"]
