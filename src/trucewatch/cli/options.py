"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_DB = "trucewatch.db"

Db = Annotated[
    str,
    typer.Option("--db", envvar="TRUCEWATCH_DB", help="Ledger file (or database address).", show_default=True),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        help="Moment for which states are given: a day, a day and time, or `last-report` (each truce as of the last "
        "report that tells of it). Without it: the latest publication time in the ledger.",
    ),
]
PublishedBy = Annotated[
    str | None, typer.Option("--published-by", help="Only what had been published by then.", metavar="TIME")
]
RecordedBy = Annotated[
    str | None, typer.Option("--recorded-by", help="Only what this ledger held by then (UTC).", metavar="TIME")
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON in place of tables.")]
Out = Annotated[Path, typer.Option("--out", help="Where to write.")]
Places = Annotated[
    Path | None,
    typer.Option(
        "--places",
        envvar="TRUCEWATCH_PLACES",
        help="Gazetteer file beside the embedded one (`trucewatch places import`).",
    ),
]
