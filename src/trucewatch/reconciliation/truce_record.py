"""One truce of the claims that tell of it: every value given stands, the best told first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import timedelta
from typing import TypeVar

from ..knowledge.names import fold
from ..records.claim import TruceAct, TruceClaim
from ..records.ledger import Truce
from ..records.party import Party
from ..records.place import Place
from ..records.reading import Stance
from ..records.text import Cited, Span
from ..records.when import When
from .bearings import tellings, truce_bearing
from .grouping import Group
from .naming import record_id
from .told import Told
from .truce_likeness import BROKEN, GENERIC, is_description

V = TypeVar("V")
_IN_PASSING = frozenset({TruceAct.MENTIONED, TruceAct.DENIED})
# Characters between a truce's label and a place of its own: "truce for the whole of Aleppo", "Aleppo truce".
_BESIDE = 25


def truce_of(found: Group[Told[TruceClaim]]) -> Truce:
    claims = [t.claim for t in found.members]
    # What a withdrawn report said stays among the claims, and gives the truce no value while another stands.
    told, claims = claims, [c for c in claims if c.said.stance is not Stance.RETRACTED] or claims
    area = _best_area(claims)
    return Truce(
        id=record_id(found.members[0], claims[0].area.value.name if claims[0].area else None),
        label=_label(claims),
        labels=distinct([c.label for c in claims], fold),
        instrument=_best_instrument(claims),
        area=area,
        scope=next((c.scope for c in claims if c.scope and c.act not in BROKEN), None),
        claims=tuple(told),
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
        joined=found.joined,
        tellings=tellings(found.members, truce_bearing),
    )


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
