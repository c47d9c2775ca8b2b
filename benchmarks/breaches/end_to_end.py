"""The same cases from their reports alone: what is read, joined and tested, without the records being given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.breaches.cases import NO_ROW, Case
from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.ledger import Incident, Ledger, Truce
from trucewatch.records.problems import Unreadable

NOT_READ = "not read"


def outcomes_read(case: Case) -> dict[tuple[str, str], str]:
    """The outcome of every pair of a case as read; ``NOT_READ`` where the incident or the truce was not found.

    A record is the one whose words share the most with the words of the case's row.
    """
    found = read_report(case.report.encode(), case.name, load_kit(), published=case.published.isoformat())
    assert not isinstance(found, Unreadable), f"{case.name}: {found}"
    article, _, claims = found
    ledger = compile_ledger([article], claims)
    rows = {(b.incident, b.truce): b.outcome.value for b in ledger.breaches}
    incidents = _matches(article.text, case.incidents, ledger.incidents)
    truces = _matches(article.text, case.truces, ledger.truces)
    return {pair: _outcome(ledger, rows, incidents.get(pair[0]), truces.get(pair[1])) for pair in case.expected}


def _outcome(ledger: Ledger, rows: Mapping[tuple[str, str], str], incident: str | None, truce: str | None) -> str:
    if incident is None:
        return NOT_READ
    lead = next(i.lead for i in ledger.incidents if i.id == incident)
    if not lead.armed:
        return NO_ROW
    return NOT_READ if truce is None else rows.get((incident, truce), NO_ROW)


def _matches(
    text: str, rows: Sequence[Mapping[str, Any]], records: Sequence[Incident] | Sequence[Truce]
) -> dict[str, str]:
    """The record of each row, by the characters that their words share; one record serves one row."""
    found: dict[str, str] = {}
    pairs = sorted(
        ((_shared(text, row, record), row["id"], record.id) for row in rows for record in records), reverse=True
    )
    for shared, row, record in pairs:
        if shared and row not in found and record not in found.values():
            found[row] = record
    return found


def _shared(text: str, row: Mapping[str, Any], record: Incident | Truce) -> int:
    start = text.index(row["words"])
    wanted = set(range(start, start + len(row["words"])))
    own = {n for claim in record.claims for span in claim.words for n in range(span.start, span.end)}
    return len(wanted & own)
