"""Slips of an author's hand: each kind of mutation makes one in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

Lines = list[str]
Change = Callable[[Lines, Random], "int | None"]
"""Changes lines in place; the index of the line it changed, ``None`` if there is nothing to change."""

_STAGE = re.compile(r"^(### )(团体..)(（.*)$")
_LINK = r"\[(?=[^\]]+\]\()|\](?=\()|(?<=\])\(|(?<=\.svg)\)|(?<=\.md)\)"


@dataclass(frozen=True, slots=True)
class Mutation:
    """A kind of slip.

    ``floor`` is the share of its mutants that must be caught, a little under what is; ``missed``
    says what the others are.
    """

    name: str
    change: Change
    floor: float
    missed: str = ""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A text with one slip in it: ``before`` and ``after`` are the line where it was made."""

    mutation: Mutation
    path: str
    text: str
    line: int
    before: str
    after: str


def mutants(texts: dict[str, str], count: int, seed: int) -> Iterator[Mutant]:
    """``count`` mutants, as many of each kind as of any other, from texts taken at random."""
    random = Random(seed)
    paths = sorted(texts)
    made = 0
    while made < count:
        mutation = MUTATIONS[made % len(MUTATIONS)]
        path = random.choice(paths)
        original = texts[path].split("\n")
        lines = list(original)
        at = mutation.change(lines, random)
        if at is None or lines == original:
            continue
        made += 1
        before = original[at] if at < len(original) else ""
        after = lines[at] if at < len(lines) else ""
        yield Mutant(mutation, path, "\n".join(lines), at + 1, before, after)


def _front(lines: Lines) -> range:
    return range(1, lines.index("---", 1))


def _body(lines: Lines) -> range:
    return range(lines.index("---", 1) + 1, len(lines))


def _steps(lines: Lines) -> list[int]:
    return [index for index in _body(lines) if re.match(r"#{3,4} .*分钟）", lines[index])]


def _pick(lines: Lines, among: Sequence[int], random: Random, pattern: str) -> int | None:
    found = [index for index in among if re.search(pattern, lines[index])]
    return random.choice(found) if found else None


def _drop(among: Callable[[Lines], Sequence[int]], pattern: str) -> Change:
    def change(lines: Lines, random: Random) -> int | None:
        at = _pick(lines, among(lines), random, pattern)
        if at is not None:
            del lines[at]
        return at

    return change


def _double(among: Callable[[Lines], Sequence[int]], pattern: str) -> Change:
    def change(lines: Lines, random: Random) -> int | None:
        at = _pick(lines, among(lines), random, pattern)
        if at is not None:
            lines.insert(at, lines[at])
        return at

    return change


def _rewrite(
    among: Callable[[Lines], Sequence[int]], pattern: str, write: Callable[[str, Random], str]
) -> Change:
    """One of the places in one of the lines that ``pattern`` matches, written anew."""

    def change(lines: Lines, random: Random) -> int | None:
        at = _pick(lines, among(lines), random, pattern)
        if at is not None:
            place = random.choice(list(re.finditer(pattern, lines[at])))
            written = write(place[0], random)
            lines[at] = lines[at][: place.start()] + written + lines[at][place.end() :]
        return at

    return change


def _blocks(lines: Lines, opening: str, closing: str) -> list[tuple[int, int]]:
    """Runs of lines from one that matches ``opening`` to the next that matches ``closing``."""
    starts = [index for index in _body(lines) if re.match(opening, lines[index])]
    ends = [index for index in _body(lines) if re.match(closing, lines[index])] + [len(lines)]
    return [(start, min(end for end in ends if end > start)) for start in starts]


def _swap_blocks(opening: str, closing: str) -> Change:
    def change(lines: Lines, random: Random) -> int | None:
        blocks = _blocks(lines, opening, closing)
        if len(blocks) < 2:
            return None
        first, second = sorted(random.sample(blocks, 2))
        swapped = [
            *lines[: first[0]],
            *lines[second[0] : second[1]],
            *lines[first[1] : second[0]],
            *lines[first[0] : first[1]],
            *lines[second[1] :],
        ]
        lines[:] = swapped
        return first[0]

    return change


def _drop_block(opening: str, closing: str) -> Change:
    def change(lines: Lines, random: Random) -> int | None:
        blocks = _blocks(lines, opening, closing)
        if not blocks:
            return None
        start, end = random.choice(blocks)
        del lines[start:end]
        return start

    return change


def _swap_stages(lines: Lines, random: Random) -> int | None:
    steps = [(i, found) for i in _body(lines) if (found := _STAGE.match(lines[i]))]
    pairs = [(a, b) for a in steps for b in steps if a[0] < b[0] and a[1][2] != b[1][2]]
    if not pairs:
        return None
    (i, one), (j, other) = random.choice(pairs)
    lines[i] = one[1] + other[2] + one[3]
    lines[j] = other[1] + one[2] + other[3]
    return i


