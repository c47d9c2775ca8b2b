"""Whose talks they are where a round is told at which nobody is named: the two sides of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ...records.claim import TalkClaim
from ...records.party import Party, PartyKind
from ...records.reading import PartyMention, Reading
from ...records.text import Cited

_ROUND = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|last|latest|next|new|final|previous|preliminary|peace)\s+(?:\w+\s+){0,2}"
    r"(?:rounds?|sessions?|cycles?|talks|negotiations|meetings?|dialogue)\b",
    re.IGNORECASE,
)
_GROUPS = {PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA}
_STATES = {PartyKind.GOVERNMENT, PartyKind.STATE_FORCES}
_TWICE = 2


def with_pair(reading: Reading, claim: TalkClaim, told: Sequence[TalkClaim]) -> TalkClaim:
    """The claim with the two sides at its table where it names nobody; unchanged where it does, or none are known."""
    if not nameless_round(claim):
        return claim
    pair = _last_pair(told) or _sides(reading)
    return replace(claim, participants=pair) if pair else claim


def nameless_round(claim: TalkClaim) -> bool:
    """ "The second round in Oslo": talks told with a place, at which nobody is named."""
    return not claim.participants and claim.place is not None and bool(_ROUND.search(claim.words[0].quote))


def _last_pair(told: Sequence[TalkClaim]) -> tuple[Cited[Party], ...]:
    """Those at the table of the talks told last, where two or more were named."""
    for claim in reversed(told):
        named = tuple(p for p in claim.participants if p.value.kind in _GROUPS | _STATES)
        if len(named) > 1:
            return tuple(_again(p) for p in named)
    return ()


def _again(party: Cited[Party]) -> Cited[Party]:
    return replace(party, derivation="not named here; the sides at the table of the talks told before")


def _sides(reading: Reading) -> tuple[Cited[Party], ...]:
    """The state and the armed group of one country that the text names most, where it names each more than once."""
    group = _most(reading, _GROUPS, None)
    state = _most(reading, _STATES, group.party.country) if group else None
    if group is None or state is None:
        return ()
    why = "not named here; the two sides of the text"
    return (Cited(state.party, (state.span,), why), Cited(group.party, (group.span,), why))


def _most(reading: Reading, kinds: set[PartyKind], country: str | None) -> PartyMention | None:
    known = [
        m
        for m in reading.parties
        if m.party.kind in kinds and not m.party.umbrella and (country is None or m.party.country in (country, None))
    ]
    votes = Counter(m.party.id for m in known)
    if not votes:
        return None
    best, number = votes.most_common(1)[0]
    return next(m for m in known if m.party.id == best) if number >= _TWICE else None
