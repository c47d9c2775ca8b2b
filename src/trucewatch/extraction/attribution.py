"""Who says a stretch of text, and in what stance."""

from __future__ import annotations

from ..records.claim import Said
from ..records.party import Party
from ..records.reading import Reading, Speech, Stance
from ..records.text import Cited, Span


def said_for(reading: Reading, span: Span) -> Said:
    """The innermost speech that covers a span; outer speakers are the chain; the narrator where none covers it."""
    covering = [s for s in reading.speech if s.content.start <= span.start and span.end <= s.content.end]
    if not covering:
        return Said(Stance.NARRATED)
    covering.sort(key=lambda s: s.content.end - s.content.start)
    inner, outer = covering[0], covering[1:]
    return Said(inner.stance, _speaker(inner), tuple(_speaker(s) for s in outer if s.speaker.id != inner.speaker.id))


def _speaker(speech: Speech) -> Cited[Party]:
    return Cited(speech.speaker, (speech.speaker_span or speech.cue,))
