"""What the search must reach, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.engines import ours
from bench.figures import ALL, Run, aligned, by_kind, kilobytes

SIZES = {1000: 60_000, 5000: 120_000}
"""The most bytes before the first result, by lessons: those of the median question."""
WARM = 50.0
"""The most milliseconds that 95 of 100 questions may take."""


@dataclass(frozen=True, slots=True)
class Bar:
    name: str
    figure: str
    wanted: str
    met: bool


def bars(runs: Sequence[Run], part: str) -> list[str]:
    """A line for each bar, and how many are met. The success is that of ``part``, asked at today's content."""
    mine = [run for run in runs if run.engine == ours.ENGINE.name]
    found: list[Bar] = []
    for run in mine:
        peers = [peer for peer in runs if peer.lessons == run.lessons and peer is not run]
        if part in run.answers:
            found += _success(run, peers, part)
        found += _cost(run, peers)
    lines = aligned([(bar.name, bar.figure, bar.wanted, "met" if bar.met else "NOT MET") for bar in found])
    return [*lines, "", f"{sum(bar.met for bar in found)} of {len(found)} met"]


def _success(run: Run, peers: Sequence[Run], part: str) -> Iterator[Bar]:
    own = by_kind(run.answers[part])
    whole = own[ALL]
    yield _least(f"{part}: success@3", whole.three, 0.95)
    yield _least(f"{part}: success@1", whole.one, 0.80)
    yield _at_most(f"{part}: no result", whole.none, 0.01)
    for kind, success in own.items():
        if kind != ALL:
            yield _least(f"{part}: success@3 of {kind}", success.three, 0.85)
    for peer in peers:
        other = by_kind(peer.answers[part])[ALL]
        yield _ahead(f"{part}: success@1 against {peer.engine}", whole.one, other.one)
        yield _ahead(f"{part}: success@3 against {peer.engine}", whole.three, other.three)
        yield _ahead(f"{part}: mrr against {peer.engine}", whole.mrr, other.mrr)
        yield _behind(f"{part}: no result against {peer.engine}", whole.none, other.none, "{:.3f}")


def _cost(run: Run, peers: Sequence[Run]) -> Iterator[Bar]:
    lessons = f"{run.lessons:,} lessons"
    if run.lessons in SIZES:
        most = SIZES[run.lessons]
        size = run.size.middle
        yield Bar(f"{lessons}: kB", kilobytes(size), f"≤ {kilobytes(most)}", size <= most)
    late = run.warm.end
    yield Bar(f"{lessons}: warm ms, 95th", f"{late:.1f}", f"≤ {WARM:.1f}", late <= WARM)
    for peer in peers:
        size, theirs = run.size.middle, peer.size.middle
        yield Bar(
            f"{lessons}: kB against {peer.engine}", kilobytes(size), f"< {kilobytes(theirs)}", size < theirs
        )
        yield _behind(
            f"{lessons}: warm ms against {peer.engine}", run.warm.middle, peer.warm.middle, "{:.1f}"
        )
        yield _behind(f"{lessons}: first ms against {peer.engine}", run.cold, peer.cold, "{:.0f}")
        none = f"≤ {peer.none:.3f}"
        yield Bar(
            f"{lessons}: no result against {peer.engine}", f"{run.none:.3f}", none, run.none <= peer.none
        )


def _least(name: str, figure: float, wanted: float) -> Bar:
    return Bar(name, f"{figure:.3f}", f"≥ {wanted:.2f}", figure >= wanted)


def _at_most(name: str, figure: float, wanted: float) -> Bar:
    return Bar(name, f"{figure:.3f}", f"≤ {wanted:.2f}", figure <= wanted)


def _ahead(name: str, figure: float, other: float) -> Bar:
    return Bar(name, f"{figure:.3f}", f"> {other:.3f}", figure > other)


def _behind(name: str, figure: float, other: float, form: str) -> Bar:
    return Bar(name, form.format(figure), "< " + form.format(other), figure < other)
