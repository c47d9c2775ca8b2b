"""Which place of a name is meant: the article's world, the words around it and the places beside it decide."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...records.place import Level, Place
from .found import Found, bears_it, name_key
from .neighbours import Neighbours, Pick
from .nesting import COARSE, containers, contains, regions_beside, shared
from .together import Together
from .world import World

_WORLD_BONUS, _CONTAINED, _REVIEWED, _LEVEL, _COUNTRY = 6.0, 10.0, 4.0, 5.0, 3.0
_REGION, _NEAR, _DISTRICT, _NATION = 5.0, 3.0, 3.0, 4.0
# Outside the article's countries only a large place is taken for the one that is meant.
_LARGE = 300_000
_SMALL, _MAINLY = 100_000, 0.6
# "New York" is not the village of that name in the article's country.
_WORLD_CITY, _DWARFED = 1_000_000, 100
# Weight of other names in a place's region, or nearness to one of them, that makes a small place likely.
_SUPPORTED, _SWAYED, _CLOSE, _HINTED = 1.0, 2.0, 0.45, 0.35
# A lead of this much over the next reading makes a choice sure.
_SURE_LEAD = 4.0
_ROUNDS = 5
_TOGETHER, _MOST_TOGETHER, _OTHER_NAME = 3.0, 5.0, 3.0
# Without any world: so many people, and so many times those of all other places of the name.
_TOWN, _OUTWEIGHS = 15_000, 5


class Chooser:
    """Chooses for all candidates of one article at once: first each by itself, then each in the light of the others."""

    def __init__(self, text: str, found: Sequence[Found], world: World) -> None:
        self._text, self._found, self._world = text, found, world
        self._together = Together(found)
        self._around = [containers(text, found, number) for number in range(len(found))]
        told: defaultdict[str, list[Found]] = defaultdict(list)
        for hit, around in zip(found, self._around, strict=True):
            told[name_key(hit)].extend(around)
        # A name means one place throughout, unless the text puts it in another right there.
        self._told = [a or told[name_key(hit)] for hit, a in zip(found, self._around, strict=True)]
        self._beside = [regions_beside(text, found, number) for number in range(len(found))]
        self._chosen = self._choose(None)
        for _ in range(_ROUNDS):
            before = self._chosen
            self._chosen = self._choose(Neighbours([pick for pick in before if pick is not None]))
            if [p and p.place for p in before] == [p and p.place for p in self._chosen]:
                break

    def chosen(self, number: int) -> Place | None:
        """The place meant by a candidate; None where no row is likely enough."""
        pick = self._chosen[number]
        return pick.place if pick is not None else None

    def _choose(self, others: Neighbours | None) -> list[Pick | None]:
        return [self._pick(number, others) for number in range(len(self._found))]

    def _pick(self, number: int, others: Neighbours | None) -> Pick | None:
        hit, around = self._found[number], self._told[number]
        key, world = name_key(hit), self._world.without(name_key(hit))
        scored: list[tuple[float, Place]] = []
        for place, people in hit.rows:
            if self._may_be(place, people, hit, around, world, others):
                scored.append((self._fit(place, people, hit, around, world, others, self._beside[number]), place))
        if not scored:
            return None
        scored.sort(key=lambda row: -row[0])
        lead = scored[0][0] - scored[1][0] if len(scored) > 1 else _SURE_LEAD
        return Pick(key, scored[0][1], max(0.2, min(1.0, lead / _SURE_LEAD)))

    def _may_be(
        self,
        place: Place,
        people: int,
        hit: Found,
        around: Sequence[Found],
        world: Mapping[str, float],
        others: Neighbours | None,
    ) -> bool:
        if people < hit.rows[0][1] / _DWARFED and hit.rows[0][1] >= _WORLD_CITY and not _known(place):
            key = name_key(hit)
            told = others is not None and (
                others.support(key, place) >= _SWAYED or others.nearness(key, place) >= _CLOSE
            )
            return told or any(contains(c, place) for c in around)
        if place.level is Level.COUNTRY or place.country is None or _known(place) or _of_world(place, people, world):
            return (
                hit.level not in COARSE or hit.site is not None or place.level in COARSE or _known(place) or people == 0
            )
        large = _WORLD_CITY if hit.upper else _LARGE
        if (people >= large and hit.sure) or any(contains(c, place) for c in around):
            return True
        if not hit.sure or hit.upper:
            return False
        if others is None:
            return not world
        key = name_key(hit)
        if others.support(key, place) >= _SUPPORTED or others.nearness(key, place) >= _CLOSE:
            return True
        if self._together.weight(key, place) >= (_SUPPORTED if world else _HINTED):
            return True
        return not world and (_outweighs(place, people, hit) or (len(hit.rows) == 1 and bool(hit.frame)))

    def _fit(
        self,
        place: Place,
        people: int,
        hit: Found,
        around: Sequence[Found],
        world: Mapping[str, float],
        others: Neighbours | None,
        beside: frozenset[str],
    ) -> float:
        """Country of the article, level and container told by the text, size, and the places that other names mean."""
        score = math.log10(people + 10) + (_COUNTRY if place.level is Level.COUNTRY else 0.0)
        if place.country is not None and place.country in world:
            score += _WORLD_BONUS * (0.5 + 0.5 * world[place.country])
        if any(contains(c, place) for c in around):
            score += _CONTAINED
        if _known(place):
            score += _REVIEWED
        score += _level_fit(place, hit, beside)
        score += min(_MOST_TOGETHER, _TOGETHER * self._together.weight(name_key(hit), place))
        if not _known(place) and not bears_it(self._text, hit, place):
            score -= _OTHER_NAME
        if others is not None:
            key = name_key(hit)
            score += _REGION * others.region_share(key, place) + _NEAR * others.nearness(key, place)
            score += _NATION * others.country_share(key, place)
        return score


def _of_world(place: Place, people: int, world: Mapping[str, float]) -> bool:
    """Small places count only in a country the text is mainly about; larger ones in any it names."""
    share = world.get(place.country or "", 0.0)
    return share > 0 and (people >= _SMALL or share >= _MAINLY * max(world.values()))


def _known(place: Place) -> bool:
    return place.gazetteer_id is not None and place.gazetteer_id.startswith("reviewed:")


def _level_fit(place: Place, hit: Found, beside: frozenset[str]) -> float:
    """Whether the place is of the kind that the words say: a bare name that city and province share is the city.

    ``beside`` has the countries of whose first-level regions the name is told to be one, by what stands beside it.
    """
    if place.level is Level.PROVINCE and place.country in beside:
        return 2 * _LEVEL
    if hit.level in COARSE:
        return _LEVEL if place.level in COARSE else 0.0
    if place.level in COARSE:
        return -_LEVEL if shared(place, hit) else 0.0
    if place.level is Level.DISTRICT:
        return _DISTRICT if hit.level is Level.DISTRICT else -_DISTRICT
    return 0.0


def _outweighs(place: Place, people: int, hit: Found) -> bool:
    """Without a world to place it in, only a town that dwarfs its namesakes is the one meant."""
    rest = sum(n for other, n in hit.rows if other is not place and other.level not in COARSE)
    return people >= _TOWN and people > _OUTWEIGHS * rest
