"""What each source reports, side by side: how many incidents, and which figures. Nothing is added across sources."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ..records.claim import Grain, Harm, Said
from ..records.ledger import Ledger

NARRATOR = "the report's own voice"


@dataclass(frozen=True, slots=True)
class FigureSaid:
    """One figure as its source gives it: of an incident, or a toll (``incident`` is then None)."""

    verb: str
    wording: str
    low: int | None
    high: int | None
    who: str | None
    place: str | None
    incident: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """One source. ``incidents`` counts distinct armed incidents it tells of, aggregates and background left out."""

    source: str
    incidents: int
    figures: tuple[FigureSaid, ...]


def tallies(ledger: Ledger) -> tuple[Tally, ...]:
    """One tally for each source, in order of name; figures in the ledger's order, repeats of one source once."""
    told: dict[str, set[str]] = defaultdict(set)
    figures: dict[str, list[FigureSaid]] = defaultdict(list)
    for incident in ledger.incidents:
        for claim in incident.claims:
            source = _source(claim.said)
            if claim.armed and claim.grain is Grain.INCIDENT:
                told[source].add(incident.id)
            for harm in claim.harms:
                place = claim.place.value.name if claim.place else None
                figures[_source(harm.said or claim.said)].append(_figure(harm, place, incident.id))
    for toll in ledger.tolls:
        for toll_claim in (toll.claim, *toll.repeats):
            harm = toll_claim.harm
            place = toll_claim.place.value.name if toll_claim.place else None
            figures[_source(harm.said or toll_claim.said)].append(_figure(harm, place, None))
    return tuple(
        Tally(source, len(told.get(source, ())), tuple(dict.fromkeys(figures.get(source, ()))))
        for source in sorted({*told, *figures})
    )


def _source(said: Said) -> str:
    return said.speaker.value.shown if said.speaker else NARRATOR


def _figure(harm: Harm, place: str | None, incident: str | None) -> FigureSaid:
    count = harm.count.value
    who = harm.who.value if harm.who else None
    return FigureSaid(harm.verb, count.wording, count.low, count.high, who, place, incident)
