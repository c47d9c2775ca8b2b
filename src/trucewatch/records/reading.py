"""An article marked up: what is mentioned where, and who is speaking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from .count import Count
from .party import Party
from .place import Place
from .shown import Shown
from .text import Article, SegmentKind, Span
from .when import When


@dataclass(frozen=True, slots=True)
class Token:
    """A word: offsets, lemma (lower case), universal part of speech.

    ``head`` is the index of the head token in the sentence (-1: root or unknown),
    ``rel`` its universal dependency relation ("" where the model gives none).
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int = -1
    rel: str = ""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name (``proper``: PER, LOC, ORG) or a mention (Person, Organisation, Weapon, Temporal ...) with its score, 0 to 1."""

    start: int
    end: int
    kind: str
    score: float
    proper: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the canonical text; ``paragraph`` is the index of its segment in the article.

    ``names`` is empty where the language model finds none or knows none.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    segment: SegmentKind
    index: int
    names: tuple[NameMention, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """``metonym`` is true where the name stands for a government ("Damascus said").

    ``frame`` is the word that governs the name where it is a location ("in", "near", "of", "list" for members
    of a list of locations, "dateline"), empty where nothing locates. ``adjunct`` marks a name that is part of another
    ("the Kisumu Fire Department") or a demonym; readings for the ledger have none of these.
    """

    span: Span
    place: Place
    metonym: bool = False
    frame: str = ""
    adjunct: bool = False


@dataclass(frozen=True, slots=True)
class PartyMention:
    """``role`` is free wording beside the name ("foreign minister"); ``adjectival`` marks "Turkish", "rebel" before a noun."""

    span: Span
    party: Party
    adjectival: bool = False


class TimeKind(StrEnum):
    """What sort of time expression: a point or period, a length, or something repeated."""

    DATE = "date"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """``when`` for dates, ``duration`` for lengths; ``added`` marks "another 48", "a further two days".

    A period counted from a day ("the past three months") has both. A SET has its period as ``duration``.
    ``unit`` is the unit a length is told in ("day"), ``vague`` marks lengths of no number ("several days"),
    ``direction`` is past, present or future where the words say no more than that ("recently", "now").
    """

    span: Span
    kind: TimeKind
    when: When | None = None
    duration: timedelta | None = None
    added: bool = False
    unit: str = ""
    vague: bool = False
    direction: str | None = None


@dataclass(frozen=True, slots=True)
class CountMention:
    """A count and the noun it counts ("civilians"); ``of`` is that noun's span, None for a bare number."""

    span: Span
    count: Count
    of: Span | None = None


@dataclass(frozen=True, slots=True)
class MeansMention:
    """A weapon or means; ``means`` is the reviewed name ("mortar", "air strike")."""

    span: Span
    means: str


class Stance(StrEnum):
    """In what stance something is said."""

    NARRATED = "narrated"
    ASSERTED = "asserted"
    CLAIMED_UNVERIFIED = "claimed_unverified"
    DENIED = "denied"
    DISPUTED = "disputed"
    CONFIRMED = "confirmed"
    ASPIRATION = "aspiration"
    PREDICTION = "prediction"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    RETRACTED = "retracted"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Speech(Shown):
    """``speaker`` says ``content``; ``cue`` is the reporting word; nested speech has a ``content`` inside another's.

    ``depth`` counts the speakers between this one and the narrator where contents are equal. ``response`` marks
    another voice on content told elsewhere (a denial, "could not be verified"); ``factive`` a cue that judges
    its content or takes it as given ("condemned the raid") and makes nobody its source.
    """

    content: Span
    cue: Span
    speaker: Party
    speaker_span: Span | None
    stance: Stance
    quoted: bool = False
    depth: int = 0
    response: bool = False
    factive: bool = False


@dataclass(frozen=True, slots=True)
class Reading(Shown):
    """Everything marked in one article. Mentions are sorted by start and lie outside furniture and duplicates."""

    article: Article
    model: str
    sentences: tuple[Sentence, ...]
    places: tuple[PlaceMention, ...] = ()
    parties: tuple[PartyMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    means: tuple[MeansMention, ...] = ()
    speech: tuple[Speech, ...] = ()
