"""``trucewatch round``: several people code the same items, none seeing what the others or the machine said."""

from __future__ import annotations

import typer

from . import coding, comparing, setting

rounds = typer.Typer(
    help="Blind coding of the same items by several people, and how far they agree.", no_args_is_help=True
)
rounds.command()(setting.new)
rounds.command()(setting.sheet)
rounds.command()(coding.code)
rounds.command()(coding.fill)
rounds.command()(comparing.agreement)
rounds.command()(comparing.merge)
