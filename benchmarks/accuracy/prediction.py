"""A compiled ledger of one article in the flat form that article scorers read.

The scorer has one status per truce and four per incident; the ledger has two axes and many stances.
``TRUCE_STATUS`` and ``incident_status`` are the one place where the one is mapped to the other.
"""

from __future__ import annotations

from typing import Any

from benchmarks.accuracy.values import dates, day, evidence, hours, name, names, point
from trucewatch.records.claim import ControlClaim, Grain, Harm, IncidentClaim, Said, TalkClaim, TollClaim, TruceAct
from trucewatch.records.count import Count
from trucewatch.records.ledger import Incident, Ledger, Truce
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.place import Place
from trucewatch.records.reading import Stance
from trucewatch.records.text import Article, Span
from trucewatch.records.when import When

# The most telling act of a truce's claims gives its status; first match wins.
TRUCE_STATUS: tuple[tuple[TruceAct, str], ...] = (
    (TruceAct.COLLAPSED, "collapsed"),
    (TruceAct.ENDED, "collapsed"),
    (TruceAct.EXPIRED, "expired"),
    (TruceAct.SUSPENDED, "suspended"),
    (TruceAct.EXTENDED, "extended"),
    (TruceAct.DENIED, "denied"),
    (TruceAct.VIOLATED, "violated"),
    (TruceAct.IN_FORCE, "in_force"),
    (TruceAct.AGREED, "agreed"),
    (TruceAct.ANNOUNCED, "announced"),
    (TruceAct.PROPOSED, "proposed"),
    (TruceAct.REJECTED, "proposed"),
    (TruceAct.MENTIONED, "in_force"),
)
_GROUPS = {
    "Battles": "battle",
    "Explosions/Remote violence": "explosion",
    "Violence against civilians": "violence_against_civilians",
    "Protests": "protest",
    "Riots": "riot",
    "Strategic developments": "strategic",
}
_KINDS = {
    "regime_of_calm": "local_truce",
    "local_reconciliation": "local_truce",
    "humanitarian_pause": "humanitarian_pause",
    "armistice": "armistice",
    "cessation_of_hostilities": "cessation_of_hostilities",
    "ceasefire": "ceasefire",
}


def prediction(ledger: Ledger) -> dict[str, Any]:
    """The records of one article as a scorer's prediction."""
    article = ledger.articles[0]
    terms = dict(ledger.terms)
    return {
        "doc": {"id": article.source, "published": _published(article)},
        "truces": [_truce(t, terms[t.id].end) for t in ledger.truces],
        "incidents": [_incident(i) for i in ledger.incidents if i.lead.grain is not Grain.BACKGROUND],
        "tolls": [_toll(group) for group in _told_together([t.claim for t in ledger.tolls])],
        "talks": [_talk(t) for t in ledger.talks if t.said.stance is not Stance.DENIED],
        "control": [
            _control(c)
            for c in ledger.control
            if c.kind in {"control", "entered"} and c.holder and c.place and c.said.stance is not Stance.BACKGROUND
        ],
    }


def _published(article: Article) -> str | None:
    return day(article.published.when.start) if article.published else None


def _truce(truce: Truce, end: When | None) -> dict[str, Any]:
    area = truce.area.value if truce.area else None
    starts = truce.starts[0] if truce.starts else None
    ends = truce.ends[0] if truce.ends else None
    acts = {c.act for c in truce.claims}
    parties = truce.bound or truce.declared_by
    return {
        "id": truce.id,
        "name": truce.label,
        "kind": _kind(truce),
        "parties": names(parties),
        "area": area.name if area else None,
        "area_level": area.level.value if area else None,
        "country": area.country_name if area else None,
        "status_in_text": next(status for act, status in TRUCE_STATUS if act in acts),
        "announced": point(truce.announced[0]) if truce.announced else None,
        "starts": point(starts),
        "ends": point(ends) if ends else dates(end)[1],
        "duration_h": hours(truce.durations),
        "extension_h": hours(truce.extensions),
        "declared_by": names(truce.declared_by),
        "mediated_by": names(truce.mediated_by),
        "excluded": names(truce.excluded),
        "evidence": evidence(tuple(w for c in truce.claims for w in c.words)),
    }


def _kind(truce: Truce) -> str:
    if truce.limited_to:
        return "partial_ceasefire"
    if truce.unilateral and truce.instrument in {"ceasefire", "truce"}:
        return f"unilateral_{truce.instrument}"
    return _KINDS.get(truce.instrument, "truce")


def _span(figures: list[Count]) -> dict[str, Any]:
    """Bounds over all figures given: a range where sources differ."""
    if not figures:
        return {"min": None, "max": None}
    lows = [f.low for f in figures if f.low is not None]
    highs = [f.high for f in figures]
    return {
        "min": min(lows) if lows else None,
        "max": max(h for h in highs if h is not None) if all(h is not None for h in highs) else None,
    }


def _added(harms: tuple[Harm, ...], verb: str) -> list[Count]:
    """The figures of one claim for one verb; disjoint groups told together are one total."""
    figures = [h.count.value for h in harms if h.verb == verb and h.part_of is None]
    if len(figures) <= 1:
        return figures
    lows = [f.low for f in figures]
    highs = [f.high for f in figures]
    low = sum(x for x in lows if x is not None) if any(x is not None for x in lows) else None
    high = sum(x for x in highs if x is not None) if all(x is not None for x in highs) else None
    return [Count(low, high, " + ".join(f.wording for f in figures))]


def _harm(claims: tuple[IncidentClaim, ...], verb: str) -> dict[str, Any]:
    figures = [f for c in claims for f in _added(c.harms, verb)]
    who = next((h.who.value for c in claims for h in c.harms if h.verb == verb and h.who), None)
    return {**_span(figures), "who": who}


