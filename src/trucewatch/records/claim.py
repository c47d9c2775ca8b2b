"""Claims: what one source says in one article, with the words for every value.

Immutable. ``id`` is the digest of article, extractor revision, kind, spans and values.
Every claim has ``said`` (who, in what stance) and ``words`` (the clause it was read from).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from .count import Count
from .party import Party
from .place import Place
from .reading import Stance
from .shown import Shown
from .text import Cited, Span
from .when import When


@dataclass(frozen=True, slots=True)
class Said(Shown):
    """Who says it and how. ``speaker`` None is the narrator; ``chain`` are those the speaker cites, nearest first.

    ``responses`` are other voices on the same content in the same text (denials, doubts).
    """

    stance: Stance
    speaker: Cited[Party] | None = None
    chain: tuple[Cited[Party], ...] = ()
    responses: tuple[tuple[Stance, Cited[Party] | None, Span], ...] = ()


class TruceAct(StrEnum):
    """What the clause does to, or says of, a truce."""

    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    AGREED = "agreed"
    IN_FORCE = "in_force"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    VIOLATED = "violated"
    COLLAPSED = "collapsed"
    EXPIRED = "expired"
    ENDED = "ended"
    DENIED = "denied"
    REJECTED = "rejected"
    MENTIONED = "mentioned"


class Condition(StrEnum):
    """Observed condition, always somebody's word."""

    HOLDING = "holding"
    STRAINED = "strained"
    ERODING = "eroding"
    DE_FACTO_COLLAPSED = "de_facto_collapsed"
    NO_INFORMATION = "no_information"


@dataclass(frozen=True, slots=True)
class TruceClaim(Shown):
    """One clause (or a coreferent run of clauses) about one truce.

    ``instrument`` is one of: cessation_of_hostilities, ceasefire, truce, regime_of_calm,
    humanitarian_pause, local_reconciliation, de_escalation_zone, window_of_silence, armistice.
    ``scope`` says nationwide, partial, local; ``limited_to`` a class of targets ("energy facilities"), ``purpose`` what
    it is for ("harvest"), ``proviso`` on what condition it is offered or kept, ``recurring`` that it comes round ("daily":
    then ``start``, ``end`` and ``duration`` tell of one turn). ``excluded`` are parties that it leaves out, ``excluded_areas``
    places ("it does not cover the West Bank").
    """

    id: str
    article: str
    said: Said
    words: tuple[Span, ...]
    label: Cited[str]
    instrument: str
    act: TruceAct
    area: Cited[Place] | None = None
    scope: str | None = None
    limited_to: Cited[str] | None = None
    declared_by: tuple[Cited[Party], ...] = ()
    mediated_by: tuple[Cited[Party], ...] = ()
    bound: tuple[Cited[Party], ...] = ()
    excluded: tuple[Cited[Party], ...] = ()
    excluded_areas: tuple[Cited[Place], ...] = ()
    announced: Cited[When] | None = None
    start: Cited[When] | None = None
    duration: Cited[timedelta] | None = None
    extension: Cited[timedelta] | None = None
    end: Cited[When] | None = None
    condition: Cited[Condition] | None = None
    unilateral: bool = False
    purpose: Cited[str] | None = None
    proviso: Cited[str] | None = None
    recurring: Cited[str] | None = None


class Grain(StrEnum):
    """Whether the clause tells one event, a group told together, or what is past and by the way."""

    INCIDENT = "incident"
    AGGREGATE = "aggregate"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Harm(Shown):
    """``verb`` is killed, injured, missing, captured, abducted, displaced, or killed_or_injured."""

    verb: str
    count: Cited[Count]
    who: Cited[str] | None = None
    part_of: str | None = None
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class IncidentClaim(Shown):
    """An act of violence or a related event. ``event`` and ``sub_event`` are ACLED's terms.

    ``armed`` is false for protests, rallies, arrests and the like.
    ``breach_alleged`` cites the words that set the act against a truce, and who does so.
    """

    id: str
    article: str
    said: Said
    words: tuple[Span, ...]
    event: Cited[str]
    sub_event: str
    grain: Grain
    armed: bool = True
    actor: Cited[Party] | None = None
    target: Cited[Party] | None = None
    target_words: Cited[str] | None = None
    place: Cited[Place] | None = None
    when: Cited[When] | None = None
    means: tuple[Cited[str], ...] = ()
    harms: tuple[Harm, ...] = ()
    breach_alleged: Cited[Party | None] | None = None


@dataclass(frozen=True, slots=True)
class TollClaim(Shown):
    """A figure not tied to one incident: over a period, a war, a wave."""

    id: str
    article: str
    said: Said
    words: tuple[Span, ...]
    harm: Harm
    place: Cited[Place] | None = None
    period: Cited[When] | None = None
    by: tuple[Cited[Party], ...] = ()


@dataclass(frozen=True, slots=True)
class ControlClaim(Shown):
    """Who holds a place. ``kind``: control, entered, contested, besieged, supply_cut, no_change, aspiration."""

    id: str
    article: str
    said: Said
    words: tuple[Span, ...]
    kind: str
    place: Cited[Place] | None
    holder: Cited[Party] | None
    taken_from: Cited[Party] | None = None
    as_of: Cited[When] | None = None


@dataclass(frozen=True, slots=True)
class TalkClaim(Shown):
    """A meeting or negotiation. ``status``: planned, under_way, held, suspended, walked_out, agreed, rejected."""

    id: str
    article: str
    said: Said
    words: tuple[Span, ...]
    status: Cited[str]
    participants: tuple[Cited[Party], ...] = ()
    mediators: tuple[Cited[Party], ...] = ()
    place: Cited[Place] | None = None
    when: Cited[When] | None = None
    about: Cited[str] | None = None


@dataclass(frozen=True, slots=True)
class PositionClaim(Shown):
    """What an actor wants, refuses, demands or hopes (a call for a truce is a position, no truce).

    ``stance``: calls_for, demands, refuses, hopes, accuses, welcomes, condemns, threatens, offers.
    """

    id: str
    article: str
    said: Said
    words: tuple[Span, ...]
    actor: Cited[Party]
    stance: Cited[str]
    issue: Cited[str]


@dataclass(frozen=True, slots=True)
class RelationClaim(Shown):
    """``relation``: ally_of, backs, member_of, opposes, organ_of, party_to, excluded_from."""

    id: str
    article: str
    said: Said
    words: tuple[Span, ...]
    left: Cited[Party]
    relation: Cited[str]
    right: Cited[Party]


@dataclass(frozen=True, slots=True)
class PopulationClaim(Shown):
    """People who live or remain somewhere. ``kind``: resident, remaining, displaced, pre_war."""

    id: str
    article: str
    said: Said
    words: tuple[Span, ...]
    kind: str
    count: Cited[Count]
    place: Cited[Place] | None = None


Claim = (
    TruceClaim | IncidentClaim | TollClaim | ControlClaim | TalkClaim | PositionClaim | RelationClaim | PopulationClaim
)
