"""The coders compared once all have finished, and their common reading brought into the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..judging.signing import Analyst, judgement, signed, write
from ..options import DEFAULT_DB, AsJson, Db
from ..saying import console, fail, print_json
from .setting import REAL, Name

if TYPE_CHECKING:
    from ...records.review import Judgement
    from ..ledgers import View
    from .held import Round


def agreement(name: Name, as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Krippendorff's alpha of each field, and the items on which coders differ: shown only when all have finished."""
    from dataclasses import asdict

    from ...export.why import plain_words
    from ...monitoring.agreement import agreement as compare
    from ..ledgers import opened

    with opened(db) as store:
        round_ = _finished(store, name)
    found = compare(round_.coded())
    apart = [
        {"item": item, "field": f.field, "codes": {c: plain_words(v) for c, v in _said(round_, item, f.field).items()}}
        for f in found
        for item in f.apart
    ]
    if as_json:
        return print_json(
            {"round": name, "coders": round_.coders, "fields": [asdict(f) for f in found], "apart": apart}
        )
    from ..tables.base import table

    made = table(
        f"Round {name}: {', '.join(round_.coders)}",
        ("Field", 24),
        ("Measure", 10),
        ("Krippendorff's alpha", 22),
        ("Same", 12),
    )
    for field in found:
        alpha = "not defined: one value only" if field.alpha is None else f"{field.alpha:.3f}"
        made.add_row(field.field, field.measure, alpha, f"{field.same} of {field.items}")
    console().print(made)
    for row in apart:
        codes: Any = row["codes"]
        console().print(f"Item {row['item']}, {row['field']}: " + "; ".join(f"{c}: {v}" for c, v in codes.items()))


def merge(
    name: Name,
    take: Annotated[
        list[str] | None,
        typer.Option("--take", help="Where they differ, whose word to take: ITEM:FIELD:CODER (again and again)."),
    ] = None,
    analyst: Analyst = "",
    reason: Annotated[str, typer.Option("--reason", help="Why, where you take one coder's word.")] = "",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Bring a round into the ledger: what all coders say is accepted or corrected, in their names; where they differ it is marked unsure."""
    from ..ledgers import opened, view

    signed(analyst)
    with opened(db) as store:
        seen, round_ = view(store), _finished(store, name)
        made = _decisions(seen, round_, _taken(round_, take or []), analyst, reason)
        if not made:
            fail("Nothing is left to bring in: the items of this round are read no more.")
        verdicts = [j.verdict.value for j in made]
        told = ", ".join(f"{verdicts.count(v)} {v}" for v in dict.fromkeys(verdicts))
        write(store, made, seen, f"round {name} brought in: {told}", as_json)


def _finished(store: Any, name: str) -> Round:
    """The round, once two or more have coded all of it: before that nobody may see what others said."""
    from .held import held

    round_ = held(store, name)
    if len(round_.coders) < 2:
        fail(f"Only {', '.join(round_.coders) or 'nobody'} has coded round {name}; agreement needs two.")
    waiting = [f"{coder} has {n} left" for coder in round_.coders if (n := len(round_.left(coder)))]
    if waiting:
        fail(f"The round is blind until all have finished: {', '.join(waiting)}.")
    return round_


def _said(round_: Round, item: int, field: str) -> dict[str, Any]:
    return {c.coder: c.value for c in round_.coded() if (c.item, c.field) == (item, field)}


def _taken(round_: Round, given: list[str]) -> dict[tuple[int, str], str]:
    from .held import number_of

    found: dict[tuple[int, str], str] = {}
    for one in given:
        item, _, rest = one.partition(":")
        field, _, coder = rest.rpartition(":")
        number = number_of(item, round_.items)
        if field not in round_.fields or coder not in round_.coders:
            fail(f"--take {one}: give ITEM:FIELD:CODER, of {', '.join(round_.fields)} and {', '.join(round_.coders)}.")
        found[number, field] = coder
    return found


def _decisions(
    seen: View, round_: Round, taken: dict[tuple[int, str], str], analyst: str, reason: str
) -> list[Judgement]:
    """One decision for each item and field: in the coders' names where they agree, else in the name of who decides."""
    from .held import claim_of

    made: list[Judgement] = []
    for number, item in enumerate(round_.items, 1):
        if claim_of(seen, item) is not None:
            made += _of_item(seen, round_, number, taken, analyst, reason)
    return made


def _of_item(
    seen: View, round_: Round, number: int, taken: dict[tuple[int, str], str], analyst: str, reason: str
) -> list[Judgement]:
    from ...export.why import plain_words
    from ...monitoring.agreement import category
    from ...records.fields import as_text, value_at
    from ...records.review import Verdict, anchor_of
    from .held import claim_of

    claim = claim_of(seen, round_.items[number - 1])
    assert claim is not None
    anchor = anchor_of(claim)
    made: list[Judgement] = []
    apart: list[str] = []
    common = f"round {round_.name}: all coders say so"
    for field in round_.fields:
        said = _said(round_, number, field)
        if not said:
            continue
        names, why, coder = " and ".join(sorted(said)), common, taken.get((number, field))
        if len({category(v) for v in said.values()}) > 1:
            if coder is None:
                apart.append(f"{field}: " + ", ".join(f"{plain_words(v)} ({c})" for c, v in sorted(said.items())))
                continue
            names, why = analyst, f"round {round_.name}: {coder}'s word taken" + (f", {reason}" if reason else "")
        value = said[coder] if coder in said else next(iter(said.values()))
        if field == REAL:
            if value is False:
                return [judgement(Verdict.REJECT, anchor, names, why)]
            continue
        now_ = value_at(_shown(seen, claim.id), field)
        if category(now_) != category(value):
            made.append(
                judgement(Verdict.CORRECT, anchor, names, why, field=field, value=as_text(value), seen=as_text(now_))
            )
    if apart:
        return [
            *made,
            judgement(Verdict.UNSURE, anchor, analyst, f"round {round_.name}: coders differ on {'; '.join(apart)}"),
        ]
    coders = " and ".join(round_.coders)
    return made or [judgement(Verdict.ACCEPT, anchor, coders, common)]


def _shown(seen: View, claim: str) -> Any:
    """The claim as the ledger has it now, with what people corrected."""
    from ...query.selecting import claims_in

    return next((c for c in claims_in(seen.ledger) if c.id == claim), next(c for c in seen.claims if c.id == claim))
