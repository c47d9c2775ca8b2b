"""Small web servers of this machine, and a fetcher that takes one of their addresses for a public one."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from trucewatch.intake.fetching import Fetcher, Limits
from trucewatch.intake.fetching.addresses import refusal

PAGE = b"<html><body><article><p>Two soldiers were killed near Bel Air on Monday, the army said.</p></article></body></html>"
Answer = Callable[[Any], None]


class Site:
    """A running server: its address, and the paths and hosts that were asked for."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.server = server
        self.host, self.port = server.server_address[:2]
        self.asked: list[tuple[str, str]] = []
        self.sni: list[str | None] = []


@contextmanager
def site(
    answers: dict[str, Answer], address: str = "127.0.0.1", context: ssl.SSLContext | None = None
) -> Iterator[Site]:
    """A server that answers the given paths; any other with 404."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            running.asked.append((self.path, self.headers.get("Host", "")))
            answers.get(self.path, missing)(self)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        daemon_threads = True

    server = Server((address, 0), Handler)
    running = Site(server)
    if context is not None:
        context.sni_callback = lambda _sock, name, _context: running.sni.append(name)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()


def fetcher(
    *public: str, names: Callable[[str, int], list[str]] | None = None, limits: Limits | None = None, **more: Any
) -> Fetcher:
    """A fetcher that takes the given addresses of this machine for public ones, and every name for the first of them."""
    return Fetcher(
        limits or Limits(seconds=5, pause=0),
        resolver=names or (lambda host, _port: [public[0] if host[-1].isalpha() else host]),
        refused=lambda address: None if address in public else refusal(address),
        **more,
    )


def missing(request: Any) -> None:
    request.send_error(404)


def page(body: bytes = PAGE, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Answer:
    """Answers with a body; headers with underscores for hyphens."""

    def answer(request: Any) -> None:
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        try:
            request.wfile.write(body)
        except OSError:
            # The reader had enough: what is tested.
            request.close_connection = True

    return answer


def moved(to: str, status: int = 302) -> Answer:
    return page(b"", status=status, Location=to)


def dripping(seconds: float, *, head: bool) -> Answer:
    """A byte every tenth of a second, in the header or in the body."""

    def answer(request: Any) -> None:
        line = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n" + (b"" if head else b"\r\n")
        try:
            request.wfile.write(line + (b"X-Long: " if head else b""))
            for _ in range(int(seconds * 10)):
                request.wfile.write(b"x")
                request.wfile.flush()
                time.sleep(0.1)
        except OSError:
            request.close_connection = True

    return answer
