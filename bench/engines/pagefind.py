"""Pagefind, through the interface that its documentation gives to scripts.

The extended program is needed: the other one does not cut Chinese into words.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from bench.engines import Engine
from generator.content.library import Library


def make(library: Library, site: Path) -> None:
    """Indexes the pages that are in ``site``: those of items, and of them what is in the article."""
    folders = ",".join(sorted({item.kind.folder for item in library.items}))
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    command += ["--root-selector", "article.md-content__inner", "--glob", f"{{{folders}}}/**/*.html"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    # The language of the browser must find the index of the pages.
    (site / "pagefind.html").write_text(
        "<!doctype html><html lang=zh><meta charset=utf-8><title>Pagefind</title>", "utf-8"
    )


ENGINE = Engine(
    name="pagefind",
    make=make,
    page="pagefind.html",
    files=re.compile("/pagefind/"),
    open="""async () => {
        window.pagefind = await import('{root}pagefind/pagefind.js');
        await pagefind.init();
    }""",
    ask="""async (text, n) => {
        const found = (await pagefind.search(text)).results.slice(0, n);
        return (await Promise.all(found.map(result => result.data()))).map(page => page.url.slice(1));
    }""",
)
