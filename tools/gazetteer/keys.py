"""Keys of names: which spellings of a place go into the gazetteer."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from trucewatch.knowledge.names import fold, is_latin_name

MOST_WORDS = 6
# Scripts whose names reach English by transliteration: only their places get a skeleton key.
TRANSLITERATED = frozenset(
    [
        "SY",
        "IQ",
        "LB",
        "JO",
        "PS",
        "IL",
        "EG",
        "LY",
        "TN",
        "DZ",
        "MA",
        "MR",
        "SD",
        "SS",
        "YE",
        "SA",
        "AE",
        "OM",
        "QA",
        "BH",
        "KW",
        "IR",
        "AF",
        "PK",
        "TR",
        "SO",
        "DJ",
        "ER",
        "ET",
        "TD",
        "ML",
        "NE",
        "UA",
        "RU",
        "BY",
        "BG",
        "RS",
        "ME",
        "MK",
        "BA",
        "HR",
        "XK",
        "AM",
        "AZ",
        "GE",
        "KZ",
        "UZ",
        "KG",
        "TJ",
        "TM",
        "IN",
        "BD",
        "LK",
        "MM",
        "NP",
    ]
)
TYPE_WORDS = (
    r"\b(province|governorate|oblast'?|district|region|state|department|republic of|respublika|"
    r"kraj|kray|krai|muhafazat|wilayat|ostan|autonomous|city|capital)\b"
)


def keys_of(city: dict[str, Any]) -> set[str]:
    """Folded Latin-script names of a city."""
    names = [city["name"], *(n for n in city["alternatenames"] if is_latin_name(n))]
    return {key for n in names if (key := fold(n)) and len(key) > 1 and len(key.split()) <= MOST_WORDS}


def region_names(name: str) -> list[str]:
    """Forms under which the seat of a region may be found: without type words, without a Slavic ending."""
    bare = re.sub(TYPE_WORDS, " ", fold(name)).strip()
    forms = [fold(name), re.sub(r"\s+", " ", bare)]
    for end, new in (("ska", "sk"), ("ska", ""), ("skaya", "sk"), ("skaya", ""), ("ka", "")):
        if bare.endswith(end):
            forms.append(bare[: -len(end)] + new)
    return [form for form in dict.fromkeys(forms) if len(form) > 2]


def plain(name: str) -> str:
    """A region's name in plain Latin letters as English reports print it."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("`", "")
