"""What stands around a name: the word that locates it, its type, its direction, a distance from it."""

from __future__ import annotations

import re
from functools import cache

from ...knowledge.place_words import place_words

_LOCATIVE = (
    "in|at|near|on|outside|inside|around|across|into|throughout|within|off|over|above|along|from|to|towards?|of|for|between|through|"
    "beyond|onto|via|surrounding|seize|capture|retake|recapture|attack|storm|bomb|shell|strike|enter|reach|target|overrun|besiege|took|take|taking|taken|liberated|freed|abandoned|approached|invaded|lost|holding|"
    "leaving|entering|reached|reaching|hit|struck|bombed|shelled|attacked|seized|captured|overran|"
    "retook|recaptured|entered|stormed|besieged|bombarded|pounded|striking|hitting|bombing|shelling|targeted|targeting|raided|occupied"
)
_FILLER = (
    "the|a|an|and|its|his|her|their|nearby|neighbou?ring|besieged|embattled|divided|troubled|restive|rebel|rebel-held|government-held|opposition-held|"
    "war-torn|strategic|key|ancient|old|capital|port|coastal|border|mountainous|remote|rural|oil-rich|mainly|predominantly|occupied|"
    "so-called|whole|entire|rest|heart|center|centre|outskirts|edge|part|parts|side|most|much|all|hinterlands?|jungles?|forests?|hills?|mountains?|interior|coast|shores?|waters|slopes|foothills|surroundings|vicinity|environs|villages|"
    "rural areas|steppes?|swamps?|backstreets|streets|north|south|tribal|entry|exit|both|city's|country's"
)
_REACH = 70
_LOOSE = frozenset(["of", "to", "from", "for", "toward", "towards", "between", "through", "beyond", "via"])
# Verbs whose object, where no table has it, is a place all the same: "took X from the rebels".
TAKING = frozenset(
    ["took", "captured", "recaptured", "retook", "seized", "overran", "entered", "liberated", "besieged", "shelled"]
)
PLACING = frozenset(["in", "at", "near", "outside", "inside", "around", "throughout", "within", "across", "into"])


@cache
def _types() -> str:
    words = place_words()
    return "|".join(sorted((re.escape(w) for w in (*words.levels, *words.sites)), key=len, reverse=True))


@cache
def _frame() -> re.Pattern[str]:
    words = place_words()
    filler = "|".join((_FILLER, *(re.escape(w) for w in sorted(words.directions, key=len, reverse=True))))
    demonyms = "|".join(re.escape(w) for w in sorted(words.demonyms, key=len, reverse=True))
    return re.compile(
        rf"\b(?P<frame>{_LOCATIVE})\s+"
        rf"(?:(?:the|a|an)\s+(?:[\w'’.-]+\s+){{0,5}}(?:{_types()})\s+(?:of\s+|in\s+)?(?:the\s+)?|(?:(?:{filler}|{demonyms}|{_types()}|of)\s+){{0,5}})$",
        re.I,
    )


@cache
def _type_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<type>{_types()})\s+(?:known as\s+|called\s+)?(?P<of>of\s+)?(?:the\s+)?$", re.I)


