"""First-level regions: GeoNames' codes of them given names, by hand, by ISO 3166-2, or by the cities that list them."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycountry

from trucewatch.knowledge.names import fold

from .keys import keys_of, plain, region_names

TABLES = Path(__file__).resolve().parents[1] / "regions"


def joined(country: str, cities: list[dict[str, Any]]) -> dict[str, Any]:
    """GeoNames region code -> ISO 3166-2 subdivision, sure joins only."""
    subdivisions = [s for s in pycountry.subdivisions.get(country_code=country) or [] if not s.parent_code]
    codes = {c["admin1code"] for c in cities if c["admin1code"]}
    direct = {s.code.split("-")[1]: s for s in subdivisions}
    if codes and all(not c.isdigit() for c in codes) and len(codes & set(direct)) >= 0.8 * len(codes):
        return {code: direct[code] for code in codes if code in direct}
    by_key: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        for key in keys_of(city):
            by_key[key].append(city)
    found: dict[str, list[Any]] = defaultdict(list)
    for subdivision in subdivisions:
        for form in region_names(subdivision.name):
            seats = sorted(by_key.get(form, ()), key=lambda c: -c["population"])
            if not seats:
                continue
            rest = [s for s in seats[1:] if s["admin1code"] != seats[0]["admin1code"]]
            if not rest or seats[0]["population"] > 5 * rest[0]["population"]:
                found[seats[0]["admin1code"]].append(subdivision)
            break
    sure = {code: rows[0] for code, rows in found.items() if len(rows) == 1 and code}
    left = [s for s in subdivisions if s not in sure.values()]
    open_codes = codes - set(sure)
    if len(subdivisions) == len(codes) and len(left) == len(open_codes) == 1:
        sure[open_codes.pop()] = left[0]
    return sure


@dataclass(frozen=True)
class Named:
    """A region written by hand: its names, the first for print, and whether each stands without its kind."""

    kind: str
    names: tuple[str, ...]
    bare: tuple[bool, ...]

    @classmethod
    def read(cls, kind: str, text: str) -> Named:
        """From "Anbar|Al-Anbar" or "~Unity"."""
        parts = text.split("|")
        return cls(kind, tuple(p.removeprefix("~") for p in parts), tuple(not p.startswith("~") for p in parts))

    def label(self, cities: set[str]) -> str:
        """The name, with its kind where it stands for another thing without."""
        name = self.names[0]
        needed = not self.bare[0] or fold(name) in cities
        return f"{name} {self.kind}" if needed and self.kind not in fold(name).split() else name

    def forms(self) -> set[str]:
        """Folded names: bare ones where they may stand alone, and all with their kind."""
        forms = {fold(n) for n, bare in zip(self.names, self.bare, strict=True) if bare}
        return forms | {fold(f"{n} {self.kind}") for n in self.names if self.kind not in fold(n).split()}


def written_regions() -> tuple[dict[str, dict[str, Named]], list[dict[str, Any]]]:
    """The regions named by hand, by country and GeoNames code, and the larger ones that they make up."""
    rows = tomllib.loads((TABLES / "named.toml").read_text("utf-8"))
    named = {
        country: {code: Named.read(table["kind"], text) for code, text in table.items() if code != "kind"}
        for country, table in rows.items()
    }
    return named, tomllib.loads((TABLES / "larger.toml").read_text("utf-8"))["larger"]


SEAT_NAMES_REGION = 50_000


@dataclass(frozen=True)
class Region:
    """A first-level region as it is written into the gazetteer."""

    gid: str
    label: str
    keys: frozenset[str]


def regions_of(
    country: str, cities: list[dict[str, Any]], written: dict[str, Named], listed: dict[tuple[str, str], str]
) -> dict[str, Region]:
    """GeoNames code -> region: named by hand first, then by ISO 3166-2, then as the cities are listed."""
    city_keys = {fold(c["name"]) for c in cities}
    # A region named as its seat is printed with its kind, so that the bare name stays the town's.
    seats = city_keys.union(*(keys_of(c) for c in cities if c["population"] >= SEAT_NAMES_REGION))
    found = {admin: _by_hand(country, admin, row, seats) for admin, row in written.items()}
    taken = {fold(row.names[0]) for row in written.values()}
    iso = {a: s for a, s in joined(country, cities).items() if a not in written and fold(plain(s.name)) not in taken}
    direct = all(admin == sub.code.split("-")[1] for admin, sub in iso.items())
    for admin, sub in iso.items():
        found[admin] = _by_iso(sub, direct, _seat(cities, admin), city_keys)
    kind = _usual_kind(country)
    labels = {fold(region.label) for region in found.values()}
    for admin in sorted({c["admin1code"] for c in cities} - set(found) - {""}):
        name = listed.get((country, admin))
        if name and fold(name) not in labels:
            found[admin] = _by_listing(country, admin, name, kind, city_keys)
    more = {admin: _spelt(listed.get((country, admin), ""), admin, written) for admin in found}
    return {admin: Region(r.gid, r.label, r.keys | more[admin]) for admin, r in sorted(found.items())}


def _by_hand(country: str, admin: str, row: Named, city_keys: set[str]) -> Region:
    return Region(f"geonames-admin1:{country}.{admin}", row.label(city_keys), frozenset(row.forms()))


def _by_iso(sub: Any, direct: bool, seat: dict[str, Any], city_keys: set[str]) -> Region:
    """Reports use the seat's English name for its region: Halab is Aleppo province."""
    seat_keys = keys_of(seat)
    same = not direct and any(form in seat_keys for form in region_names(sub.name))
    shown = plain(seat["name"]) if same and seat["population"] >= SEAT_NAMES_REGION else plain(sub.name)
    kind = sub.type.split(" / ")[0].lower()
    label = f"{shown} {kind}" if fold(shown) in city_keys and kind not in fold(shown) else shown
    bare = {fold(sub.name), fold(shown), *(seat_keys if same else ())}
    return Region(
        f"iso3166-2:{sub.code}", label, frozenset(bare | {fold(f"{f} {kind}") for f in (shown, plain(sub.name))})
    )


def _by_listing(country: str, admin: str, name: str, kind: str, city_keys: set[str]) -> Region:
    label = f"{name} {kind}" if fold(name) in city_keys and kind not in fold(name) else name
    return Region(f"geonames-admin1:{country}.{admin}", label, frozenset({fold(name), fold(label)}))


def _spelt(name: str, admin: str, written: dict[str, Named]) -> frozenset[str]:
    """GeoNames' own spelling, unless the names were chosen by hand."""
    return frozenset({fold(name)} if name and admin not in written else ())


def _seat(cities: list[dict[str, Any]], admin: str) -> dict[str, Any]:
    return max((c for c in cities if c["admin1code"] == admin), key=lambda c: c["population"])


def _usual_kind(country: str) -> str:
    """The word for most first-level units of a country."""
    top = [s for s in pycountry.subdivisions.get(country_code=country) or [] if not s.parent_code]
    kinds = Counter(s.type.split(" / ")[0].lower() for s in top)
    return kinds.most_common(1)[0][0] if kinds else "region"


def country_points() -> dict[str, tuple[float, float]]:
    """ISO 3166-1 code -> latitude and longitude that stand for the country; "CC:code" for a first-level region."""
    rows = tomllib.loads((TABLES / "countries.toml").read_text("utf-8"))
    return {code: (lat, lon) for table in rows.values() for code, (lat, lon) in table.items()}
