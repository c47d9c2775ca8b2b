"""The area of a truce: named beside it, given by an adjective, taken from its antecedent, or the text's own theatre."""

from __future__ import annotations

import re

from ...knowledge.truce_words import truce_lexicon
from ...records.place import Level, Place
from ...records.reading import PlaceMention
from ...records.text import Cited
from ..clauses import inside
from .areas_told import area_told
from .mentions import TruceMention
from .scene import Scene
from .theatre import country_of

# "Syria's fragile two-week truce", "the Ghouta truce".
_OWNING = re.compile(r"^['’]s?[\s\"'“‘-]+(?:[\w.-]+[\s-]+){0,5}[\"'“‘]?$")
_BESIDE = re.compile(r"^[\s\"'“‘-]*(?:[\w.-]+[\s-]+){0,2}[\"'“‘]?$")
_EXTENDING_TO = re.compile(
    r"\b(?:extend\w*|expand\w*|spread\w*|widen\w*)\s[^.;]{0,70}\bto\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.I
)
_WAR = re.compile(r"\s+(?:of|in)\s+the\s+(?P<whose>(?:[\w-]+\s+){1,4}?)(?:civil\s+)?(?:war|conflict)\b", re.I)
_LEADING = re.compile(r"^\W*(?:in|across|throughout|around)\s+(?:[\w-]+\s+){0,4}$", re.I)
# Names of feasts are none of places ("a ceasefire for Eid").
_FEASTS = re.compile(
    r"(?:eid|ramadan|easter|christmas|new\s+year|nowruz|diwali|tet|ashura|hajj|passover|vesak|lent)\b", re.I
)
_MEETING = re.compile(r"\s+(?:meeting|summit|talks|conference|session|round|dialogue|negotiations|process)\b", re.I)
# "the accord of Malino", "its own accord, of Malino,": its name, told by where it was signed.
_OF_NAME = re.compile(r",?\s+of\s+(?:the\s+)?", re.I)
_LIST = re.compile(
    r"^\s*(?:,|,?\s*and|,?\s*as well as)\s+(?:in\s+)?(?:(?:the|northern|southern|eastern|western|central|city|town|countryside|of|"
    r"area|areas|outskirts|ports?|province|suburbs?|districts?)\s+){0,6}$",
    re.I,
)
_CONTAINER = re.compile(
    r"^(?:\s*,\s+(?:in\s+)?(?:the\s+)?|\s*(?:suburbs?|districts?|neighbou?rhoods?|area|outskirts|town|city|province|part)?\s*(?:of|in)\s+(?:the\s+)?)$",
    re.I,
)
_IN = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.I)


def areas_of(scene: Scene, mention: TruceMention) -> tuple[Cited[Place], ...]:
    """The areas the sentence itself gives: one, or each member of a list ("in A and in B"); none where it gives none."""
    named = [
        p
        for p in inside(scene.reading.places, mention.start, mention.end)
        if not p.metonym and not _FEASTS.match(p.span.quote)
    ]
    places = [p for p in named if not _not_extended_to(scene, mention, p)]
    first = _extended_to(scene, mention, places) or _of_war(scene, mention) or _modifying(scene, mention, places)
    if first is not None:
        return (first,)
    described = area_told(scene, mention)
    framed = None if described else _framed(scene, mention, places)
    if framed is None:
        return (described,) if described else ()
    listed = _listed(scene, framed, places)
    if mention.definite and not mention.plural and len(listed) > 1:
        return (_together(listed),)
    return tuple(Cited(p.place, (p.span,)) for p in listed)


def _together(listed: list[PlaceMention]) -> Cited[Place]:
    """One truce in several named places: "the ceasefire in the south and the west" has one area."""
    names = [p.place.name for p in listed]
    name = f"{', '.join(names[:-1])} and {names[-1]}"
    countries = {(p.place.country, p.place.country_name) for p in listed}
    code, country = countries.pop() if len(countries) == 1 else (None, None)
    place = Place(name, Level.REGION, code, country, within=(country,) if country else ())
    return Cited(place, tuple(p.span for p in listed), "one truce for the places told together")


def widening(scene: Scene, mention: TruceMention) -> bool:
    """Whether the sentence speaks of extending the truce to another area."""
    places = [p for p in inside(scene.reading.places, mention.start, mention.end) if not p.metonym]
    return _extended_to(scene, mention, places) is not None


def _listed(scene: Scene, first: PlaceMention, places: list[PlaceMention]) -> list[PlaceMention]:
    """The places told in one list with the first; one that contains another ("suburb of Damascus") is no member."""
    text = scene.text
    members = [first]
    last = first
    for place in places:
        if place.span.start < last.span.end:
            continue
        between = text[last.span.end : place.span.start]
        if len(between) > 60:
            break
        if _CONTAINER.match(between):
            last = place
        elif _LIST.match(between):
            members.append(place)
            last = place
        else:
            break
    return members


def _extended_to(scene: Scene, mention: TruceMention, places: list[PlaceMention]) -> Cited[Place] | None:
    for place in places:
        after = place.span.start > mention.label.end
        if after and _EXTENDING_TO.search(scene.text[mention.start : place.span.start]):
            return None if _not_extended_to(scene, mention, place) else Cited(place.place, (place.span,))
    return None


def _not_extended_to(scene: Scene, mention: TruceMention, place: PlaceMention) -> bool:
    """ "failed to extend it to the north": no truce there."""
    hit = _EXTENDING_TO.search(scene.text[mention.start : place.span.start])
    negated = truce_lexicon().modality["negated"]
    return hit is not None and bool(negated.search(scene.text[mention.start : mention.start + hit.start()]))


