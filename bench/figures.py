"""Answers and loads as figures, and figures as tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.measure import Answer, Load

ALL = "all"
_NUMBER = re.compile(r"[\d.,]+")


@dataclass(frozen=True, slots=True)
class Success:
    """How many of ``number`` questions found a right page at the first place, among the first three; the mean
    of one divided by its place; how many found nothing at all."""

    number: int
    one: float
    three: float
    mrr: float
    none: float

    @classmethod
    def of(cls, answers: Sequence[Answer]) -> Success:
        number = len(answers)
        return cls(
            number,
            sum(answer.place == 1 for answer in answers) / number,
            sum(0 < answer.place <= 3 for answer in answers) / number,
            sum(1 / answer.place for answer in answers if answer.place) / number,
            sum(not answer.found for answer in answers) / number,
        )


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some measures and one near their end."""

    middle: float
    end: float


@dataclass(frozen=True, slots=True)
class Run:
    """All that was measured of one engine with ``lessons`` lessons. ``answers`` are by part."""

    engine: str
    lessons: int
    answers: Mapping[str, Sequence[Answer]]
    loads: Sequence[Load]

    @property
    def all(self) -> tuple[Answer, ...]:
        return tuple(answer for answers in self.answers.values() for answer in answers)

    @property
    def size(self) -> Spread:
        """Bytes before the first result: the median question's, and the most."""
        return _most([load.size for load in self.loads])

    @property
    def requests(self) -> Spread:
        return _most([load.requests for load in self.loads])

    @property
    def cold(self) -> float:
        """Milliseconds to a first result for somebody new."""
        return median(load.took for load in self.loads)

    @property
    def open(self) -> Spread:
        """Milliseconds of a question that was not asked before: median and 95th."""
        return _late([answer.took for answer in self.all])

    @property
    def warm(self) -> Spread:
        """Milliseconds of a question for which nothing needs to be loaded any more: median and 95th."""
        return _late([answer.again for answer in self.all])

    @property
    def none(self) -> float:
        return Success.of(self.all).none


def by_kind(answers: Sequence[Answer]) -> Mapping[str, Success]:
    """The success of each kind of question, and under ``ALL`` of all together."""
    found: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        found[answer.question.kind].append(answer)
    return {kind: Success.of(those) for kind, those in (*sorted(found.items()), (ALL, list(answers)))}


def success_table(runs: Sequence[Run], part: str) -> list[str]:
    """A line for each kind of question, the engines side by side."""
    kinds = [by_kind(run.answers[part]) for run in runs]
    head = ["kind", "n"]
    over = ["", ""]
    for run in runs:
        over += [run.engine, "", "", ""]
        head += ["s@1", "s@3", "mrr", "none"]
    rows = [over, head]
    for kind, first in kinds[0].items():
        row = [kind, str(first.number)]
        for found in kinds:
            success = found[kind]
            row += [f"{value:.3f}" for value in (success.one, success.three, success.mrr, success.none)]
        rows.append(row)
    return aligned(rows)


def cost_table(runs: Sequence[Run]) -> list[str]:
    """A line for each size and engine."""
    rows = [
        ["", "", "first result", "", "", "", "", "ms open", "", "ms warm", "", ""],
        [
            "lessons",
            "engine",
            "kB",
            "most",
            "requests",
            "most",
            "ms",
            "median",
            "95th",
            "median",
            "95th",
            "none",
        ],
    ]
    for run in runs:
        rows.append(
            [
                f"{run.lessons:,}",
                run.engine,
                kilobytes(run.size.middle),
                kilobytes(run.size.end),
                f"{run.requests.middle:.0f}",
                f"{run.requests.end:.0f}",
                f"{run.cold:,.0f}",
                *(
                    f"{value:,.1f}"
                    for value in (run.open.middle, run.open.end, run.warm.middle, run.warm.end)
                ),
                f"{run.none:.3f}",
            ]
        )
    return aligned(rows)


def kilobytes(size: float) -> str:
    return f"{size / 1000:,.1f}"


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines: words to the left, numbers and what stands over them to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    number = [bool(_NUMBER.fullmatch(column[-1])) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, number, strict=True)
        ).rstrip()
        for row in rows
    ]


def _most(values: Sequence[float]) -> Spread:
    return Spread(median(values), max(values))


def _late(values: Sequence[float]) -> Spread:
    return Spread(median(values), sorted(values)[int(len(values) * 0.95)])
