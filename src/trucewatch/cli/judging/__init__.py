"""``trucewatch judge``: what a person decides about records. Judgements are added, never changed; undoing adds one."""

from __future__ import annotations

import typer

from . import breaches, listing, people, records, values

judge = typer.Typer(help="Your decisions on records: signed, dated, each of them undoable.", no_args_is_help=True)
judge.command()(records.accept)
judge.command()(records.reject)
judge.command()(records.unsure)
judge.command()(values.correct)
judge.command()(values.add)
judge.command()(records.merge)
judge.command()(records.split)
judge.command(hidden=True)(records.same)
judge.command(hidden=True)(records.different)
judge.command()(breaches.confirm)
judge.command()(breaches.deny)
judge.command()(people.grade)
judge.command()(people.redact)
judge.command()(people.reveal)
judge.command()(listing.undo)
judge.command("list")(listing.listed)
judge.command()(listing.moved)
