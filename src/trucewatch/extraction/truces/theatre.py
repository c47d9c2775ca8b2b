"""The country that a text is about: where its places and its fighters are, not where it was written or talks are held."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ...knowledge.parties import nations
from ...knowledge.truce_words import truce_lexicon
from ...records.party import Party, PartyKind
from ...records.place import Level, Place
from ...records.reading import Reading
from ...records.text import Cited, SegmentKind, Span
from ..clauses import inside
from .scene import Scene

# "the U.S.-led coalition", "Iran-backed fighters": whose friends they are, not where.
_LED = re.compile(r"-(?:led|backed|brokered|mediated|sponsored|supported|allied|supplied)\b", re.I)
# Groups and armies fight at home; governments and statesmen are named from all over the world.
_GROUPS = {PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA, PartyKind.STATE_FORCES}
_REBELS = {PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA}
# A theatre must lead clearly, or nothing is said.
_LEAD = 1.5


def country_of(reading: Reading, code: str) -> Place | None:
    """The country of a code, as some place of this text gives it."""
    for mention in reading.places:
        if mention.place.level is Level.COUNTRY and mention.place.country == code:
            return mention.place
    for mention in reading.places:
        if mention.place.country == code and mention.place.country_name:
            return Place(mention.place.country_name, Level.COUNTRY, code, mention.place.country_name)
    nation = nations().by_code.get(code)
    return Place(nation.name, Level.COUNTRY, code, nation.name) if nation else None


def home_of(scene: Scene, parties: Sequence[Cited[Party]]) -> Cited[Place] | None:
    """The one country that all armed groups among the parties are of; None where they differ or are not known."""
    groups = [p for p in parties if p.value.kind in _REBELS and not p.value.umbrella and p.value.country]
    codes = {p.value.country for p in groups}
    country = country_of(scene.reading, groups[0].value.country or "") if len(codes) == 1 else None
    spans = tuple(e for e in groups[0].evidence if isinstance(e, Span)) if groups else ()
    return Cited(country, spans, f"no area is given; {groups[0].value.name} fights there") if country else None


def _only_region(reading: Reading, code: str) -> Place | None:
    """Gaza or the West Bank, where a text names only one and never the country of which both are parts."""
    own = [m.place for m in reading.places if m.place.country == code]
    if any(p.level is Level.COUNTRY for p in own):
        return None
    names = {p.name.lower() for p in own}
    return own[0] if len(names) == 1 and code == "PS" else None


def theatre(reading: Reading) -> Cited[Place] | None:
    """The country that the text is about, where one clearly leads: places named, and countries of armed parties."""
    votes: Counter[str] = Counter()
    frames = truce_lexicon().frames
    talks = [s for s in reading.sentences if frames["talks"].search(reading.article.text, s.start, s.end)]
    for place in reading.places:
        # A city in a sentence on talks is where they talk.
        if place.place.level is Level.CITY and any(s.start <= place.span.start < s.end for s in talks):
            continue
        before = reading.article.text[max(0, place.span.start - 90) : place.span.start]
        after = reading.article.text[place.span.end : place.span.end + 60]
        aside = (
            frames["authors"].search(before)
            or frames["not_area"].search(before[-40:])
            or frames["mediates"].search(before)
            or frames["mediator"].match(after)
            or _LED.match(after)
            or any(pattern.match(after.lstrip()) for pattern, _ in truce_lexicon().labels)
        )
        if place.place.country and (place.place.found or place.place.level is not Level.UNKNOWN) and not aside:
            votes[place.place.country] += 1 if place.metonym else 2
    for party in reading.parties:
        if party.party.country and party.party.kind in _GROUPS:
            votes[party.party.country] += 1
    for sentence in reading.sentences:
        if sentence.segment is SegmentKind.DATELINE:
            for place in inside(reading.places, sentence.start, sentence.end):
                votes[place.place.country or ""] -= 2
    ranked = votes.most_common(2)
    if not ranked or not ranked[0][0] or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return None
    country = _only_region(reading, ranked[0][0]) or country_of(reading, ranked[0][0])
    if country is None:
        return None
    named = [p.span for p in reading.places if p.place.country == country.country]
    named = named or [p.span for p in reading.parties if p.party.country == country.country]
    return Cited(
        country, tuple(named[:1]), "no area is given; most of the text's places and armed parties are of this country"
    )
