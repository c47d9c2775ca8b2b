"""A round as the journal holds it: its items, its fields, and what each coder has said so far."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...monitoring.agreement import Coded
from ...records.claim import Claim
from ...records.codec import from_json
from ...records.fields import FieldError, from_text, slot_at
from ...records.review import KINDS, Anchor, Judgement, Verdict, standing
from ..saying import fail
from .setting import REAL

if TYPE_CHECKING:
    from ...store import Store
    from ..ledgers import View


@dataclass(frozen=True, slots=True)
class Round:
    """A round: its items by their words, the fields asked, the codes given. Items are numbered from 1."""

    name: str
    items: tuple[Anchor, ...]
    fields: tuple[str, ...]
    codes: tuple[Judgement, ...]

    def coded(self) -> tuple[Coded, ...]:
        """What every coder said, as values."""
        return tuple(self._coded())

    def _coded(self) -> Iterator[Coded]:
        numbers = {_key(anchor): n for n, anchor in enumerate(self.items, 1)}
        for code in self.codes:
            if _key(code.left) in numbers and code.field is not None and code.value is not None:
                value = value_of(code.left.kind, code.field, code.value)
                yield Coded(code.analyst, numbers[_key(code.left)], code.field, value, code.made)

    def left(self, coder: str) -> list[tuple[int, str]]:
        """What a coder has still to say. Of an item that they say is none, nothing more."""
        said = {(c.item, c.field): c.value for c in self.coded() if c.coder == coder}
        return [
            (n, field)
            for n in range(1, len(self.items) + 1)
            for field in self.fields
            if (n, field) not in said and said.get((n, REAL)) is not False
        ]

    @property
    def coders(self) -> tuple[str, ...]:
        """Who has coded anything, in order of name."""
        return tuple(sorted({c.analyst for c in self.codes}))


def _key(anchor: Anchor) -> tuple[Any, ...]:
    return anchor.article, anchor.kind, anchor.spans


def held(store: Store, name: str) -> Round:
    """The round of that name; without one the command ends and names those there are."""
    made = standing(store.judgements())
    opened = {j.left.record: j for j in made if j.verdict is Verdict.ROUND}
    if name not in opened:
        fail(
            f"There is no round {name!r}. There are: {', '.join(sorted(str(n) for n in opened)) or 'none; see `round new`'}."
        )
    body = json.loads(opened[name].value or "{}")
    codes = tuple(j for j in made if j.verdict is Verdict.CODE and j.right is not None and j.right.record == name)
    return Round(name, tuple(from_json(Anchor, a) for a in body["items"]), tuple(body["fields"]), codes)


def value_of(kind: str, field: str, text: str) -> Any:
    """The plain value of a code."""
    if field == REAL:
        return bool(json.loads(text))
    try:
        return from_text(slot_at(KINDS[kind], field), text)
    except FieldError as error:
        fail(f"A code of this round no longer fits its field {field}: {error}.")


def claim_of(seen: View, item: Anchor) -> Claim | None:
    """The claim that an item means, as it was read; None where its words are read no more."""
    found = item.among(seen.claims)
    return found[0] if found else None


def number_of(given: str, items: Sequence[Anchor]) -> int:
    """The number of an item as typed."""
    if not given.isdigit() or not 1 <= int(given) <= len(items):
        fail(f"There is no item {given!r}; the round has 1 to {len(items)}.")
    return int(given)