@cache
def _type_after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<type>(?:{_types()})(?:\s+(?:complex|compound|area))?)\b(?!-|['’])", re.I)


_DISTANCE = re.compile(
    r"(?P<words>(?:about|some|around|nearly)?\s*(?P<n>\d[\d,.]*)\s*(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\s*(?:\([^)]{2,20}\)\s*)?"
    r"(?:to\s+the\s+)?(?:(?:north|south|east|west)(?:-?(?:north|south|east|west))*(?:ern)?)?\s*(?:of|from|outside|away from)\s+)(?:the\s+)?$",
    re.I,
)
_DIRECTION = re.compile(r"(?P<words>(?P<word>[A-Za-z-]+)\s+)$")
# "the Urals town of X": the type belongs to what follows; "the X district of Y": to the name before.
_OF_NEXT = frozenset(
    ["town", "city", "village", "hamlet", "settlement", "port", "towns", "villages", "cities", "capital"]
)
_HYPHEN = re.compile(
    r"-(?:[a-z]+(?:ed|ing)|held|led|run|born|made|bound|style|era|wide|majority|brokered|(?:Controlled|Held|Led|Based|Backed|Occupied|Administered|Run))\b"
)
_LIST = re.compile(
    r"^\s*(?:\([^)]{1,40}\)\s*)?(?:,|;|,?\s*and|,?\s*or|,?\s*as\s+well\s+as)\s+(?:(?:also\s+)?(?:in|near|at|around|of)\s+)?(?:the\s+)?(?:\w+\s+of\s+)?$",
    re.I,
)


def frame_before(text: str, low: int, start: int) -> str:
    """The locating word before a name ("in", "near", "shelled"); "" where nothing locates it."""
    found = _frame().search(text, max(low, start - _REACH), start)
    frame = found["frame"].lower() if found else ""
    while found is not None:
        # "from a school in X": the nearest word that places it, past the one that begins the phrase.
        found = _frame().search(text, found.start() + 1, start)
        if found is not None and found["frame"].lower() not in _LOOSE:
            frame = found["frame"].lower()
    return frame


def type_before(text: str, low: int, start: int) -> str | None:
    """The type word right before a name: "village" in "the village of X"."""
    found = _type_before().search(text, max(low, start - 30), start)
    return " ".join(found["type"].lower().split()) if found else None


def typed_of(text: str, low: int, start: int) -> bool:
    """Whether a type word and "of" stand right before a name: "the village of X"."""
    found = _type_before().search(text, max(low, start - 30), start)
    return found is not None and found["of"] is not None


def type_after(text: str, end: int, high: int) -> tuple[str, int] | None:
    """The type word right behind a name ("X province") and where it ends."""
    found = _type_after().match(text, end, high)
    if found is None or (
        found["type"].lower() in _OF_NEXT and re.match(r"\s+(?:of|called|named)\s", text[found.end() : high])
    ):
        return None
    return " ".join(found["type"].lower().split()), found.end()


def distance_before(text: str, low: int, start: int) -> tuple[str, float] | None:
    """ "20 km north of" before a name: the words and the kilometres."""
    found = _DISTANCE.search(text, max(low, start - 60), start)
    if found is None:
        return None
    number = float(found["n"].replace(",", "").rstrip(".") or 0)
    return " ".join(found["words"].split()), number * (1.609 if found["unit"].lower().startswith("mi") else 1.0)


def direction_before(text: str, low: int, start: int) -> tuple[str, int] | None:
    """The word of direction that belongs to a name ("northern X") and where it starts."""
    found = _DIRECTION.search(text, max(low, start - 18), start)
    if found and found["word"].lower() in place_words().directions:
        return found["word"], found.start()
    return None


def hyphen_in(word: str) -> int | None:
    """Where "-based", "-led" and the like begin in a word ("Qasr-based")."""
    found = _HYPHEN.search(word)
    return found.start() if found else None


def hyphened(text: str, end: int) -> bool:
    """Whether the name is the first half of "X-based", "X-led": no location."""
    return bool(_HYPHEN.match(text, end))


def listed(between: str) -> bool:
    """Whether the words between two names make them members of one list."""
    return bool(_LIST.match(between))


@cache
def _into_typed() -> re.Pattern[str]:
    name = r"[A-Z][A-Z'’-]*(?:\s+[A-Z][A-Z'’-]*){0,3}"
    return re.compile(
        rf"(?:\s*,?\s*(?:AND\s+)?{name}\s*,){{0,5}}?\s*,?\s*(?:IN\s+)?(?:THE\s+)?{name}?\s*\b(?:{_types().upper()})\b"
    )


def list_into_place(text: str, end: int, high: int) -> bool:
    """In upper-case copy: whether a comma list of names that ends in a typed place begins here (", B AND C, IN D PROVINCE")."""
    return text[end : end + 1] == "," and bool(_into_typed().match(text, end, min(high, end + 120)))
