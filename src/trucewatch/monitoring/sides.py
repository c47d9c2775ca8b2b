"""Who a truce binds, whom it leaves out, and whom it protects, as far as its words say so."""

from __future__ import annotations

from collections.abc import Sequence

from ..records.ledger import Answer, Incident, Truce
from ..records.party import Party, PartyKind

_UNARMED = frozenset({PartyKind.CIVILIANS, PartyKind.PERSON, PartyKind.MEDIA, PartyKind.WITNESS, PartyKind.MONITOR})

_STATE = frozenset({PartyKind.STATE_FORCES, PartyKind.GOVERNMENT, PartyKind.EXTERNAL_FORCES, PartyKind.COALITION})


def same_party(left: Party, right: Party) -> bool:
    """Whether two mentions are one party, or one is the other's organ; an umbrella word is no faction of it."""
    if left.id == right.id:
        return True
    if left.umbrella or right.umbrella:
        return False
    if left.of is not None and left.of == right.of:
        return True
    return left.of in (right.id, right.name) or right.of in (left.id, left.name)


def is_bound(actor: Party | None, truce: Truce, excluded: Sequence[Party]) -> tuple[Answer, str]:
    """Whether the act's author accepted the truce by the reports' own words."""
    if actor is None:
        return Answer.UNKNOWN, "no report names who did it"
    if any(same_party(actor, p) for p in excluded):
        return Answer.NO, f"{actor.name} is excluded from the truce"
    for cited in (*truce.bound, *truce.declared_by):
        if same_party(actor, cited.value):
            return Answer.YES, f"{actor.name} is named as bound or as declaring the truce"
    if truce.unilateral and truce.declared_by and all(surely_other(actor, c.value) for c in truce.declared_by):
        names = ", ".join(c.value.shown for c in truce.declared_by)
        return Answer.NO, f"the truce is {names}'s own, and {actor.name} is not said to have joined it"
    if actor.umbrella:
        return Answer.UNKNOWN, f'"{actor.name}" names no organisation, and no report says that it is bound'
    return Answer.UNKNOWN, f"no report says whether {actor.name} is bound"


def surely_other(actor: Party, declarer: Party) -> bool:
    """Whether two parties are surely two: one a state's and the other not, or two groups known by name."""
    if actor.umbrella or declarer.umbrella:
        return (actor.kind in _STATE) != (declarer.kind in _STATE) and PartyKind.OTHER not in (
            actor.kind,
            declarer.kind,
        )
    if PartyKind.OTHER in (actor.kind, declarer.kind):
        return False
    if (actor.kind in _STATE) != (declarer.kind in _STATE):
        return True
    return actor.kind not in _STATE and not any(p.id.startswith("text:") for p in (actor, declarer))


def is_protected(
    target: Party | None, incident: Incident, truce: Truce, excluded: Sequence[Party]
) -> tuple[Answer, str]:
    """Whether those hit are civilians or a party to the truce."""
    if target is None:
        words = incident.lead.target_words
        return Answer.UNKNOWN, f"who was hit is not stated{f' beyond {words.value!r}' if words else ''}"
    if any(same_party(target, p) for p in excluded):
        return Answer.NO, f"{target.name} is excluded from the truce"
    if target.kind in _UNARMED:
        return Answer.YES, f"{target.name}: not a party to the fighting"
    for cited in (*truce.bound, *truce.declared_by):
        if same_party(target, cited.value):
            return Answer.YES, f"{target.name} is a party to the truce"
    return Answer.UNKNOWN, f"no report says whether {target.name} is a party to the truce"
