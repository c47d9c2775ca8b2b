"""One report by its web address: http and https, public addresses, few hops, a limit of size and of time."""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpcore2
import httpx2

from ...records.problems import Unreadable
from .addresses import refusal
from .guard import Deadline, GuardedTransport, Refusal, RefusedAddress, Resolver, resolve
from .robots import MAX_ROBOTS, RobotsBook

_USER_AGENT = "trucewatch/0.1 (reads single news reports for a ceasefire ledger)"
_KINDS = ("text/", "application/xhtml", "application/xml", "application/json", "application/rss", "application/atom")
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one report may cost: decoded bytes, seconds in all, hops, seconds between two pages of a site."""

    bytes: int = 10 * 2**20
    seconds: float = 30.0
    hops: int = 5
    pause: float = 1.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: its bytes after the transport's compression, and the addresses it was had by."""

    url: str
    final_url: str
    status: int
    content_type: str
    data: bytes
    hops: tuple[str, ...] = ()


class TooLarge(Exception):
    """More bytes than are ever read."""


class Fetcher:
    """Fetches pages one by one. Close it, or use it in a ``with``.

    ``resolver`` and ``refused`` are for tests with servers of this machine; ``verify`` a TLS context that knows their
    certificates.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        resolver: Resolver = resolve,
        refused: Refusal = refusal,
        verify: ssl.SSLContext | bool = True,
        robots: bool = True,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits = limits or Limits()
        self._clock, self._sleep = clock, sleep
        self._deadline = Deadline(clock)
        transport = GuardedTransport(verify, resolver=resolver, refused=refused, deadline=self._deadline)
        headers = {"User-Agent": _USER_AGENT, "Accept-Encoding": "gzip, identity", "Accept": "text/html, text/*;q=0.9"}
        self._client = httpx2.Client(
            transport=transport, follow_redirects=False, trust_env=False, headers=headers, timeout=10.0
        )
        self._robots = RobotsBook(self._plain) if robots else None
        self._last: dict[str, float] = {}

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()

    def fetch(self, url: str) -> Fetched | Unreadable:
        """The page under a web address, or why it could not be had and what would mend it."""
        try:
            return self._follow(url, self._clock() + self._limits.seconds)
        except RefusedAddress as error:
            return Unreadable(url, str(error), "only public addresses are fetched; save the page and give the file")
        except TooLarge:
            size = self._limits.bytes // 2**20
            return Unreadable(
                url, f"larger than the {size} MB that are read", "save the article alone and give the file"
            )
        except httpx2.TimeoutException:
            return Unreadable(
                url,
                f"not had within {self._limits.seconds:g} seconds",
                "try again later, or save the page and give the file",
            )
        except (httpx2.HTTPError, httpx2.InvalidURL, httpcore2.ProtocolError, zlib.error) as error:
            return Unreadable(
                url, f"cannot be had: {error or type(error).__name__}", "check the address and the network"
            )

    def _follow(self, url: str, end: float) -> Fetched | Unreadable:
        hops: list[str] = []
        at = url
        while True:
            refused = _unfetchable(at) or self._by_robots(at)
            if refused is not None:
                return Unreadable(
                    url, refused if at == url else f"leads to {at}: {refused}", "give the article's own page"
                )
            end += self._wait(at)
            status, headers, data = self._get(at, self._limits.bytes, end)
            if status not in _MOVED or "location" not in headers:
                break
            hops.append(at)
            if len(hops) > self._limits.hops:
                return Unreadable(url, f"leads on more than {self._limits.hops} times", "give the article's own page")
            at = urljoin(at, headers["location"])
        kind = headers.get("content-type", "").lower()
        if status != 200:
            return Unreadable(
                url, f"the site answers with {status}", "open the page in a browser, save it, give the file"
            )
        if kind and not kind.startswith(_KINDS):
            return Unreadable(
                url, f"this is {kind.partition(';')[0]}, no page of text", "save it as text and give the file"
            )
        return Fetched(url, at, status, kind, data, tuple(hops))

    def _by_robots(self, url: str) -> str | None:
        return self._robots.of(url).refusal(url) if self._robots is not None else None

    def _wait(self, url: str) -> float:
        """Leave a site the pause between two pages that we give it, or the longer one that it asks for; seconds waited."""
        site = urlsplit(url).netloc
        asked = self._robots.of(url).delay() if self._robots is not None else 0.0
        pause = min(max(self._limits.pause, asked), self._limits.seconds)
        due = self._last.get(site, -pause) + pause
        left = max(0.0, due - self._clock())
        if left:
            self._sleep(left)
        self._last[site] = self._clock()
        return left

    def _plain(self, url: str) -> tuple[int, bytes]:
        """Status and body of a robots.txt; its redirects are followed as a page's are."""
        end = self._clock() + self._limits.seconds
        for _ in range(self._limits.hops + 1):
            if (why := _unfetchable(url)) is not None:
                raise OSError(why)
            try:
                status, headers, body = self._get(url, MAX_ROBOTS, end, cut=True)
            except (httpx2.HTTPError, httpcore2.ProtocolError, zlib.error) as error:
                raise OSError(str(error) or type(error).__name__) from error
            if status not in _MOVED or "location" not in headers:
                return status, body
            url = urljoin(url, headers["location"])
        return 404, b""

    def _get(self, url: str, most: int, end: float, *, cut: bool = False) -> tuple[int, httpx2.Headers, bytes]:
        self._deadline.end = end
        with self._client.stream("GET", url) as response:
            if response.status_code in _MOVED:
                return response.status_code, response.headers, b""
            data = bytearray()
            for chunk in _decoded(response, most):
                data += chunk
                if len(data) > most:
                    if cut:
                        return response.status_code, response.headers, bytes(data[:most])
                    raise TooLarge
            return response.status_code, response.headers, bytes(data)


def _unfetchable(url: str) -> str | None:
    """What is wrong with an address before anything is asked of the network."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        return f"this is no web address ({error})"
    if parts.scheme not in ("http", "https"):
        return f"only http and https are fetched, not {parts.scheme or 'nothing'}"
    if not parts.hostname or port == 0:
        return "this is no web address"
    if parts.username is not None or parts.password is not None:
        return "a web address with a name or password in it is not fetched"
    return None


def _decoded(response: httpx2.Response, most: int) -> Iterator[bytes]:
    """The body's chunks, unpacked a bounded piece at a time: a small body may unpack to one beyond all memory."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing in ("", "identity"):
        yield from response.iter_raw()
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise httpx2.DecodingError(f"the site packs the page as {packing}, which was not asked for")
    unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    for chunk in response.iter_raw():
        while chunk:
            yield unpack.decompress(chunk, min(most + 1, 2**20))
            chunk = unpack.unconsumed_tail
