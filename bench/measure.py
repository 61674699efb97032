"""What a reader gets from an engine, and what it costs: everything that is asked in a browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from bench.engines import Engine
from bench.questions import Question
from bench.server import Server

RANKED = 10
"""How many pages are looked at for the place of the right one."""
DRAWN = 6
"""How many the box shows."""
PATIENCE = 600_000


@dataclass(frozen=True, slots=True)
class Answer:
    """``found`` are slugs, best first. ``took`` is milliseconds, ``again`` those of the second time."""

    question: Question
    found: tuple[str, ...]
    took: float
    again: float

    @property
    def place(self) -> int:
        """The place of the first right page; 0 if none is among them."""
        right = (place for place, slug in enumerate(self.found, 1) if slug in self.question.answers)
        return next(right, 0)


@dataclass(frozen=True, slots=True)
class Load:
    """What a browser that knew nothing loaded, and how long it took, before it could draw a first result."""

    size: int
    requests: int
    took: float


def answers(
    browser: Browser, server: Server, engine: Engine, slugs: Mapping[str, str], questions: Iterable[Question]
) -> tuple[Answer, ...]:
    """Every question in one page, one after the other, and then all of them once more.

    Not so where nothing is loaded between questions: there the second time is the first.
    """
    asked = tuple(questions)
    with _page(browser, server, engine) as page:
        page.evaluate(_function(engine.open, server))
        first = [_ask(page, server, engine, question) for question in asked]
        second = first if engine.whole else [_ask(page, server, engine, question) for question in asked]
    return tuple(
        Answer(question, tuple(slugs[address] for address in found if address in slugs), took, again)
        for question, (found, took), (_, again) in zip(asked, first, second, strict=True)
    )


def loads(
    browser: Browser, server: Server, engine: Engine, questions: Sequence[Question]
) -> tuple[Load, ...]:
    """What each question alone makes a new reader load."""
    few = questions[:1] if engine.whole else questions
    return tuple(_load(browser, server, engine, question) for question in few)


def _load(browser: Browser, server: Server, engine: Engine, question: Question) -> Load:
    before = len(server.sent)
    with _page(browser, server, engine) as page:
        # A page that loads its search by itself began with that when it was opened.
        begun = "0" if engine.before else "performance.now()"
        call = f"""async text => {{
            const begun = {begun};
            await ({_function(engine.open, server)})();
            await ({_function(engine.ask, server)})(text, {DRAWN});
            return performance.now() - begun;
        }}"""
        took = float(page.evaluate(call, question.text))
        sent = [answer for answer in server.sent[before:] if engine.files.search(answer.path)]
    return Load(sum(answer.size for answer in sent), len(sent), took)


def _ask(page: Page, server: Server, engine: Engine, question: Question) -> tuple[list[str], float]:
    call = f"""async text => {{
        const begun = performance.now();
        const found = await ({_function(engine.ask, server)})(text, {RANKED});
        return [found, performance.now() - begun];
    }}"""
    found, took = page.evaluate(call, question.text)
    return found, took


@contextmanager
def _page(browser: Browser, server: Server, engine: Engine) -> Iterator[Page]:
    """A page in a browser that has been nowhere yet."""
    context = browser.new_context(locale="zh-CN")
    context.set_default_timeout(PATIENCE)
    try:
        page = context.new_page()
        if engine.before:
            page.add_init_script(engine.before)
        page.goto(server.address + engine.page)
        yield page
    finally:
        context.close()


def _function(script: str, server: Server) -> str:
    return script.replace("{root}", server.address)
