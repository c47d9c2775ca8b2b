"""``trucewatch store``: look a ledger's memory over, back it up, bring it back, move it to another database."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from .options import DEFAULT_DB, AsJson, Db
from .saying import console, fail, print_json

store = typer.Typer(help="The ledger's memory: check, backup, restore, move.", no_args_is_help=True)


@store.command()
def check(as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Look over every text, claim and judgement; exit with 1 where anything is not as it was written."""
    from ..store.copying import faults_of
    from ..store.opening import StoreError

    _exists(db)
    try:
        faults = faults_of(db)
    except StoreError as error:
        fail(f"{error}.")
    if as_json:
        print_json({"store": db, "faults": faults})
    else:
        console().print(f"{db} is whole." if not faults else f"{db}: {len(faults)} faults.")
        for fault in faults:
            console(error=True).print(f"  {fault}", soft_wrap=True)
    if faults:
        raise typer.Exit(1)


@store.command()
def backup(
    file: Annotated[str, typer.Argument(help="The backup to make: one SQLite file, whatever the ledger's database.")],
    db: Db = DEFAULT_DB,
) -> None:
    """Copy the whole ledger, as one moment sees it, into a new file; others may go on writing meanwhile."""
    _exists(db)
    _copy(db, file)
    console().print(f"{file} is a ledger of its own: read it with --db {file}, or bring it back with `store restore`.")


@store.command()
def restore(
    file: Annotated[str, typer.Argument(help="A backup.")],
    db: Db = DEFAULT_DB,
) -> None:
    """Bring a backup back into an empty place; nothing is written over."""
    _exists(file)
    _copy(file, db)


@store.command()
def move(
    to: Annotated[str, typer.Argument(help="A path, or postgresql+psycopg://user@host/database.")],
    db: Db = DEFAULT_DB,
) -> None:
    """Copy the ledger to another database and compare the two; the old one stays until you take it away."""
    _exists(db)
    _copy(db, to)
    console().print(f"Use --db {to} from now on; {db} is as it was, and can be taken away.", soft_wrap=True)


def _exists(db: str) -> None:
    if "://" not in db and not Path(db).exists():
        fail(f"There is no ledger at {db}.")


def _copy(source: str, target: str) -> None:
    from ..intake.fetching.raw import raw_folder
    from ..store.copying import copy_store
    from ..store.opening import StoreError

    try:
        counts = copy_store(source, target)
    except StoreError as error:
        fail(f"{error}.")
    console().print(
        f"{counts['articles']} articles, {counts['claims']} claims and {counts['judgements']} judgements copied to {target}, "
        "and compared.",
        soft_wrap=True,
    )
    pages, there = raw_folder(source), raw_folder(target)
    if pages.is_dir() and pages != there:
        shutil.copytree(pages, there, dirs_exist_ok=True)
        console().print(f"The fetched pages of {pages} were copied to {there}.", soft_wrap=True)
