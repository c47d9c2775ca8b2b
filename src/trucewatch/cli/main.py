"""The ``trucewatch`` command. Everything heavy is imported inside the commands, so that ``--help`` answers at once."""

from __future__ import annotations

import typer

from . import coding, fetching, judging, out, queueing, reading, rounds, showing, storing, tracing, views
from .places import places

app = typer.Typer(
    name="trucewatch",
    help="A ceasefire monitor's ledger: what reports say of truces, incidents, tolls, control and talks, each value "
    "with its words and who said them. It never says what happened.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(reading.read)
app.command()(fetching.fetch)
app.command()(views.truces)
app.command()(views.incidents)
app.command()(views.breaches)
app.command()(views.tolls)
app.command()(views.talks)
app.command()(views.control)
app.command()(views.claims)
app.command()(views.articles)
app.command()(showing.show)
app.command()(queueing.queue)
app.command()(tracing.why)
app.command()(tracing.history)
app.command()(tracing.diff)
app.command()(tracing.rebuild)
app.command()(coding.code)
app.command()(out.report)
app.add_typer(out.export, name="export")
app.add_typer(places, name="places")
app.add_typer(judging.judge, name="judge")
app.add_typer(rounds.rounds, name="round")
app.add_typer(storing.store, name="store")
app.command()(out.schema)
app.command()(out.init)
app.command()(out.version)


def main() -> None:
    """Entry point of the ``trucewatch`` command."""
    app()


if __name__ == "__main__":
    main()
