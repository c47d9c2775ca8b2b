"""Incident claims: acts of violence told in a sentence, with who, whom, where, when, by what and with what harm."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..knowledge.events import Trigger, event_words, triggers, truce_words
from ..records.claim import Grain, Harm, IncidentClaim, Said
from ..records.party import Party
from ..records.reading import Reading, Sentence, Stance
from ..records.text import Cited, Span
from ..records.when import When
from .attribution import said_for
from .clauses import clauses, inside
from .harm import harms_in
from .identity import claim_id
from .relevance import conflict_context
from .roles import Roles, roles_of
from .settings import is_background, place_of, span_days, when_of

_NOT_EVENTS = (Stance.ASPIRATION, Stance.PREDICTION, Stance.PLANNED, Stance.HYPOTHETICAL)
_DENIED = re.compile(
    r"\b(?:no|not|never|without|failed to|denied|denies|did not|foiled|thwarted|prevented)\b[^,;.]{0,40}$", re.I
)
_BREACH = re.compile(
    r"\b(?:violat\w+|breach\w*|br(?:oke|oken|each|eaking)|infring\w+|despite|in defiance of|amid|notwithstanding)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Hit:
    trigger: Trigger
    span: Span


def incident_claims(reading: Reading) -> tuple[IncidentClaim, ...]:
    """All incident claims of a reading, in text order; none where the text is not about armed conflict."""
    if not conflict_context(reading):
        return ()
    found: list[IncidentClaim] = []
    for sentence in reading.sentences:
        for start, end in clauses(reading, sentence):
            hits = _hits(reading, start, end)
            if hits:
                found.extend(_claims(reading, sentence, start, end, hits))
    return tuple(found)


def _hits(reading: Reading, start: int, end: int) -> list[_Hit]:
    text = reading.article.text
    hits: list[_Hit] = []
    for trigger in triggers():
        for match in trigger.pattern.finditer(text, start, end):
            if any(match.start() < h.span.end and h.span.start < match.end() for h in hits):
                continue
            hits.append(_Hit(trigger, reading.article.quote(match.start(), match.end())))
    return [hit for hit in hits if _stands(reading, hit, start, end)]


def _stands(reading: Reading, hit: _Hit, start: int, end: int) -> bool:
    """Whether what a weak trigger needs beside it is there, and the act is not negated."""
    if _DENIED.search(reading.article.text[max(start, hit.span.start - 50) : hit.span.start]):
        return False
    weak = hit.trigger.weak
    if weak == "means":
        return bool(inside(reading.means, start, end))
    if weak == "party":
        armed = roles_of(reading, hit.span, start, end).armed
        return (
            armed
            or bool(inside(reading.means, start, end))
            or bool(harms_in(reading, _sentence(reading, start), start, end))
        )
    if weak == "control":
        return bool(inside(reading.places, start, end))
    return True


def _sentence(reading: Reading, position: int) -> Sentence:
    for sentence in reading.sentences:
        if sentence.start <= position < sentence.end:
            return sentence
    raise ValueError(f"no sentence at {position}")


def _lead(hits: list[_Hit]) -> _Hit:
    """The hit that types the clause: a strong one before a weak one, a specific noun before a general verb."""
    return min(hits, key=lambda h: (bool(h.trigger.weak), not h.trigger.armed, h.span.start))


def _claims(reading: Reading, sentence: Sentence, start: int, end: int, hits: list[_Hit]) -> list[IncidentClaim]:
    article = reading.article
    lead = _lead(hits)
    said = said_for(reading, lead.span)
    if said.stance in _NOT_EVENTS:
        return []
    roles = roles_of(reading, lead.span, start, end)
    harms = harms_in(reading, sentence, start, end)
    when = when_of(reading, sentence, start, end, lead.span)
    means = _means(reading, start, end)
    event, sub_event = _type(lead, roles, means, harms)
    clause_words = article.quote(start, end)
    places = place_of(reading, sentence, start, end, lead.span, roles)
    grain = _grain(reading, clause_words, when)
    base = IncidentClaim(
        id="",
        article=article.id,
        said=said,
        words=(clause_words,),
        event=Cited(event, (lead.span,)),
        sub_event=sub_event,
        grain=grain,
        armed=lead.trigger.armed,
        actor=roles.actor,
        target=roles.target,
        target_words=roles.target_words,
        when=when,
        means=means,
        harms=harms,
        breach_alleged=_breach(reading, clause_words, said),
    )
    rows = [replace(base, place=place) for place in places] or [base]
    if len(rows) > 1:
        # Harm told once for a list of places belongs to no single one of them.
        rows = [replace(row, harms=() if n else row.harms) for n, row in enumerate(rows)]
    return [replace(row, id=_identity(row)) for row in rows]


def _identity(claim: IncidentClaim) -> str:
    where = claim.place.value.name if claim.place else None
    return claim_id(claim.article, "incident", claim.words, (claim.event.value, claim.sub_event, where))


def _means(reading: Reading, start: int, end: int) -> tuple[Cited[str], ...]:
    seen: dict[str, Cited[str]] = {}
    for mention in inside(reading.means, start, end):
        seen.setdefault(mention.means, Cited(mention.means, (mention.span,)))
    return tuple(seen.values())


def _type(lead: _Hit, roles: Roles, means: tuple[Cited[str], ...], harms: tuple[Harm, ...]) -> tuple[str, str]:
    """ACLED's type: the lead's own, moved where the means or the target call for another."""
    event, sub = lead.trigger.event, lead.trigger.sub_event
    names = " ".join(item.value for item in means)
    if lead.trigger.armed and event != "Battles" and re.search(r"air|drone|jet|helicopter|aircraft|bomber", names):
        return "Explosions/Remote violence", "Air/drone strike"
    if event == "Violence against civilians" and sub == "Attack":
        if re.search(r"rocket|missile|mortar|artillery|shell", names):
            return "Explosions/Remote violence", "Shelling/artillery/missile attack"
        if re.search(r"bomb|explosive|mine|ied|dynamite|grenade", names):
            return "Explosions/Remote violence", "Remote explosive/landmine/IED"
        if roles.target is not None and roles.target_armed:
            return "Battles", "Armed clash"
    return event, sub


def _grain(reading: Reading, clause: Span, when: Cited[When] | None) -> Grain:
    published = reading.article.published.when if reading.article.published else None
    if is_background(clause.quote, when, published):
        return Grain.BACKGROUND
    if span_days(when) > 3 or event_words().aggregate.search(clause.quote):
        return Grain.AGGREGATE
    return Grain.INCIDENT


def _breach(reading: Reading, clause: Span, said: Said) -> Cited[Party | None] | None:
    """The words that set the act against a truce, and by whom (None: the narrator)."""
    hit = _BREACH.search(clause.quote)
    if hit is None:
        return None
    for pattern, _, _ in truce_words().labels:
        label = pattern.search(clause.quote)
        if label and abs(label.start() - hit.start()) < 90:
            low, high = min(hit.start(), label.start()), max(hit.end(), label.end())
            words = reading.article.quote(clause.start + low, clause.start + high)
            return Cited(said.speaker.value if said.speaker else None, (words,))
    return None
