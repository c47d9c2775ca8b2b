"""Judgements looked at and taken back: ``list``, ``moved``, ``undo``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..options import DEFAULT_DB, AsJson, Db
from ..saying import console, fail, now, print_json
from .signing import WITHHELD, Analyst, Why, shown, signed, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records.review import Judgement


def undo(
    judgement: Annotated[str, typer.Argument(help="A decision (J3) as `judge list` gives it, or a part of it (J3.2).")],
    analyst: Analyst = "",
    reason: Why = "",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Take a decision back. Taking an undoing back brings the decision back."""
    from dataclasses import replace

    from ...records.review import undone
    from ..ledgers import opened, view

    signed(analyst)
    with opened(db) as store:
        seen = view(store)
        all_made = store.judgements()
        found = [j for j in all_made if judgement in (j.id, j.decision)]
        if not found:
            fail(f"There is no judgement {judgement}. `trucewatch judge list` gives them.")
        gone = undone(all_made)
        back = [j for j in found if j.id not in gone]
        if not back:
            fail(f"{judgement} is undone already. To bring it back, undo its undoing (`trucewatch judge list`).")
        made = [replace(j, id="", analyst=analyst, made=now(), reason=reason, undoes=j.id) for j in back]
        write(store, made, seen, f"{judgement} is undone", as_json)


def listed(as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Every decision, in the order made, and whether it stands. Codes of a blind round are not listed."""
    from ...records.review import Verdict, standing, undone
    from ..ledgers import opened

    with opened(db) as store:
        found = tuple(j for j in store.judgements() if j.verdict is not Verdict.CODE)
    stands = {j.id for j in standing(found)}
    gone = undone(found)
    in_force = {j.id for j in found if j.id in stands or (j.undoes and j.id not in gone)}
    if as_json:
        return print_json({"judgements": [{**shown(j), "stands": j.id in in_force} for j in found]})
    from ..tables.base import table

    made = table(
        "Judgements", ("Id", 5), ("Made", 12), ("Analyst", 10), ("Decision", 24), ("About", 12), ("Reason", 30)
    )
    for decision in dict.fromkeys(j.decision for j in found):
        parts = [j for j in found if j.decision == decision]
        standing_parts = sum(j.id in in_force for j in parts)
        words = verdict_words(parts[0])
        if standing_parts < len(parts):
            words += " (no longer stands)" if not standing_parts else f" ({standing_parts} of {len(parts)} parts stand)"
        made.add_row(
            decision, f"{parts[0].made:%Y-%m-%d %H:%M}", parts[0].analyst, words, about_words(parts), parts[0].reason
        )
    console().print(made if found else "No judgement has been made.")


def moved(as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Decisions whose ground has moved since: words read no more, or a value read otherwise. They are kept; look again."""
    from ...export.why import plain_words
    from ...reconciliation.ground import ground
    from ..ledgers import opened, view

    with opened(db) as store:
        seen = view(store)
        found = ground(seen.claims, seen.ledger.articles, store.judgements())
    if as_json:
        rows = [
            {"judgement": shown(m.judgement), "why": m.why, "was": plain_words(m.was), "now": plain_words(m.now)}
            for m in found
        ]
        return print_json({"moved": rows})
    if not found:
        console().print("Every decision rests on the words it was made on.")
        return
    from ..tables.base import table

    made = table(
        "Decisions whose ground has moved",
        ("Id", 6),
        ("Analyst", 10),
        ("Decision", 22),
        ("About", 8),
        ("What moved", 46),
    )
    for one in found:
        change = "" if one.was is None and one.now is None else f": {plain_words(one.was)} → {plain_words(one.now)}"
        made.add_row(
            one.judgement.id, one.judgement.analyst, verdict_words(one.judgement), about_words([one.judgement]),
            one.why + change,
        )  # fmt: skip
    console().print(made)


def verdict_words(made: Judgement) -> str:
    """What was decided, in a few words."""
    from ..record import judged_words

    if made.undoes:
        return f"undoes {made.undoes.split('.')[0]}"
    words = made.verdict.value.replace("_", " ")
    if made.verdict.value in ("round", "add"):
        return words
    if made.field and made.value is not None:
        was = f" (was {judged_words(made.left.kind, made.field, made.seen)})" if made.seen is not None else ""
        return f"{words} {made.field}: {judged_words(made.left.kind, made.field, made.value)}{was}"
    return f"{words}: {made.value.replace('_', ' ')}" if made.value else words


def about_words(parts: Sequence[Judgement]) -> str:
    """What a decision is about."""
    anchors = [a for j in parts for a in (j.left, j.right) if a is not None]
    return ", ".join(dict.fromkeys(WITHHELD if a.kind == "person" else a.record or a.kind for a in anchors))