def incident_status(said: Said) -> str:
    """asserted, claimed, unverified or denied, from the ledger's stance and responses."""
    doubts = {stance for stance, _, _ in said.responses}
    if said.stance in {Stance.DENIED, Stance.RETRACTED}:
        return "denied"
    if said.stance is Stance.CLAIMED_UNVERIFIED and (said.speaker is None or _unnamed(said.speaker.value)):
        return "unverified"
    if Stance.CLAIMED_UNVERIFIED in doubts:
        return "unverified"
    return "claimed" if said.speaker else "asserted"


def _unnamed(party: Party) -> bool:
    return party.kind is PartyKind.OTHER and party.id.startswith("text:") and party.name[:1].islower()


def _first(claims: tuple[IncidentClaim, ...], slot: str) -> Any:
    """The first value that the words themselves give, else the first that follows from others."""
    given = [getattr(c, slot) for c in claims if getattr(c, slot) is not None]
    return next((v.value for v in given if not v.derivation), given[0].value if given else None)


def _incident(incident: Incident) -> dict[str, Any]:
    claims, lead = incident.claims, incident.lead
    place: Place | None = _first(claims, "place")
    first, last = dates(_first(claims, "when"))
    actor, target, words = _first(claims, "actor"), _first(claims, "target"), _first(claims, "target_words")
    breach = [c.breach_alleged for c in claims if c.breach_alleged]
    return {
        "id": incident.id,
        "type": _GROUPS[lead.event.value],
        "sub_type": lead.sub_event,
        "actor": name(actor) if actor else None,
        "target": words or (name(target) if target else None),
        **_where(place),
        "date_start": first,
        "date_end": last,
        "killed": _harm(claims, "killed"),
        "injured": _harm(claims, "injured"),
        "weapon": next((m.value for c in claims for m in c.means), None),
        "attributed_to": list(dict.fromkeys(n for c in claims for n in _voices(c))),
        "status": min(
            (incident_status(c.said) for c in claims), key=("asserted", "claimed", "unverified", "denied").index
        ),
        "breach_alleged": bool(breach),
        "breach_alleged_by": [name(b.value) for b in breach if b.value],
        "evidence": evidence(tuple(w for c in claims for w in c.words)),
    }


def _where(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {"place": None, "place_level": None, "within": [], "country": None, "lat": None, "lon": None}
    return {
        "place": place.name,
        "place_level": place.level.value,
        "within": list(place.within),
        "country": place.country_name,
        "lat": place.lat,
        "lon": place.lon,
    }


def _speakers(said: Said) -> list[str]:
    return [name(p.value) for p in ((said.speaker, *said.chain) if said.speaker else said.chain)]


def _voices(claim: IncidentClaim) -> list[str]:
    """Who says the act, then who says its figures where that is another."""
    return [*_speakers(claim.said), *(n for h in claim.harms if h.said is not None for n in _speakers(h.said))]


def _told_together(claims: list[TollClaim]) -> list[list[TollClaim]]:
    """Tolls grouped by the clause that tells them: a scorer's toll holds the dead and the injured of one.

    Two groups of people told apart ("853 rebels and 257 soldiers killed") are two; a further verb joins them in order.
    Parts of a whole stand beside it.
    """
    groups: dict[tuple[Span, ...], list[list[TollClaim]]] = {}
    for claim in claims:
        lanes = groups.setdefault(claim.words, [])
        if lanes and (claim.harm.part_of is not None or claim.harm.verb not in {"killed", "injured"}):
            lanes[-1].append(claim)
            continue
        free = [lane for lane in lanes if claim.harm.verb not in {c.harm.verb for c in lane if c.harm.part_of is None}]
        if free:
            free[0].append(claim)
        else:
            lanes.append([claim])
    return [lane for lanes in groups.values() for lane in lanes]


def _toll(claims: list[TollClaim]) -> dict[str, Any]:
    lead = claims[0]
    by_verb = {c.harm.verb: c.harm.count.value for c in reversed(claims) if c.harm.part_of is None}
    others = [c.harm.count.value.wording for c in claims if c.harm.verb not in {"killed", "injured"}]
    first, last = dates(lead.period.value) if lead.period else (None, None)
    return {
        "id": lead.id,
        "who": next((c.harm.who.value for c in claims if c.harm.who), None),
        "place": lead.place.value.name if lead.place else None,
        "killed": _span([by_verb["killed"]] if "killed" in by_verb else []),
        "injured": _span([by_verb["injured"]] if "injured" in by_verb else []),
        "displaced": " and ".join(others) or None,
        "period_start": first,
        "period_end": last,
        "attributed_to": _speakers(lead.said),
        "status": incident_status(lead.said),
        "evidence": evidence(lead.words),
    }


def _talk(claim: TalkClaim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "who": names(claim.participants),
        "where": claim.place.value.name if claim.place else None,
        "when": point(claim.when),
        "about": claim.about.value if claim.about else None,
        "status": claim.status.value,
        "mediator": names(claim.mediators),
        "evidence": evidence(claim.words),
    }


def _control(claim: ControlClaim) -> dict[str, Any]:
    assert claim.place is not None and claim.holder is not None
    return {
        "id": claim.id,
        "place": claim.place.value.name,
        "holder": name(claim.holder.value),
        "from": name(claim.taken_from.value) if claim.taken_from else None,
        "date": point(claim.as_of),
        "claimed_by": _speakers(claim.said),
        "status": incident_status(claim.said),
        "evidence": evidence(claim.words),
    }
