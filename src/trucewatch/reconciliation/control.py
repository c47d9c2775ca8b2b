"""Control claims: repeats left out, doubts of others set beside the claim they doubt, nothing decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..knowledge.geography import Lie, lie
from ..records.claim import ControlClaim
from ..records.reading import Stance
from ..records.text import Article
from .comparing import alike
from .told import tell

# "No side made gains" answers the claims told about it, in characters, not those of the whole report.
_ABOUT = 1200
_TAKEN = frozenset({"control", "entered"})


def reconcile_control(claims: Sequence[ControlClaim], articles: Mapping[str, Article]) -> tuple[ControlClaim, ...]:
    """The claims in order of telling, each once, with the voices that dispute it among ``said.responses``."""
    kept: list[ControlClaim] = []
    for claim in (t.claim for t in tell(claims, articles)):
        if not any(_repeats(claim, other) for other in kept):
            kept.append(claim)
    return tuple(_with_doubts(claim, kept) for claim in kept)


def _repeats(claim: ControlClaim, other: ControlClaim) -> bool:
    """The same holder, place and kind by the same voice in the same article."""
    if claim.article != other.article or claim.kind != other.kind or not claim.place or not other.place:
        return False
    if claim.holder is None or other.holder is None or not alike(claim.holder.value, other.holder.value):
        return False
    left, right = claim.said.speaker, other.said.speaker
    voices = left is None or right is None or left.value.id == right.value.id
    return voices and lie(claim.place.value, other.place.value) is Lie.SAME


def _with_doubts(claim: ControlClaim, others: Sequence[ControlClaim]) -> ControlClaim:
    doubts = [o for o in others if _disputes(o, claim)]
    if not doubts:
        return claim
    known = {span for _, _, span in claim.said.responses}
    added = tuple((Stance.DISPUTED, o.said.speaker, o.words[0]) for o in doubts if o.words[0] not in known)
    return replace(claim, said=replace(claim.said, responses=claim.said.responses + added))


def _disputes(doubt: ControlClaim, claim: ControlClaim) -> bool:
    """Another voice: nothing changed hands there, or another party holds the place."""
    if doubt is claim or claim.kind not in _TAKEN or doubt.said.speaker is None:
        return False
    mine = claim.said.speaker.value.id if claim.said.speaker else None
    if doubt.said.speaker.value.id == mine:
        return False
    if doubt.kind == "no_change":
        near = doubt.article == claim.article and abs(doubt.words[0].start - claim.words[0].start) <= _ABOUT
        return near and mine is not None and _reaches(doubt, claim)
    if doubt.kind not in _TAKEN or doubt.holder is None or claim.holder is None:
        return False
    return _same_place(doubt, claim) and not alike(doubt.holder.value, claim.holder.value) and _same_time(doubt, claim)


def _reaches(doubt: ControlClaim, claim: ControlClaim) -> bool:
    """Whether "no gains" is said of an area that may hold the place."""
    if doubt.place is None or claim.place is None:
        return True
    return lie(claim.place.value, doubt.place.value) is not Lie.APART


def _same_place(a: ControlClaim, b: ControlClaim) -> bool:
    return a.place is not None and b.place is not None and lie(a.place.value, b.place.value) is Lie.SAME


def _same_time(a: ControlClaim, b: ControlClaim) -> bool:
    """A place may change hands: only claims of one moment, as far as both give one, dispute each other."""
    return a.as_of is None or b.as_of is None or a.as_of.value == b.as_of.value
