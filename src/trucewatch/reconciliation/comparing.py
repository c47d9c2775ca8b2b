"""Features of a comparison, each a score and a sentence in the words the screen will show.

A feature's score runs from -1 (speaks against) to 1 (speaks for); ``weigh`` makes one likeness of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from ..knowledge.geography import Lie, lie, same_name
from ..knowledge.names import fold
from ..records.claim import Harm
from ..records.count import Count
from ..records.ledger import Likeness, Reason
from ..records.party import Party, PartyKind
from ..records.place import Place
from ..records.when import When

_OFFICIAL = frozenset({PartyKind.STATE_FORCES, PartyKind.GOVERNMENT, PartyKind.EXTERNAL_FORCES})
CIVILIAN = frozenset({PartyKind.CIVILIANS, PartyKind.PERSON, PartyKind.MEDIA, PartyKind.WITNESS})


def weigh(reasons: Iterable[Reason | None], base: float = 0.0) -> Likeness:
    """Sum of the features' scores, kept within 0 and 1; a feature of -1 decides alone."""
    # Comprehensions, not generators: this runs for every pair of claims compared.
    told = tuple([r for r in reasons if r is not None])
    scores = [r.score for r in told]
    if scores and min(scores) <= -1.0:
        return Likeness(0.0, tuple(r for r in told if r.score <= -1.0))
    return Likeness(round(min(1.0, max(0.001, base + sum(scores))), 3), told)


def say(when: When) -> str:
    """A time in words: "30 Apr 2016 06:00 to 12:00"."""

    if when.start and when.end and when.end - when.start == timedelta(days=1) and when.start.hour == 0:
        return _moment(when.start)
    return f"{_moment(when.start)} to {_moment(when.end)}"


# The moments of one story come back in every pair of its claims, and formatting a date is slow.
@lru_cache(maxsize=4096)
def _moment(value: datetime | None) -> str:
    if value is None:
        return "open"
    return f"{value.day} {value:%b %Y}" + (f" {value:%H:%M}" if (value.hour or value.minute) else "")


def overlap(left: When, right: When, slack: timedelta = timedelta(0)) -> bool:
    """Whether two intervals share a moment, once each is widened by ``slack``."""
    ends_first = left.end is not None and right.start is not None and left.end + slack <= right.start
    starts_after = right.end is not None and left.start is not None and right.end + slack <= left.start
    return not (ends_first or starts_after)


def gap(left: When, right: When) -> timedelta:
    """Time between two intervals; nothing where they overlap."""
    if overlap(left, right):
        return timedelta(0)
    if left.end is not None and right.start is not None and left.end <= right.start:
        return right.start - left.end
    assert right.end is not None and left.start is not None
    return left.start - right.end


def party_reason(what: str, left: Party | None, right: Party | None, same: float) -> Reason | None:
    """The same party, one a wider word for the other, or two."""
    if left is None or right is None:
        return None
    if alike(left, right):
        return Reason(what, f"both name {left.name}", same)
    if left.umbrella or right.umbrella:
        if left.kind is right.kind:
            return Reason(what, f"{left.name} may be {right.name}", same / 3)
        return Reason(what, f"{left.name} against {right.name}", -0.5)
    if left.kind in CIVILIAN and right.kind in CIVILIAN:
        return Reason(what, f"{left.name} and {right.name}, both civilians", same / 3)
    return Reason(what, f"{left.name} against {right.name}", -1.0)


def contested(left: Party | None, right: Party | None) -> bool:
    """Whether two words for a party are known to mean two: neither leaves open who it is, and they are not alike."""
    if left is None or right is None or alike(left, right):
        return False
    return not (left.umbrella or right.umbrella or left.unidentified or right.unidentified)


def lying(left: Place, right: Place) -> tuple[Lie, bool]:
    """How two places of two reports lie, and whether that is sure.

    One name that no table has takes its country from its report (often the dateline's): it is the same place for all
    that, and so are two of one name that two reports' words put into two countries on one day, less surely.
    """
    how = lie(left, right)
    if how in (Lie.APART, Lie.UNKNOWN) and same_name(left.name, right.name):
        return Lie.SAME, not (left.found and right.found)
    return how, True


def own_account(speaker: Party | None, actor: Party | None) -> bool:
    """Whether a speaker tells of its own side's act: the actor itself, or a body of the actor's state."""
    if speaker is None or actor is None:
        return False
    official = speaker.kind in _OFFICIAL and actor.kind in _OFFICIAL
    return alike(speaker, actor) or (official and speaker.country is not None and speaker.country == actor.country)


def alike(left: Party, right: Party) -> bool:
    """Whether two mentions are of one party, or one is an organ of the other."""
    if left.id == right.id or fold(left.name) == fold(right.name) or (left.of is not None and left.of == right.of):
        return True
    return left.of in (right.id, right.name) or right.of in (left.id, left.name)


def counts_agree(left: Count, right: Count) -> bool:
    """Whether two figures can both be true of one thing."""
    low = max(left.low or 0, right.low or 0)
    highs = [h for h in (left.high, right.high) if h is not None]
    return not highs or low <= min(highs)


def harm_reason(left: Sequence[Harm], right: Sequence[Harm], same: float) -> Reason | None:
    """Figures of one verb that agree or differ. Differing ones speak only weakly against: tolls rise."""
    pairs = [(a, b) for a in left for b in right if a.verb == b.verb and not a.part_of and not b.part_of]
    if not pairs:
        return None
    for a, b in pairs:
        if counts_agree(a.count.value, b.count.value) and _exact(a.count.value) and _exact(b.count.value):
            return Reason("harm", f"both give {a.count.value.wording} {a.verb.replace('_', ' or ')}", same)
    a, b = pairs[0]
    wording = f"{a.count.value.wording} against {b.count.value.wording} {a.verb.replace('_', ' or ')}"
    if counts_agree(a.count.value, b.count.value):
        return Reason("harm", wording, same / 3)
    return Reason("harm", wording, -0.2)


def _exact(count: Count) -> bool:
    return count.low is not None and count.low > 0 and (count.high is None or count.high == count.low)
