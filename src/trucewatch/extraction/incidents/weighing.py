"""What an act's row is worth beside the acts told before it: harm alone, a figure, deaths that are no act."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...knowledge.geography import Lie, lie
from ...records.claim import Grain, Harm, IncidentClaim
from ...records.place import Level, Place
from ...records.reading import Reading
from ...records.text import Cited
from ...records.when import When
from ..roles import Roles
from ..roles.clause import ARMED
from .acts import Act

_WIDE = frozenset([Level.COUNTRY, Level.REGION, Level.SEA])
_SIDES = "the words point back to the act before, of these sides"
_NATURAL = frozenset(
    [
        "died",
        "dead",
        "hurt",
        "injured",
        "deaths of",
        "death of",
        "lost their lives",
        "claimed the lives",
        "bodies of",
        "bodies were",
    ]
)
_BY_HAND = re.compile(
    r"\b(?:hands? (?:were )?(?:tied|bound)|bound and|blindfolded|gunshots?|bullet|bullets|mutilated|decapitated|beheaded|executed|execution[- ]style|throats? (?:were )?(?:cut|slit)|signs of torture|mass graves?|riddled|charred)\b",
    re.I,
)
_AT_LARGE = re.compile(
    r"\b(?:people|persons?|others?|victims?|lives|men|women|children|villagers|passengers|inhabitants|nationals|tourists|bodies)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Told:
    """An act already told: what later sentences go on from."""

    claim: IncidentClaim
    paragraph: int
    sentence: int
    places: int
    index: int


def bare_harm(claim: IncidentClaim, last: Told, act: Act) -> bool:
    """Whether a claim brings nothing but harm that the act before it does not tell yet."""
    derived = (claim.place is None or claim.place.derivation) and (claim.when is None or claim.when.derivation)
    verbs = {h.verb for h in last.claim.harms}
    near = act.sentence.index - last.sentence <= 1 and last.places == 1
    return bool(derived and near and claim.harms) and not any(h.verb in verbs for h in claim.harms)


def same_place(places: tuple[Cited[Place], ...], claim: IncidentClaim) -> bool:
    where = claim.place.value if claim.place is not None else None
    return where is None or any(p.value.name in (where.name, *where.within) for p in places)


def sides_of(act: IncidentClaim, seen: Roles, places: tuple[Cited[Place], ...]) -> Roles:
    """The sides of an act that words point back to ("the attacks took place in ..."), where these name none."""
    own = places[0].value if places else None
    told = act.place.value if act.place is not None and not act.place.derivation else None
    if own is not None and told is not None and lie(own, told) is Lie.APART:
        return seen
    actor = seen.actor or (act.actor and replace(act.actor, derivation=_SIDES))
    if seen.target is not None or seen.target_words is not None:
        return replace(seen, actor=actor)
    return replace(
        seen, actor=actor, target=act.target and replace(act.target, derivation=_SIDES), target_words=act.target_words
    )


def armed_hand(sub_event: str, seen: Roles, means: tuple[Cited[str], ...]) -> bool:
    """Whether looting or burning is the deed of an armed party, or done with weapons: the words alone do not say."""
    if sub_event != "Looting/property destruction":
        return False
    return bool(means) or (seen.actor is not None and seen.actor.value.kind in ARMED)


def natural(reading: Reading, act: Act, harms: tuple[Harm, ...]) -> bool:
    """Whether deaths are told of people at large by words that fit a flood as well as a war."""
    if not act.effect_only or any(h.span.quote.lower() not in _NATURAL for h in act.hits):
        return False
    if _BY_HAND.search(reading.article.text, act.start, act.end):
        return False
    return all(h.who is None or _AT_LARGE.search(h.who.value) for h in harms)


def finer(places: tuple[Cited[Place], ...]) -> bool:
    """Whether a place is named that is finer than a region."""
    return any(p.value.level not in _WIDE for p in places)


def figure_only(
    act: Act,
    before: Told | None,
    grain: Grain,
    places: tuple[Cited[Place], ...],
    when: Cited[When] | None,
    harms: tuple[Harm, ...],
) -> bool:
    """Whether the words give a figure over days, a side or a whole war, which is a toll and no act."""
    if act.effect_only and before is not None and before.places > 1 and not places:
        return True
    if act.effect_only:
        return grain is not Grain.INCIDENT or (before is None and not places and when is None)
    return grain is Grain.AGGREGATE and bool(harms) and not finer(places)
