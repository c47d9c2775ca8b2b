"""Tables of places that users bring, made up here in the public layouts of GeoNames and OCHA."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from trucewatch.intake.places.importing import import_places
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer, GazetteerFile, LayeredGazetteer
from trucewatch.records.place import Level
from trucewatch.records.problems import DataFileError


def _line(gid: int, name: str, code: str, *, others: str = "", at: str = "35.1\t36.9", people: int = 0) -> str:
    kind, feature = code.split(".")
    return f"{gid}\t{name}\t{name}\t{others}\t{at}\t{kind}\t{feature}\tSY\t\t09\t0901\t\t\t{people}\t\t300\tAsia/Damascus\t2024-01-01"


_DUMP = "\n".join(
    [
        _line(9000001, "Qorvath", "P.PPL", others="Karvat,قرفط,Qarvath", people=740),
        _line(9000002, "Qorvath Quarter", "P.PPLX"),
        _line(9000003, "Qorvath Airfield", "S.AIRB"),
        _line(9000004, "Old Qorvath", "P.PPLH"),
        _line(9000005, "Syria", "A.PCLI"),
    ]
)
_PCODES = (
    "ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE,ADM2_REF,date,validOn,validTo\n"
    "Syria,SY,Qasr,SY98,Dib,SY9801,Deeb,2021-01-01,2021-01-01,\n"
    "Syria,SY,Qasr,SY98,Noor,SY9802,,2021-01-01,2021-01-01,\n"
    "Syria,SY,Qasr,SY98,Ended,SY9803,,2021-01-01,2021-01-01,2022-01-01\n"
)


def _imported(folder: Path, name: str, text: str, **given: str) -> GazetteerFile:
    table = folder / name
    table.write_text(text, "utf-8")
    import_places(table, folder / "places.sqlite", **given)
    return GazetteerFile(folder / "places.sqlite")


def test_a_geonames_dump_gives_villages_quarters_and_sites_in_their_region(tmp_path: Path) -> None:
    gazetteer = _imported(tmp_path, "SY.txt", _DUMP)
    village, people = gazetteer.candidates("Qorvath")[0]
    assert (village.gazetteer_id, village.level, village.country, people) == (
        "geonames:9000001",
        Level.VILLAGE,
        "SY",
        740,
    )
    assert village.within == ("Aleppo province", "Syria")
    assert gazetteer.candidates("Karvat")[0][0] == village
    assert gazetteer.candidates("Qorvath Quarter")[0][0].level is Level.NEIGHBOURHOOD
    assert gazetteer.candidates("Qorvath Airfield")[0][0].level is Level.SITE


def test_what_is_no_more_and_what_the_package_has_stays_out(tmp_path: Path) -> None:
    gazetteer = _imported(tmp_path, "SY.txt", _DUMP)
    assert not gazetteer.candidates("Old Qorvath")
    assert not gazetteer.candidates("Syria")


def test_a_zip_is_read_as_it_was_downloaded(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as packed:
        packed.writestr("readme.txt", "about")
        packed.writestr("SY.txt", _DUMP)
    assert import_places(tmp_path / "SY.zip", tmp_path / "places.sqlite").places == 3


@pytest.mark.parametrize(
    "text",
    [
        _PCODES,
        "adm1_name,adm1_pcode,adm2_name,adm2_pcode,adm2_name1,valid_on\nQasr,SY98,Dib,SY9801,Deeb,2024\nQasr,SY98,Noor,SY9802,,2024\n",
    ],
)
def test_both_layouts_of_p_codes_give_units_without_a_false_point(tmp_path: Path, text: str) -> None:
    gazetteer = _imported(tmp_path, "syr_admin.csv", text)
    district = gazetteer.candidates("Dib")[0][0]
    assert (district.gazetteer_id, district.level, district.country) == ("pcode:SY9801", Level.DISTRICT, "SY")
    assert district.within == ("Qasr", "Syria")
    assert (district.lat, district.lon, district.radius_km) == (None, None, None)
    assert gazetteer.candidates("Qasr")[0][0].level is Level.PROVINCE
    assert not gazetteer.candidates("Ended")


def test_other_spellings_of_a_unit_are_found(tmp_path: Path) -> None:
    assert _imported(tmp_path, "syr_admin.csv", _PCODES).candidates("Deeb")[0][0].name == "Dib"


def test_points_of_a_p_code_table_are_of_the_lowest_level(tmp_path: Path) -> None:
    text = "adm1_name,adm1_pcode,adm2_name,adm2_pcode,center_lat,center_lon\nQasr,SY98,Dib,SY9801,35.5,37.25\n"
    gazetteer = _imported(tmp_path, "syr_admin2.csv", text)
    dib, qasr = gazetteer.candidates("Dib")[0][0], gazetteer.candidates("Qasr")[0][0]
    assert (dib.lat, dib.lon, qasr.lat) == (35.5, 37.25, None)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("SY.txt", _DUMP + "\n9000009\tShort\tShort", "line 6: 3 columns"),
        ("SY.txt", _line(9000001, "Qorvath", "P.PPL", at="north\teast"), "no latitude and longitude"),
        ("SY.txt", _line(9000001, "Qorvath", "P.PPL", at="95.0\t36.0"), "not on the earth"),
        ("places.csv", "name,lat,lon\nQorvath,35,36\n", "--kind"),
        ("syr.csv", "ADM1_EN,ADM1_PCODE\nQasr,\n", "line 2: ADM1_PCODE is empty"),
        ("syr.xlsx", "PK", "save its gazetteer sheet as CSV"),
    ],
)
def test_a_table_that_cannot_be_read_says_what_would_mend_it(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(DataFileError, match=told):
        _imported(tmp_path, name, text)
    assert not list(tmp_path.glob("places.sqlite*")), "no half of a gazetteer is left"


def test_imported_places_stand_beside_the_embedded_ones_and_none_twice(tmp_path: Path) -> None:
    embedded = EmbeddedGazetteer()
    aleppo = next(p for p, _ in embedded.candidates("Aleppo") if p.level is Level.CITY)
    assert aleppo.gazetteer_id is not None
    gid = int(aleppo.gazetteer_id.removeprefix("geonames:"))
    own = _imported(tmp_path, "SY.txt", _DUMP + "\n" + _line(gid, "Aleppo", "P.PPLA", people=1_602_264))
    both = LayeredGazetteer([own, embedded])
    ids = [p.gazetteer_id for p, _ in both.candidates("Aleppo")]
    assert ids.count(aleppo.gazetteer_id) == 1
    assert both.candidates("Qorvath") and both.candidates("Mopti")
