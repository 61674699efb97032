"""How often a teacher's question finds its page: ``make bench-search``.

``bench/tune.yml`` holds questions with the pages that answer them, best first, by kind.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

from generator.adapters.mkdocs import build

ROOT = Path(__file__).parents[1]
QUERIES = Path(__file__).parent / "tune.yml"
ASK = "text => handbookSearch.query(text).then(found => found.hits.slice(0, 10).map(hit => hit.item.slug))"

Query = dict[str, Any]


def measure(page: Page, queries: Sequence[Query]) -> list[tuple[Query, int, int, float]]:
    """Each query with the place of the first right page (0 for none of ten), how many were found, and its seconds."""
    rows = []
    for query in queries:
        begun = perf_counter()
        found = page.evaluate(ASK, query["q"])
        took = perf_counter() - begun
        place = next((i for i, slug in enumerate(found, 1) if slug in query["answers"]), 0)
        rows.append((query, place, len(found), took))
    return rows


def table(rows: Sequence[tuple[Query, int, int, float]]) -> list[str]:
    """A line for each kind, and one for all: success at one and three, mean reciprocal rank, no result."""
    by: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for query, place, number, _ in rows:
        by[query["kind"]].append((place, number))
        by["all"].append((place, number))
    lines = []
    for kind, places in by.items():
        n = len(places)
        one = sum(place == 1 for place, _ in places) / n
        three = sum(0 < place <= 3 for place, _ in places) / n
        mrr = sum(1 / place for place, _ in places if place) / n
        none = sum(not number for _, number in places) / n
        lines.append(f"{kind:14} {n:4}   s@1 {one:.2f}   s@3 {three:.2f}   mrr {mrr:.2f}   none {none:.2f}")
    return lines


def main() -> None:
    queries: list[Query] = yaml.safe_load(QUERIES.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(ROOT / "mkdocs.yml", site)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto((site / "find" / "index.html").as_uri())
        page.evaluate("handbookSearch.open()")
        for part in ("tune",):
            rows = measure(page, queries)
            times = [took * 1000 for *_, took in rows]
            print(
                f"\n{part}: median {statistics.median(times):.0f} ms, 95th {sorted(times)[int(len(times) * 0.95)]:.0f} ms"
            )
            print("\n".join(table(rows)))
            if part == "tune" and "--missed" in sys.argv:
                for query, place, _, _ in rows:
                    if not 0 < place <= 3:
                        found = page.evaluate(ASK, query["q"])
                        print(f"  {query['kind']}: {query['q']} → {found[:3]}, not {query['answers'][:3]}")
        browser.close()


if __name__ == "__main__":
    main()
