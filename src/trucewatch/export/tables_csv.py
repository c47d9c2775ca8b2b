"""The ledger as flat tables, one CSV for each subject. What a cell loses against the JSON stands in ``docs/json.md``.

Bounds stay bounds (``low``, ``high``), intervals stay intervals, rival values share a cell with " | " between them.
Lines end in CRLF as RFC 4180 has it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from ..knowledge.count_profiles import CountProfile, coded
from ..knowledge.precision_codes import acled_geo_precision, acled_time_precision, ucdp_date_prec, ucdp_where_prec
from ..records.claim import Claim, ControlClaim, Harm, IncidentClaim, TalkClaim
from ..records.count import Count
from ..records.ledger import Incident, Ledger, Term, Toll, Truce, TruceState
from ..records.party import Party
from ..records.place import Place
from ..records.text import Cited
from ..records.when import When
from .privacy import Redaction
from .wording import iso_length, party_words, speaker_words

Row = dict[str, str | int | float | bool | None]
# A spreadsheet runs a cell that begins with one of these (the wide forms too) as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_files(ledger: Ledger, *, masked: bool = True, profile: CountProfile | None = None) -> dict[str, str]:
    """File name to CSV text. ``masked`` blots private persons' names out of quotes.

    With a count ``profile`` each count has the figures that codebook would write (``coded_low``, ``coded_best``, ``coded_high``), and
    whether it is known to write them.
    """
    redaction = Redaction(ledger) if masked else None
    terms, states = dict(ledger.terms), {s.truce: s for s in ledger.states}
    sources = {a.id: a.source for a in ledger.articles}
    tables: dict[str, list[Row]] = {
        "truces": [_truce(t, terms.get(t.id), states.get(t.id)) for t in ledger.truces],
        "incidents": [_incident(i, c, profile) for i in ledger.incidents for c in i.claims],
        "tolls": [_toll(t, profile) for t in ledger.tolls],
        "control": [_control(c) for c in ledger.control],
        "talks": [_talk(c) for c in ledger.talks],
        "breaches": [
            {
                "incident": b.incident,
                "truce": b.truce,
                "outcome": b.outcome.value,
                "counted": b.counted,
                "alleged_party": b.alleged_party,
                "reason": b.reason,
                **{t.name.replace(" ", "_"): t.answer.value for t in b.tests},
            }
            for b in ledger.breaches
        ],
    }
    for rows in tables.values():
        for row in rows:
            if "article" in row:
                row["source"] = sources.get(str(row["article"]), "")
    return {f"{name}.csv": _csv(rows, redaction) for name, rows in tables.items()}


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before what would start a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(rows: Sequence[Row], redaction: Redaction | None) -> str:
    heads = list(dict.fromkeys(head for row in rows for head in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, heads, restval="")
    writer.writeheader()
    for row in rows:
        writer.writerow({head: _cell(value, redaction) for head, value in row.items()})
    return out.getvalue()


def _cell(value: str | int | float | bool | None, redaction: Redaction | None) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return safe_cell(str(redaction.blot(value)) if redaction else value)
    return value


def _quotes(claim: Claim) -> str:
    return " | ".join(dict.fromkeys(" ".join(w.quote.split()) for w in claim.words))


def _head(claim: Claim) -> Row:
    return {
        "claim": claim.id,
        "article": claim.article,
        "speaker": party_words(claim.said.speaker.value) if claim.said.speaker else "",
        "stance": claim.said.stance.value,
        "said": speaker_words(claim.said),
        "quote": _quotes(claim),
    }


def _names(found: Iterable[Cited[Party]]) -> str:
    return " | ".join(dict.fromkeys(party_words(p.value) for p in found))


def _moment(at: datetime | None) -> str:
    return at.isoformat(timespec="minutes") if at else ""


def _times(head: str, when: When | None) -> Row:
    return {
        f"{head}_start": _moment(when.start) if when else "",
        f"{head}_end": _moment(when.end) if when else "",
        f"{head}_precision": when.precision.value if when else "",
        f"{head}_acled_precision": acled_time_precision(when),
        f"{head}_ucdp_precision": ucdp_date_prec(when),
    }


def _where(place: Place | None) -> Row:
    return {
        "place": place.name if place else "",
        "place_level": place.level.value if place else "",
        "place_context": place.context if place else "",
        "country": place.country if place else "",
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "radius_km": place.radius_km if place else None,
        "gazetteer_id": place.gazetteer_id if place else "",
        "place_acled_precision": acled_geo_precision(place),
        "place_ucdp_precision": ucdp_where_prec(place),
    }


def _bounds(head: str, count: Count | None, profile: CountProfile | None) -> Row:
    row: Row = {
        f"{head}_low": count.low if count else None,
        f"{head}_high": count.high if count else None,
        f"{head}_wording": count.wording if count else "",
    }
    if profile is not None:
        figure = coded(count, profile) if count else None
        row[f"{head}_coded_low"] = figure.low if figure else None
        row[f"{head}_coded_best"] = figure.best if figure else None
        row[f"{head}_coded_high"] = figure.high if figure else None
        row[f"{head}_coded_by"] = figure.profile if figure else ""
        row[f"{head}_coded_verified"] = figure.verified if figure else None
    return row


def _lengths(found: Iterable[Cited[timedelta]]) -> str:
    return " | ".join(iso_length(d.value) for d in found)


def _truce(truce: Truce, term: Term | None, state: TruceState | None) -> Row:
    return {
        "id": truce.id,
        "label": truce.label,
        "instrument": truce.instrument,
        "scope": truce.scope,
        "unilateral": truce.unilateral,
        "parent": truce.parent,
        **_where(truce.area.value if truce.area else None),
        **_times("start", term.start if term else None),
        **_times("end", term.end if term else None),
        "rival_ends": " | ".join(f"{_moment(r.start)}/{_moment(r.end)}" for r in term.rivals) if term else "",
        "low_confidence": term.low_confidence if term else None,
        "durations": _lengths(truce.durations),
        "extensions": _lengths(truce.extensions),
        "state_at": _moment(state.at) if state else "",
        "state": state.state.value if state else "",
        "state_why": state.why if state else "",
        "condition": state.condition.value if state else "",
        "declared_by": _names(truce.declared_by),
        "mediated_by": _names(truce.mediated_by),
        "bound": _names(truce.bound),
        "excluded": _names(truce.excluded),
        "excluded_areas": " | ".join(c.value.name for c in truce.excluded_areas),
        "quotes": " | ".join(dict.fromkeys(_quotes(c) for c in truce.claims)),
    }


def _incident(incident: Incident, claim: IncidentClaim, profile: CountProfile | None) -> Row:
    """A row for each account: several rows of one incident disagree, and none is chosen."""
    target = party_words(claim.target.value) if claim.target else claim.target_words.value if claim.target_words else ""
    return {
        "id": incident.id,
        "part_of": incident.part_of,
        "event": claim.event.value,
        "sub_event": claim.sub_event,
        "grain": claim.grain.value,
        "armed": claim.armed,
        "actor": party_words(claim.actor.value) if claim.actor else "",
        "target": target,
        **_where(claim.place.value if claim.place else None),
        **_times("when", claim.when.value if claim.when else None),
        "means": " | ".join(m.value for m in claim.means),
        **_harm("killed", claim.harms, profile),
        **_harm("injured", claim.harms, profile),
        "other_harm": " | ".join(
            f"{h.verb}: {h.count.value.wording}" for h in claim.harms if h.verb not in ("killed", "injured")
        ),
        "breach_alleged": claim.breach_alleged is not None,
        **_head(claim),
    }


def _harm(verb: str, harms: Sequence[Harm], profile: CountProfile | None) -> Row:
    """Bounds where one figure is given; several stand by their wording, never summed."""
    figures = [h for h in harms if h.verb == verb]
    row = _bounds(verb, figures[0].count.value if len(figures) == 1 else None, profile)
    if len(figures) > 1:
        row[f"{verb}_wording"] = " | ".join(h.count.value.wording for h in figures)
    row[f"{verb}_who"] = " | ".join(h.who.value for h in figures if h.who)
    return row


def _toll(toll: Toll, profile: CountProfile | None) -> Row:
    claim = toll.claim
    return {
        "id": toll.id,
        "verb": claim.harm.verb,
        **_bounds("count", claim.harm.count.value, profile),
        "who": claim.harm.who.value if claim.harm.who else "",
        **_where(claim.place.value if claim.place else None),
        **_times("period", claim.period.value if claim.period else None),
        "by": _names(claim.by),
        "rivals": " | ".join(toll.rivals),
        "parts": " | ".join(toll.parts),
        **_head(claim),
    }


def _control(claim: ControlClaim) -> Row:
    return {
        "kind": claim.kind,
        **_where(claim.place.value if claim.place else None),
        "holder": party_words(claim.holder.value) if claim.holder else "",
        "taken_from": party_words(claim.taken_from.value) if claim.taken_from else "",
        **_times("as_of", claim.as_of.value if claim.as_of else None),
        **_head(claim),
    }


def _talk(claim: TalkClaim) -> Row:
    return {
        "status": claim.status.value,
        "participants": _names(claim.participants),
        "mediators": _names(claim.mediators),
        **_where(claim.place.value if claim.place else None),
        **_times("when", claim.when.value if claim.when else None),
        "about": claim.about.value if claim.about else "",
        **_head(claim),
    }
