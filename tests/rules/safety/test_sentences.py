"""The safety rules tell dangerous sentences from good ones that look like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.safety.judge import Case, Judge, read

HERE = Path(__file__).parent


@pytest.fixture
def judge(tiny: Path) -> Judge:
    return Judge(tiny)


def _wrong(judge: Judge, table: Path) -> tuple[list[Case], list[Case], int, int]:
    """Dangerous sentences not found, good ones flagged, and how many there are of each kind."""
    cases = list(read(table))
    missed = [case for case in cases if not case.good and not judge(case)]
    flagged = [case for case in cases if case.good and judge(case)]
    good = sum(case.good for case in cases)
    return missed, flagged, len(cases) - good, good


@pytest.mark.parametrize("case", tuple(read(HERE / "brief.tsv")), ids=lambda case: case.text)
def test_the_sentences_of_the_brief(case: Case, judge: Judge) -> None:
    said = judge(case)
    assert not said if case.good else set(said) & set(case.codes)


@pytest.mark.parametrize("table", sorted((HERE / "tuned").glob("*.tsv")), ids=lambda table: table.stem)
def test_what_the_rules_were_written_with(table: Path, judge: Judge) -> None:
    missed, flagged, bad, good = _wrong(judge, table)
    assert len(missed) <= 0.05 * bad, missed
    assert len(flagged) <= 0.01 * good, flagged


@pytest.mark.parametrize("table", sorted((HERE / "held").glob("*.tsv")), ids=lambda table: table.stem)
def test_what_the_rules_were_not_written_with(table: Path, judge: Judge) -> None:
    """Sentences by other hands: the bars of the project.

    No pattern was made from a dangerous one; some good ones of tables 3 and 4 helped to mend excuses.
    """
    missed, flagged, bad, good = _wrong(judge, table)
    assert len(missed) <= 0.15 * bad, missed
    assert len(flagged) <= 0.03 * good, flagged
