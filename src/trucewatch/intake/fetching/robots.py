"""What a site's robots.txt lets a reader fetch (RFC 9309), asked once a site and run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

AGENT = "trucewatch"
# RFC 9309: at least 500 KiB must be parsed.
MAX_ROBOTS = 512 * 1024


@dataclass(frozen=True, slots=True)
class Robots:
    """One site's rules; ``why`` is said where nothing may be fetched since they could not be had."""

    rules: Protego | None
    why: str | None = None

    def refusal(self, url: str) -> str | None:
        """Why the page is not fetched; None where it may be."""
        if self.why is not None:
            return self.why
        if self.rules is None or self.rules.can_fetch(url, AGENT):
            return None
        return "the site's robots.txt asks readers not to fetch this page"

    def delay(self) -> float:
        """Seconds that the site asks to be left between two pages; 0 where it asks for none."""
        return float(self.rules.crawl_delay(AGENT) or 0.0) if self.rules is not None else 0.0


class RobotsBook:
    """The rules of every site asked so far. ``get`` gives status and body of a URL, or raises ``OSError``."""

    def __init__(self, get: Callable[[str], tuple[int, bytes]]) -> None:
        self._get = get
        self._sites: dict[str, Robots] = {}

    def of(self, url: str) -> Robots:
        """The rules for the site of a URL: none at all where it has no such file, nothing allowed where it fails."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._sites:
            self._sites[site] = self._ask(f"{site}/robots.txt")
        return self._sites[site]

    def _ask(self, address: str) -> Robots:
        try:
            status, body = self._get(address)
        except OSError as error:
            return Robots(None, f"its robots.txt cannot be had ({error}), and without it nothing is fetched")
        if status >= 500:
            return Robots(None, f"its robots.txt answers with error {status}, and without it nothing is fetched")
        if status >= 400:
            return Robots(None)
        return Robots(Protego.parse(body.decode("utf-8", "replace")))
