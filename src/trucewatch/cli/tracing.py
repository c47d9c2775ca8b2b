"""How the ledger came to say what it says: ``why``, ``history``, ``diff``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .asking import asks
from .options import DEFAULT_DB, AsJson, Db
from .saying import console, fail, moment, print_json

if TYPE_CHECKING:
    from ..export.why import Ground
    from ..monitoring.changes import Change
    from ..query.asked import Query
    from ..records.review import Judgement
    from .ledgers import View

Id = Annotated[str, typer.Argument(help="Id of a record or claim.", metavar="ID")]


@asks(at=True, records=False)
def why(
    asked: Query,
    record: Id,
    field: Annotated[
        str,
        typer.Argument(
            help="Which value: killed, place, when, actor …; or term, state, condition, breach, joined.",
            metavar="FIELD",
        ),
    ],
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Why a record says so: down to the words of the reports and the rules that read them."""
    from dataclasses import asdict

    from ..export.why import why as ask
    from ..records.fields import FieldError
    from .ledgers import opened, view
    from .showing import found_record

    with opened(db) as store:
        seen = view(store, asked)
        found = found_record(store, seen, record)
    try:
        answer = ask(seen.ledger, found, field, {c.id: c for c in seen.claims})
    except FieldError as error:
        fail(f"{error}.")
    if as_json:
        return print_json(asdict(answer))
    out = console()
    out.print(f"{answer.record}, {answer.field.replace('_', ' ')}", style="bold")
    for value in dict.fromkeys(g.value for g in answer.grounds):
        _print_value(out, value, [g for g in answer.grounds if g.value == value])
    for rule in answer.rules:
        out.print(f"- {rule}")


def _print_value(out: Any, value: str, grounds: list[Ground]) -> None:
    """One value, the reports that give it with their words, and each rule once."""
    out.print()
    out.print(value, style="bold cyan")
    for ground in grounds:
        out.print(f"  {ground.said_by}, in “{ground.report}” ({ground.published})")
        for quote in ground.quotes:
            out.print(f"    “{quote}”", style="italic")
    for rule in dict.fromkeys(r for g in grounds for r in g.rules):
        out.print(f"  - {rule}", style="dim")


