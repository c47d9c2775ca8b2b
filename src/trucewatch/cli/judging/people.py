"""Decisions on sources and persons: ``grade``, ``redact``, ``reveal``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..options import DEFAULT_DB, AsJson, Db
from ..saying import fail
from .signing import Analyst, Why, judgement, meant, reasoned, signed, write

if TYPE_CHECKING:
    from ...records.review import Verdict
    from ..ledgers import View

Person = Annotated[str, typer.Argument(help="The name, as the reports print it.", metavar="NAME")]


def grade(
    what: Annotated[str, typer.Argument(help="A source by name, or the id of a record or claim.", metavar="SOURCE|ID")],
    mark: Annotated[str, typer.Argument(help="A to F for a source, 1 to 6 for a claim.", metavar="GRADE")],
    analyst: Analyst = "",
    reason: Why = "",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Grade a source (A to F) or a claim (1 to 6) on the Admiralty scale."""
    from ...export.grades import CREDIBILITY, RELIABILITY
    from ...records.review import Verdict, thing
    from ..ledgers import opened, view

    signed(analyst)
    letter = mark.strip().upper()
    if letter not in RELIABILITY and letter not in CREDIBILITY:
        scales = [f"{key} {words}" for scale in (RELIABILITY, CREDIBILITY) for key, words in scale.items()]
        fail(f"There is no grade {mark!r}. There are: {'; '.join(scales)}.")
    with opened(db) as store:
        seen = view(store)
        if letter in CREDIBILITY:
            one = meant(store, seen, what)
            made = [judgement(Verdict.GRADE_CLAIM, a, analyst, reason, value=letter) for a in one.anchors()]
            write(store, made, seen, f"{one.id} graded {letter}: {CREDIBILITY[letter]}", as_json)
        else:
            key, name = source_named(seen, what)
            made = [judgement(Verdict.GRADE_SOURCE, thing("source", key), analyst, reason, value=letter)]
            write(store, made, seen, f"{name} graded {letter}: {RELIABILITY[letter]}", as_json)


def source_named(seen: View, asked: str) -> tuple[str, str]:
    """Key and name of the source that the reports of this ledger cite, or are of, under that name."""
    from ...knowledge.names import fold
    from ...query.sources import sources_in

    known = sources_in(seen.ledger, seen.claims)
    wanted = fold(asked)
    exact = {key: name for key, name in known.items() if wanted in (fold(name), key)}
    found = exact or {key: name for key, name in known.items() if wanted and wanted in fold(name)}
    if len(found) != 1:
        near = ", ".join(sorted(found.values())[:12] or sorted(known.values())[:12])
        fail(f"{len(found) or 'No'} sources in this ledger answer to {asked!r}. There are, among others: {near}.")
    return next(iter(found.items()))


def redact(name: Person, analyst: Analyst = "", reason: Why = "", as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Show a person nowhere by name: by role in values, blotted out of texts in everything that leaves."""
    from ...records.review import Verdict

    _person(Verdict.REDACT, name, analyst, reason, as_json, db)


def reveal(name: Person, analyst: Analyst = "", reason: Why = "", as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Show a person by name again, as an editor decides."""
    from ...records.review import Verdict

    reasoned(reason, "Revealing a person")
    _person(Verdict.REVEAL, name, analyst, reason, as_json, db)


def _person(verdict: Verdict, name: str, analyst: str, reason: str, as_json: bool, db: str) -> None:
    from ...records.review import thing
    from ..ledgers import opened, view

    signed(analyst)
    with opened(db) as store:
        seen = view(store)
        if not any(name.casefold() in a.text.casefold() for a in seen.ledger.articles):
            fail("No report in this ledger prints that name. Give it as the reports do.")
        made = [judgement(verdict, thing("person", name.strip()), analyst, reason)]
        write(store, made, seen, f"{verdict.value} a person", as_json)
