"""How each later report's telling of a record lies to an earlier one: equal, an update of it, or its rival."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import TypeVar

from ..knowledge.comparison_words import phrases, sorts_of
from ..knowledge.count_words import count_words
from ..records.claim import Claim, Harm, IncidentClaim, TruceAct, TruceClaim
from ..records.ledger import Bearing, Reason, Telling
from ..records.party import Party
from ..records.reading import Stance
from .comparing import alike, contested, counts_agree, overlap, own_account, say
from .told import Told

C = TypeVar("C", bound=Claim)
Verdict = tuple[Bearing, Reason]
# Of a record with more tellings each is held against so many of those before it.
_LOOKED_BACK = 8
_WEIGHT = {Bearing.EQUAL: 0, Bearing.RIVAL: 1, Bearing.UPDATE_OF: 2}
_MOVED = frozenset({TruceAct.EXTENDED, TruceAct.SUSPENDED, TruceAct.ENDED, TruceAct.EXPIRED, TruceAct.COLLAPSED})
_DENIED = frozenset({Stance.DENIED, Stance.RETRACTED})


def tellings(
    members: Sequence[Told[C]], bearing: Callable[[Sequence[Told[C]], Sequence[Told[C]]], Verdict]
) -> tuple[Telling, ...]:
    """One row for each report after the first: the earlier report its telling bears on most, and how."""
    reports: dict[str, list[Told[C]]] = {}
    for told in sorted(members, key=lambda t: (t.day.isoformat() if t.day else "9999", t.claim.article)):
        reports.setdefault(told.claim.article, []).append(told)
    names = list(reports)
    found = []
    for n, name in enumerate(names[1:], 1):
        earlier = names[max(0, n - _LOOKED_BACK) : n]
        held = [(bearing(reports[other], reports[name]), other) for other in reversed(earlier)]
        (verdict, reason), of = max(held, key=lambda row: _WEIGHT[row[0][0]])
        found.append(Telling(name, of, verdict, (reason,)))
    return tuple(found)


def incident_bearing(earlier: Sequence[Told[IncidentClaim]], later: Sequence[Told[IncidentClaim]]) -> Verdict:
    """What a later report's telling of an incident is to an earlier one's."""
    a, b = [t.claim for t in earlier], [t.claim for t in later]
    for verdict in (_denial(a, b), _figures(earlier, later), _growth(earlier, later), _blame(a, b), _account(a, b)):
        if verdict is not None:
            return verdict
    return Bearing.EQUAL, Reason("telling", "what the reports say can all be true", 1.0)


def _denial(a: Sequence[IncidentClaim], b: Sequence[IncidentClaim]) -> Verdict | None:
    """One report only denies what the other tells."""
    denied = [all(c.said.stance in _DENIED for c in side) for side in (a, b)]
    if denied[0] == denied[1]:
        return None
    speaker = (a if denied[0] else b)[0].said.speaker
    return Bearing.RIVAL, Reason("denial", f"{speaker.value.name if speaker else 'one report'} denies it", 1.0)


def _blame(a: Sequence[IncidentClaim], b: Sequence[IncidentClaim]) -> Verdict | None:
    """Two authors, and no telling that names the same."""
    pairs = [(x, y) for x in a for y in b if x.actor and y.actor]
    if pairs and all(_blames(x, y) for x, y in pairs):
        names = [c.actor.value.name for c in pairs[0] if c.actor]
        return Bearing.RIVAL, Reason("author", " against ".join(names), 1.0)
    return None


def _blames(x: IncidentClaim, y: IncidentClaim) -> bool:
    """Two authors known to be two, or each the voice that names the other."""
    assert x.actor is not None and y.actor is not None
    if alike(x.actor.value, y.actor.value):
        return False
    voices = _speaker(x), _speaker(y)
    crossed = [v is not None and alike(v, c.actor.value) for v, c in zip(voices, (y, x), strict=True) if c.actor]
    return all(crossed) or contested(x.actor.value, y.actor.value)


def _account(a: Sequence[IncidentClaim], b: Sequence[IncidentClaim]) -> Verdict | None:
    """The author's own account names another sort of target."""
    for x, y in ((x, y) for x in a for y in b if x.target_words and y.target_words):
        own = [own_account(_speaker(c), c.actor.value if c.actor else None) for c in (x, y)]
        left, right = sorts_of(x.target_words.value), sorts_of(y.target_words.value)  # type: ignore[union-attr]
        if any(own) and not all(own) and left and right and not left & right:
            names = f"{x.target_words.value} against {y.target_words.value}"  # type: ignore[union-attr]
            return Bearing.RIVAL, Reason("target", f"{names} by the author's own account", 1.0)
    return None


