"""What leaves the ledger, and small commands: ``report``, ``export``, ``schema``, ``init``, ``version``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .asking import asks
from .options import DEFAULT_DB, AsJson, Db, Out
from .saying import console, fail, print_json

if TYPE_CHECKING:
    from ..query.asked import Query
    from .ledgers import Asked

_COUNTED = (
    "articles", "truces", "incidents", "tolls", "control", "talks", "positions", "relations", "population", "breaches",
)  # fmt: skip
export = typer.Typer(help="The ledger for other programs.", no_args_is_help=True)
Names = Annotated[
    bool,
    typer.Option("--names", help="Keep private persons' names in texts and quotes (they are blotted out by default)."),
]


@asks(at=True)
def report(
    asked: Query,
    html: Annotated[Path, typer.Option("--html", help="File to write the page to.")],
    article: Annotated[
        str | None,
        typer.Option(
            help="Only this article, as of its own publication: its file name, or the first letters of its id."
        ),
    ] = None,
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """One self-contained page, of the whole ledger or of one article: it needs no script and prints well."""
    from ..export.page import report_page
    from .ledgers import article_named, article_view, opened
    from .ledgers import asked as ask

    with opened(db) as store:
        found = ask(store, asked)
        if article is not None:
            one = article_named(store, article)
            seen = article_view(store, one.article, one.claims, one.revision, asked.at)
            found = replace(found, view=seen, undecided={})
    _tell(html, [_write(html, report_page(found.view.ledger))], found, as_json)


@export.command("json")
@asks(at=True)
def export_json(asked: Query, out: Out, names: Names = False, as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """The ledger, or what is asked of it, as one JSON file (`trucewatch schema ledger` describes it)."""
    import json

    from ..export.ledger_json import ledger_json
    from .ledgers import asked as ask
    from .ledgers import opened

    with opened(db) as store:
        found = ask(store, asked)
    whole = ledger_json(found.view.ledger, found.view.revision, masked=not names)
    _tell(out, [_write(out, json.dumps(whole, ensure_ascii=False, indent=1) + "\n")], found, as_json)


@export.command("csv")
@asks(at=True)
def export_csv(
    asked: Query,
    out: Out,
    names: Names = False,
    counts: Annotated[
        str | None, typer.Option("--counts", help="Codebook for figures: acled, ucdp, linguistic-minimum.")
    ] = None,
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """One CSV file for each subject in a folder; cells that a spreadsheet would run as formulas are defused."""
    from ..export.tables_csv import csv_files
    from ..knowledge.count_profiles import count_profile, profile_names
    from .ledgers import asked as ask
    from .ledgers import opened

    if counts is not None and counts not in profile_names():
        fail(f"There is no codebook {counts!r} for counts; there are: {', '.join(profile_names())}.")
    with opened(db) as store:
        found = ask(store, asked)
    files = csv_files(found.view.ledger, masked=not names, profile=count_profile(counts) if counts else None)
    _tell(out, [_write(out / name, text) for name, text in files.items()], found, as_json)


def schema(
    which: Annotated[str, typer.Argument(help="`reading` (one article) or `ledger` (many).")] = "reading",
) -> None:
    """The JSON Schema of what `--json` and `export json` write."""
    from ..export.ledger_json import ledger_schema
    from ..export.reading_json import schema as reading_schema

    if which not in ("reading", "ledger"):
        fail(f"There is no schema {which!r}; there are: reading, ledger.")
    print_json(reading_schema() if which == "reading" else ledger_schema())


def init(as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Make an empty ledger, or bring one of an older version up to date."""
    from ..store.opening import REVISIONS
    from .ledgers import opened

    with opened(db, create=True) as store:
        held = store.count()
    if as_json:
        # An address may hold a password: it is given back as it came only where it is a path.
        path = None if "://" in db else str(Path(db).resolve())
        return print_json({"path": path, "database": REVISIONS[-1], "articles": held})
    console().print(f"{db} is ready; it holds {held} articles.")


def version(as_json: AsJson = False) -> None:
    """Version of Trucewatch, of its extractor and of the database."""
    from .. import __version__
    from ..extraction.identity import REVISION
    from ..store.opening import REVISIONS

    if as_json:
        print_json({"trucewatch": __version__, "extractor_revision": REVISION, "database": REVISIONS[-1]})
    else:
        console().print(f"trucewatch {__version__}, extractor revision {REVISION}, database {REVISIONS[-1]}")


@dataclass(frozen=True, slots=True)
class Written:
    """One file as written: where, how long in bytes, and the SHA-256 of those bytes."""

    path: str
    bytes: int
    sha256: str


def _write(path: Path, text: str) -> Written:
    """A whole file or none: what was there before stays until the new one is complete."""
    half = path.with_name(f".{path.name}.half")
    # Lines end as they were made: CSV has its own line ends.
    data = text.encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(data)
        half.replace(path)
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror}. Give another path with --out or --html.")
    return Written(str(path.resolve()), len(data), sha256(data).hexdigest())


def _tell(place: Path, written: Sequence[Written], found: Asked, as_json: bool) -> None:
    """Where it lies; as JSON also each file's digest, what was asked, and how many records of each subject there are."""
    if not as_json:
        console().print(f"{place.resolve()}", soft_wrap=True)
        if found.undecided and not found.query.unsure:
            more = ", ".join(f"{n} {subject}" for subject, n in found.undecided.items() if subject != "claims")
            console(error=True).print(
                f"Left out, since it cannot be told: {more}. --unsure takes them in.", style="yellow"
            )
        return
    from ..export.values import moment

    ledger = found.view.ledger
    counts = {subject: len(getattr(ledger, subject)) for subject in _COUNTED}
    files = [asdict(one) for one in written]
    asked = {"query": str(found.query), "undecided": found.undecided}
    print_json({"path": str(place.resolve()), "at": moment(ledger.at), **asked, "counts": counts, "files": files})
