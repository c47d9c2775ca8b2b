"""What leaves the ledger, and small commands: ``report``, ``export``, ``schema``, ``init``, ``version``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import DEFAULT_DB, AsJson, At, Db, Out
from .saying import console, fail, print_json

export = typer.Typer(help="The ledger for other programs.", no_args_is_help=True)
Names = Annotated[
    bool,
    typer.Option("--names", help="Keep private persons' names in texts and quotes (they are blotted out by default)."),
]


def report(
    html: Annotated[Path, typer.Option("--html", help="File to write the page to.")],
    article: Annotated[
        str | None,
        typer.Option(
            help="Only this article, as of its own publication: its file name, or the first letters of its id."
        ),
    ] = None,
    at: At = None,
    db: Db = DEFAULT_DB,
) -> None:
    """One self-contained page, of the whole ledger or of one article: it needs no script and prints well."""
    from ..export.page import report_page
    from .ledgers import article_named, article_view, opened, view

    with opened(db) as store:
        ledger = view(store, at).ledger
        if article is not None:
            one = article_named(store, article)
            ledger = article_view(store, one.article, one.claims, one.revision, at).ledger
    _write(html, report_page(ledger))
    console().print(f"{html.resolve()}", soft_wrap=True)


@export.command("json")
def export_json(out: Out, at: At = None, names: Names = False, db: Db = DEFAULT_DB) -> None:
    """The whole ledger as one JSON file (`trucewatch schema ledger` describes it)."""
    import json

    from ..export.ledger_json import ledger_json
    from .ledgers import opened, view

    with opened(db) as store:
        seen = view(store, at)
    found = ledger_json(seen.ledger, seen.revision, masked=not names)
    _write(out, json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    console().print(f"{out.resolve()}", soft_wrap=True)


@export.command("csv")
def export_csv(out: Out, at: At = None, names: Names = False, db: Db = DEFAULT_DB) -> None:
    """One CSV file for each subject in a folder; cells that a spreadsheet would run as formulas are defused."""
    from ..export.tables_csv import csv_files
    from .ledgers import opened, view

    with opened(db) as store:
        ledger = view(store, at).ledger
    for name, text in csv_files(ledger, masked=not names).items():
        _write(out / name, text)
    console().print(f"{out.resolve()}", soft_wrap=True)


def schema(
    which: Annotated[str, typer.Argument(help="`reading` (one article) or `ledger` (many).")] = "reading",
) -> None:
    """The JSON Schema of what `--json` and `export json` write."""
    from ..export.ledger_json import ledger_schema
    from ..export.reading_json import schema as reading_schema

    if which not in ("reading", "ledger"):
        fail(f"There is no schema {which!r}; there are: reading, ledger.")
    print_json(reading_schema() if which == "reading" else ledger_schema())


def init(db: Db = DEFAULT_DB) -> None:
    """Make an empty ledger, or bring one of an older version up to date."""
    from .ledgers import opened

    with opened(db, create=True) as store:
        console().print(f"{db} is ready; it holds {store.count()} articles.")


def version(as_json: AsJson = False) -> None:
    """Version of Trucewatch, of its extractor and of the database."""
    from .. import __version__
    from ..extraction.identity import REVISION
    from ..store.opening import REVISIONS

    if as_json:
        print_json({"trucewatch": __version__, "extractor_revision": REVISION, "database": REVISIONS[-1]})
    else:
        console().print(f"trucewatch {__version__}, extractor revision {REVISION}, database {REVISIONS[-1]}")


def _write(path: Path, text: str) -> None:
    """A whole file or none: what was there before stays until the new one is complete."""
    half = path.with_name(f".{path.name}.half")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Lines end as they were made: CSV has its own line ends.
        half.write_text(text, encoding="utf-8", newline="")
        half.replace(path)
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror}. Give another path with --out or --html.")
