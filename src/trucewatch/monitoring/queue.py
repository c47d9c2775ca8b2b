"""What a person should look at first: breach-relevant × uncertain × severe × new, each from 0 to 1 and in words.

A record leaves the queue when somebody accepts, rejects, confirms or denies it, and comes back when another report joins
it, or when the ground of a decision on it moves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import prod

from ..records.claim import Claim, IncidentClaim
from ..records.ledger import Answer, Breach, Incident, Ledger, Outcome, Toll, Truce
from ..records.party import Party, PartyKind
from ..records.reading import Stance
from ..records.review import Judgement, Verdict, anchor_of, standing
from .breaches import BREACHES

_CIVIL = frozenset({PartyKind.CIVILIANS, PartyKind.PERSON, PartyKind.MEDIA, PartyKind.WITNESS})
_DOUBTS = frozenset({Stance.DENIED, Stance.DISPUTED, Stance.CLAIMED_UNVERIFIED, Stance.RETRACTED})
_REMOTE = ("shelling", "air/drone", "remote explosive", "suicide", "chemical", "grenade")
_MANY_KILLED = 10
_LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Waiting:
    """One record that waits for a person: the four parts and their product, from 0 to 1, and why in words."""

    record: str
    kind: str
    score: float
    relevance: float
    uncertainty: float
    severity: float
    newness: float
    why: tuple[str, ...]


def queue(
    ledger: Ledger, judgements: Sequence[Judgement] = (), moved: Mapping[str, str] | None = None
) -> tuple[Waiting, ...]:
    """Records that wait, the most pressing first. ``moved`` says by record what moved under a decision on it."""
    held: dict[str, list[Breach]] = defaultdict(list)
    for breach in ledger.breaches:
        held[breach.incident].append(breach)
        held[breach.truce].append(breach)
    out = {a.id: a.published.when.start for a in ledger.articles if a.published and a.published.when.start}
    seen = _looked_at(judgements)
    unsure = {d.record for d in ledger.decided if d.verdict is Verdict.UNSURE}
    records: tuple[Truce | Incident | Toll, ...] = (*ledger.truces, *ledger.incidents, *ledger.tolls)
    found = []
    for record in records:
        claims = _claims(record)
        again = _again(record.id, claims, seen, ledger, moved or {})
        if again is not None:
            found.append(_waiting(record, claims, held[record.id], ledger.at, out, again, record.id in unsure))
    return tuple(sorted(found, key=lambda w: (-w.score, w.kind, w.record)))


def _claims(record: Truce | Incident | Toll) -> tuple[Claim, ...]:
    return (record.claim, *record.repeats) if isinstance(record, Toll) else record.claims


def _looked_at(judgements: Sequence[Judgement]) -> set[tuple[str, str, tuple[tuple[int, int], ...]]]:
    """The words of the claims that somebody accepted, confirmed or denied."""
    closing = {Verdict.ACCEPT, Verdict.CONFIRM, Verdict.DENY}
    return {(j.left.article, j.left.kind, j.left.spans) for j in standing(judgements) if j.verdict in closing}


def _again(
    name: str,
    claims: Sequence[Claim],
    seen: Collection[tuple[str, str, tuple[tuple[int, int], ...]]],
    ledger: Ledger,
    moved: Mapping[str, str],
) -> str | None:
    """Why a record waits though somebody looked at it; empty where nobody did, None where it does not wait."""
    if name in moved:
        return f"the ground of a decision moved: {moved[name]}"
    closed = any(
        name == d.record and d.verdict in (Verdict.ACCEPT, Verdict.CONFIRM, Verdict.DENY) for d in ledger.decided
    )
    if not closed:
        return ""
    new = [c for c in claims if (a := anchor_of(c)) and (a.article, a.kind, a.spans) not in seen]
    return "told of again since it was looked at" if new and len(new) < len(claims) else None


def _waiting(
    record: Truce | Incident | Toll,
    claims: Sequence[Claim],
    held: Sequence[Breach],
    at: datetime | None,
    out: Mapping[str, datetime],
    again: str,
    unsure: bool,
) -> Waiting:
    relevance, bearing = _relevance(record, held)
    uncertainty, doubts = _uncertainty(record, claims, held)
    severity, harm = _severity(claims)
    newness, age = _newness(claims, at, out)
    if again or unsure:
        uncertainty = max(uncertainty, 0.9)
        doubts = (*([again] if again else []), *(["somebody is unsure of it"] if unsure else []), *doubts)
    score = prod((relevance, uncertainty, severity, newness))
    kind = type(record).__name__.lower()
    why = tuple(w for w in (bearing, *doubts, harm, age) if w)
    score, relevance, uncertainty, severity, newness = (
        round(part, 3) for part in (score, relevance, uncertainty, severity, newness)
    )
    return Waiting(record.id, kind, score, relevance, uncertainty, severity, newness, why)


def _relevance(record: Truce | Incident | Toll, held: Sequence[Breach]) -> tuple[float, str]:
    """How much it bears on a truce."""
    if isinstance(record, Truce):
        told = sum(b.counted and b.outcome in BREACHES for b in held)
        many = "1 incident is" if told == 1 else f"{told} incidents are"
        return (0.8, f"{many} held against it") if told else (0.4, "a truce")
    counted = [b for b in held if b.counted]
    worst = next((b for b in counted if b.outcome in BREACHES), None)
    if worst is not None:
        return 1.0, f"{worst.outcome.value.replace('_', ' ')} of {worst.truce}"
    open_ = next((b for b in counted if b.outcome is Outcome.NOT_ASSESSABLE), None)
    if open_ is not None:
        return 0.7, f"not assessable against {open_.truce}"
    return (0.3, "held against a truce, and no breach") if held else (0.15, "")


def _uncertainty(
    record: Truce | Incident | Toll, claims: Sequence[Claim], held: Sequence[Breach]
) -> tuple[float, tuple[str, ...]]:
    """How much is not known: each doubt takes its share of what certainty is left."""
    found: list[tuple[float, str]] = []
    if isinstance(record, Incident):
        tests = next((b.tests for b in held if b.counted), ())
        unknown = [t.name for t in tests if t.answer is Answer.UNKNOWN and t.name != "evidence"]
        if unknown:
            found.append((0.12 * len(unknown), f"unknown: {', '.join(unknown)}"))
        found += _incident_doubts([c for c in claims if isinstance(c, IncidentClaim)])
    if isinstance(record, (Truce, Incident)) and (weak := [j for j in record.joined if j.score < 0.8]):
        found.append((0.25, f"joined on a score of {min(j.score for j in weak):.2f}"))
    if isinstance(record, Truce) and len({(w.value.start, w.value.end) for w in record.ends}) > 1:
        found.append((0.3, "rival ends"))
    if isinstance(record, Toll) and record.rivals:
        found.append((0.3, "rival figures"))
    if any(c.said.stance in _DOUBTS or any(s in _DOUBTS for s, _, _ in c.said.responses) for c in claims):
        found.append((0.3, "denied, disputed or unverified"))
    left = prod(1 - min(share, 0.9) for share, _ in found)
    return max(1 - left, _LEAST), tuple(words for _, words in found)


def _incident_doubts(claims: Sequence[IncidentClaim]) -> list[tuple[float, str]]:
    found = []
    places = [c.place.value for c in claims if c.place is not None]
    if not places:
        found.append((0.3, "no place"))
    elif not any(p.found for p in places):
        found.append((0.25, "its place is in no table"))
    if all(c.when is None or c.when.derivation for c in claims):
        found.append((0.2, "no time given"))
    actors: list[Party] = [c.actor.value for c in claims if c.actor is not None]
    if actors and all(a.umbrella or a.unidentified for a in actors):
        found.append((0.2, "its author is a word for many"))
    if len({a.name for a in actors if not a.umbrella}) > 1:
        found.append((0.3, "two authors are named"))
    return found


def _severity(claims: Sequence[Claim]) -> tuple[float, str]:
    """Five steps: non-kinetic, small arms, indirect fire, harm to civilians, many killed or a place taken."""
    acts = [c for c in claims if isinstance(c, IncidentClaim)]
    killed = max((h.count.value.low or 0 for c in acts for h in c.harms if h.verb == "killed"), default=0)
    if killed >= _MANY_KILLED:
        return 1.0, f"{killed} or more killed"
    if any("overtakes" in c.sub_event.lower() for c in acts):
        return 1.0, "a place is said to be taken"
    civil = any(c.target is not None and c.target.value.kind in _CIVIL for c in acts)
    hurt = any(h.count.value.low for c in acts for h in c.harms)
    if hurt or civil:
        return 0.8, "people are hurt" if hurt else "civilians are hit"
    if any(word in c.sub_event.lower() for c in acts for word in _REMOTE):
        return 0.6, "fire from afar"
    if any(c.armed for c in acts):
        return 0.4, ""
    return (0.2, "") if acts else (0.5, "")


def _newness(claims: Sequence[Claim], at: datetime | None, out: Mapping[str, datetime]) -> tuple[float, str]:
    """1 on the ledger's last day, less from week to week, never so little that a grave matter is lost behind news."""
    last = max((out[c.article] for c in claims if c.article in out), default=None)
    if last is None or at is None:
        return 0.5, "undated"
    days = max(0, (at - last).days)
    return 0.2 + 0.8 / (1 + days / 7), "" if days else "new today"
