"""What a person types for a value, as a value of the field's type: "51+", "2018-12-18", "72h", "Tripoli, Lebanon".

Nothing is guessed: what has several readings, or none, is refused with what would be understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from typing import Any

from ..knowledge.conflicts import ConflictTable
from ..knowledge.events import triggers
from ..knowledge.gazetteer import country_names
from ..knowledge.names import fold
from ..knowledge.parties import as_party, general_parties, table_parties
from ..knowledge.phrases import words_of
from ..ports import Gazetteer
from ..records.claim import IncidentClaim
from ..records.count import Count
from ..records.fields import FieldError, Slot, allowed_at
from ..records.party import Party, PartyKind
from ..records.place import Level, Place
from ..records.when import Precision, When

NOTHING = frozenset({"none", "nothing", "not stated"})
_COUNT = re.compile(r"(?P<low>\d[\d,]*)(?:\s*(?:-|–|to)\s*(?P<high>\d[\d,]*)|(?P<more>\s*\+| or more))?$")
_UP_TO = re.compile(r"up to (?P<high>\d[\d,]*)$")
_LENGTH = re.compile(r"(?P<n>\d+(?:\.\d+)?)\s*(?P<unit>h|hours?|d|days?|w|weeks?|m|min|minutes?)$")
_POINT = re.compile(
    r"(?P<name>.+?)\s*@\s*(?P<lat>-?[\d.]+)\s*,\s*(?P<lon>-?[\d.]+)(?:\s*(?:±|\+-)\s*(?P<km>[\d.]+)(?:\s*km)?)?$"
)
_LEVEL = re.compile(r"(?P<name>.+?)\s*\((?P<level>[a-z]+)\)$")
_PARTY = re.compile(r"(?P<name>.+?)\s*\((?P<kind>[a-z_]+)\)$")
_STEPS = {
    "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1), "m": timedelta(minutes=1),
}  # fmt: skip


@cache
def _events() -> dict[str, str]:
    """Sub-event to event, as the reviewed data has them in ACLED's terms."""
    return {t.sub_event: t.event for t in triggers()}


def event_of(sub_event: str) -> str:
    """The event that a sub-event belongs to."""
    return _events()[sub_event]


def allowed_words(kind: type, path: str) -> frozenset[str]:
    """The only words that a field may hold; empty where it may hold any."""
    if kind is IncidentClaim and path in ("event", "sub_event"):
        return frozenset(_events().values() if path == "event" else _events())
    return allowed_at(kind, path)


class Typed:
    """Reads what people type, with the places and parties of a kit."""

    def __init__(self, gazetteer: Gazetteer, tables: Sequence[ConflictTable]) -> None:
        self._gazetteer = gazetteer
        self._tables = tables

    def value(self, slot: Slot, text: str, allowed: frozenset[str] = frozenset()) -> Any:
        """The value for a field; ``none`` takes it away; several are parted by semicolons.

        Where the field knows only certain words, ``allowed`` are these.

        Raises:
            FieldError: the text is no such value; the message says what would be.
        """
        words = text.strip()
        if words.lower() in NOTHING:
            if not slot.optional:
                raise FieldError("this field cannot be left without a value")
            return () if slot.many else None
        if allowed:
            return _among(words, allowed)
        if slot.many:
            return tuple(self._one(slot.type, part.strip()) for part in words.split(";") if part.strip())
        return self._one(slot.type, words)

    def _one(self, kind: Any, words: str) -> Any:
        if kind is Count:
            return count_of(words)
        if kind is When:
            return when_of(words)
        if kind is timedelta:
            return length_of(words)
        if kind is Place:
            return self.place(words)
        if kind is Party:
            return self.party(words)
        if kind is bool:
            return _yes(words)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return _member(kind, words)
        if not words:
            raise FieldError("give some words")
        return words

    def place(self, words: str) -> Place:
        """The place of that name: "Bahri", "Tripoli, Lebanon", or with a point of one's own "Bahri @ 15.64,32.53 ±5"."""
        pointed = _POINT.match(words)
        if pointed:
            return _pointed(pointed)
        name, inside, level = _parts(words)
        found = self.places(words)
        if len(found) == 1:
            return found[0]
        if found:
            listed = "; ".join(f"{', '.join((p.name, *p.within))} ({p.level.value})" for p in found[:6])
            raise FieldError(
                f"{name!r} names {len(found)} places ({listed}); add what contains it after a comma, or its level in brackets"
            )
        if inside:
            raise FieldError(
                f"no table has {words!r}; give the name alone to keep it as not found, or a point: {name} @ LAT,LON ±KM"
            )
        return Place(name, level or Level.UNKNOWN)

    def places(self, words: str) -> list[Place]:
        """Every place that the words may mean: "Tripoli", "Tripoli, Lebanon", "Aleppo (province)"; none where no table has it."""
        name, inside, level = _parts(words)
        countries = country_names()
        reviewed = [
            Place(
                row.name, row.level, row.country, countries.get(row.country or ""), row.lat, row.lon, row.radius_km,
                f"reviewed:{row.id}", row.within,
            )
            for table in self._tables
            for row in table.places
            if fold(name) in {fold(n) for n in (row.name, *row.aliases)}
        ]  # fmt: skip
        rows = [place for place, _ in self._gazetteer.candidates(name)]
        # A reviewed row and the gazetteer's own of one town are one place.
        rows = [p for p in rows if not any(_near(p, r) for r in reviewed)]
        found = list({p.gazetteer_id: p for p in (*reviewed, *rows)}.values())
        within = {fold(i) for i in inside}
        return [
            p
            for p in found
            if (level is None or p.level is level) and {fold(w) for w in (*p.within, p.country_name or "")} >= within
        ]

    def party(self, words: str) -> Party:
        """The reviewed party of that name, else one of those words: "Karm Brigade (rebel_group)"."""
        given = _PARTY.match(words)
        if given:
            kind: PartyKind = _member(PartyKind, given["kind"])
            return Party(f"text:{fold(given['name'])}", given["name"], kind)
        named = words_of(words, 0, len(words))
        rows = {}
        for index in (*(table_parties(t) for t in self._tables), general_parties()):
            hit = index.longest(named, 0) if named else None
            if hit is not None and hit[0] == len(named):
                rows[hit[1].id] = hit[1]
        if len(rows) == 1:
            return as_party(next(iter(rows.values())), words)
        if rows:
            listed = ", ".join(f"{r.name} ({r.country or 'no country'})" for r in rows.values())
            raise FieldError(f"{words!r} names {len(rows)} parties: {listed}; give one by its full name")
        raise FieldError(
            f"no table has the party {words!r}; say what it is: {words} (KIND), KIND one of {_listed(PartyKind)}"
        )


