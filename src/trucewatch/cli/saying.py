"""How commands speak: tables to standard output, trouble to standard error with what would mend it."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any, NoReturn

import typer

# Tables are made for this width where the output is no terminal.
WIDTH = 100


def console(*, error: bool = False) -> Any:
    """A Rich console as wide as the terminal, or ``WIDTH``."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    return Console(stderr=error, width=None if stream.isatty() else WIDTH, highlight=False, emoji=False, markup=False)


def fail(message: str) -> NoReturn:
    """Say what is wrong and how to mend it, and end with exit code 1."""
    console(error=True).print(message, style="red", soft_wrap=not sys.stderr.isatty())
    raise typer.Exit(1)


def print_json(value: Any, *, indent: int | None = 2) -> None:
    """JSON to standard output, letters as they are."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")


def now() -> datetime:
    """The clock, asked at this door only: naive UTC."""
    return datetime.now(UTC).replace(tzinfo=None)


def out_by(text: str, option: str) -> datetime:
    """A moment by which reports are out: a day alone means its end, so that reports dated by that day are in."""
    found = moment(text, option)
    return found + timedelta(minutes=1) if len(text) <= 10 else found


def moment(text: str, option: str) -> datetime:
    """A moment given by the user; a day alone means its last minute, as for reports dated by the day."""
    try:
        if len(text) <= 10:
            return datetime.combine(date.fromisoformat(text), datetime.min.time()) + timedelta(hours=23, minutes=59)
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        fail(f"{option}: there is no {text!r} in the calendar. Give a day as 2016-05-02, or 2016-05-02T14:00.")
