"""A real Chromium, and the real site over http and from disk."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

SIZES = {"phone": (390, 844), "desk": (1280, 900)}


class _Host(SimpleHTTPRequestHandler):
    """A web host: what is not there is answered with the 404.html of the site below its top folder."""

    def log_message(self, *args: Any) -> None:
        """Says nothing: pytest's output is for failures."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        folder = Path(self.directory)
        places = (folder / self.path.split("/")[1] / "404.html", folder / "404.html")
        page = next((place for place in places if place.is_file()), None)
        if code != 404 or page is None:
            super().send_error(code, message, explain)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of a folder over http, with a slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def http(real_site: Path) -> Iterator[str]:
    """The address of the real site over http."""
    with hosted(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def addresses(http: str, real_site: Path) -> dict[str, str]:
    """The same site two ways."""
    return {"http": http, "file": real_site.as_uri() + "/"}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    arguments = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
    ]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=arguments)
        yield started
        started.close()


class Watched:
    """A browser page and everything it complained about or asked another host for."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("console", lambda m: self.faults.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("requestfailed", self._failed)

        def ask(url: str) -> None:
            if not url.startswith((home, "data:", "blob:")):
                self.faults.append(f"left the site: {url}")

        page.on("request", lambda request: ask(request.url))
        page.on("response", lambda r: self.faults.append(f"{r.status}: {r.url}") if r.status >= 400 else None)

    def _failed(self, request: Request) -> None:
        # Going on to the next page ends what the last one was still fetching.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url} ({request.failure})")


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["http", "file"])
def home(request: pytest.FixtureRequest, addresses: dict[str, str]) -> str:
    """The site's address with a slash at its end, over http and from disk in turn."""
    return addresses[request.param]


@pytest.fixture
def watched(browser: Browser, home: str, size: str) -> Iterator[Watched]:
    """A page at each size; the test fails if anything was complained about by its end."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    shown = Watched(context.new_page(), home)
    yield shown
    context.close()
    assert shown.faults == []
