"""One article's reading as JSON, in the form of ``data/schema/reading-1.json``.

The form is written out here, apart from the records, so that records may grow without changing what others read.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from importlib.resources import files
from typing import cast

from ..records.ledger import Breach, Decided, Incident, Ledger, Term, Toll, Truce, TruceState
from ..records.text import Article
from .claims_json import claim_json, head
from .privacy import Redaction
from .values import Json, cited, evidence, maybe_when, moment, party, place, several, when
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


def sections(ledger: Ledger, subjects: Collection[str] | None = None) -> dict[str, list[Json]]:
    """The records of a ledger by subject: all of them, or those named."""
    terms = dict(ledger.terms)
    states = {s.truce: s for s in ledger.states}
    forms: dict[str, Iterator[Json]] = {
        "truces": (_truce(t, terms.get(t.id), states.get(t.id)) for t in ledger.truces),
        "incidents": (_incident(i) for i in ledger.incidents),
        "tolls": (_toll(t) for t in ledger.tolls),
        "talks": (claim_json(t) for t in ledger.talks),
        "control": (claim_json(c) for c in ledger.control),
        "positions": (claim_json(p) for p in ledger.positions),
        "relations": (claim_json(r) for r in ledger.relations),
        "population": (claim_json(p) for p in ledger.population),
        "breaches": (_breach(b) for b in ledger.breaches),
        "decided": (_decided(d) for d in ledger.decided),
    }
    return {subject: list(found) for subject, found in forms.items() if subjects is None or subject in subjects}


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
        "excluded_areas": several(truce.excluded_areas, place),
        "announced": several(truce.announced, when),
        "starts": several(truce.starts, when),
        "durations": several(truce.durations, iso_length),
        "extensions": several(truce.extensions, iso_length),
        "ends": several(truce.ends, when),
        "conditions": several(truce.conditions, str),
        "term": term and _term(term),
        "state": state and _state(state),
        "claims": [claim_json(c) for c in truce.claims],
    }


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
        **claim_json(incident.lead),
        "id": incident.id,
        "claim": incident.lead.id,
        "part_of": incident.part_of,
        "other_accounts": [claim_json(c) for c in incident.claims[1:]],
        "joined": [
            {"score": j.score, "reasons": [{"what": r.what, "sentence": r.sentence} for r in j.reasons]}
            for j in incident.joined
        ],
    }


def _toll(toll: Toll) -> Json:
    claim = toll.claim
    return {
        **claim_json(claim),
        "id": toll.id,
        "claim": claim.id,
        "repeats": [head(c) for c in toll.repeats],
        "rivals": list(toll.rivals),
        "parts": list(toll.parts),
    }


def _decided(decided: Decided) -> Json:
    """A judgement that stands on a record; values in the JSON of their field's type."""
    return {
        "judgement": decided.judgement,
        "verdict": decided.verdict.value,
        "record": decided.record,
        "other": decided.other,
        "field": decided.field,
        "value": decided.value,
        "was": decided.seen,
        "analyst": decided.analyst,
        "made": moment(decided.made),
        "reason": decided.reason,
    }


def _breach(breach: Breach) -> Json:
    return {
        "assessed": breach.assessed.value if breach.assessed else None,
        "incident": breach.incident,
        "truce": breach.truce,
        "outcome": breach.outcome.value,
        "counted": breach.counted,
        "alleged_party": breach.alleged_party,
        "reason": breach.reason,
        "tests": [{"name": t.name, "answer": t.answer.value, "reason": t.reason} for t in breach.tests],
    }
