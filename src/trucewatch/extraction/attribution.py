"""Who says a stretch of text, and in what stance."""

from __future__ import annotations

from ..records.claim import Said
from ..records.party import Party
from ..records.reading import Reading, Speech, Stance
from ..records.text import Cited, Span
from .modality import modality

_NAMELESS = "text:unnamed"


def said_for(reading: Reading, span: Span) -> Said:
    """Who says the words of ``span``: the innermost speech over them; outer speakers are the chain, nearest first.

    The narrator where none covers them. Denials, doubts and retractions of the same words are ``responses``;
    a retraction is the stance itself.
    """
    over = [s for s in reading.speech if _covers(s, span) and not s.factive]
    told = sorted((s for s in over if not s.response), key=lambda s: (s.content.end - s.content.start, -s.depth))
    responses = tuple((s.stance, speaker_of(s), s.cue) for s in over if s.response)
    if any(stance is Stance.RETRACTED for stance, _, _ in responses):
        return Said(Stance.RETRACTED, _first(told), responses=responses)
    if any(stance is Stance.DENIED and speaker is None for stance, speaker, _ in responses):
        # The text's own voice calls it untrue.
        return Said(Stance.DENIED, _first(told), responses=responses)
    if not told:
        doubted = any(stance is Stance.CLAIMED_UNVERIFIED for stance, _, _ in responses)
        return Said(Stance.CLAIMED_UNVERIFIED if doubted else Stance.NARRATED, responses=responses)
    named = [s for s in told if s.speaker.id != _NAMELESS]
    return Said(_stance(told), _first(told), _chain(named), responses)


def stance_of(reading: Reading, span: Span) -> Stance:
    """The stance of an act's words: planned, possible, wished or denied by the words before it, else its speaker's."""
    return modality(reading, span) or said_for(reading, span).stance


def _covers(speech: Speech, span: Span) -> bool:
    """Whether a speech tells the words: its content holds them, or they run over from its cue into its content."""
    content = speech.content
    if content.start <= span.start and span.end <= content.end:
        return True
    low, high = min(speech.cue.start, content.start), max(speech.cue.end, content.end)
    return low <= span.start and span.end <= high and span.start < content.end and content.start < span.end


def speaker_of(speech: Speech) -> Cited[Party] | None:
    """The speaker with the words that name it; None where the text names nobody."""
    if speech.speaker.id == _NAMELESS:
        return None
    return Cited(speech.speaker, (speech.speaker_span or speech.cue,))


def _first(told: list[Speech]) -> Cited[Party] | None:
    return next((speaker_of(s) for s in told if s.speaker.id != _NAMELESS), None)


def _chain(named: list[Speech]) -> tuple[Cited[Party], ...]:
    """The speakers behind the first, each once."""
    seen = {named[0].speaker.id} if named else set()
    chain = []
    for speech in named[1:]:
        speaker = speaker_of(speech)
        if speaker is not None and speech.speaker.id not in seen:
            seen.add(speech.speaker.id)
            chain.append(speaker)
    return tuple(chain)


def _stance(told: list[Speech]) -> Stance:
    """The innermost stance; a wish, plan or denial further out holds for what is inside it."""
    outer = (Stance.RETRACTED, Stance.DENIED, Stance.ASPIRATION, Stance.PLANNED, Stance.PREDICTION, Stance.HYPOTHETICAL)
    inner = told[0].stance
    if inner in outer:
        return inner
    if inner is Stance.CLAIMED_UNVERIFIED:
        return inner
    for speech in told[1:]:
        if speech.stance in outer and speech.speaker.id == told[0].speaker.id:
            return speech.stance
    return inner