def _modifying(scene: Scene, mention: TruceMention, places: list[PlaceMention]) -> Cited[Place] | None:
    """ "the Ghouta truce", "a Syrian truce"."""
    text, low = scene.text, mention.label.start
    for place in reversed(places):
        if (
            place.span.end <= low
            and not (mention.plain and place.place.level is not Level.COUNTRY)
            and not _by_name_of_talks(scene, place)
            and _touches(text, place.span.end, low)
            and not _saying(text, mention, place)
        ):
            return Cited(place.place, (place.span,))
    for party in reversed(inside(scene.reading.parties, max(mention.start, low - 60), low)):
        if party.adjectival and party.party.country and _touches(text, party.span.end, low):
            country = country_of(scene.reading, party.party.country)
            if country is not None:
                return Cited(country, (party.span,), "the adjective names the country")
    return None


def _of_war(scene: Scene, mention: TruceMention) -> Cited[Place] | None:
    """ "the first truce of the Liberian civil war": the country of the war."""
    hit = _WAR.match(scene.text, mention.label.end)
    if hit is None:
        return None
    span = scene.quote(*hit.span("whose"))
    for place in inside(scene.reading.places, *hit.span("whose")):
        if place.place.level is Level.COUNTRY:
            return Cited(place.place, (place.span,))
    for party in inside(scene.reading.parties, *hit.span("whose")):
        country = country_of(scene.reading, party.party.country) if party.party.country else None
        if country is not None:
            return Cited(country, (party.span,), "the adjective names the country")
    if scene.whole is not None and scene.whole.value.level is Level.COUNTRY:
        return Cited(scene.whole.value, (span,), "the war of the country that most of the text's places are of")
    return None


def _by_name_of_talks(scene: Scene, place: PlaceMention) -> bool:
    """ "the Minsk ceasefire" is named for where it was signed; "a U.S.-brokered truce" for who helped."""
    mediator = truce_lexicon().frames["mediator"].match(scene.text[place.span.end : place.span.end + 80])
    return (
        bool(mediator)
        or scene.text[place.span.end : place.span.end + 1] == "-"
        or (scene.whole is not None and _elsewhere(scene, place))
    )


def _touches(text: str, end: int, low: int) -> bool:
    between = text[end:low]
    return (
        len(between) < 45
        and bool(_OWNING.match(between) or _BESIDE.match(between))
        and not re.search(
            r"\b(?:to|for|on|of|and|with|that|a|an|the|by|has|have|had|will|would|may|begins?|began|starts?|agreed|said|announced|"
            r"declared|calls?|called|accepts?|accepted|rejects?|rejected|violated|broke|ends?|ended|extended|in|from|as|government|army|"
            r"forces|rebels|troops|militants)\b",
            between,
            re.I,
        )
    )


def _saying(text: str, mention: TruceMention, place: PlaceMention) -> bool:
    return bool(truce_lexicon().frames["not_area"].search(text[mention.start : place.span.start]))


def _framed(scene: Scene, mention: TruceMention, places: list[PlaceMention]) -> PlaceMention | None:
    """ "a truce in X", "in X, a truce began"; not the place of talks or of the saying."""
    text, frames = scene.text, truce_lexicon().frames
    for place in places:
        if place.span.start >= mention.label.end:
            gap = text[mention.label.end : place.span.start]
            near = text[max(mention.label.end, place.span.start - 60) : place.span.start]
            signed = frames["venue"].search(gap) or frames["signing"].search(text, mention.start, mention.label.start)
            unsure = scene.whole is None and not frames["venue"].search(gap)
            venue = signed and _IN.search(near) and _elsewhere(scene, place) and not unsure
            # The label of a told truce names violence itself: only what follows it counts.
            barred = bool(
                venue
                or _MEETING.match(text, place.span.end)
                or (mention.plain and _OF_NAME.fullmatch(gap))
                or frames["not_area"].search(gap)
                or frames["struck"].search(gap)
                or frames["mediated_list"].search(gap)
                or frames["excludes"].search(near)
            )
            if len(gap) < 140 and frames["area"].search(near) and not barred:
                return _owned(text, place, places)
    for place in places:
        led = place.span.end <= mention.label.start and _LEADING.match(text[mention.start : place.span.start])
        if led and not (
            _elsewhere(scene, place) and frames["signing"].search(text, place.span.end, mention.label.start)
        ):
            return _owned(text, place, places)
    return _of_sides(scene, mention, places)


def _owned(text: str, place: PlaceMention, places: list[PlaceMention]) -> PlaceMention:
    """ "Syria's Idlib province" is the province."""
    for other in places:
        if other.span.start > place.span.end and re.fullmatch(
            r"['’]s\s+(?:[\w-]+\s+){0,2}", text[place.span.end : other.span.start]
        ):
            return other
    return place


def _of_sides(scene: Scene, mention: TruceMention, places: list[PlaceMention]) -> PlaceMention | None:
    """ "rebel factions in Darfur agreed to a truce", "they have not fought in Rakhine since the truce"."""
    fought = truce_lexicon().frames["fought"]
    for place in reversed(places):
        near = mention.label.start - 110 <= place.span.start < mention.label.start
        if near and not _elsewhere(scene, place) and fought.search(scene.text[mention.start : place.span.start]):
            return place
    return None


def _elsewhere(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place lies outside the country that the text is about, or none leads."""
    return scene.whole is None or scene.whole.value.country != place.place.country
