"""The single questions of a query, each answered yes, no or unknown for the claims of one record.

Of several claims one yes is enough; no is said only where every claim says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from ..knowledge.geography import Lie, containers, lie, same_name
from ..knowledge.names import fold
from ..records.claim import Claim, IncidentClaim, TruceClaim
from ..records.ledger import Answer
from ..records.party import Party
from ..records.place import Level, Place
from ..records.review import kind_of
from ..records.text import Article, Cited
from ..records.when import Precision, When
from .asked import Query
from .sources import outlet_of, voices_of

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
_TIMES = ("when", "period", "as_of", "start", "end", "announced")
_PLACES = ("place", "area")
_PARTIES = (
    "actor", "target", "holder", "taken_from", "declared_by", "mediated_by", "bound", "excluded", "participants", "mediators",
    "left", "right", "by",
)  # fmt: skip
_FINENESS = {p.value: n for n, p in enumerate(Precision)}
# From fine to coarse; a sea and what is of unknown level are no finer than a country.
_LEVELS = {level.value: n for n, level in enumerate(Level)} | {"sea": 8, "unknown": 9}


def any_yes(answers: Iterable[Answer]) -> Answer:
    """Yes where one is; no where all are, or there are none; else unknown."""
    found = set(answers)
    return YES if YES in found else UNKNOWN if UNKNOWN in found else NO


def all_yes(answers: Iterable[Answer]) -> Answer:
    """No where one is; yes where all are; else unknown."""
    found = set(answers)
    return NO if NO in found else UNKNOWN if UNKNOWN in found else YES


def cited_of(claim: Claim, names: Sequence[str]) -> list[Any]:
    """The plain values of the named fields that a claim has."""
    found: list[Any] = []
    for name in names:
        held = getattr(claim, name, None)
        found += [c.value for c in (held if isinstance(held, tuple) else (held,)) if isinstance(c, Cited)]
    return [v for v in found if v is not None]


def in_period(query: Query, claims: Sequence[Claim], term: When | None = None) -> Answer:
    """Whether the act lies in the days asked for; a truce, whether its term touches them."""
    if query.since is None and query.until is None:
        return YES
    low = datetime.combine(query.since, time.min) if query.since else None
    high = datetime.combine(query.until, time.min) + timedelta(days=1) if query.until else None
    if term is not None:
        return YES if _touches(term, low, high) else NO
    times = [w for c in claims for w in cited_of(c, _TIMES)]
    if not times:
        return UNKNOWN
    if isinstance(claims[0], TruceClaim):
        return any_yes(YES if _touches(w, low, high) else NO for w in times)
    return any_yes(_within(w, low, high) for w in times)


def _touches(when: When, low: datetime | None, high: datetime | None) -> bool:
    early = low is not None and when.end is not None and when.end <= low
    late = high is not None and when.start is not None and when.start >= high
    return not early and not late


def _within(when: When, low: datetime | None, high: datetime | None) -> Answer:
    if not _touches(when, low, high):
        return NO
    begins = low is None or (when.start is not None and when.start >= low)
    ends = high is None or (when.end is not None and when.end <= high)
    return YES if begins and ends else UNKNOWN


def in_area(wanted: Sequence[str], areas: Sequence[Place], claims: Sequence[Claim]) -> Answer:
    """Whether the place lies in an area: by its table where one has it, by name else. ``areas`` are the places named."""
    places = [p for c in claims for p in cited_of(c, _PLACES)]
    if not places:
        return UNKNOWN
    return any_yes(_lies(p, wanted, areas) for p in places)


def _lies(place: Place, wanted: Sequence[str], areas: Sequence[Place]) -> Answer:
    if any(same_name(place.name, w) or any(same_name(held, w) for held in containers(place)) for w in wanted):
        return YES
    if not areas:
        return UNKNOWN
    return any_yes({Lie.SAME: YES, Lie.WITHIN: YES, Lie.APART: NO}.get(lie(place, a), UNKNOWN) for a in areas)


def of_party(wanted: Sequence[str], claims: Sequence[Claim]) -> Answer:
    """Whether a party takes part; unknown where an act's author is not told."""
    parties = [p for c in claims for p in cited_of(c, _PARTIES)]
    if any(_is(p, w) for p in parties for w in wanted):
        return YES
    hidden = isinstance(claims[0], IncidentClaim) and all(
        not isinstance(c, IncidentClaim) or c.actor is None or c.actor.value.unidentified for c in claims
    )
    return UNKNOWN if hidden else NO


def _is(party: Party, asked: str) -> bool:
    return asked in (party.id, party.of) or fold(asked) in (fold(party.shown), fold(party.of or ""))


def of_type(wanted: Sequence[str], claims: Sequence[Claim]) -> Answer:
    """Whether its kind, event, instrument or means is so called; "shelling" is a word of ACLED's sub-event."""
    words = {w for c in claims for w in _type_words(c)}
    return YES if any(set(fold(w).split()) <= words for w in wanted) else NO


def _type_words(claim: Claim) -> Iterable[str]:
    said = [kind_of(claim)]
    for name in ("event", "sub_event", "instrument", "kind", "status", "stance", "relation", "act", "grain"):
        held = getattr(claim, name, None)
        if held is not None:
            said.append(str(held.value if hasattr(held, "value") else held))
    said += [str(m) for m in cited_of(claim, ("means",))]
    if hasattr(claim, "harm"):
        said.append(claim.harm.verb)
    return {w for one in said for w in fold(one.replace("_", " ")).split()}


def by_source(wanted: Sequence[str], claims: Sequence[Claim], articles: dict[str, Article]) -> Answer:
    """Whether a voice of that name says so, or an outlet of that name prints it."""
    names = {n for c in claims for p in voices_of(c) for n in (fold(p.shown), p.id)}
    names |= {fold(outlet_of(articles[c.article])) for c in claims if c.article in articles}
    return YES if any(w in names or fold(w) in names for w in wanted) else NO


def in_stance(wanted: Sequence[str], claims: Sequence[Claim]) -> Answer:
    """Whether one of the claims is so put."""
    stances = {c.said.stance.value for c in claims}
    return YES if any(w.replace(" ", "_") in stances for w in wanted) else NO


def fine_enough(wanted: Sequence[str], claims: Sequence[Claim]) -> Answer:
    """Whether time and place are known at least as finely as asked."""
    return all_yes(YES if _fine(w, claims) else NO for w in wanted)


def _fine(asked: str, claims: Sequence[Claim]) -> bool:
    if asked in _FINENESS:
        return any(_FINENESS[w.precision.value] <= _FINENESS[asked] for c in claims for w in cited_of(c, _TIMES))
    places = [p for c in claims for p in cited_of(c, _PLACES)]
    return any(p.found and _LEVELS[p.level.value] <= _LEVELS[asked] for p in places)
