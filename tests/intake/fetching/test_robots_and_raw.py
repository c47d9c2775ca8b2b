"""A site's wishes are kept; the bytes that came are kept too, each once."""

import json
from pathlib import Path

import pytest
from tests.intake.fetching.servers import PAGE, Answer, fetcher, missing, moved, page, site

from trucewatch.intake.fetching import Fetched, Limits, RawFolder, raw_folder
from trucewatch.records.problems import Unreadable

HERE = "127.0.0.1"
TEXT = "text/plain"


@pytest.mark.parametrize(
    ("robots", "had"),
    [
        (missing, True),
        (page(b"User-agent: *\nDisallow: /private\n", TEXT), True),
        (page(b"User-agent: *\nDisallow: /\n", TEXT), False),
        (page(b"User-agent: trucewatch\nDisallow: /news\nUser-agent: *\nAllow: /\n", TEXT), False),
        (page(b"User-agent: *\nDisallow: /*.html$\n", TEXT), False),
        (page(b"", TEXT, status=503), False),
        (moved("/elsewhere.txt"), False),
    ],
)
def test_robots_txt_is_kept(robots: Answer, had: bool) -> None:
    answers = {
        "/news.html": page(), "/robots.txt": robots, "/elsewhere.txt": page(b"User-agent: *\nDisallow: /\n", TEXT),
    }  # fmt: skip
    with site(answers) as news, fetcher(HERE) as web:
        found = web.fetch(f"http://news.example:{news.port}/news.html")
        assert isinstance(found, Fetched if had else Unreadable)
        assert (("/news.html", f"news.example:{news.port}") in news.asked) is had


def test_robots_txt_is_asked_once_and_a_site_is_given_its_pause() -> None:
    waits: list[float] = []
    robots = page(b"User-agent: *\nCrawl-delay: 3\n", TEXT)
    with site({"/a": page(), "/b": page(), "/robots.txt": robots}) as news:
        with fetcher(HERE, limits=Limits(seconds=9, pause=1), sleep=waits.append) as web:
            for path in ("/a", "/b"):
                assert isinstance(web.fetch(f"http://news.example:{news.port}{path}"), Fetched)
        assert [path for path, _ in news.asked].count("/robots.txt") == 1
    assert len(waits) == 1 and 2 < waits[0] <= 3


def test_bytes_are_kept_once_by_digest_and_every_fetch_is_noted(tmp_path: Path) -> None:
    kept = RawFolder(raw_folder(str(tmp_path / "ledger.db")))
    first = kept.keep(PAGE, {"url": "http://news.example/a", "at": "2019-05-13T10:00:00+00:00"})
    again = kept.keep(PAGE, {"url": "http://mirror.example/a", "at": "2019-05-13T11:00:00+00:00"})
    assert first == again and first.read_bytes() == PAGE
    rows = [json.loads(line) for line in (tmp_path / "ledger.db.raw" / "fetched.jsonl").read_text().splitlines()]
    assert [row["url"] for row in rows] == ["http://news.example/a", "http://mirror.example/a"]
    assert {row["sha256"] for row in rows} == {first.name}
