"""Areas told without a name: "a ceasefire for the south-west", "a pause for the city", "Gori passed a quiet day under a local truce"."""

from __future__ import annotations

import re

from ...records.place import Level, Place
from ...records.reading import PlaceMention
from ...records.text import Cited
from ..clauses import inside
from .mentions import TruceMention
from .scene import Scene

_SIDE = re.compile(
    r"\s+(?:that\s+|which\s+)?(?:for|in|along|across|throughout|covering|covers)\s+(?:parts\s+of\s+|much\s+of\s+)?the\s+(?:whole\s+)?(?:country['’]s\s+)?"
    r"(?P<side>(?:far\s+|deep\s+)?(?:north-?east|north-?west|south-?east|south-?west|north|south|east|west|cent(?:re|er))(?:ern)?)"
    r"(?!\s+(?:of|bank|korea|sudan|ossetia|africa|timor|side))\b(?:\s+of\s+the\s+country)?",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?P<between>[^.;,]{0,50}?)\b(?:for|in|over|around|covering|to)\s+the\s+(?:besieged\s+|battered\s+|divided\s+|whole\s+|entire\s+)*"
    r"(?P<kind>city|town|port|province|region|valley|enclave|camp|district|village|island|suburb)(?!\s+of\b)\b",
    re.IGNORECASE,
)
_SMALL = {Level.CITY, Level.TOWN, Level.VILLAGE, Level.NEIGHBOURHOOD, Level.UNKNOWN, Level.SITE, Level.DISTRICT}
_LARGE = {Level.PROVINCE, Level.REGION, Level.DISTRICT, Level.UNKNOWN}
_FITS = {"province": _LARGE, "region": _LARGE, "valley": _LARGE, "enclave": _LARGE | _SMALL, "island": _LARGE}
_BACK = 2
# "passed a quiet day under", "has been calm since": the subject is where the truce is.
_QUIET = re.compile(
    r"^[^.;]{0,60}?\b(?:passed|spent|enjoy(?:s|ed)|saw|had|has|was|were|is|are|remain(?:s|ed)|stayed|woke)\b[^.;]{0,60}\bunder\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"^\W*(?:on\s+the\s+\w+,?\s+|elsewhere,?\s+|meanwhile,?\s+)?(?:the\s+(?:\w+\s+){0,2}of\s+)?$", re.IGNORECASE
)


def area_told(scene: Scene, mention: TruceMention) -> Cited[Place] | None:
    """The area that words about the label describe; None where they describe none."""
    return _side(scene, mention) or _kind(scene, mention) or _subject(scene, mention)


def _side(scene: Scene, mention: TruceMention) -> Cited[Place] | None:
    """ "for the south-west": a part of the country that the text is about, of unknown shape."""
    hit = _SIDE.match(scene.text, mention.label.end, mention.end)
    if hit is None:
        return None
    whole = scene.whole.value if scene.whole else None
    side = " ".join(hit["side"].split())
    name = f"{side} {whole.name}" if whole else f"the {side}"
    place = Place(
        name,
        Level.REGION,
        whole.country if whole else None,
        whole.country_name if whole else None,
        within=(whole.name,) if whole else (),
        relation=f"{side} part of",
    )
    return Cited(place, (scene.quote(*hit.span("side")),))


def _kind(scene: Scene, mention: TruceMention) -> Cited[Place] | None:
    """ "for the city": the place told last that such a word can stand for."""
    hit = _KIND.match(scene.text, mention.label.end, mention.end)
    if hit is None:
        return None
    fits = _FITS.get(hit["kind"].lower(), _SMALL)
    low = scene.reading.sentences[max(0, mention.sentence.index - _BACK)].start
    told = [m for m in inside(scene.reading.places, low, hit.start("kind")) if not m.metonym and m.place.level in fits]
    if not told:
        return None
    last = told[-1]
    span = scene.quote(hit.start("kind"), hit.end())
    return Cited(last.place, (span, last.span), f"{span.quote!r} is the place told before")


def _subject(scene: Scene, mention: TruceMention) -> Cited[Place] | None:
    """ "Gori passed a quiet day under a local truce"."""
    for place in inside(scene.reading.places, mention.start, mention.label.start):
        if _leads(scene, mention, place) and _QUIET.match(scene.text[place.span.end : mention.label.start]):
            return Cited(place.place, (place.span,))
    return None


def _leads(scene: Scene, mention: TruceMention, place: PlaceMention) -> bool:
    return not place.metonym and _FIRST.match(scene.text[mention.start : place.span.start]) is not None
