"""A slip in a real file is caught as often as it was, and never crashes the check."""

from __future__ import annotations

import pytest

from generator.pipeline import Result
from tests.mutation.survey import COUNT, Row, share, survey, table

FLOOR = 0.75
"""Of all mutants; `make mutants` says which are missed and why."""


@pytest.fixture(scope="module")
def rows(real: Result) -> tuple[Row, ...]:
    assert real.diagnostics == ()
    return survey(COUNT * 3 // 10)


def test_no_less_is_caught_than_was(rows: tuple[Row, ...]) -> None:
    print("\n".join(table(rows)))
    assert share(rows) >= FLOOR
    assert {row.mutation.name: row.share for row in rows if row.share < row.mutation.floor} == {}


def test_what_is_missed_is_explained(rows: tuple[Row, ...]) -> None:
    assert [row.mutation.name for row in rows if row.missed and not row.mutation.missed] == []
