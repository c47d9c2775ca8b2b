"""``trucewatch PATH [--published DATE]``: the truce and incident claims of one report, each with its words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def read(
    path: Annotated[Path, typer.Argument(help="Text, Markdown or HTML of one report")],
    published: Annotated[str | None, typer.Option(help="Day of publication, YYYY-MM-DD")] = None,
) -> None:
    """Read one report and print what it says of truces and incidents."""
    from rich.console import Console
    from rich.table import Table

    from ..extraction import claims_in
    from ..knowledge.gazetteer import EmbeddedGazetteer
    from ..marking import mark
    from ..marking.language import RulesModel
    from ..reading import read_article
    from ..records.claim import IncidentClaim, TruceClaim
    from ..records.problems import Unreadable

    console = Console(width=100)
    try:
        data = path.read_bytes()
    except OSError as error:
        console.print(f"{path}: {error.strerror}. Give the path of a readable file.")
        raise typer.Exit(1) from error
    article = read_article(data, str(path), published=published)
    if isinstance(article, Unreadable):
        console.print(f"{article.source}: {article.reason}. To mend it: {article.remedy}.")
        raise typer.Exit(1)
    table = Table("Kind", "What", "Words", show_lines=True, title=article.title.value if article.title else str(path))
    for claim in claims_in(mark(article, RulesModel(), EmbeddedGazetteer(), ())):
        if isinstance(claim, TruceClaim):
            table.add_row("truce", f"{claim.label.value}: {claim.act.value}", claim.words[0].quote)
        elif isinstance(claim, IncidentClaim):
            table.add_row("incident", claim.event.value, claim.words[0].quote)
    console.print(table)
    console.print("Alpha: parties and speakers are not read yet; every row is what the text says, not what happened.")


def main() -> None:
    """Entry point of the ``trucewatch`` command."""
    typer.run(read)


if __name__ == "__main__":
    main()
