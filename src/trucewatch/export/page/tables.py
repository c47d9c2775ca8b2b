"""The rows of the page's tables: every value a cell that links to its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ...records.claim import (
    ControlClaim,
    Harm,
    IncidentClaim,
    PopulationClaim,
    PositionClaim,
    RelationClaim,
    Said,
    TalkClaim,
)
from ...records.ledger import Answer, Breach, Incident, Ledger, Toll
from ...records.party import Party
from ...records.text import Cited
from ..wording import count_words, party_words, place_words, speaker_words, when_words
from .words import Cell, Marks

EMPTY, UNSTATED = Cell("–"), Cell("not stated")
_SIGNS = {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "unknown"}


@dataclass(frozen=True, slots=True)
class TestRow:
    """One of the seven tests, ready to print."""

    name: str
    answer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """An incident held against one truce."""

    truce: str
    target: str
    outcome: str
    reason: str
    counted: bool
    tests: tuple[TestRow, ...]


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident: the cells of its claims, joined where they agree, and how it was assessed."""

    target: str
    grain: str
    cells: tuple[tuple[Cell, ...], ...]
    assessments: tuple[Assessment, ...]


def cited(marks: Marks, article: str, kind: str, value: Cited[Any] | None, text: str) -> Cell:
    """A cell of one cited value; "–" where there is none."""
    if value is None:
        return EMPTY
    return Cell(text, marks.link(article, kind, value.evidence), value.derivation)


def parties(marks: Marks, article: str, kind: str, found: Iterable[Cited[Party]]) -> tuple[Cell, ...]:
    """A cell for each party."""
    return tuple(cited(marks, article, kind, p, party_words(p.value)) for p in found) or (EMPTY,)


def said(marks: Marks, article: str, kind: str, words: Said) -> tuple[Cell, ...]:
    """Who says it and how, then what others answer."""
    first = Cell(speaker_words(words), marks.link(article, kind, words.speaker.evidence) if words.speaker else ())
    others = (
        Cell(
            f"{party_words(who.value) if who else 'the report'}: {stance.value.replace('_', ' ')}",
            marks.link(article, kind, (span,)),
        )
        for stance, who, span in words.responses
    )
    return (first, *others)


def incident_rows(ledger: Ledger, marks: Marks, *, armed: bool = True) -> tuple[IncidentRow, ...]:
    """All incidents in order of time; those told together are one row with every value given."""
    labels = {t.id: f"{t.label}, {place_words(t.area.value) if t.area else 'area not stated'}" for t in ledger.truces}
    held: dict[str, list[Breach]] = {}
    for breach in ledger.breaches:
        held.setdefault(breach.incident, []).append(breach)
    rows = [
        _incident(incident, held.get(incident.id, []), labels, marks)
        for incident in sorted(ledger.incidents, key=_order)
        if incident.lead.armed is armed
    ]
    return tuple(rows)


def _order(incident: Incident) -> tuple[str, str]:
    when = next((c.when.value for c in incident.claims if c.when and c.when.value.start), None)
    return (when.start.isoformat() if when and when.start else "9999", incident.id)


def _incident(incident: Incident, held: Sequence[Breach], labels: dict[str, str], marks: Marks) -> IncidentRow:
    columns = [_incident_cells(claim, marks) for claim in incident.claims]
    cells = tuple(distinct(c for cells in column for c in cells) for column in zip(*columns, strict=True))
    assessments = tuple(
        Assessment(
            labels.get(b.truce, b.truce),
            f"t-{b.truce}",
            b.outcome.value.replace("_", " "),
            b.reason,
            b.counted,
            tuple(TestRow(t.name, _SIGNS[t.answer], t.reason) for t in b.tests),
        )
        for b in held
    )
    return IncidentRow(f"i-{incident.id}", incident.lead.grain.value, cells, assessments)


def _incident_cells(claim: IncidentClaim, marks: Marks) -> tuple[tuple[Cell, ...], ...]:
    art = claim.article
    target = claim.target or claim.target_words
    aim = party_words(claim.target.value) if claim.target else claim.target_words.value if claim.target_words else ""
    return (
        (cited(marks, art, "time", claim.when, when_words(claim.when.value if claim.when else None)),),
        (cited(marks, art, "place", claim.place, place_words(claim.place.value if claim.place else None)),),
        _what(claim, marks),
        (cited(marks, art, "party", claim.actor, party_words(claim.actor.value)) if claim.actor else UNSTATED,),
        (cited(marks, art, "party", target, aim),),
        tuple(harm_cell(marks, art, h) for h in claim.harms) or (EMPTY,),
        said(marks, art, "speaker", claim.said),
    )


