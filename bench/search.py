"""How well a teacher's question finds its page, and at what cost: ``make bench-search``.

The questions are judged: ``tune.yml`` has those that may be looked at while the search is worked on,
``hold.yml`` those that are only counted. They are asked of our search, of Material's with jieba and
of Pagefind, all in one run, in headless Chromium, over one local server that gzips text. Material
and Pagefind search pages with all that our index is made from (``pages.py``).

Success: the share of questions with a right page first (s@1) and among the first three (s@3), the mean
of one divided by the place of the first right page within ten (mrr), the share that found no page (none).
Several sections of a page are one result.

Cost, at today's content and with made-up lessons (``many.py``) up to 1,000 and 5,000:

kB, requests  what a browser that knows nothing loads of the engine – its script, its index, what the
              titles of the first six results are in – until these could be drawn; bodies as sent, without
              headers; the median of a question of each kind, and the most
ms            how long that took; for Material, whose page loads the index unasked, from the opening of the page
ms open       of a question in a page in which others were asked, until ten results are there
ms warm       of the same questions asked again, when all they need has been loaded; Material's were asked once,
              since it has loaded everything by then

Success says little with made-up lessons, which crowd the real ones; only none is shown there, and what
is asked is every sixth question of ``tune.yml``.

Options, after ``OPTIONS=`` for make: ``--ours`` asks only our search, at today's content if no sizes are named; ``--missed`` lists
the questions of ``tune.yml`` without a right page among the first three of ours; ``--sizes 0,1000`` measures
these numbers of lessons, 0 for today's.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from bench.bars import bars
from bench.engines import Engine, material, ours, pagefind
from bench.figures import Run, cost_table, success_table
from bench.measure import answers, loads
from bench.questions import Part, first_of_each_kind, parts
from bench.server import serving
from generator.config import Config
from generator.content.library import Library
from generator.pipeline import load

ROOT = Path(__file__).parents[1]
ENGINES = (material.ENGINE, pagefind.ENGINE, ours.ENGINE)
"""Material's makes the site to which the others add their files."""
SAMPLE = 6
"""Of the questions for tuning one in so many is asked where there are made-up lessons."""


def main() -> None:
    options = _options()
    asked = parts()
    engines = (ours.ENGINE,) if options.ours else ENGINES
    sizes = options.sizes or ((0,) if options.ours else (0, 1000, 5000))
    runs: list[Run] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for size in sizes:
            library = _library(size)
            found = list(_runs(browser, library, engines, _sampled(asked) if size else asked))
            runs += found
            if not size:
                _print_success(library, found, asked)
                if options.missed:
                    _print_missed(found[-1])
        browser.close()
    _print("cost", cost_table(runs))
    _print("bars", bars(runs, asked[-1].name))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-search")
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--sizes", type=lambda text: tuple(map(int, text.split(","))))
    return parser.parse_args()


def _library(size: int) -> Library:
    _say(f"{size:,} lessons" if size else "today's content")
    if not size:
        return load(Config(ROOT)).without_drafts()
    # Loads jieba, which our search alone needs not.
    from bench.many import many

    return many(ROOT, size)


def _sampled(asked: Sequence[Part]) -> tuple[Part, ...]:
    return (Part("sample", asked[0].questions[::SAMPLE]),)


def _runs(
    browser: Browser, library: Library, engines: Sequence[Engine], asked: Sequence[Part]
) -> Iterator[Run]:
    slugs = {item.address: item.slug for item in library.items}
    questions = [question for part in asked for question in part.questions]
    few = first_of_each_kind(asked[0].questions)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        for engine in engines:
            _say(f"  {engine.name}: files")
            engine.make(library, site)
        with serving(site, [engine.files for engine in engines]) as server:
            for engine in engines:
                _say(f"  {engine.name}: questions")
                first = loads(browser, server, engine, few)
                given = iter(answers(browser, server, engine, slugs, questions))
                by_part = {part.name: tuple(next(given) for _ in part.questions) for part in asked}
                yield Run(engine.name, len(library.lessons), by_part, first)


def _print_success(library: Library, runs: Sequence[Run], asked: Sequence[Part]) -> None:
    for part in asked:
        title = f"{part.name}: {len(part.questions)} questions, {len(library.items)} pages"
        if part.doubled:
            title += f"; {part.doubled} left out that are in tune"
        _print(title, success_table(runs, part.name))
        known = {item.slug for item in library.items}
        lost = sum(known.isdisjoint(question.answers) for question in part.questions)
        if lost:
            print(f"{lost} of these questions name no page that is there.")


def _print_missed(run: Run) -> None:
    lines = (
        f"{answer.question.kind}: {answer.question.text} → {', '.join(answer.found[:3])}"
        f" – not {', '.join(answer.question.answers[:3])}"
        for answer in run.answers["tune"]
        if not 0 < answer.place <= 3
    )
    _print("missed by ours", lines)


def _print(title: str, lines: Sequence[str] | Iterator[str]) -> None:
    print(f"\n{title}\n")
    for line in lines:
        print(line)
    sys.stdout.flush()


_BEGUN = perf_counter()


def _say(what: str) -> None:
    """To whoever waits for the figures, and not among them."""
    print(f"{perf_counter() - _BEGUN:5.0f} s  {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