def _figures(earlier: Sequence[Told[IncidentClaim]], later: Sequence[Told[IncidentClaim]]) -> Verdict | None:
    """Figures of one verb: the first pair that differs decides, unless some pair is equal."""
    pairs = [
        (x, y, left, right)
        for x in earlier
        for y in later
        for left in _wholes(x.claim)
        for right in _wholes(y.claim)
        if left.verb == right.verb
    ]
    if any(_equal(left, right) for _, _, left, right in pairs):
        return None
    verdicts = [v for row in pairs if (v := _figure(*row)) is not None]
    return max(verdicts, key=lambda v: _WEIGHT[v[0]], default=None)


def _growth(earlier: Sequence[Told[IncidentClaim]], later: Sequence[Told[IncidentClaim]]) -> Verdict | None:
    """The later words tell of a toll that grew, though no figure of it was read there."""
    if any(h.verb == "killed" for t in later for h in t.claim.harms) or not any(_grown(t, None) for t in later):
        return None
    if any(h.verb == "killed" for t in earlier for h in t.claim.harms):
        return Bearing.UPDATE_OF, Reason("figure", "the later words say that the toll has grown", 1.0)
    return None


def _wholes(claim: IncidentClaim) -> Iterator[Harm]:
    return (h for h in claim.harms if not h.part_of)


def _equal(left: Harm, right: Harm) -> bool:
    a, b = left.count.value, right.count.value
    return (a.low, a.high) == (b.low, b.high)


def _figure(x: Told[IncidentClaim], y: Told[IncidentClaim], left: Harm, right: Harm) -> Verdict | None:
    a, b = left.count.value, right.count.value
    words = f"{b.wording} {right.verb.replace('_', ' or ')} after {a.wording}"
    voices = _voice(x.claim, left), _voice(y.claim, right)
    same = voices[0] is not None and voices[1] is not None and alike(voices[0], voices[1])
    if same and _later(x, y):
        assert voices[0] is not None
        return Bearing.UPDATE_OF, Reason("figure", f"{words}, both by {voices[0].name}", 1.0)
    if (b.low or 0) > (a.low or 0) and _grown(y, a.low):
        return Bearing.UPDATE_OF, Reason("figure", f"{words}: the later words say that it has grown", 1.0)
    if counts_agree(a, b):
        return None
    return Bearing.RIVAL, Reason("figure", f"{b.wording} against {a.wording} {right.verb.replace('_', ' or ')}", 1.0)


def _grown(told: Told[IncidentClaim], old: int | None) -> bool:
    """Whether the words tell of a toll that grew; one that names another figure it grew from is of another count."""
    words = " ".join(span.quote for span in told.claim.words) + (f" {_title(told)}" if told.article else "")
    if phrases("growth").search(words) is None:
        return False
    hit = phrases("from").search(words)
    number = _number(hit.group("old")) if hit else None
    return number is None or old is None or number == old


def _title(told: Told[IncidentClaim]) -> str:
    return told.article.title.value if told.article and told.article.title else ""


def _number(words: str) -> int | None:
    return int(words) if words.isdigit() else count_words().numbers.get(words.lower())


def _voice(claim: IncidentClaim, harm: Harm) -> Party | None:
    said = harm.said or claim.said
    return said.speaker.value if said.speaker else None


def _speaker(claim: IncidentClaim) -> Party | None:
    return claim.said.speaker.value if claim.said.speaker else None


def _later(x: Told[C], y: Told[C]) -> bool:
    return x.day is not None and y.day is not None and y.day - x.day >= timedelta(days=1)


def truce_bearing(earlier: Sequence[Told[TruceClaim]], later: Sequence[Told[TruceClaim]]) -> Verdict:
    """What a later report's telling of a truce is to an earlier one's: an extension or end updates it, other terms rival."""
    a, b = [t.claim for t in earlier], [t.claim for t in later]
    moved = {c.act for c in b} & _MOVED - {c.act for c in a}
    longer = next((c.extension for c in b if c.extension), None)
    if moved or (longer and not any(c.extension for c in a)):
        what = sorted(moved)[0].value if moved else "extended"
        return Bearing.UPDATE_OF, Reason("state", f"the later report tells that it was {what}", 1.0)
    for what in ("start", "end"):
        times = [(getattr(x, what), getattr(y, what)) for x in a for y in b]
        given = [(x.value, y.value) for x, y in times if x and y]
        if given and not any(overlap(x, y) for x, y in given):
            return Bearing.RIVAL, Reason(what, f"{what} {say(given[0][1])} against {say(given[0][0])}", 1.0)
    lengths = [(x.duration.value, y.duration.value) for x in a for y in b if x.duration and y.duration]
    if lengths and not any(x == y for x, y in lengths):
        return Bearing.RIVAL, Reason("duration", f"{lengths[0][1]} against {lengths[0][0]}", 1.0)
    return Bearing.EQUAL, Reason("telling", "what the reports say can all be true", 1.0)
