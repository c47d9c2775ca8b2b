"""Truce claims to truces: mentions of one arrangement joined, rival terms side by side, local ones under wider ones."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from ..knowledge.geography import Lie, is_wide, lie
from ..knowledge.names import fold
from ..records.claim import RelationClaim, TruceAct, TruceClaim
from ..records.ledger import Likeness, Truce
from ..records.party import Party
from ..records.place import Level, Place
from ..records.review import Judgement
from ..records.text import Article, Cited, Span
from ..records.when import When
from .copies.repeats import once_for_copies
from .decided import decided_pairs
from .grouping import candidate_pairs, group
from .naming import record_id
from .told import Told, tell
from .truce_likeness import BROKEN, GENERIC, is_description, likeness

V = TypeVar("V")
_JOIN = 0.5
_IN_PASSING = frozenset({TruceAct.MENTIONED, TruceAct.DENIED})
# Characters between a truce's label and a place of its own: "truce for the whole of Aleppo", "Aleppo truce".
_BESIDE = 25
_ONLY_WISHED = frozenset({TruceAct.PROPOSED, TruceAct.REJECTED})


def reconcile_truces(
    claims: Sequence[TruceClaim],
    articles: Mapping[str, Article],
    judgements: Sequence[Judgement] = (),
    relations: Sequence[RelationClaim] = (),
) -> tuple[Truce, ...]:
    """One truce for each arrangement told of, in order of first telling; parents set.

    A party that a report excludes "from any ceasefire" (a relation) is excluded from each truce of that report.
    """
    told = tell(claims, articles)
    decided = decided_pairs([t.claim for t in told], judgements)
    groups = group(
        told, candidate_pairs([_keys(t) for t in told]), once_for_copies(likeness), _JOIN, decided.bound, decided.barred
    )
    taken: set[str] = set()
    outside = [r for r in relations if r.relation.value == "excluded_from"]
    truces = tuple(_excluding(_truce([t.claim for t in g.members], g.joined, taken), outside) for g in groups)
    return tuple(replace(truce, parent=_parent(truce, truces)) for truce in truces)


def _keys(told: Told[TruceClaim]) -> Iterable[Hashable]:
    """Claims are compared within an article, and across articles within a country and about a fortnight."""
    claim = told.claim
    yield ("article", claim.article)
    country = claim.area.value.country if claim.area else None
    if country is None:
        return
    for name, moment in (("told", told.day), ("starts", claim.start.value.start if claim.start else None)):
        if moment is not None:
            week = moment.toordinal() // 7
            yield (name, country, week)
            yield (name, country, week + 1)


def _truce(claims: Sequence[TruceClaim], joined: tuple[Likeness, ...], taken: set[str]) -> Truce:
    area = _best_area(claims)
    return Truce(
        id=record_id(claims[0], taken, claims[0].area.value.name if claims[0].area else None),
        label=_label(claims),
        labels=distinct([c.label for c in claims], fold),
        instrument=_best_instrument(claims),
        area=area,
        scope=next((c.scope for c in claims if c.scope and c.act not in BROKEN), None),
        claims=tuple(claims),
        declared_by=_parties(claims, "declared_by"),
        mediated_by=_parties(claims, "mediated_by"),
        bound=_parties(claims, "bound"),
        excluded=_parties(claims, "excluded"),
        excluded_areas=distinct(
            [a for c in claims for a in c.excluded_areas], lambda place: (place.name, place.country)
        ),
        announced=_times(claims, "announced"),
        starts=_times(claims, "start"),
        durations=distinct([c.duration for c in claims if c.duration], lambda v: v),
        extensions=_extensions(claims),
        ends=_times(claims, "end"),
        conditions=distinct([c.condition for c in claims if c.condition], lambda v: v),
        limited_to=distinct([c.limited_to for c in claims if c.limited_to], fold),
        unilateral=any(c.unilateral for c in claims),
        joined=joined,
    )


def _excluding(truce: Truce, relations: Sequence[RelationClaim]) -> Truce:
    homes = {c.article for c in truce.claims}
    added = [r.left for r in relations if r.article in homes]
    return replace(truce, excluded=distinct((*truce.excluded, *added), lambda party: party.id)) if added else truce


def distinct(values: Iterable[Cited[V]], key: Callable[[V], Hashable]) -> tuple[Cited[V], ...]:
    """Values that differ, the first of each kept as its claim has it, so that it can be traced to its article."""
    seen: dict[Hashable, Cited[V]] = {}
    for cited in values:
        seen.setdefault(key(cited.value), cited)
    return tuple(seen.values())


def _parties(claims: Sequence[TruceClaim], slot: str) -> tuple[Cited[Party], ...]:
    return distinct([p for c in claims for p in getattr(c, slot)], lambda party: party.id)


def _times(claims: Sequence[TruceClaim], slot: str) -> tuple[Cited[When], ...]:
    """All times given, those read off before those inferred, narrow ones before wide ones."""
    found: list[Cited[When]] = [v for c in claims if (v := getattr(c, slot)) is not None]
    found.sort(key=lambda v: (bool(v.derivation), _width(v.value)))
    return distinct(found, lambda when: (when.start, when.end))


def _width(when: When) -> timedelta:
    if when.start is None or when.end is None:
        return timedelta.max
    return when.end - when.start


def _extensions(claims: Sequence[TruceClaim]) -> tuple[Cited[timedelta], ...]:
    """Every extension; an equal amount counts again only where it is announced on another day."""
    seen: dict[tuple[timedelta, object], Cited[timedelta]] = {}
    for claim in claims:
        if claim.extension is None:
            continue
        day = claim.announced.value.start if claim.announced else None
        same = [k for k in seen if k[0] == claim.extension.value and (k[1] is None or day is None or k[1] == day)]
        if not same:
            seen[(claim.extension.value, day)] = claim.extension
    return tuple(seen.values())


def _best_area(claims: Sequence[TruceClaim]) -> Cited[Place] | None:
    """The area in its fullest words, read off before inferred: "northern Latakia province" before "Latakia".

    Where a truce is said to be broken is where the act was, and no better than a description ("the Red Sea port");
    of a mere mention ("fighters in the north, whom the truce leaves out") only an area that follows its own label counts.
    """
    areas = [(c, c.area) for c in claims if c.area is not None]
    best = min(
        areas,
        key=lambda row: (
            is_description(row[1].value),
            row[0].act in BROKEN or _aside(row[0], row[1]),
            bool(row[1].derivation),
            -len(row[1].value.name.split()),
        ),
        default=None,
    )
    return best[1] if best else None


def _aside(claim: TruceClaim, area: Cited[Place]) -> bool:
    """Whether a mention without terms names the place elsewhere than beside its label ("the truce in Aleppo")."""
    if claim.act not in _IN_PASSING or area.derivation or claim.start or claim.duration or claim.end:
        return False
    labels = [e for e in claim.label.evidence if isinstance(e, Span)]
    places = [e for e in area.evidence if isinstance(e, Span)]
    return not any(-_BESIDE <= p.start - n.end <= _BESIDE for n in labels for p in places)


def _best_instrument(claims: Sequence[TruceClaim]) -> str:
    """The instrument most claims name, a specific word before a generic one."""
    names = [c.instrument for c in claims]
    return max(names, key=lambda n: (n not in GENERIC, names.count(n), -names.index(n)))


def _label(claims: Sequence[TruceClaim]) -> str:
    """The most specific label: of the chosen instrument, the longest."""
    chosen = _best_instrument(claims)
    labels = [c.label.value for c in claims if c.instrument == chosen]
    return max(labels, key=lambda text: (len(text.split()), -labels.index(text)))


def _parent(truce: Truce, truces: Sequence[Truce]) -> str | None:
    """The wider truce of the same reports in whose area a local one lies and which began before it."""
    if truce.area is None or truce.area.value.level is Level.COUNTRY:
        return None
    homes = {c.article for c in truce.claims}
    for other in truces:
        if other is truce or other.area is None or not homes & {c.article for c in other.claims}:
            continue
        wider = is_wide(other.area.value) and lie(truce.area.value, other.area.value) is Lie.WITHIN
        if wider and {c.act for c in other.claims} - _ONLY_WISHED and _before(other, truce):
            return other.id
    return None


def _before(wider: Truce, local: Truce) -> bool:
    """Whether the wider one is not known to start after the local one."""
    if not wider.starts or not local.starts:
        return True
    first, then = wider.starts[0].value.start, local.starts[0].value.end
    return first is None or then is None or first < then
