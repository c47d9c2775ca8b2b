"""Incidents, and how each bears on each truce."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.table import Table

from ...export.wording import party_words
from ...records.claim import Grain, IncidentClaim
from ...records.ledger import Breach, Incident, Ledger, Outcome
from .base import NONE, harm_words, table, time_words, voice_words, where_words

OUTCOMES = {
    Outcome.VERIFIED: "verified",
    Outcome.CORROBORATED: "corroborated",
    Outcome.ALLEGED: "alleged",
    Outcome.UNATTRIBUTED: "unattributed",
    Outcome.DISPUTED: "disputed",
    Outcome.EXEMPT: "exempt",
    Outcome.OUTSIDE: "outside area",
    Outcome.BEFORE: "before",
    Outcome.AFTER: "after end",
    Outcome.PERMITTED: "permitted",
    Outcome.NOT_ARMED: "not armed",
    Outcome.NOT_ASSESSABLE: "cannot tell",
}
# Shown only where a truce has no other bearing on the incident.
BESIDE = frozenset({Outcome.OUTSIDE, Outcome.BEFORE, Outcome.AFTER})


def incident_table(ledger: Ledger, incidents: Sequence[Incident] | None = None, title: str = "Incidents") -> Table:
    """When, where, what, who → whom, harm, by whose word, outcome against each truce."""
    made = table(
        title, ("Id", 4), ("When", 13), ("Where", 13), ("What", 15), ("Who → whom", 13), ("Harm", 11), ("By whose word", 14),
        ("Against truces", 15),
    )  # fmt: skip
    shown = ledger.incidents if incidents is None else incidents
    for incident in shown:
        made.add_row(
            incident.id,
            _each(incident, lambda c: time_words(c.when, "")),
            _each(incident, lambda c: where_words(c.place, "")),
            _what(incident),
            _each(incident, _who),
            _each(incident, lambda c: "; ".join(harm_words(h) for h in c.harms), NONE),
            _each(incident, lambda c: voice_words(c.said)),
            outcome_words([b for b in ledger.breaches if b.incident == incident.id], armed=incident.lead.armed),
        )
    return made


def _each(incident: Incident, words: Callable[[IncidentClaim], str], nothing: str = "not stated") -> str:
    """Every different value that the claims give, none chosen away."""
    return " / ".join(dict.fromkeys(w for c in incident.claims if (w := words(c)))) or nothing


def _what(incident: Incident) -> str:
    lead = incident.lead
    means = ", ".join(dict.fromkeys(m.value for c in incident.claims for m in c.means))
    words = (lead.sub_event or lead.event.value).replace("/", "/ ") + (f" ({means})" if means else "")
    if lead.grain is not Grain.INCIDENT:
        words += f" [{lead.grain.value}]"
    return words + (f", part of {incident.part_of}" if incident.part_of else "")


def _who(claim: IncidentClaim) -> str:
    actor = party_words(claim.actor.value) if claim.actor else "not stated"
    target = party_words(claim.target.value) if claim.target else claim.target_words.value if claim.target_words else ""
    return f"{actor} → {target}" if target else actor


def outcome_words(breaches: Sequence[Breach], *, armed: bool = True) -> str:
    """Outcomes by truce; truces elsewhere or of another time only where nothing else bears on the incident."""
    if not armed:
        return "not armed"
    bearing = [b for b in breaches if b.outcome not in BESIDE] or list(breaches)
    grouped: dict[str, list[str]] = {}
    for breach in bearing:
        words = OUTCOMES[breach.outcome] + (f" ({breach.alleged_party})" if breach.alleged_party else "")
        words += " by an analyst" if breach.assessed else ""
        grouped.setdefault(words if breach.counted else f"{words}, not counted", []).append(breach.truce)
    return "; ".join(f"{words}: {', '.join(truces)}" for words, truces in grouped.items()) or NONE


def breach_table(ledger: Ledger, breaches: Sequence[Breach]) -> Table:
    """Incidents held against truces: the outcome, its ground, the tests that are not answered yes."""
    made = table(
        "Incidents held against truces (an allegation is not a finding)", ("Incident", 9), ("Truce", 6),
        ("Outcome", 16), ("Ground", 32), ("Tests not answered yes", 36),
    )  # fmt: skip
    for breach in breaches:
        short = OUTCOMES[breach.outcome] + (f" ({breach.alleged_party})" if breach.alleged_party else "")
        made.add_row(
            breach.incident,
            breach.truce,
            short if breach.counted else f"{short}, not counted",
            breach.reason,
            "; ".join(f"{t.name} {t.answer.value}: {t.reason}" for t in breach.tests if t.answer.value != "yes")
            or NONE,
        )
    return made
