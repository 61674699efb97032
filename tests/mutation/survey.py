"""What becomes of a thousand mutants of the real content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.conftest import REPOSITORY
from tests.mutation.mutation import MUTATIONS, Mutant, Mutation, mutants
from tests.probe import Probe, outside

COUNT = 1000
SEED = 20261125


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of mutation: how many were made, and those in whose file nothing was found."""

    mutation: Mutation
    made: int
    missed: tuple[Mutant, ...]

    @property
    def share(self) -> float:
        return 1 - len(self.missed) / self.made


def survey(count: int = COUNT, seed: int = SEED) -> tuple[Row, ...]:
    """Checks the library with each mutant in turn. Whatever a rule raises comes out with its mutant."""
    probe = Probe(REPOSITORY)
    texts = {path: document.source.text for path, document in probe.documents.items()}
    made: dict[str, int] = {}
    missed: dict[str, list[Mutant]] = {mutation.name: [] for mutation in MUTATIONS}
    for mutant in mutants(texts, count, seed):
        name = mutant.mutation.name
        made[name] = made.get(name, 0) + 1
        try:
            found = probe.with_text(mutant.path, mutant.text)
            assert outside(found) == []
        except Exception as error:
            error.add_note(f"{name}: {mutant.path}:{mutant.line}: {mutant.before!r} → {mutant.after!r}")
            raise
        if not any(diagnostic.path == mutant.path for diagnostic in found):
            missed[name].append(mutant)
    return tuple(Row(m, made[m.name], tuple(missed[m.name])) for m in MUTATIONS if m.name in made)


def share(rows: tuple[Row, ...]) -> float:
    """The share caught of all."""
    return 1 - sum(len(row.missed) for row in rows) / sum(row.made for row in rows)


def table(rows: tuple[Row, ...], sample: int = 0) -> Iterator[str]:
    """The share caught by kind, with up to ``sample`` of those not caught."""
    width = max(len(row.mutation.name) for row in rows)
    for row in rows:
        caught = row.made - len(row.missed)
        why = f"  missed: {row.mutation.missed}" if row.missed and row.mutation.missed else ""
        yield f"{row.mutation.name:{width}}  {caught:3} of {row.made:3}  {row.share:4.0%}{why}"
        for mutant in row.missed[:sample]:
            yield f"    {mutant.path}:{mutant.line}"
            yield f"      - {mutant.before[:90]}"
            yield f"      + {mutant.after[:90]}"
    yield f"{'all':{width}}  {sum(r.made - len(r.missed) for r in rows):3} of {sum(r.made for r in rows):3}  {share(rows):4.0%}"
