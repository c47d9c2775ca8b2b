"""Replacing a party or a place by another of its kind everywhere in a report changes only the names in the ledger."""

from __future__ import annotations

import re
from datetime import date

import pytest
from tests.properties.samples import kit, read, shape

from trucewatch.knowledge.conflicts import ConflictTable, ReviewedParty, ReviewedPlace
from trucewatch.pipeline import compile_ledger
from trucewatch.records.ledger import Ledger
from trucewatch.records.party import PartyKind
from trucewatch.records.place import Level

REPORT = """Truce in {place} under strain

{country}, March 4 - A ceasefire in {place} between the army and {party} took effect at 6 a.m. on Sunday for 72 hours.

On Tuesday {party} shelled a market in {place}, killing four civilians and wounding at least nine, the Red Cross said.

The army said it would meet {party} next week.
"""
TABLES = [t for t in kit().tables if t.countries]


def _day(table: ConflictTable) -> date:
    """A day that the table covers, with the dateline's month and day."""
    first = table.start or date(2016, 1, 1)
    day = date(first.year + 1, 3, 5)
    return day if table.covers(day) else first


def _parties(table: ConflictTable) -> list[ReviewedParty]:
    rows = [p for p in table.parties if p.kind is PartyKind.REBEL_GROUP and not p.umbrella and not p.near and not p.of]
    rows = [p for p in rows if p.country in (None, table.countries[0]) and p.role is None and p.valid(_day(table))]
    # A name that holds a country or a date beside its own words is another story.
    return [p for p in rows if not re.search(r"\d|of Congo", p.name)][:4]


def _places(table: ConflictTable) -> list[ReviewedPlace]:
    rows = [p for p in table.places if p.country == table.countries[0] and p.level in (Level.TOWN, Level.VILLAGE)]
    # Short names may be plain words ("Sake").
    return [p for p in rows if p.lat is not None and len(p.name) > 5][:4]


def _ledger(table: ConflictTable, party: str, place: str) -> Ledger:
    country = next(p.within[-1] for p in _places(table))
    day = _day(table).isoformat()
    text = REPORT.format(party=party, place=place, country=country.upper())
    article, _, claims = read(text.encode(), "a report", day)
    return compile_ledger([article], claims)


def _plain(ledger: Ledger, names: dict[str, str]) -> list[str]:
    """Values and quotes with the replaced names taken out; what a place's own row gives goes with its name."""
    rows = []
    for slot in ("truces", "incidents", "tolls", "control", "talks", "positions"):
        for record in getattr(ledger, slot):
            row = _text(shape(record))
            for name in sorted(names, key=len, reverse=True):
                row = row.replace(name, names[name])
            rows.append(row)
    return sorted(rows)


def _text(value: object) -> str:
    return f"({', '.join(_text(v) for v in value)})" if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize("table", [t for t in TABLES if len(_parties(t)) > 1 and _places(t)], ids=lambda t: t.name)
def test_another_party(table: ConflictTable) -> None:
    place = _places(table)[0].name
    first, *others = _parties(table)
    was = _ledger(table, first.name, place)
    assert was.truces and was.incidents
    for other in others:
        now = _ledger(table, other.name, place)
        assert _plain(now, _party_names(other)) == _plain(was, _party_names(first)), (first.name, other.name)


def _party_names(party: ReviewedParty) -> dict[str, str]:
    return {party.name: "PARTY", party.id: "party", f"(country, {party.country})": "(country, None)"}


@pytest.mark.parametrize("table", [t for t in TABLES if _parties(t) and len(_places(t)) > 1], ids=lambda t: t.name)
def test_another_place(table: ConflictTable) -> None:
    party = _parties(table)[0].name
    first, *others = _places(table)
    was = _ledger(table, party, first.name)
    for other in others:
        now = _ledger(table, party, other.name)
        assert _values(now, other) == _values(was, first), (first.name, other.name)


def _values(ledger: Ledger, place: ReviewedPlace) -> list[str]:
    """As above; what the row of a place gives (level, point, containing places) goes with its name."""
    rows = []
    for row in _plain(ledger, {place.name: "PLACE"}):
        rows.append(re.sub(r"\(Place, \(\(name, PLACE\).*?\(relation, [^)]*\)\)\)", "PLACE", row))
    return sorted(rows)
