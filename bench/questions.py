"""The judged questions: what a reader types, and the pages that answer it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Question:
    """``answers`` are the slugs of the pages that answer it, the best first."""

    text: str
    kind: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Questions that are counted together. ``doubled`` is how many were left out as known from tuning."""

    name: str
    questions: tuple[Question, ...]
    doubled: int = 0


def parts() -> tuple[Part, ...]:
    """``tune``, which may be looked at, and ``hold``, which may not, where it is there.

    A question of both would be counted as unseen though the search was worked on with it in sight.
    """
    tune = Part("tune", _read(FOLDER / "tune.yml"))
    if not (FOLDER / "hold.yml").exists():
        return (tune,)
    known = {question.text for question in tune.questions}
    held = _read(FOLDER / "hold.yml")
    new = tuple(question for question in held if question.text not in known)
    return tune, Part("hold", new, len(held) - len(new))


def first_of_each_kind(questions: Iterable[Question]) -> tuple[Question, ...]:
    found: dict[str, Question] = {}
    for question in questions:
        found.setdefault(question.kind, question)
    return tuple(found.values())


def _read(path: Path) -> tuple[Question, ...]:
    rows = yaml.safe_load(path.read_text("utf-8"))
    return tuple(Question(str(row["q"]), row["kind"], tuple(row["answers"])) for row in rows)
