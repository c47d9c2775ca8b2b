"""The article's world: which countries it is about, and which reviewed tables it calls for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...knowledge.conflicts import ConflictTable, ReviewedPlace, called_for
from ...knowledge.gazetteer import country_names
from ...knowledge.names import fold
from ...knowledge.parties import general_parties
from ...knowledge.phrases import words_of
from ...knowledge.place_words import place_words
from ...records.party import PartyKind
from ...records.place import Level, Place
from ...records.reading import Sentence
from ...records.text import Article
from .demonyms import demonym_pattern
from .found import Found, bears_it, name_key
from .frames import PLACING

_SURE, _DATELINE_LEAST = 300_000, 50_000
_MENTION, _FRAMED, _DEMONYM, _CITY, _DATELINE, _GROUP = 1.0, 3.0, 1.0, 1.0, 3.0, 2.0
_TOWN, _UNIT = 15_000, 1.0
_ARMED = frozenset([PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.STATE_FORCES])


@dataclass(frozen=True, slots=True)
class World:
    """Countries an article is about: ISO codes with weights that sum to one, the heaviest first.

    ``by_name`` is the weight that one name alone brought ("Georgia" speaks for Georgia), in the same measure, so that a name
    that may also be another place does not vouch for itself.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    by_name: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def without(self, key: str) -> Mapping[str, float]:
        """The weights that all but one name bring, again summing to one; empty where nothing is left."""
        own = self.by_name.get(key)
        if not own:
            return self.weights
        left = {code: w - own.get(code, 0.0) for code, w in self.weights.items()}
        left = {code: w for code, w in left.items() if w > 1e-9}
        total = sum(left.values())
        return {code: w / total for code, w in left.items()}


def world_of(article: Article, sentences: Sequence[Sentence], found: Sequence[Found]) -> World:
    """The countries the article names or whose armed groups it names in full.

    Where it does neither, towns framed as places speak for the one country that has their names.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    by_name: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for hit in found:
        if not hit.rows or hit.site is not None:
            continue
        place, people = hit.rows[0]
        weight = 0.0
        if place.level is Level.COUNTRY and place.country:
            weight = _FRAMED if hit.frame in PLACING else _MENTION
        elif hit.frame == "dateline" and place.country and people >= _DATELINE_LEAST:
            weight = _DATELINE
        elif people >= _SURE and _alone(hit) and place.country and bears_it(article.text, hit, place):
            weight = _CITY
        elif _unanimous(article.text, hit):
            weight = _UNIT
        if weight and place.country:
            weights[place.country] += weight
            by_name[name_key(hit)][place.country] += weight
    demonyms = place_words().demonyms
    for sentence in sentences:
        for word in demonym_pattern().finditer(article.text, sentence.start, sentence.end):
            if word.group()[0].isupper():
                weights[demonyms[word.group().lower()]] += _DEMONYM
    for code in _groups(article, sentences):
        weights[code] += _GROUP
    if not weights:
        for hit in found:
            if hit.frame in PLACING and len({place.country for place, _ in hit.rows}) == 1 and hit.rows[0][1] >= _TOWN:
                weights[hit.rows[0][0].country or ""] += _CITY
    total = sum(weights.values())
    if not total:
        return World()
    ranked = sorted(weights, key=lambda c: (-weights[c], c))
    shares = {key: {code: w / total for code, w in own.items()} for key, own in by_name.items()}
    return World({code: weights[code] / total for code in ranked}, shares)


def _groups(article: Article, sentences: Sequence[Sentence]) -> set[str]:
    """Countries of the armed groups that the text names by a reviewed name of two words or more."""
    index, found = general_parties(), set()
    for sentence in sentences:
        words = words_of(article.text, sentence.start, sentence.end)
        for at in range(len(words)):
            hit = index.longest(words, at)
            if hit and hit[0] - at > 1 and hit[1].country and hit[1].kind in _ARMED and not hit[1].umbrella:
                found.add(hit[1].country)
    return found


def _unanimous(text: str, hit: Found) -> bool:
    """Whether a name that ends in the word for a district ("Boone County") is one of a single country."""
    last = text[hit.start : hit.base_end].lower().split()[-1]
    return place_words().levels.get(last) in {"district", "province"} and len({p.country for p, _ in hit.rows}) == 1


def _alone(hit: Found) -> bool:
    """Whether one country's place of that name outweighs those of all others."""
    top, people = hit.rows[0]
    return all(people > 8 * n for place, n in hit.rows[1:] if place.country != top.country)


def reviewed_places(
    tables: Sequence[ConflictTable], world: Mapping[str, float], article: Article
) -> dict[str, tuple[Place, ...]]:
    """Rows of the tables that the article's own countries and day call for, by folded name."""
    start = article.published.when.start if article.published else None
    rows: dict[str, tuple[Place, ...]] = {}
    for table in called_for(tables, world, start.date() if start else None):
        for reviewed in table.places:
            place = _place(reviewed)
            for name in (reviewed.name, *reviewed.aliases):
                key = fold(name)
                rows[key] = (*rows.get(key, ()), place)
    return rows


def _place(row: ReviewedPlace) -> Place:
    name = country_names().get(row.country) if row.country else None
    return Place(
        row.name, row.level, row.country, name, row.lat, row.lon, row.radius_km, f"reviewed:{row.id}", row.within
    )
