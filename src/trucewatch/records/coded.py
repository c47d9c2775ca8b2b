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
class CodedEvent(Shown):
    """Somebody does something to somebody: PLOVER's event type, CAMEO's root code, both sides, the words of the act.

    ``source`` and ``target`` are empty where the text names none.
    """

    plover: str
    cameo: str
    act: Cited[str]
    source: tuple[Cited[Party], ...] = ()
    target: tuple[Cited[Party], ...] = ()
