"""Judgements whose ground has moved: their words are read no more, or otherwise, since an analyst judged them.

They are kept and go on having effect where they can; this lists them, so that a person looks again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..records.claim import Claim
from ..records.fields import FieldError, from_text, same_value, slot_at, value_at
from ..records.review import Anchor, Judgement, Verdict, in_order, matter, spans_of, standing, undone
from ..records.text import Article
from .decided import meant, shelved


@dataclass(frozen=True, slots=True)
class Moved:
    """A judgement and what moved under it, in words. ``was`` and ``now`` are values of a corrected field."""

    judgement: Judgement
    why: str
    was: Any = None
    now: Any = None


def ground(claims: Sequence[Claim], articles: Sequence[Article], judgements: Sequence[Judgement]) -> tuple[Moved, ...]:
    """The standing judgements that no longer rest on what was read when they were made.

    ``claims`` are those as read (and as added), before any judgement.
    """
    shelves = shelved(claims)
    texts = {a.id: a.text for a in articles}
    first = _first_seen(judgements)
    found: list[Moved] = []
    for judgement in standing(judgements):
        moved = _moved(judgement, shelves, texts, first)
        if moved is not None:
            found.append(moved)
    return tuple(found)


def _first_seen(judgements: Sequence[Judgement]) -> dict[tuple[object, ...], str | None]:
    """By matter, what had been read before the first correction of it that was not taken back."""
    gone = undone(judgements)
    first: dict[tuple[object, ...], str | None] = {}
    for judgement in in_order(judgements):
        if judgement.verdict is Verdict.CORRECT and not judgement.undoes and judgement.id not in gone:
            first.setdefault(matter(judgement), judgement.seen)
    return first


def _moved(
    judgement: Judgement,
    shelves: Mapping[tuple[str, str], list[Claim]],
    texts: Mapping[str, str],
    first: Mapping[tuple[object, ...], str | None],
) -> Moved | None:
    for anchor in (judgement.left, judgement.right):
        if anchor is None or not anchor.article:
            continue
        found = meant(anchor, shelves)
        quote = _quoted(anchor, texts)
        if not found:
            return Moved(judgement, f"the {anchor.kind} read from {quote} is read no more")
        if all(spans_of(c) != anchor.spans for c in found):
            return Moved(judgement, f"the {anchor.kind} read from {quote} is read from other words now")
        if judgement.verdict is Verdict.CORRECT and anchor is judgement.left:
            return _value_moved(judgement, found[0], first[matter(judgement)])
    return None


def _value_moved(judgement: Judgement, claim: Claim, seen: str | None) -> Moved | None:
    assert judgement.field is not None and judgement.value is not None
    try:
        slot = slot_at(type(claim), judgement.field)
        from_text(slot, judgement.value)
        was = from_text(slot, seen) if seen is not None else None
    except (FieldError, json.JSONDecodeError) as error:
        return Moved(judgement, f"the correction no longer fits the field: {error}")
    now = value_at(claim, judgement.field)
    if seen is None or same_value(was, now) or was == now:
        return None
    return Moved(judgement, f"the {judgement.field} read there is another than when it was corrected", was, now)


def _quoted(anchor: Anchor, texts: Mapping[str, str]) -> str:
    text = texts.get(anchor.article)
    if text is None:
        return "a report that is not in this ledger"
    return " … ".join(f"“{' '.join(text[start:end].split())}”" for start, end in anchor.spans)
