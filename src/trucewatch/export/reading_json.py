"""One article's reading as JSON, in the form of ``data/schema/reading-1.json``.

The form is written out here, apart from the records, so that records may grow without changing what others read.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import cast

from ..records.claim import (
    Claim,
    ControlClaim,
    IncidentClaim,
    PopulationClaim,
    PositionClaim,
    RelationClaim,
    TalkClaim,
    TruceClaim,
)
from ..records.ledger import Breach, Incident, Ledger, Term, Toll, Truce, TruceState
from ..records.text import Article
from .privacy import Redaction
from .values import (
    Json,
    cited,
    count,
    evidence,
    harm,
    maybe_party,
    maybe_when,
    moment,
    party,
    place,
    said,
    several,
    when,
)
from .wording import iso_length

SCHEMA = "trucewatch-reading-1"


def schema() -> Json:
    """The JSON Schema that every reading keeps to."""
    found: Json = json.loads((files("trucewatch") / "data" / "schema" / "reading-1.json").read_text("utf-8"))
    return found


def reading_json(ledger: Ledger, revision: str, *, masked: bool = False) -> Json:
    """The ledger of one article.

    ``masked`` blots private persons' names out of the text and every quote, letter for letter, so that all
    offsets still hold: for what leaves the house.
    """
    (article,) = ledger.articles
    whole: Json = {
        "schema": SCHEMA,
        "revision": revision,
        "at": moment(ledger.at),
        "doc": {**document(article), "masked": masked},
        **sections(ledger),
    }
    return cast(Json, Redaction(ledger).blot(whole)) if masked else whole


def sections(ledger: Ledger) -> dict[str, list[Json]]:
    """The records of a ledger by subject."""
    terms = dict(ledger.terms)
    states = {s.truce: s for s in ledger.states}
    return {
        "truces": [_truce(t, terms.get(t.id), states.get(t.id)) for t in ledger.truces],
        "incidents": [_incident(i) for i in ledger.incidents],
        "tolls": [_toll(t) for t in ledger.tolls],
        "talks": [_talk(t) for t in ledger.talks],
        "control": [_control(c) for c in ledger.control],
        "positions": [_position(p) for p in ledger.positions],
        "relations": [_relation(r) for r in ledger.relations],
        "population": [_population(p) for p in ledger.population],
        "breaches": [_breach(b) for b in ledger.breaches],
    }


def document(article: Article) -> Json:
    """The article, its canonical text and how it was cut."""
    published = article.published
    return {
        "id": article.id,
        "source": article.source,
        "raw_sha256": article.raw_sha256,
        "language": article.language,
        "text": article.text,
        "title": cited(article.title),
        "agency": cited(article.agency),
        "bylines": several(article.bylines),
        "published": published
        and {**when(published.when), "basis": published.basis, "evidence": evidence(published.evidence)},
        "segments": [
            {
                "kind": s.kind.value,
                "start": s.start,
                "end": s.end,
                "duplicate_of": s.duplicate_of,
                "dated": maybe_when(s.dated),
                "credit": s.credit,
            }
            for s in article.segments
        ],
    }


def _claim(claim: Claim) -> Json:
    return {"id": claim.id, "article": claim.article, **said(claim.said), "evidence": evidence(claim.words)}


def _truce(truce: Truce, term: Term | None, state: TruceState | None) -> Json:
    return {
        "id": truce.id,
        "label": truce.label,
        "labels": several(truce.labels),
        "instrument": truce.instrument,
        "scope": truce.scope,
        "unilateral": truce.unilateral,
        "parent": truce.parent,
        "area": cited(truce.area, place),
        "limited_to": several(truce.limited_to),
        "declared_by": several(truce.declared_by, party),
        "mediated_by": several(truce.mediated_by, party),
        "bound": several(truce.bound, party),
        "excluded": several(truce.excluded, party),
        "announced": several(truce.announced, when),
        "starts": several(truce.starts, when),
        "durations": several(truce.durations, iso_length),
        "extensions": several(truce.extensions, iso_length),
        "ends": several(truce.ends, when),
        "conditions": several(truce.conditions, str),
        "term": term and _term(term),
        "state": state and _state(state),
        "claims": [_truce_claim(c) for c in truce.claims],
    }


def _truce_claim(claim: TruceClaim) -> Json:
    """What one clause says of a truce; its values stand on the truce."""
    return {**_claim(claim), "act": claim.act.value}


def _term(term: Term) -> Json:
    return {
        "start": maybe_when(term.start),
        "end": maybe_when(term.end),
        "rivals": [when(r) for r in term.rivals],
        "low_confidence": term.low_confidence,
        "steps": [{"sentence": s.sentence, "start": maybe_when(s.start), "end": maybe_when(s.end)} for s in term.steps],
    }


def _state(state: TruceState) -> Json:
    return {
        "at": moment(state.at),
        "instrument": state.state.value,
        "why": state.why,
        "condition": state.condition.value,
        "condition_by": several(state.condition_by, str),
    }


def _incident(incident: Incident) -> Json:
    """The claim read first at the top, other accounts of the same act beside it, none chosen away."""
    return {
        **_incident_claim(incident.lead),
        "id": incident.id,
        "claim": incident.lead.id,
        "part_of": incident.part_of,
        "other_accounts": [_incident_claim(c) for c in incident.claims[1:]],
        "joined": [
            {"score": j.score, "reasons": [{"what": r.what, "sentence": r.sentence} for r in j.reasons]}
            for j in incident.joined
        ],
    }


def _incident_claim(claim: IncidentClaim) -> Json:
    return {
        **_claim(claim),
        "event": cited(claim.event),
        "sub_event": claim.sub_event,
        "grain": claim.grain.value,
        "armed": claim.armed,
        "actor": cited(claim.actor, party),
        "target": cited(claim.target, party),
        "target_words": cited(claim.target_words),
        "place": cited(claim.place, place),
        "when": cited(claim.when, when),
        "means": several(claim.means),
        "harms": [harm(h) for h in claim.harms],
        "breach_alleged": cited(claim.breach_alleged, maybe_party),
    }


def _toll(toll: Toll) -> Json:
    claim = toll.claim
    return {
        **_claim(claim),
        "id": toll.id,
        "claim": claim.id,
        "harm": harm(claim.harm),
        "place": cited(claim.place, place),
        "period": cited(claim.period, when),
        "by": several(claim.by, party),
        "repeats": [_claim(c) for c in toll.repeats],
        "rivals": list(toll.rivals),
        "parts": list(toll.parts),
    }


def _talk(claim: TalkClaim) -> Json:
    return {
        **_claim(claim),
        "status": cited(claim.status),
        "participants": several(claim.participants, party),
        "mediators": several(claim.mediators, party),
        "place": cited(claim.place, place),
        "when": cited(claim.when, when),
        "about": cited(claim.about),
    }


def _control(claim: ControlClaim) -> Json:
    return {
        **_claim(claim),
        "kind": claim.kind,
        "place": cited(claim.place, place),
        "holder": cited(claim.holder, party),
        "taken_from": cited(claim.taken_from, party),
        "as_of": cited(claim.as_of, when),
    }


def _position(claim: PositionClaim) -> Json:
    return {
        **_claim(claim),
        "actor": cited(claim.actor, party),
        "position": cited(claim.stance),
        "issue": cited(claim.issue),
    }


def _relation(claim: RelationClaim) -> Json:
    return {
        **_claim(claim),
        "left": cited(claim.left, party),
        "relation": cited(claim.relation),
        "right": cited(claim.right, party),
    }


def _population(claim: PopulationClaim) -> Json:
    return {
        **_claim(claim),
        "kind": claim.kind,
        "count": cited(claim.count, count),
        "place": cited(claim.place, place),
    }


def _breach(breach: Breach) -> Json:
    return {
        "incident": breach.incident,
        "truce": breach.truce,
        "outcome": breach.outcome.value,
        "counted": breach.counted,
        "alleged_party": breach.alleged_party,
        "reason": breach.reason,
        "tests": [{"name": t.name, "answer": t.answer.value, "reason": t.reason} for t in breach.tests],
    }
