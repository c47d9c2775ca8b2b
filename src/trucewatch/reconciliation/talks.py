"""Talk claims: one meeting told twice in a report is kept once, in its richest telling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..knowledge.geography import Lie, lie
from ..records.claim import TalkClaim
from ..records.text import Article
from .comparing import alike, overlap
from .told import tell
from .truce_record import distinct


def reconcile_talks(claims: Sequence[TalkClaim], articles: Mapping[str, Article]) -> tuple[TalkClaim, ...]:
    """The talks in order of telling; a repeat gives its participants, place and time to the claim kept."""
    kept: list[TalkClaim] = []
    for claim in (t.claim for t in tell(claims, articles)):
        home = next((n for n, other in enumerate(kept) if _same(other, claim)), None)
        if home is None:
            kept.append(claim)
        else:
            kept[home] = _joined(kept[home], claim)
    return tuple(kept)


def _same(a: TalkClaim, b: TalkClaim) -> bool:
    """One article, one status, no place or time against it, and the participants of one among the other's."""
    if a.article != b.article or a.status.value != b.status.value:
        return False
    if a.place and b.place and lie(a.place.value, b.place.value) is Lie.APART:
        return False
    if a.when and b.when and not overlap(a.when.value, b.when.value):
        return False
    fewer, more = sorted((a.participants, b.participants), key=len)
    return all(any(alike(x.value, y.value) for y in more) for x in fewer)


def _joined(kept: TalkClaim, repeat: TalkClaim) -> TalkClaim:
    return replace(
        kept,
        words=kept.words + tuple(w for w in repeat.words if w not in kept.words),
        participants=distinct((*kept.participants, *repeat.participants), lambda p: p.id),
        mediators=distinct((*kept.mediators, *repeat.mediators), lambda p: p.id),
        place=kept.place or repeat.place,
        when=kept.when or repeat.when,
        about=kept.about or repeat.about,
    )
