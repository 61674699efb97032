"""Material for MkDocs' own search with jieba, asked through the box in its page's header.

What is typed goes to a worker, whose answer the page draws in the order in which it came. The
answer is read as it arrives, so the time for drawing is not counted, as it is not for the others.
"""

from __future__ import annotations

import re
from pathlib import Path

from bench import pages
from bench.engines import Engine
from generator.content.library import Library


def make(library: Library, site: Path) -> None:
    pages.build(library, site.parent / "project", site)


ENGINE = Engine(
    name="material",
    make=make,
    page="index.html",
    files=re.compile("/search/search_index|/workers/search|/lunr/"),
    # The page loads the index by itself; its worker says when it is ready. The worker answers one
    # after the other, also what the page asks of itself: the empty box when it gets the focus.
    before="""
        window.ready = new Promise(resolve => { window.setReady = resolve; });
        window.heard = () => {};
        window.Worker = class extends Worker {
            constructor(...given) {
                super(...given);
                this.asked = [];
                this.addEventListener('message', event => {
                    if (event.data.type === 1) setReady();
                    if (event.data.type === 3) heard(this.asked.shift(), event.data.data.items);
                });
            }
            postMessage(message, ...given) {
                if (message.type === 2) this.asked.push(message.data);
                super.postMessage(message, ...given);
            }
        };""",
    open="""async () => {
        document.querySelector('[data-md-component=search-query]').focus();
        await ready;
    }""",
    ask="""async (text, n) => {
        const answer = new Promise(resolve => {
            heard = (asked, items) => { if (asked === text) resolve(items); };
        });
        const box = document.querySelector('[data-md-component=search-query]');
        box.value = text;
        box.dispatchEvent(new Event('keyup'));
        return (await answer).slice(0, n).map(sections => sections[0].location.split('#')[0]);
    }""",
    whole=True,
)
