"""One self-contained page of a ledger: it needs no script, prints well, and links every value to its words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from ...records.ledger import Ledger
from ..privacy import Redaction
from ..wording import moment_words, when_words
from . import tables
from .board import boards_of
from .truces import truce_cards
from .words import SHOWN, Marks, paragraphs

TABLES = (
    ("Tolls not tied to one incident", ("Figure", "Where", "Period", "By", "Who says it", "Beside")),
    ("Control of places", ("Place", "What is claimed", "Holder", "From", "As of", "Who says it")),
    ("Talks", ("Status", "Who", "Mediator", "Where", "When", "About")),
    ("Positions", ("Who", "Stance", "Issue")),
    ("Relations", ("Who", "Relation", "To whom", "Who says it")),
    ("Population", ("Kind", "Figure", "Where", "Who says it")),
)


def report_page(ledger: Ledger) -> str:
    """The page as HTML. Every quote is cut from the canonical text of its article, which stands on the page too."""
    marks = Marks({article.id: n for n, article in enumerate(ledger.articles, 1)}, Redaction(ledger))
    rows = (
        tuple(tables.toll_row(t, marks) for t in ledger.tolls),
        tuple(tables.control_row(c, marks) for c in ledger.control),
        tuple(tables.talk_row(t, marks) for t in ledger.talks),
        tuple(tables.position_row(p, marks) for p in ledger.positions),
        tuple(tables.relation_row(r, marks) for r in ledger.relations),
        tuple(tables.population_row(p, marks) for p in ledger.population),
    )
    # The tables fill the marks, so they are made before the articles.
    truces = truce_cards(ledger, marks)
    armed = tables.incident_rows(ledger, marks)
    others = tables.incident_rows(ledger, marks, armed=False)
    articles = [
        (a, when_words(a.published.when) if a.published else "", list(paragraphs(a, marks))) for a in ledger.articles
    ]
    return _template().render(
        at=moment_words(ledger.at) if ledger.at else "",
        boards=boards_of(ledger),
        truces=truces,
        incidents=[row for row in armed if row.grain == "incident"],
        together=[row for row in armed if row.grain != "incident"],
        others=others,
        tables=[(title, heads, body) for (title, heads), body in zip(TABLES, rows, strict=True)],
        articles=articles,
        shown=SHOWN,
        style=Markup(_file("page.css")),
    )


def _file(name: str) -> str:
    return files("trucewatch.export.page").joinpath(name).read_text("utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html.jinja")
