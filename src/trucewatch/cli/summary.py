"""What ``read`` prints: the short ledger of one report, or a line for each of several."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..export.wording import when_words
from ..records.ledger import Ledger
from ..records.text import Article
from .tables.base import table
from .tables.incidents import incident_table
from .tables.truces import truce_board


def print_one(out: Any, ledger: Ledger) -> None:
    """Head, truce board, incidents, and what else there is to ask for."""
    (article,) = ledger.articles
    out.print(article.title.value if article.title else article.source, style="bold")
    out.print(published_words(article), style="dim")
    out.print()
    if ledger.truces:
        out.print(truce_board(ledger))
    if ledger.incidents:
        out.print(incident_table(ledger))
    if not ledger.truces and not ledger.incidents:
        out.print("No truce and no incident is told of. That is what this text says, not that all is calm.")
    rest = {
        "tolls": ledger.tolls,
        "control claims": ledger.control,
        "talks": ledger.talks,
        "positions": ledger.positions,
        "population figures": ledger.population,
    }
    more = [f"{len(found)} {name}" for name, found in rest.items() if found]
    if more:
        out.print(f"Also: {', '.join(more)}.")
    out.print("Every row is what the text says, not what happened. `trucewatch show ID` gives its words.", style="dim")


def print_several(out: Any, ledgers: Sequence[Ledger], total: int) -> None:
    """A line for each report."""
    made = table(
        "Reports", ("Report", 30), ("Published", 14), ("Truces", 7), ("Incidents", 9), ("Tolls", 6), ("Control", 7),
        ("Talks", 6),
    )  # fmt: skip
    made.show_lines = False
    for ledger in ledgers:
        (article,) = ledger.articles
        made.add_row(
            Path(article.source).name,
            when_words(article.published.when) if article.published else "unknown",
            *(
                str(len(found) or "–")
                for found in (ledger.truces, ledger.incidents, ledger.tolls, ledger.control, ledger.talks)
            ),
        )
    out.print(made)
    if total > len(ledgers):
        out.print(f"and {total - len(ledgers)} more")
    undated = sum(ledger.articles[0].published is None for ledger in ledgers)
    if undated:
        out.print(
            f"{undated} without a publication time: words such as Monday cannot be dated there. Give it with "
            "--published, or in an index.csv (columns id, published).",
            style="yellow",
        )


def published_words(article: Article) -> str:
    """When the report was published and how that is known."""
    if article.published is None:
        return "Publication time unknown: words such as Monday cannot be dated. Give it with --published YYYY-MM-DD."
    return f"Published {when_words(article.published.when)} ({article.published.basis.replace('_', ' ')})"
