"""``trucewatch places``: larger tables of places that a user brings, and what a name is known as."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import AsJson, Places
from .saying import console, fail, print_json

places = typer.Typer(
    help="Tables of places beside the embedded one: GeoNames dumps and OCHA's P-codes.", no_args_is_help=True
)
_DEFAULT = Path("places.sqlite")


@places.command("import")
def import_table(
    table: Annotated[
        Path, typer.Argument(help="A GeoNames dump (XX.txt, allCountries.txt or its zip) or a P-code table (CSV).")
    ],
    into: Annotated[Path, typer.Option("--into", help="Gazetteer file to write.")] = _DEFAULT,
    kind: Annotated[str | None, typer.Option(help="`geonames` or `pcodes`; told by the file where it can be.")] = None,
    country: Annotated[
        str | None, typer.Option(help="Only this country (ISO 3166-1, as SY); of a P-code table, whose it is.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Compile a table of places to a gazetteer file, for `trucewatch read --places`."""
    from ..intake.places.importing import KINDS, import_places
    from ..records.problems import DataFileError

    if kind is not None and kind not in KINDS:
        fail(f"There is no kind of table {kind!r}; there are: {', '.join(KINDS)}.")
    try:
        told = import_places(table, into, kind, country.upper() if country else None)
    except DataFileError as error:
        fail(str(error))
    if as_json:
        shown = {"kind": told.kind, "places": told.places, "names": told.names, "without_point": told.without_point}
        return print_json({**shown, "path": str(into.resolve())})
    out = console()
    out.print(f"{told.places:,} places under {told.names:,} names ({told.kind}) are in {into}.")
    if told.without_point:
        out.print(f"{told.without_point:,} have no point in the table: they are known by name, and shown on no map.")
    out.print(f"Read with them: trucewatch read REPORTS --places {into}")


@places.command("find")
def find(
    name: Annotated[str, typer.Argument(help="A name as a report prints it.")],
    tables: Places = None,
    as_json: AsJson = False,
) -> None:
    """The places a name can mean: exactly, else by spellings that transliterators differ in."""
    from ..kits import gazetteer_of
    from ..records.problems import DataFileError

    try:
        gazetteer = gazetteer_of(tables)
    except DataFileError as error:
        fail(str(error))
    rows = gazetteer.candidates(name) or gazetteer.transliterated(name)
    if as_json:
        return print_json(
            [
                {
                    "name": p.name,
                    "level": p.level.value,
                    "country": p.country,
                    "within": list(p.within),
                    "lat": p.lat,
                    "lon": p.lon,
                }
                | {"id": p.gazetteer_id, "people": people}
                for p, people in rows
            ]
        )
    if not rows:
        console().print(
            f"No table has {name!r}. Reports that name it keep it as not found; `places import` brings more."
        )
    for place, people in rows:
        at = f"{place.lat:.3f}, {place.lon:.3f}" if place.lat is not None and place.lon is not None else "no point"
        within = ", ".join(place.within)
        console().print(
            f"{place.name} ({place.level.value}; {within or place.country}) {at}  {people:,} people  {place.gazetteer_id}"
        )
