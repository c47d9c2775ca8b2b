"""Whether an incident lies inside a truce's area: by geometry or membership only, else unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..knowledge.geography import Lie, containers, lie
from ..knowledge.regions import base_name
from ..records.ledger import Answer, Incident, Truce
from ..records.place import Place


@dataclass(frozen=True, slots=True)
class Atlas:
    """Places that the ledger's own records have found, by name and country: where a containing place lies."""

    places: dict[tuple[str, str | None], Place]
    countries: dict[str, set[str | None]] = field(default_factory=dict)

    def take(self, places: Iterable[Place]) -> None:
        """Learn found places, by name alone too where only one country has it; the order of learning changes nothing."""
        for place in places:
            if not place.found:
                continue
            name = base_name(place.name)
            known = self.places.get((name, place.country))
            if known is None or _first(place) < _first(known):
                self.places[name, place.country] = place
            homes = self.countries.setdefault(name, set())
            homes.add(place.country)
            if homes == {place.country}:
                self.places[name, None] = self.places[name, place.country]
            elif None not in homes:
                self.places.pop((name, None), None)

    def containing(self, place: Place) -> Iterable[Place]:
        """Known places that hold this one by membership or by the text's own words, nearest first."""
        for name in containers(place):
            found = self.places.get((base_name(name), place.country)) or self.places.get((base_name(name), None))
            if found is not None and found != place:
                yield found


def _first(place: Place) -> tuple[str, str]:
    return place.gazetteer_id or "", place.name


def atlas_of(incidents: Sequence[Incident], truces: Sequence[Truce]) -> Atlas:
    """Every found place of the records."""
    atlas = Atlas({})
    atlas.take(c.place.value for i in incidents for c in i.claims if c.place is not None)
    atlas.take(c.area.value for t in truces for c in t.claims if c.area is not None)
    return atlas


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
