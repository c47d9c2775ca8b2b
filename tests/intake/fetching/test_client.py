"""Pages from real servers of this machine: what is had, and what is refused before anybody is asked."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
from typing import Any

import pytest
import trustme
from tests.intake.fetching.servers import PAGE, dripping, fetcher, missing, moved, page, site

from trucewatch.intake.fetching import Fetched, Fetcher, Limits
from trucewatch.records.problems import Unreadable

HERE, THERE = "127.0.0.1", "127.0.0.2"


def _refused(found: Fetched | Unreadable, *words: str) -> None:
    assert isinstance(found, Unreadable), found
    assert all(word in found.reason for word in words), found.reason
    assert found.remedy


def test_page_is_had_with_its_bytes_and_its_last_address() -> None:
    with site({"/a": moved("/b"), "/b": page()}) as news, fetcher(HERE) as web:
        found = web.fetch(f"http://news.example:{news.port}/a")
    assert isinstance(found, Fetched)
    assert (found.data, found.status) == (PAGE, 200)
    assert found.final_url == f"http://news.example:{news.port}/b"
    assert found.hops == (f"http://news.example:{news.port}/a",)
    assert {host for _, host in news.asked} == {f"news.example:{news.port}"}


def test_packed_page_is_unpacked() -> None:
    answer = page(gzip.compress(PAGE), Content_Encoding="gzip")
    with site({"/a": answer}) as news, fetcher(HERE) as web:
        found = web.fetch(f"http://news.example:{news.port}/a")
    assert isinstance(found, Fetched) and found.data == PAGE


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"])
def test_this_machine_is_never_asked(host: str) -> None:
    with site({"/a": page()}) as news, Fetcher(Limits(seconds=3, pause=0)) as web:
        _refused(web.fetch(f"http://{host}:{news.port}/a"))
        assert news.asked == []


def test_name_of_a_private_address_is_refused_and_says_which() -> None:
    with fetcher(HERE, names=lambda _h, _p: ["10.0.0.7"], robots=False) as web:
        _refused(web.fetch("http://intranet.example/"), "intranet.example", "10.0.0.7", "private network")


def test_one_bad_address_among_good_ones_refuses_the_name() -> None:
    with site({"/a": page()}) as news, fetcher(HERE, names=lambda _h, _p: [HERE, THERE], robots=False) as web:
        _refused(web.fetch(f"http://two.example:{news.port}/a"), THERE)
        assert news.asked == []


def test_name_that_changes_its_address_between_hops_is_refused_at_the_second() -> None:
    answers = iter([[HERE], [THERE], [THERE]])
    with site({"/a": moved("/b"), "/b": page()}) as news, site({"/b": page()}, THERE) as inner:
        with fetcher(HERE, names=lambda _h, _p: next(answers), robots=False) as web:
            _refused(web.fetch(f"http://turncoat.example:{news.port}/a"), THERE)
        assert [path for path, _ in news.asked] == ["/a"]
        assert inner.asked == []


def test_name_is_looked_up_once_a_connection_so_that_no_second_answer_counts() -> None:
    seen: list[str] = []

    def names(host: str, _port: int) -> list[str]:
        seen.append(host)
        return [HERE] if len(seen) == 1 else [THERE]

    with site({"/a": page()}) as news, fetcher(HERE, names=names, robots=False) as web:
        assert isinstance(web.fetch(f"http://once.example:{news.port}/a"), Fetched)
    assert seen == ["once.example"]


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.2/", "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/", "file:///etc/passwd", "ftp://news.example/", "gopher://news.example/",
        "http://user:pass@news.example/", "//127.0.0.2/x",
    ],
)  # fmt: skip
def test_redirect_into_the_inside_is_refused(to: str) -> None:
    with site({"/a": moved(to)}) as news, fetcher(HERE, robots=False) as web:
        _refused(web.fetch(f"http://news.example:{news.port}/a"))
        assert [path for path, _ in news.asked] == ["/a"]


def test_redirect_over_ipv6_to_a_refused_address() -> None:
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    try:
        opened = site({"/a": moved(f"http://{HERE}:1/")}, "::1")
        with opened as news, fetcher("::1", robots=False) as web:
            _refused(web.fetch(f"http://[::1]:{news.port}/a"), HERE)
            assert [path for path, _ in news.asked] == ["/a"]
    except OSError as error:
        pytest.skip(f"no server on ::1 here: {error}")


def test_tls_holds_the_name_and_not_the_address() -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(context)
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    with site({"/a": page()}, context=context) as news, fetcher(HERE, verify=trusted, robots=False) as web:
        assert isinstance(web.fetch(f"https://news.example:{news.port}/a"), Fetched)
        assert news.sni == ["news.example"]
        _refused(web.fetch(f"https://other.example:{news.port}/a"), "ertificate")
        assert [path for path, _ in news.asked] == ["/a"]
    with site({"/a": page()}, context=context) as news, fetcher(HERE, robots=False) as web:
        _refused(web.fetch(f"https://news.example:{news.port}/a"), "ertificate")


def test_tls_redirect_into_the_inside_is_refused() -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(context)
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    answers = {"/a": moved("https://127.0.0.2/admin")}
    with site(answers, context=context) as news, fetcher(HERE, verify=trusted, robots=False) as web:
        _refused(web.fetch(f"https://news.example:{news.port}/a"), THERE)


def test_page_beyond_the_limit_is_refused_packed_or_not() -> None:
    bomb = gzip.compress(b"\0" * 40_000_000)
    answers = {"/large": page(b"x" * 300_000), "/bomb": page(bomb, Content_Encoding="gzip")}
    limits = Limits(bytes=200_000, seconds=5, pause=0)
    with site(answers) as news, fetcher(HERE, limits=limits, robots=False) as web:
        for path in answers:
            _refused(web.fetch(f"http://news.example:{news.port}{path}"), "larger")


@pytest.mark.parametrize("head", [True, False])
def test_page_that_drips_is_given_up_in_time(head: bool) -> None:
    began = time.monotonic()
    limits = Limits(seconds=0.8, pause=0)
    with site({"/a": dripping(20, head=head)}) as news, fetcher(HERE, limits=limits, robots=False) as web:
        _refused(web.fetch(f"http://news.example:{news.port}/a"), "within 0.8 seconds")
    assert time.monotonic() - began < 6


def test_endless_redirects_end() -> None:
    with site({"/a": moved("/a")}) as news, fetcher(HERE, robots=False) as web:
        _refused(web.fetch(f"http://news.example:{news.port}/a"), "more than 5 times")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (missing, "404"),
        (page(status=503), "503"),
        (page(b"%PDF-1.7", "application/pdf"), "application/pdf"),
        (page(b"x", Content_Encoding="br"), "packs"),
        (page(b"not packed", Content_Encoding="gzip"), "cannot be had"),
    ],
)
def test_what_is_no_page_of_text_says_so(answer: Any, words: str) -> None:
    with site({"/a": answer}) as news, fetcher(HERE, robots=False) as web:
        _refused(web.fetch(f"http://news.example:{news.port}/a"), words)


@pytest.mark.parametrize(
    "url", ["ftp://news.example/", "http://", "http://news.example:99999/", "http://a:b@news.example/"]
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with fetcher(HERE, robots=False) as web:
        _refused(web.fetch(url))


def test_name_that_nobody_knows() -> None:
    def unknown(host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with fetcher(HERE, names=unknown, robots=False) as web:
        _refused(web.fetch("http://nowhere.example/"), "nowhere.example", "not known")
