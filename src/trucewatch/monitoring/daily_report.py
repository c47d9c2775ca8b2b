"""The content of a daily report as data: what happened and what was told within a period, every row by record id."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..records.claim import ControlClaim, Grain, PositionClaim, TalkClaim
from ..records.ledger import Answer, Breach, Incident, Ledger, Outcome, Toll
from ..records.reading import Stance
from ..records.when import When
from .board import BoardRow, board
from .breaches import BREACHES
from .tallies import Tally, tallies

CAVEAT = (
    "Everything here is what reports say. Outcomes are those of seven tests on the words of reports; none is verified. "
    "Absence of reports is not evidence of calm."
)


@dataclass(frozen=True, slots=True)
class NotAssessed:
    """An incident that is no violation of a truce, and which test says so or is unknown."""

    incident: str
    truce: str
    outcome: Outcome
    why: str
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DailyReport:
    """Sections in the order in which a monitor reads them. Records outside the period are left out, the board is not.

    ``placeless`` and ``undated`` are the incidents of the period's articles that give no place or no time of the act.
    """

    since: datetime | None
    until: datetime | None
    articles: int
    truces: tuple[BoardRow, ...]
    reported: tuple[Breach, ...]
    not_violations: tuple[NotAssessed, ...]
    aggregates: tuple[str, ...]
    tallies: tuple[Tally, ...]
    tolls: tuple[Toll, ...]
    control: tuple[ControlClaim, ...]
    talks: tuple[TalkClaim, ...]
    positions: tuple[PositionClaim, ...]
    disputed: tuple[str, ...]
    placeless: int
    undated: int
    caveat: str = CAVEAT


def daily_report(ledger: Ledger, since: datetime | None = None, until: datetime | None = None) -> DailyReport:
    """The report of a ledger; without bounds of all that it holds."""
    here = [i for i in ledger.incidents if _within(i, since, until)]
    ids = {i.id for i in here}
    counted = [b for b in ledger.breaches if b.incident in ids and b.counted]
    return DailyReport(
        since=since,
        until=until if until is not None else ledger.at,
        articles=len(ledger.articles),
        truces=board(ledger),
        reported=tuple(b for b in counted if b.outcome in BREACHES),
        not_violations=tuple(_not_assessed(b) for b in counted if b.outcome not in BREACHES),
        aggregates=tuple(i.id for i in here if i.lead.grain is not Grain.INCIDENT),
        tallies=tallies(ledger),
        tolls=ledger.tolls,
        control=ledger.control,
        talks=ledger.talks,
        positions=ledger.positions,
        disputed=tuple(i.id for i in here if _disputed(i)),
        placeless=sum(all(c.place is None for c in i.claims) for i in here),
        undated=sum(_undated(i) for i in here),
    )


def _within(incident: Incident, since: datetime | None, until: datetime | None) -> bool:
    """Whether some time given for the act touches the period; an undated act is kept."""
    times = [c.when.value for c in incident.claims if c.when is not None]
    return not times or any(_touches(w, since, until) for w in times)


def _touches(when: When, since: datetime | None, until: datetime | None) -> bool:
    early = since is not None and when.end is not None and when.end <= since
    late = until is not None and when.start is not None and when.start >= until
    return not early and not late


def _not_assessed(breach: Breach) -> NotAssessed:
    unknown = tuple(t.name for t in breach.tests if t.answer is Answer.UNKNOWN)
    return NotAssessed(breach.incident, breach.truce, breach.outcome, breach.reason, unknown)


def _disputed(incident: Incident) -> bool:
    doubts = {Stance.DENIED, Stance.DISPUTED, Stance.CLAIMED_UNVERIFIED, Stance.RETRACTED}
    return any(c.said.stance in doubts or any(s in doubts for s, _, _ in c.said.responses) for c in incident.claims)


def _undated(incident: Incident) -> bool:
    return all(c.when is None or bool(c.when.derivation) for c in incident.claims)
