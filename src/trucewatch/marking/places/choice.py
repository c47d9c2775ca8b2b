"""Which place of a name is meant: the article's world, the words around it and the places beside it decide."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...records.place import Level, Place
from .found import Found, name_key
from .neighbours import Neighbours, Pick
from .nesting import COARSE, containers, contains
from .world import World

_WORLD_BONUS, _CONTAINED, _REVIEWED, _LEVEL, _COUNTRY = 6.0, 10.0, 4.0, 5.0, 3.0
_REGION, _NEAR, _DISTRICT = 5.0, 3.0, 3.0
# Outside the article's countries only a large place is taken for the one that is meant.
_LARGE = 300_000
_SMALL, _MAINLY = 100_000, 0.6
# "New York" is not the village of that name in the article's country.
_WORLD_CITY, _DWARFED = 1_000_000, 100
# Weight of other names in a place's region, or nearness to one of them, that makes a small place likely.
_SUPPORTED, _CLOSE = 1.0, 0.45
# A lead of this much over the next reading makes a choice sure.
_SURE_LEAD = 4.0
_ROUNDS = 2
# Without any world: so many people, and so many times those of all other places of the name.
_TOWN, _OUTWEIGHS = 15_000, 5


class Chooser:
    """Chooses for all candidates of one article at once: first each by itself, then each in the light of the others."""

    def __init__(self, text: str, found: Sequence[Found], world: World) -> None:
        self._found, self._world = found, world
        self._around = [containers(text, found, number) for number in range(len(found))]
        told: defaultdict[str, list[Found]] = defaultdict(list)
        for hit, around in zip(found, self._around, strict=True):
            told[name_key(hit)].extend(around)
        # A name means one place throughout, unless the text puts it in another right there.
        self._told = [a or told[name_key(hit)] for hit, a in zip(found, self._around, strict=True)]
        self._chosen = self._choose(None)
        for _ in range(_ROUNDS):
            self._chosen = self._choose(Neighbours([pick for pick in self._chosen if pick is not None]))

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
                scored.append((self._fit(place, people, hit, around, world, others), place))
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
            return any(contains(c, place) for c in around)
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
        return not world and _outweighs(place, people, hit)

    def _fit(
        self,
        place: Place,
        people: int,
        hit: Found,
        around: Sequence[Found],
        world: Mapping[str, float],
        others: Neighbours | None,
    ) -> float:
        """Country of the article, level and container told by the text, size, and the places that other names mean."""
        score = math.log10(people + 10) + (_COUNTRY if place.level is Level.COUNTRY else 0.0)
        if place.country is not None and place.country in world:
            score += _WORLD_BONUS * (0.5 + 0.5 * world[place.country])
        if any(contains(c, place) for c in around):
            score += _CONTAINED
        if _known(place):
            score += _REVIEWED
        score += _level_fit(place, hit)
        if others is not None:
            key = name_key(hit)
            score += _REGION * others.region_share(key, place) + _NEAR * others.nearness(key, place)
        return score


def _of_world(place: Place, people: int, world: Mapping[str, float]) -> bool:
    """Small places count only in a country the text is mainly about; larger ones in any it names."""
    share = world.get(place.country or "", 0.0)
    return share > 0 and (people >= _SMALL or share >= _MAINLY * max(world.values()))


def _known(place: Place) -> bool:
    return place.gazetteer_id is not None and place.gazetteer_id.startswith("reviewed:")


def _level_fit(place: Place, hit: Found) -> float:
    """Whether the place is of the kind that the words say: a bare name that city and province share is the city."""
    if hit.level in COARSE:
        return _LEVEL if place.level in COARSE else 0.0
    if place.level in COARSE:
        return -_LEVEL
    if place.level is Level.DISTRICT:
        return _DISTRICT if hit.level is Level.DISTRICT else -_DISTRICT
    return 0.0


def _outweighs(place: Place, people: int, hit: Found) -> bool:
    """Without a world to place it in, only a town that dwarfs its namesakes is the one meant."""
    rest = sum(n for other, n in hit.rows if other is not place and other.level not in COARSE)
    return people >= _TOWN and people > _OUTWEIGHS * rest
