"""Codes: what sort of event a report tells of, and who did what to whom, in the field's own vocabularies."""

from __future__ import annotations

from dataclasses import dataclass

from .party import Party
from .shown import Shown
from .text import Cited, Span


@dataclass(frozen=True, slots=True)
class CodedType(Shown):
    """The sort of event a report mainly tells of.

    ``event`` and ``sub_event`` are ACLED's terms; for what ACLED leaves out ``event`` is "Not an event".
    ``score`` is the sum of the weights of the cues found (no probability); ``words`` are their words;
    ``next`` is the runner-up and its score, None where nothing else was told.
    """

    event: str
    sub_event: str
    score: float
    words: tuple[Span, ...]
    next: tuple[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Side(Shown):
    """Who does an act, or whom it is done to: the words, the party they name, and the country they tell (ISO 3166-1)."""

    words: Cited[str]
    party: Cited[Party] | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class CodedEvent(Shown):
    """Somebody does something to somebody: PLOVER's event type, CAMEO's root code, both sides, the words of the act.

    ``act`` is our own finer name of it; ``plover`` is empty where PLOVER has no type. ``both``: each side does it
    to the other. ``source`` and ``target`` are empty where the text names none.
    """

    act: str
    plover: str
    cameo: str
    words: Cited[str]
    source: tuple[Side, ...] = ()
    target: tuple[Side, ...] = ()
    both: bool = False
