"""A claim made of values that a person gives: every one of them stands on the analyst's note."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from .claim import (
    Claim,
    ControlClaim,
    Grain,
    Harm,
    IncidentClaim,
    PopulationClaim,
    PositionClaim,
    RelationClaim,
    Said,
    TalkClaim,
    TollClaim,
    TruceAct,
    TruceClaim,
)
from .codec import to_json
from .fields import with_value
from .party import Party, PartyKind
from .reading import Stance
from .text import Article, Cited, Note, Span

_NEEDED = {
    "truce": ("label", "instrument"),
    "incident": ("sub_event",),
    "toll": ("harm.verb", "harm.count"),
    "control": ("kind", "place", "holder"),
    "talk": ("status",),
    "position": ("actor", "stance", "issue"),
    "relation": ("left", "relation", "right"),
    "population": ("kind", "count"),
}


def missing(kind: str, values: Mapping[str, Any]) -> list[str]:
    """Paths of the values without which a claim of that kind says nothing."""
    return [path for path in _NEEDED[kind] if values.get(path) is None]


def by_hand(
    kind: str, home: Article, words: Span, values: Mapping[str, Any], analyst: str, reason: str, made: datetime
) -> Claim:
    """A claim of that kind with values by path, said by the analyst unless they give a speaker.

    Raises:
        FieldError: a path leads nowhere in such a claim.
    """
    note = (Note(analyst, reason),)
    who = Party(f"analyst:{analyst}", analyst, PartyKind.OTHER)
    said = Said(Stance.ASSERTED, Cited(who, note))
    claim = _bare(kind, home.id, said, (words,), dict(values), note)
    for path, value in values.items():
        if path not in _NEEDED[kind]:
            claim = with_value(claim, path, value, note)
    body = json.dumps([to_json(claim), analyst, made.isoformat()], ensure_ascii=False, sort_keys=True)
    return replace(claim, id=hashlib.sha256(body.encode()).hexdigest())


def _bare(
    kind: str, article: str, said: Said, words: tuple[Span, ...], values: dict[str, Any], note: tuple[Note, ...]
) -> Claim:
    """The claim with what it cannot do without."""

    def cited(path: str) -> Cited[Any]:
        return Cited(values[path], note)

    head = ("", article, said, words)
    if kind == "truce":
        return TruceClaim(*head, cited("label"), values["instrument"], TruceAct.MENTIONED)
    if kind == "incident":
        event = Cited(str(values.get("event") or values["sub_event"]), note)
        return IncidentClaim(*head, event, values["sub_event"], Grain.INCIDENT)
    if kind == "toll":
        return TollClaim(*head, Harm(values["harm.verb"], cited("harm.count")))
    if kind == "control":
        return ControlClaim(*head, values["kind"], cited("place"), cited("holder"))
    if kind == "talk":
        return TalkClaim(*head, cited("status"))
    if kind == "position":
        return PositionClaim(*head, cited("actor"), cited("stance"), cited("issue"))
    if kind == "relation":
        return RelationClaim(*head, cited("left"), cited("relation"), cited("right"))
    assert kind == "population"
    return PopulationClaim(*head, values["kind"], cited("count"))
