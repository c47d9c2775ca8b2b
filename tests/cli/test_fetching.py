"""Reports by web address: from a real server of this machine into the ledger, and refusals that say why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.intake.fetching.servers import fetcher, page, site
from typer.testing import CliRunner

from trucewatch.cli.fetching import with_pages
from trucewatch.cli.main import app
from trucewatch.cli.reading import Job, read_job
from trucewatch.intake.files import Input
from trucewatch.records.problems import Unreadable

PAGE = (
    b'<html><head><meta charset="utf-8"><meta property="article:published_time" content="2019-05-13T10:00:00+02:00">'
    b"<title>Shelling near Bel Air</title></head><body><article><h1>Shelling near Bel Air</h1>"
    b"<p>TRIPOLI, May 13 (Wire) - Two civilians were killed when shells hit the Abu Salim district of Tripoli on Sunday, "
    b"the health ministry said.</p><p>Forces of the government blamed the Libyan National Army.</p></article></body></html>"
)


def test_page_goes_into_the_ledger_with_its_address_as_source(tmp_path: Path) -> None:
    db = str(tmp_path / "ledger.db")
    with site({"/a": page(PAGE)}) as news:
        url = f"http://news.example:{news.port}/a"
        (found,) = with_pages([Input(url)], db, fetcher("127.0.0.1"))
    assert isinstance(found, Input) and found.file is not None
    assert Path(found.file).read_bytes() == PAGE
    read = read_job(Job(found.source, None, None, "rules", found.file))
    assert not isinstance(read, Unreadable)
    article, claims = read[:2]
    assert article.source == url
    assert claims


def test_other_inputs_stay_where_they_are(tmp_path: Path) -> None:
    given = [Input("a.txt"), Unreadable("b.txt", "no such file", "check the path")]
    assert with_pages(given, str(tmp_path / "ledger.db")) == given


@pytest.mark.parametrize("command", ["read", "fetch"])
def test_this_machine_is_refused_by_the_command(command: str, tmp_path: Path) -> None:
    with site({"/a": page(PAGE)}) as news:
        done = CliRunner().invoke(
            app,
            [command, f"http://127.0.0.1:{news.port}/a", "--db", str(tmp_path / "ledger.db")],
            env={"COLUMNS": "200"},
        )
        assert news.asked == []
    assert done.exit_code == 1
    assert "this machine itself" in done.output and "To mend it" in done.output


def test_fetch_takes_web_addresses_only_and_speaks_json(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["fetch", "report.txt", "--json", "--db", str(tmp_path / "ledger.db")])
    assert done.exit_code == 1
    assert json.loads(done.stdout) == []
    assert "no web address" in done.stderr
