"""Whether an incident lies inside a truce's area: by geometry or membership only, else unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..knowledge.geography import Lie, containers, lie
from ..knowledge.regions import base_name
from ..records.ledger import Answer, Incident, Truce
from ..records.place import Place


@dataclass(frozen=True, slots=True)
class Atlas:
    """Places that the ledger's own records have found, by name and country: where a containing place lies."""

    places: dict[tuple[str, str | None], Place]

    def containing(self, place: Place) -> Iterable[Place]:
        """Known places that hold this one by membership or by the text's own words, nearest first."""
        for name in containers(place):
            found = self.places.get((base_name(name), place.country)) or self.places.get((base_name(name), None))
            if found is not None and found != place:
                yield found


def atlas_of(incidents: Sequence[Incident], truces: Sequence[Truce]) -> Atlas:
    """Every found place of the records, by name alone too where only one country has it."""
    named = [c.place.value for i in incidents for c in i.claims if c.place is not None]
    named += [c.area.value for t in truces for c in t.claims if c.area is not None]
    places: dict[tuple[str, str | None], Place] = {}
    countries: dict[str, set[str | None]] = {}
    for place in named:
        if place.found:
            places.setdefault((base_name(place.name), place.country), place)
            countries.setdefault(base_name(place.name), set()).add(place.country)
    for (name, _), place in list(places.items()):
        if len(countries[name]) == 1:
            places.setdefault((name, None), place)
    return Atlas(places)


def inside(place: Place | None, area: Place | None, atlas: Atlas) -> tuple[Answer, str]:
    """Yes where all of the place lies in the area, no where none does, else unknown; with the reason."""
    if area is None:
        return Answer.UNKNOWN, "the truce's area is not stated"
    if place is None:
        return Answer.UNKNOWN, "the place of the act is not stated"
    how = lie(place, area)
    if how in (Lie.SAME, Lie.WITHIN):
        return Answer.YES, f"{place.name} is {'' if how is Lie.SAME else 'in '}{area.name}"
    if how is Lie.APART:
        return Answer.NO, f"{place.name} lies outside {area.name}"
    if how is Lie.CONTAINS:
        return Answer.UNKNOWN, f"{place.name} is wider than {area.name}"
    for region in atlas.containing(place):
        around = lie(region, area)
        if around in (Lie.SAME, Lie.WITHIN):
            return Answer.YES, f"{place.name} is in {region.name}, and that in {area.name}"
        if around is Lie.APART:
            return Answer.NO, f"{place.name} is in {region.name}, which lies outside {area.name}"
    return Answer.UNKNOWN, f"no known geometry or membership relates {place.name} to {area.name}"
