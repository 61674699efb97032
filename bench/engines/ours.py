"""The handbook's own search, in a page that has nothing else.

Its index is loaded as on the site: ``search.js`` when the box is reached for, everything else by ``search.js``.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import generator
from bench.engines import Engine
from generator.content.library import Library
from generator.outputs import search

SCRIPTS = Path(generator.__file__).parent / "theme" / "assets" / "javascripts"


def make(library: Library, site: Path) -> None:
    root = site / "ours"
    shutil.copytree(SCRIPTS, root / "assets" / "javascripts")
    (root / "index.html").write_text(
        "<!doctype html><html lang=zh><meta charset=utf-8><title>ours</title>", "utf-8"
    )
    for file in search.files(library):
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)


ENGINE = Engine(
    name="ours",
    make=make,
    page="ours/index.html",
    files=re.compile(r"/ours/(assets|search)/"),
    open="""() => new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = '{root}ours/assets/javascripts/search.js';
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
    })""",
    ask="""async (text, n) => {
        const hits = (await handbookSearch.query(text, n)).hits.slice(0, n);
        return hits.map(hit => hit.item.address);
    }""",
)