@asks(records=False)
def history(
    asked: Query,
    record: Id,
    field: Annotated[str, typer.Argument(help="Which figure: killed, injured …", metavar="FIELD")] = "killed",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """How a figure grew: for each day with a report the reading then, what was printed that day, and what is late print."""
    from ..export.figures import RULES, figures_over_time, whose
    from ..export.why import bounds_words, claims_of
    from ..query.sources import outlet_of
    from ..records.fields import VERBS
    from .ledgers import opened, view
    from .showing import found_record

    if field not in VERBS:
        fail(f"There is no figure {field!r}; there are: {', '.join(sorted(VERBS))}.")
    with opened(db) as store:
        seen = view(store, asked)
        found = found_record(store, seen, record)
    claims: Any = claims_of(found)
    if not any(hasattr(c, "harms") or hasattr(c, "harm") for c in claims):
        fail(f"{found.id} counts nobody: figures grow in incidents and tolls.")
    articles = {a.id: a for a in seen.ledger.articles}
    outlets = {a.id: outlet_of(a) for a in seen.ledger.articles}
    moments = figures_over_time(seen.ledger, claims, field)
    if as_json:
        return print_json({"record": found.id, "field": field, "readings": [_then_json(t, outlets) for t in moments]})
    if not moments:
        fail(f"No dated report gives how many were {field} in {found.id}.")
    from .tables.base import table

    made = table(
        f"{found.id}, {field.replace('_', ' ')}: what was known when",
        ("Day", 12), ("Reading", 14), ("Stands on", 30), ("Printed that day", 44),
    )  # fmt: skip
    for then in moments:
        made.add_row(
            f"{then.at.day} {then.at:%b %Y}",
            bounds_words(then.reading.low, then.reading.high),
            "; ".join(dict.fromkeys(f"{whose(r, articles)}: {_figure(r)}" for r in then.standing)),
            "; ".join(
                f"{outlets[r.article]}: {_figure(r)}" + (f" ({r.why})" if r.why else f", {whose(r, articles)}")
                for r in then.printed
            ),
        )
    console().print(made)
    console().print(f"The reading is {RULES[moments[-1].reading.rule]}; nothing is added up.", style="dim")


def _figure(row: Any) -> str:
    from ..export.wording import count_words

    return count_words(row.count)


def _then_json(then: Any, outlets: dict[str, str]) -> Any:
    from ..export.values import count
    from ..export.values import moment as iso

    reading = then.reading
    rows = [
        {
            "published": iso(r.published), "source": r.source, "outlet": outlets[r.article], "article": r.article,
            "count": count(r.count), "who": r.who, "claim": r.claim, "state": r.state.value, "why": r.why,
        }
        for r in reading.rows
    ]  # fmt: skip
    return {"at": iso(then.at), "low": reading.low, "high": reading.high, "rule": reading.rule.value, "rows": rows}


Moment = Annotated[str, typer.Argument(help="A day, or a day and time.", metavar="TIME")]


@asks(known=False)
def diff(
    asked: Query,
    before: Moment,
    after: Moment,
    recorded: Annotated[
        bool, typer.Option("--recorded", help="Between two states of this ledger (UTC), not of what was published.")
    ] = False,
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """What changed between two moments, and why: which reports brought it, what people decided."""
    from ..monitoring.changes import changes
    from ..records.review import standing
    from .ledgers import asked as ask
    from .ledgers import opened

    axis = "recorded_by" if recorded else "published_by"
    first, then = moment(before, "the first moment"), moment(after, "the second moment")
    if then < first:
        fail(f"{after} is before {before}. Give the earlier moment first.")
    with opened(db) as store:
        old = ask(store, asked.having(**{axis: before})).view
        new = ask(store, asked.having(**{axis: after})).view
        judged: tuple[Judgement, ...] = ()
        if recorded:
            known = {j.id for j in standing(store.judgements(recorded_by=first))}
            judged = tuple(j for j in standing(store.judgements(recorded_by=then)) if j.id not in known)
    found = changes(old.ledger, new.ledger, judged)
    rows = [_row(c, old, new) for c in found]
    if as_json:
        return print_json({"from": before, "to": after, "query": str(asked), "recorded": recorded, "changes": rows})
    if not rows:
        console().print("Nothing changed. That is what the reports say, not that nothing happened.")
        return
    from .tables.base import table

    made = table(f"What changed from {before} to {after}", ("Record", 12), ("What", 14), ("Was → is", 34), ("Why", 40))
    for row in rows:
        change = " → ".join((row["before"] or "–", row["after"] or "–")) if row["what"] == "changed" else row["after"]
        made.add_row(row["record"], row["field"] or row["what"], change, "; ".join(row["why"]) or "–")
    console().print(made)


def _row(change: Change, old: View, new: View) -> dict[str, Any]:
    from ..export.privacy import Redaction
    from ..export.why import plain_words

    redaction = Redaction(new.ledger)
    words = [_told(change, new)] if change.what == "new" else [plain_words(v) for v in change.after]
    return {
        "record": change.record,
        "kind": change.kind,
        "what": change.what,
        "field": change.field,
        "before": redaction.clean(" / ".join(plain_words(v) for v in change.before)),
        "after": redaction.clean(" / ".join(words)),
        "why": [redaction.clean(w) for w in _reasons(change, old, new)],
    }


def _told(change: Change, seen: View) -> str:
    return " ".join(change.claims[0].words[0].quote.split())


def _reasons(change: Change, old: View, new: View) -> list[str]:
    """Reports that brought it, then decisions; where neither did, what is left: the clock, or another reading."""
    reasons = []
    if change.what != "gone":
        known = {a.id for a in old.ledger.articles}
        for article in dict.fromkeys(c.article for c in change.claims):
            told = new.article(article)
            title = told.title.value if told.title else told.source
            reasons.append(f"“{title}”" + ("" if article not in known else ", read anew"))
    for decided in change.decided:
        what = decided.verdict.value.replace("_", " ")
        reasons.append(
            f"{decided.judgement} of {decided.analyst}: {what}" + (f", {decided.reason}" if decided.reason else "")
        )
    for made in change.judged:
        reasons.append(
            f"{made.decision} of {made.analyst}: {made.verdict.value.replace('_', ' ')}"
            + (f", {made.reason}" if made.reason else "")
        )
    if change.into:
        reasons.append(f"now part of {change.into}")
    if not reasons:
        reasons.append("the clock" if change.field == "state" else "no longer so told")
    return list(dict.fromkeys(reasons))


def rebuild(db: Db = DEFAULT_DB) -> None:
    """Make anew what is derived: the search index, and what the ledger said at each moment. Nothing is lost by it."""
    from .ledgers import opened, rebuilt

    with opened(db) as store:
        store.rebuild_search()
        count = rebuilt(store)
    console().print(f"Rebuilt: the search index, and {count} moments of the ledger.")
