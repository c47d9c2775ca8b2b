"""``trucewatch judge``: what a person decides about records. Judgements are added, never changed; undoing adds one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .options import DEFAULT_DB, AsJson, Db
from .saying import console, fail, now, print_json

if TYPE_CHECKING:
    from ..records.claim import Claim
    from ..store import Store

judge = typer.Typer(help="Accept, reject, join or part records; signed, dated, reversible.", no_args_is_help=True)
One = Annotated[str, typer.Argument(help="Id of a record or claim.", metavar="ID")]
Two = Annotated[str, typer.Argument(help="Id of the other.", metavar="ID")]
Analyst = Annotated[str, typer.Option(envvar=["TRUCEWATCH_ANALYST", "USER"], help="Who decides.", show_default=False)]
Why = Annotated[str, typer.Option("--reason", help="Why.")]


@judge.command()
def accept(record: One, analyst: Analyst = "", reason: Why = "", db: Db = DEFAULT_DB) -> None:
    """A person has checked it: it stands as read."""
    _judge("accept", record, None, analyst, reason, db)


@judge.command()
def reject(record: One, analyst: Analyst = "", reason: Why = "", db: Db = DEFAULT_DB) -> None:
    """It is no such thing: its claims leave the ledger (and come back when this is undone)."""
    _judge("reject", record, None, analyst, reason, db)


@judge.command()
def same(record: One, other: Two, analyst: Analyst = "", reason: Why = "", db: Db = DEFAULT_DB) -> None:
    """Two records tell of one thing."""
    _judge("same", record, other, analyst, reason, db)


@judge.command()
def different(record: One, other: Two, analyst: Analyst = "", reason: Why = "", db: Db = DEFAULT_DB) -> None:
    """Two records, or two claims of one record, tell of two things."""
    _judge("different", record, other, analyst, reason, db)


@judge.command()
def undo(
    judgement: Annotated[str, typer.Argument(help="Id of a judgement, as `judge list` gives it.")],
    analyst: Analyst = "",
    reason: Why = "",
    db: Db = DEFAULT_DB,
) -> None:
    """Take a judgement back."""
    from dataclasses import replace

    from .ledgers import opened

    _signed(analyst)
    with opened(db) as store:
        found = [j for j in store.judgements() if j.id == judgement or decision_of(j.id) == judgement]
        if not found:
            fail(f"There is no judgement {judgement}. `trucewatch judge list` gives them.")
        number = _next(store)
        for n, one in enumerate(found, 1):
            taken_back = replace(one, id=f"J{number}.{n}", analyst=analyst, made=now(), reason=reason, undoes=one.id)
            store.add_judgement(taken_back, now=now())
    console().print(f"J{number}: {judgement} is undone.")


@judge.command("list")
def listed(as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Every judgement, in the order made."""
    from ..records.codec import to_json
    from ..records.review import standing
    from .ledgers import opened

    with opened(db) as store:
        found = store.judgements()
    if as_json:
        return print_json({"judgements": to_json(found)})
    from .tables.base import table

    made = table("Judgements", ("Id", 5), ("Made", 12), ("Analyst", 12), ("Verdict", 16), ("About", 14), ("Reason", 30))
    stands = {j.id for j in standing(found)}
    for one in found:
        verdict = f"undoes {one.undoes}" if one.undoes else one.verdict.value
        about = ", ".join(a.record or a.kind for a in (one.left, one.right) if a)
        made.add_row(
            one.id, f"{one.made:%Y-%m-%d %H:%M}", one.analyst,
            verdict if one.id in stands or one.undoes else f"{verdict} (no longer stands)", about, one.reason,
        )  # fmt: skip
    console().print(made if found else "No judgement has been made.")


def _judge(verdict: str, left: str, right: str | None, analyst: str, reason: str, db: str) -> None:
    from ..records.review import Judgement, Verdict, anchor_of
    from .ledgers import opened, view
    from .record import claims_of
    from .showing import found_record

    _signed(analyst)
    with opened(db) as store:
        seen = view(store)
        lefts = claims_of(found_record(store, seen, left))
        rights: tuple[Claim | None, ...] = (None,)
        if right is not None:
            rights = claims_of(found_record(store, seen, right))
        pairs = [(a, b) for a in lefts for b in rights]
        if verdict == Verdict.SAME:
            # One tie is enough to join; to part, every pair must be kept apart.
            pairs = pairs[:1]
        number = _next(store)
        for n, (a, b) in enumerate(pairs, 1):
            made = Judgement(
                f"J{number}.{n}", Verdict(verdict), anchor_of(a, left), analyst, now(),
                anchor_of(b, right) if b else None, reason,
            )  # fmt: skip
            store.add_judgement(made, now=now())
        view(store)
    console().print(f"J{number}: {verdict} {' '.join(i for i in (left, right) if i)}")


def _signed(analyst: str) -> None:
    if not analyst.strip():
        fail("A judgement is signed. Say who decides: --analyst NAME, or set TRUCEWATCH_ANALYST.")


def decision_of(judgement: str) -> str:
    """The decision a judgement belongs to: one decision on a record is a judgement on each of its claims."""
    return judgement.split(".")[0]


def _next(store: Store) -> int:
    return len({decision_of(j.id) for j in store.judgements()}) + 1
