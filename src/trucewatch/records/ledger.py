"""The ledger: records compiled from claims and judgements. A pure function of both, never the truth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .claim import (
    Condition,
    ControlClaim,
    IncidentClaim,
    PopulationClaim,
    PositionClaim,
    RelationClaim,
    TalkClaim,
    TollClaim,
    TruceClaim,
)
from .count import Count
from .party import Party
from .place import Place
from .review import Verdict
from .shown import Shown
from .text import Article, Cited
from .toll_reading import TollReading
from .versions import Copy, Struck, Version
from .when import When


class InstrumentState(StrEnum):
    """Legal state of a truce, by declarations and the clock."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    PRESUMED_EXPIRED = "presumed_expired"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """Three-valued: unknown never rounds up."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature of a comparison: what was compared, in words the screen shows."""

    what: str
    sentence: str
    score: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """Score from 0 to 1 that two claims tell of the same thing, with reasons."""

    score: float
    reasons: tuple[Reason, ...]


class Bearing(StrEnum):
    """How a later telling lies to an earlier one of the same thing."""

    EQUAL = "equal"
    UPDATE_OF = "update_of"
    RIVAL = "rival"


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report's telling of a record is to an earlier report's (both by article id), with reasons."""

    article: str
    of: str
    bearing: Bearing
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class TermStep:
    """One step of the computation of a truce's term, in words, with the interval reached."""

    sentence: str
    start: When | None
    end: When | None


@dataclass(frozen=True, slots=True)
class Truce(Shown):
    """A truce as the claims tell it; every field lists all values given, none chosen away."""

    id: str
    label: str
    labels: tuple[Cited[str], ...]
    instrument: str
    area: Cited[Place] | None
    scope: str | None
    claims: tuple[TruceClaim, ...]
    parent: str | None = None
    declared_by: tuple[Cited[Party], ...] = ()
    mediated_by: tuple[Cited[Party], ...] = ()
    bound: tuple[Cited[Party], ...] = ()
    excluded: tuple[Cited[Party], ...] = ()
    excluded_areas: tuple[Cited[Place], ...] = ()
    announced: tuple[Cited[When], ...] = ()
    starts: tuple[Cited[When], ...] = ()
    durations: tuple[Cited[timedelta], ...] = ()
    extensions: tuple[Cited[timedelta], ...] = ()
    ends: tuple[Cited[When], ...] = ()
    conditions: tuple[Cited[Condition], ...] = ()
    limited_to: tuple[Cited[str], ...] = ()
    unilateral: bool = False
    joined: tuple[Likeness, ...] = ()
    tellings: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class Term(Shown):
    """The computed term of a truce: each step, the end reached, rival ends beside it.

    ``assumed_start`` marks a start that no report gives: the day of agreement or announcement, before which
    the truce cannot have bound anybody.
    """

    steps: tuple[TermStep, ...]
    start: When | None
    end: When | None
    rivals: tuple[When, ...] = ()
    low_confidence: bool = False
    assumed_start: bool = False


@dataclass(frozen=True, slots=True)
class TruceState(Shown):
    """The two axes at one moment."""

    truce: str
    at: datetime
    state: InstrumentState
    why: str
    condition: Condition
    condition_by: tuple[Cited[Condition], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One harm figure of an incident as its claim gives it; rivals and parts stand side by side."""

    claim: str
    verb: str
    count: Count
    who: str | None
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Incident(Shown):
    """One act (or an aggregate of acts) as the claims tell it. ``part_of`` names the aggregate it belongs to."""

    id: str
    claims: tuple[IncidentClaim, ...]
    figures: tuple[Figure, ...] = ()
    part_of: str | None = None
    joined: tuple[Likeness, ...] = ()
    tellings: tuple[Telling, ...] = ()
    tolls: tuple[TollReading, ...] = ()

    @property
    def lead(self) -> IncidentClaim:
        """The claim shown first: the earliest read."""
        return self.claims[0]


@dataclass(frozen=True, slots=True)
class Toll(Shown):
    """A toll with its rivals and parts linked by id, never summed."""

    id: str
    claim: TollClaim
    rivals: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    repeats: tuple[TollClaim, ...] = ()


class Outcome(StrEnum):
    """Outcomes of the violation test (domain: monitoring practice)."""

    VERIFIED = "verified_violation"
    CORROBORATED = "corroborated_violation"
    ALLEGED = "alleged_violation"
    UNATTRIBUTED = "unattributed_violation"
    DISPUTED = "disputed"
    EXEMPT = "exempt_excluded_party"
    OUTSIDE = "outside_area"
    BEFORE = "before_entry_into_force"
    AFTER = "after_end"
    PERMITTED = "permitted"
    NOT_ARMED = "not_an_armed_incident"
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True, slots=True)
class Test:
    """One of the seven tests: its name, the answer, the reason in words."""

    name: str
    answer: Answer
    reason: str


@dataclass(frozen=True, slots=True)
class Breach(Shown):
    """An incident held against a truce. ``counted`` is false for aggregates and background.

    ``assessed`` is what the seven tests gave where a person decided ``outcome``.
    """

    incident: str
    truce: str
    tests: tuple[Test, ...]
    outcome: Outcome
    reason: str
    counted: bool
    alleged_party: str | None = None
    assessed: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Decided(Shown):
    """A judgement that stands on a record: what was decided, by whom, when, why.

    ``record`` is the id of the record (of the incident, for one held against a truce, which is then ``other``), of the
    claim where it stands in none, or the name of a source. ``value`` and ``seen`` are in JSON as the judgement has them.
    """

    judgement: str
    verdict: Verdict
    record: str
    analyst: str
    made: datetime
    reason: str = ""
    other: str | None = None
    field: str | None = None
    value: str | None = None
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Ledger(Shown):
    """Everything compiled, as of ``at`` (the latest publication time read, unless asked otherwise).

    ``redacted`` are names of persons that are shown nowhere, whatever the texts print. ``struck`` are claims of reports
    withdrawn or corrected (``versions``): they stand in their records, in the stance ``retracted``.
    """

    at: datetime | None
    articles: tuple[Article, ...] = ()
    truces: tuple[Truce, ...] = ()
    terms: tuple[tuple[str, Term], ...] = ()
    states: tuple[TruceState, ...] = ()
    incidents: tuple[Incident, ...] = ()
    tolls: tuple[Toll, ...] = ()
    control: tuple[ControlClaim, ...] = ()
    talks: tuple[TalkClaim, ...] = ()
    positions: tuple[PositionClaim, ...] = ()
    relations: tuple[RelationClaim, ...] = ()
    population: tuple[PopulationClaim, ...] = ()
    breaches: tuple[Breach, ...] = ()
    decided: tuple[Decided, ...] = ()
    redacted: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    versions: tuple[Version, ...] = ()
    struck: tuple[Struck, ...] = ()
