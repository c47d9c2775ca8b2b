"""What every command of ``judge`` does: find what is meant, sign, write under the lock, say what was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..saying import console, fail, now, print_json

if TYPE_CHECKING:
    from ...records.claim import Claim
    from ...records.review import Anchor, Judgement, Verdict
    from ...records.text import Article
    from ...store import Store
    from ..ledgers import View

One = Annotated[str, typer.Argument(help="Id of a record or claim.", metavar="ID")]
Many = Annotated[list[str], typer.Argument(help="Ids of records or claims.", metavar="ID…")]
Analyst = Annotated[str, typer.Option(envvar=["TRUCEWATCH_ANALYST", "USER"], help="Who decides.", show_default=False)]
Why = Annotated[str, typer.Option("--reason", help="Why.")]
WITHHELD = "a person (name withheld)"


@dataclass(frozen=True, slots=True)
class Meant:
    """What an id on the command line means: the record, its id, and its claims as read."""

    record: Any
    id: str
    claims: tuple[Claim, ...]

    def anchors(self) -> list[Anchor]:
        """The anchors of its claims."""
        from ...records.review import anchor_of

        return [anchor_of(c, self.id) for c in self.claims]


def meant(store: Store, seen: View, asked: str) -> Meant:
    """The record or claim of that id, with its claims as they were read (a correction may have changed them since)."""
    from ...export.why import claims_of
    from ..showing import found_record

    record = found_record(store, seen, asked)
    read = {c.id: c for c in seen.claims}
    return Meant(record, record.id, tuple(read[c.id] for c in claims_of(record)))


def judgement(verdict: Verdict, left: Anchor, analyst: str, reason: str, **more: Any) -> Judgement:
    """A judgement not yet numbered."""
    from ...records.review import Judgement

    return Judgement("", verdict, left, analyst, now(), reason=reason, **more)


def signed(analyst: str) -> None:
    """Nothing is decided by nobody."""
    if not analyst.strip():
        fail("A judgement is signed. Say who decides: --analyst NAME, or set TRUCEWATCH_ANALYST.")


def reasoned(reason: str, what: str) -> None:
    """What takes something away, or adds it, says why."""
    if not reason.strip():
        fail(f"{what} needs a reason that others can read: --reason TEXT.")


def write(
    store: Store, made: Sequence[Judgement], seen: View, sentence: str, as_json: bool, notes: Sequence[Article] = ()
) -> tuple[Judgement, ...]:
    """Write one decision, compile the ledger anew so that new ids are minted, and say its number."""
    from ..ledgers import view

    written = store.decide(made, now=now(), seen=seen.position, notes=notes)
    view(store)
    if as_json:
        print_json({"decision": written[0].decision, "judgements": [shown(j) for j in written]})
    else:
        console().print(f"{written[0].decision}: {sentence}")
    return written


def shown(made: Judgement) -> Any:
    """A judgement as JSON; a person's name stays inside."""
    from ...records.codec import to_json

    found = to_json(made)
    if made.left.kind == "person":
        found["left"]["record"] = WITHHELD
    return found