def _what(claim: IncidentClaim, marks: Marks) -> tuple[Cell, ...]:
    event = cited(marks, claim.article, "incident", claim.event, f"{claim.event.value}: {claim.sub_event}")
    return (event, *(cited(marks, claim.article, "incident", m, m.value) for m in claim.means))


def harm_cell(marks: Marks, article: str, harm: Harm) -> Cell:
    """ "killed 34 (militants)", with its words."""
    who = f" ({harm.who.value})" if harm.who else ""
    part = ", part of the figure before" if harm.part_of else ""
    return cited(
        marks, article, "count", harm.count, f"{harm.verb.replace('_', ' ')} {count_words(harm.count.value)}{who}{part}"
    )


def distinct(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Every different value once, with the links of all that give it; "–" only where there is nothing else."""
    found: dict[str, Cell] = {}
    for cell in cells:
        known = found.get(cell.text)
        links = tuple(dict.fromkeys((*known.links, *cell.links))) if known else cell.links
        found[cell.text] = Cell(cell.text, links, cell.note)
    if len(found) > 1:
        found.pop(EMPTY.text, None)
        found.pop(UNSTATED.text, None)
    return tuple(found.values())


def toll_row(toll: Toll, marks: Marks) -> tuple[tuple[Cell, ...], ...]:
    """Figure, whom, where, period, by whom, who says it, what it stands beside."""
    claim = toll.claim
    art = claim.article
    beside = [f"rival of {len(toll.rivals)} other figure(s), not summed"] if toll.rivals else []
    beside += [f"holds {len(toll.parts)} part(s)"] if toll.parts else []
    return (
        (harm_cell(marks, art, claim.harm),),
        (cited(marks, art, "place", claim.place, place_words(claim.place.value if claim.place else None)),),
        (cited(marks, art, "time", claim.period, when_words(claim.period.value if claim.period else None)),),
        parties(marks, art, "party", claim.by),
        said(marks, art, "speaker", claim.said),
        tuple(Cell(b) for b in beside) or (EMPTY,),
    )


def control_row(claim: ControlClaim, marks: Marks) -> tuple[tuple[Cell, ...], ...]:
    """Place, kind, holder, from whom, as of, by whose word."""
    art = claim.article
    return (
        (cited(marks, art, "place", claim.place, place_words(claim.place.value if claim.place else None)),),
        (Cell(claim.kind.replace("_", " "), marks.link(art, "control", claim.words)),),
        parties(marks, art, "party", (claim.holder,) if claim.holder else ()),
        parties(marks, art, "party", (claim.taken_from,) if claim.taken_from else ()),
        (cited(marks, art, "time", claim.as_of, when_words(claim.as_of.value if claim.as_of else None)),),
        said(marks, art, "speaker", claim.said),
    )


def talk_row(claim: TalkClaim, marks: Marks) -> tuple[tuple[Cell, ...], ...]:
    """Status, who, mediators, where, when, about."""
    art = claim.article
    return (
        (cited(marks, art, "talk", claim.status, claim.status.value.replace("_", " ")),),
        parties(marks, art, "party", claim.participants),
        parties(marks, art, "party", claim.mediators),
        (cited(marks, art, "place", claim.place, place_words(claim.place.value if claim.place else None)),),
        (cited(marks, art, "time", claim.when, when_words(claim.when.value if claim.when else None)),),
        (cited(marks, art, "talk", claim.about, claim.about.value if claim.about else ""),),
    )


def position_row(claim: PositionClaim, marks: Marks) -> tuple[tuple[Cell, ...], ...]:
    """Actor, stance, issue."""
    art = claim.article
    return (
        (cited(marks, art, "party", claim.actor, party_words(claim.actor.value)),),
        (cited(marks, art, "talk", claim.stance, claim.stance.value.replace("_", " ")),),
        (cited(marks, art, "talk", claim.issue, claim.issue.value),),
    )


def relation_row(claim: RelationClaim, marks: Marks) -> tuple[tuple[Cell, ...], ...]:
    """Left, relation, right, by whose word."""
    art = claim.article
    return (
        (cited(marks, art, "party", claim.left, party_words(claim.left.value)),),
        (cited(marks, art, "talk", claim.relation, claim.relation.value.replace("_", " ")),),
        (cited(marks, art, "party", claim.right, party_words(claim.right.value)),),
        said(marks, art, "speaker", claim.said),
    )


def population_row(claim: PopulationClaim, marks: Marks) -> tuple[tuple[Cell, ...], ...]:
    """Kind, figure, place, by whose word."""
    art = claim.article
    return (
        (Cell(claim.kind.replace("_", " ")),),
        (cited(marks, art, "count", claim.count, count_words(claim.count.value)),),
        (cited(marks, art, "place", claim.place, place_words(claim.place.value if claim.place else None)),),
        said(marks, art, "speaker", claim.said),
    )
