"""Control claims: repeats left out, doubts of others set beside the claim they doubt, nothing decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..knowledge.geography import Lie, lie
from ..knowledge.names import skeleton
from ..knowledge.regions import base_name
from ..records.claim import ControlClaim
from ..records.reading import Stance
from ..records.text import Article
from .comparing import alike
from .told import Told, order_of, tell

# "No side made gains" answers the claims told about it, in characters, not those of the whole report.
_ABOUT = 1200
_TAKEN = frozenset({"control", "entered"})


class Control:
    """The control claims of articles that come and go; only those around a change are looked at anew."""

    def __init__(self) -> None:
        self._of_article: dict[str, tuple[ControlClaim, ...]] = {}
        self._order: dict[str, tuple[object, ...]] = {}
        self._near: dict[Hashable, dict[str, ControlClaim]] = defaultdict(dict)
        self._made: dict[str, ControlClaim] = {}
        self._touched: dict[Hashable, None] = {}

    def put(self, article: str, claims: Iterable[Told[ControlClaim]]) -> None:
        """The control claims of an article; they take the place of earlier ones."""
        told = list(claims)
        kept: list[ControlClaim] = []
        for claim in (t.claim for t in told):
            if not any(_repeats(claim, other) for other in kept):
                kept.append(claim)
        old = self._of_article.get(article, ())
        if tuple(kept) == old:
            return
        for claim in old:
            self._made.pop(claim.id, None)
            for key in _keys(claim):
                self._near[key].pop(claim.id, None)
                self._touched[key] = None
        for claim in kept:
            for key in _keys(claim):
                self._near[key][claim.id] = claim
                self._touched[key] = None
        self._order |= {t.claim.id: order_of(t) for t in told}
        self._of_article[article] = tuple(kept)

    def update(self) -> dict[str, ControlClaim]:
        """Look anew at the claims that a change may have reached; gives those that are new or changed, by id."""
        near = {name: claim for key in self._touched for name, claim in self._near[key].items()}
        fresh = {name: _with_doubts(claim, self._others(claim)) for name, claim in near.items()}
        put = {name: claim for name, claim in fresh.items() if claim != self._made.get(name)}
        self._made |= put
        self._touched.clear()
        return put

    def records(self) -> tuple[ControlClaim, ...]:
        """Every claim, in order of telling, each once, with the voices that dispute it among ``said.responses``."""
        return tuple(self._made[name] for name in sorted(self._made, key=self._order.__getitem__))

    def _others(self, claim: ControlClaim) -> list[ControlClaim]:
        found = {name: other for key in _keys(claim) for name, other in self._near[key].items()}
        return [found[name] for name in sorted(found, key=self._order.__getitem__)]


def reconcile_control(claims: Sequence[ControlClaim], articles: Mapping[str, Article]) -> tuple[ControlClaim, ...]:
    """The claims in order of telling, each once, with the voices that dispute it among ``said.responses``."""
    told, found = tell(claims, articles), Control()
    for article in dict.fromkeys(t.claim.article for t in told):
        found.put(article, [t for t in told if t.claim.article == article])
    found.update()
    return found.records()


def _keys(claim: ControlClaim) -> Iterator[Hashable]:
    """What a claim and one that disputes it share: an article, or a place by id, name or skeleton."""
    yield ("article", claim.article)
    if claim.place is not None:
        place = claim.place.value
        yield ("name", base_name(place.name))
        if place.gazetteer_id is not None:
            yield ("id", place.gazetteer_id)
        if skeleton(base_name(place.name)):
            yield ("skeleton", skeleton(base_name(place.name)))


def _repeats(claim: ControlClaim, other: ControlClaim) -> bool:
    """The same holder, place and kind by the same voice in the same article."""
    if claim.article != other.article or claim.kind != other.kind or not claim.place or not other.place:
        return False
    if claim.holder is None or other.holder is None or not alike(claim.holder.value, other.holder.value):
        return False
    left, right = claim.said.speaker, other.said.speaker
    voices = left is None or right is None or left.value.id == right.value.id
    return voices and lie(claim.place.value, other.place.value) is Lie.SAME


def _with_doubts(claim: ControlClaim, others: Sequence[ControlClaim]) -> ControlClaim:
    doubts = [o for o in others if _disputes(o, claim)]
    if not doubts:
        return claim
    known = {span for _, _, span in claim.said.responses}
    added = tuple((Stance.DISPUTED, o.said.speaker, o.words[0]) for o in doubts if o.words[0] not in known)
    return replace(claim, said=replace(claim.said, responses=claim.said.responses + added))


def _disputes(doubt: ControlClaim, claim: ControlClaim) -> bool:
    """Another voice: nothing changed hands there, or another party holds the place."""
    if doubt is claim or claim.kind not in _TAKEN or doubt.said.speaker is None:
        return False
    mine = claim.said.speaker.value.id if claim.said.speaker else None
    if doubt.said.speaker.value.id == mine:
        return False
    if doubt.kind == "no_change":
        near = doubt.article == claim.article and abs(doubt.words[0].start - claim.words[0].start) <= _ABOUT
        return near and mine is not None and _reaches(doubt, claim)
    if doubt.kind not in _TAKEN or doubt.holder is None or claim.holder is None:
        return False
    return _same_place(doubt, claim) and not alike(doubt.holder.value, claim.holder.value) and _same_time(doubt, claim)


def _reaches(doubt: ControlClaim, claim: ControlClaim) -> bool:
    """Whether "no gains" is said of an area that may hold the place."""
    if doubt.place is None or claim.place is None:
        return True
    return lie(claim.place.value, doubt.place.value) is not Lie.APART


def _same_place(a: ControlClaim, b: ControlClaim) -> bool:
    return a.place is not None and b.place is not None and lie(a.place.value, b.place.value) is Lie.SAME


def _same_time(a: ControlClaim, b: ControlClaim) -> bool:
    """A place may change hands: only claims of one moment, as far as both give one, dispute each other."""
    return a.as_of is None or b.as_of is None or a.as_of.value == b.as_of.value
