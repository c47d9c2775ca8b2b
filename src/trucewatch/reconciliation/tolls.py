"""Toll claims to tolls: repeats of one figure joined, rivals and parts linked by id, nothing summed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..knowledge.geography import Lie, lie
from ..knowledge.names import fold
from ..records.claim import Grain, Harm, TollClaim
from ..records.count import Count
from ..records.ledger import Incident, Toll
from ..records.place import Place
from ..records.text import Article, Cited
from ..records.when import When
from .comparing import overlap
from .naming import record_id
from .told import Told, tell

_PART = re.compile(r"\b(?:including|among them|among the dead|of whom|of them|of which)\b", re.I)


def reconcile_tolls(
    claims: Sequence[TollClaim], articles: Mapping[str, Article], incidents: Sequence[Incident]
) -> tuple[Toll, ...]:
    """Tolls in order of first telling. ``rivals`` and ``parts`` name tolls, and incidents that give such a figure."""
    told = tell(claims, articles)
    groups: list[list[Told[TollClaim]]] = []
    for one in told:
        home = next((g for g in groups if _repeats(g[0], one)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    taken: set[str] = set()
    tolls = [
        Toll(
            record_id(g[0].claim, taken, g[0].claim.harm.verb),
            g[0].claim,
            repeats=tuple(t.claim for t in g[1:]),
        )
        for g in groups
    ]
    return tuple(_linked(toll, tolls, incidents, articles) for toll in tolls)


def _repeats(first: Told[TollClaim], other: Told[TollClaim]) -> bool:
    """The same figure of the same matter by the same voice, told again; a headline leaves the voice and group out."""
    a, b = first.claim, other.claim
    if a.harm.verb != b.harm.verb or not _same_figure(a.harm, b.harm) or _apart(a, b):
        return False
    if a.article == b.article and (first.head or other.head):
        return True
    return _voice(a) == _voice(b) and _who(a.harm) == _who(b.harm)


def _same_figure(a: Harm, b: Harm) -> bool:
    return (a.count.value.low, a.count.value.high) == (b.count.value.low, b.count.value.high)


def _voice(claim: TollClaim) -> str | None:
    said = claim.harm.said or claim.said
    return said.speaker.value.id if said.speaker else None


def _who(harm: Harm) -> str | None:
    return fold(harm.who.value) if harm.who else None


def _apart(a: TollClaim, b: TollClaim) -> bool:
    """Whether places or periods are known to differ."""
    return _places_apart(a.place, b.place) or _times_apart(a.period, b.period)


def _places_apart(a: Cited[Place] | None, b: Cited[Place] | None) -> bool:
    return a is not None and b is not None and lie(a.value, b.value) is Lie.APART


def _times_apart(a: Cited[When] | None, b: Cited[When] | None) -> bool:
    return a is not None and b is not None and not overlap(a.value, b.value)


def _linked(toll: Toll, tolls: Sequence[Toll], incidents: Sequence[Incident], articles: Mapping[str, Article]) -> Toll:
    others = [o for o in tolls if o is not toll]
    rivals = [o.id for o in others if _rival(toll.claim, o.claim)]
    rivals += [i.id for i in incidents if i.lead.grain is Grain.AGGREGATE and _rival_incident(toll.claim, i)]
    parts = [o.id for o in others if _part(toll.claim, o.claim, articles)]
    parts += [i.id for i in incidents if i.lead.grain is Grain.INCIDENT and _part_incident(toll.claim, i, articles)]
    return replace(toll, rivals=tuple(rivals), parts=tuple(parts))


def _rival(a: TollClaim, b: TollClaim) -> bool:
    """Another figure for the same verb, a like group, place and period, by another voice."""
    if a.harm.verb != b.harm.verb or (a.article != b.article and not (a.period and b.period)):
        return False
    return (
        _voice(a) != _voice(b) and not _same_figure(a.harm, b.harm) and not _apart(a, b) and _like_group(a.harm, b.harm)
    )


def _like_group(a: Harm, b: Harm) -> bool:
    left, right = _who(a), _who(b)
    return left is None or right is None or bool(set(left.split()) & set(right.split())) or "people" in (left, right)


def _rival_incident(toll: TollClaim, incident: Incident) -> bool:
    for claim in incident.claims:
        for harm in claim.harms:
            if harm.verb != toll.harm.verb or claim.article != toll.article or not _like_group(harm, toll.harm):
                continue
            said = harm.said or claim.said
            speaker = said.speaker.value.id if said.speaker else None
            if speaker != _voice(toll) and not _places_apart(toll.place, claim.place):
                return not _times_apart(toll.period, claim.when)
    return False


def _part(whole: TollClaim, part: TollClaim, articles: Mapping[str, Article]) -> bool:
    return whole.article == part.article and _says_part(whole.article, whole.harm.count, part.harm.count, articles)


def _part_incident(whole: TollClaim, incident: Incident, articles: Mapping[str, Article]) -> bool:
    return any(
        _says_part(whole.article, whole.harm.count, harm.count, articles)
        for claim in incident.claims
        if claim.article == whole.article
        for harm in claim.harms
    )


def _says_part(article: str, whole: Cited[Count], part: Cited[Count], articles: Mapping[str, Article]) -> bool:
    """Whether "including" or the like stands between two figures of one sentence."""
    first, then = _offset(whole), _offset(part)
    if article not in articles or first is None or then is None or first >= then or then - first > 250:
        return False
    between = articles[article].text[first:then]
    return bool(_PART.search(between)) and ". " not in between and "\n" not in between


def _offset(cited: Cited[Count]) -> int | None:
    return next((getattr(e, "start", None) for e in cited.evidence), None)