def _parts(words: str) -> tuple[str, list[str], Level | None]:
    """Name, what contains it, and level: "Aleppo, Syria (city)"."""
    levelled = _LEVEL.match(words)
    name, *inside = (part.strip() for part in (levelled["name"] if levelled else words).split(","))
    return name, inside, _member(Level, levelled["level"]) if levelled else None


def _near(left: Place, right: Place) -> bool:
    if None in (left.lat, left.lon, right.lat, right.lon) or left.country != right.country:
        return False
    assert left.lat is not None and right.lat is not None and left.lon is not None and right.lon is not None
    return abs(left.lat - right.lat) < 0.3 and abs(left.lon - right.lon) < 0.3


def _pointed(found: re.Match[str]) -> Place:
    lat, lon = float(found["lat"]), float(found["lon"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise FieldError(f"there is no point {lat:g},{lon:g}: latitude is -90 to 90, longitude -180 to 180")
    if found["km"] is None:
        raise FieldError("how sure is the point? Add the uncertainty in km: ±5")
    name = found["name"]
    return Place(
        name, Level.UNKNOWN, lat=lat, lon=lon, radius_km=float(found["km"]), gazetteer_id=f"given:{fold(name)}"
    )


def count_of(words: str) -> Count:
    """Bounds: 5, 51+, 30-40, up to 20."""
    found = _COUNT.match(words)
    if found:
        low = _number(found["low"])
        high = None if found["more"] else _number(found["high"]) if found["high"] else low
        if high is not None and high < low:
            raise FieldError(f"{words!r} ends below where it begins")
        return Count(low, high, words)
    found = _UP_TO.match(words)
    if found:
        return Count(None, _number(found["high"]), words)
    raise FieldError(f"{words!r} is no count; give 5, 51+, 30-40 or up to 20")


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))


def when_of(words: str) -> When:
    """A time: 2018-12-18, 2018-12-18T06:00, 2018-12, 2018, or from one to another with two dots between."""
    first, _, last = words.partition("..")
    start, end, precision = _moment(first.strip())
    if last:
        _, end, finest = _moment(last.strip())
        precision = max(precision, finest, key=list(Precision).index)
    if end <= start:
        raise FieldError(f"{words!r} ends before it begins")
    return When(start, end, precision, words)


_FORMS = (
    ("%Y-%m-%dT%H:%M", Precision.MINUTE), ("%Y-%m-%d %H:%M", Precision.MINUTE), ("%Y-%m-%d", Precision.DAY),
    ("%Y-%m", Precision.MONTH), ("%Y", Precision.YEAR),
)  # fmt: skip


def _moment(words: str) -> tuple[datetime, datetime, Precision]:
    for form, precision in _FORMS:
        try:
            start = datetime.strptime(words, form)
        except ValueError:
            continue
        if precision is Precision.MONTH:
            return start, (start + timedelta(days=31)).replace(day=1), precision
        if precision is Precision.YEAR:
            return start, start.replace(year=start.year + 1), precision
        step = timedelta(minutes=1) if precision is Precision.MINUTE else timedelta(days=1)
        return start, start + step, precision
    raise FieldError(f"{words!r} is no time; give 2018-12-18, 2018-12-18T06:00, 2018-12, 2018, or two with .. between")


def length_of(words: str) -> timedelta:
    """A length: 72h, 3 days, 2 weeks, 90 min."""
    found = _LENGTH.match(words.lower())
    if not found:
        raise FieldError(f"{words!r} is no length; give 72h, 3 days, 2 weeks or 90 min")
    return float(found["n"]) * _STEPS[found["unit"][0]]


def _yes(words: str) -> bool:
    if words.lower() not in ("yes", "no"):
        raise FieldError(f"{words!r} is neither yes nor no")
    return words.lower() == "yes"


def _member(kind: Any, words: str) -> Any:
    wanted = words.lower().replace(" ", "_")
    for member in kind:
        if member.value == wanted:
            return member
    raise FieldError(f"{words!r} is none of: {_listed(kind)}")


def _among(words: str, allowed: frozenset[str]) -> str:
    found = next((a for a in sorted(allowed) if fold(a) == fold(words)), None)
    if found is None:
        raise FieldError(f"{words!r} is none of: {', '.join(sorted(allowed))}")
    return found


def _listed(kind: Any) -> str:
    return ", ".join(m.value for m in kind)