def _break_fence(lines: Lines, random: Random) -> int | None:
    at = random.choice([0, lines.index("---", 1)])
    lines[at] = random.choice(["--", "", "———", "***", "- --"])
    return at


def _transpose(text: str, random: Random) -> str:
    """``text`` with two neighbours that differ in each other's place."""
    places = [i for i in range(len(text) - 1) if text[i] != text[i + 1]]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _other_number(text: str, random: Random) -> str:
    return str(max(0, int(text) + random.choice([-2, -1, 1, 2, 10])))


def _nothing(text: str, random: Random) -> str:
    return ""


def _indent(text: str, random: Random) -> str:
    return " " * random.randint(1, 4) + text


def _wide_colon(text: str, random: Random) -> str:
    return "："


def _deeper(text: str, random: Random) -> str:
    return text + "#"


_HEADING = r"^#{2,4} "
_TITLE = r"(?<=# )[^\s（(].*"
_STEP = r"^### .*分钟）"

MUTATIONS = (
    Mutation("drop a line of the card", _drop(_front, r"\S"), 0.45, "a key that may be left out, one row of a list"),
    Mutation("double a line of the card", _double(_front, r"\S"), 0.8, "a row of a list of materials or sheets"),
    Mutation("misspell a key", _rewrite(_front, r"^[a-z_]{4,}(?=:)", _transpose), 0.97),
    Mutation("misspell an English value", _rewrite(_front, r"(?<=[\[ ])[a-z]+(?:-[a-z]+)*(?=[\],]|$)", _transpose), 0.9, "a word of an English lesson"),
    Mutation("change a number in the card", _rewrite(_front, r"(?<=[ \[])\d+(?=$|[,\]}])", _other_number), 0.3, "another place in the term, another quantity: as good as the first"),
    Mutation("drop a colon of the card", _rewrite(_front, r":(?= )", _nothing), 0.97),
    Mutation("drop a bracket of the card", _rewrite(_front, r"[\[\]{}]", _nothing), 0.97),
    Mutation("re-indent a line of the card", _rewrite(_front, r"^.+", _indent), 0.94, "the only row of a list: YAML reads it as before"),
    Mutation("a full-width colon in the card", _rewrite(_front, r": ", _wide_colon), 0.97),
    Mutation("break a fence", _break_fence, 0.97),
    Mutation("drop a line of the body", _drop(_body, r"\S"), 0.1, "prose: nothing else says that it stood there"),
    Mutation("double a line of the body", _double(_body, r"\S"), 0.05, "prose and list items"),
    Mutation("drop a heading", _drop(_body, _HEADING), 0.7, "a guide's headings are free, some sections may be left out"),
    Mutation("double a heading", _double(_body, _HEADING), 0.4, "a guide's headings; parts of a step"),
    Mutation("swap two characters of a heading", _rewrite(_body, _TITLE, _transpose), 0.6, "a guide's headings, the name of a step"),
    Mutation("a heading one level deeper", _rewrite(_body, r"^#{2,4}(?= )", _deeper), 0.6, "a guide's headings; parts of a step that may be left out"),
    Mutation("glue a heading to its marks", _rewrite(_body, r"(?<=#) ", _nothing), 0.6, "as a heading that is dropped"),
    Mutation("drop a section", _drop_block(r"## ", r"## "), 0.55, "a guide's sections, sections that may be left out"),
    Mutation("swap two sections", _swap_blocks(r"## ", r"## "), 0.55, "a guide's sections"),
    Mutation("drop a step", _drop_block(_STEP, r"##{1,2} "), 0.97),
    Mutation("swap two steps", _swap_blocks(_STEP, r"##{1,2} "), 0.4, "steps of one stage, steps of a kit"),
    Mutation("swap two stages", _swap_stages, 0.97),
    Mutation("change a step's minutes", _rewrite(_steps, r"(?<=（)\d+(?=分钟）)", _other_number), 0.97),
    Mutation("drop a bracket of a step", _rewrite(_steps, r"（(?=\d+分钟)|(?<=分钟)）", _nothing), 0.9, "a kit's session"),
    Mutation("change a number in the text", _rewrite(_body, r"(?<![\d（.-])\d+(?![\d.-])", _other_number), 0.0, "prose: the number is as good as another"),
    Mutation("drop a bracket of a link", _rewrite(_body, _LINK, _nothing), 0.95),
    Mutation("misspell a link's target", _rewrite(_body, r"(?<=\]\()[^)]+", _transpose), 0.97),
    Mutation("drop a label's colon", _rewrite(_body, r"(?<=^- [^：]{2})：|(?<=^- [^：]{4})：", _nothing), 0.1, "only goals and conditions have fixed labels"),
    Mutation("drop an empty line", _drop(_body, r"^$"), 0.05, "a heading or a quotation ends the paragraph anyway"),
    Mutation("re-indent a line of the body", _rewrite(_body, r"^.+", _indent), 0.0, "Markdown reads a line that begins with up to three spaces as before"),
)  # fmt: skip
