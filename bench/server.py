"""A web server as a school's would be: text is sent gzipped, nothing is kept between two visits."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from re import Pattern
from threading import Thread
from urllib.parse import unquote, urlsplit

TEXT = frozenset({".css", ".html", ".js", ".json", ".svg", ".xml"})


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer: the path that was asked for and the bytes of its body as they went over the wire."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Server:
    """``sent`` grows with every answer, files that are missing included."""

    address: str
    sent: list[Sent] = field(default_factory=list)


@contextmanager
def serving(folder: Path, ready: Iterable[Pattern[str]] = ()) -> Iterator[Server]:
    """The files of ``folder`` on a free port of this machine.

    Those whose path ``ready`` matches are gzipped beforehand, so that no reader waits for that.
    """
    sent: list[Sent] = []

    @cache
    def body(path: Path) -> bytes:
        data = path.read_bytes()
        return gzip.compress(data, 6) if path.suffix in TEXT else data

    for path in folder.rglob("*"):
        if path.is_file() and any(p.search(f"/{path.relative_to(folder).as_posix()}") for p in ready):
            body(path)

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Without it every small answer waits for the last one's receipt, 40 ms.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            file = folder / path.lstrip("/")
            data = body(file) if file.is_file() else b""
            self.send_response(200 if file.is_file() else 404)
            if file.suffix in TEXT and data:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            # Counted before it is written: once the browser has it, the figures may be read.
            sent.append(Sent(path, len(data)))
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A browser that was closed hangs up in the middle; nobody needs to be told."""

    server = Quiet(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_port}/", sent)
    finally:
        server.shutdown()
        server.server_close()
