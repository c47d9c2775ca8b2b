"""Position claims: what an actor wants, refuses, demands, hopes. A call for a truce is one, and no truce."""

from __future__ import annotations

import re

from ..knowledge.speech import speech_words
from ..knowledge.stances import PositionRow, position_rows
from ..records.claim import PositionClaim
from ..records.reading import Reading, Speech
from ..records.text import Cited
from .attribution import said_for, speaker_of
from .identity import claim_id
from .relevance import conflict_context

_NEGATED = re.compile(r"(?:\b(?:not|never|no longer|without)|n['’]t)\s+(?:\w+ly\s+|yet\s+)?$", re.I)


def position_claims(reading: Reading) -> tuple[PositionClaim, ...]:
    """All position claims of a reading in text order; none where the text is not about armed conflict."""
    if not conflict_context(reading):
        return ()
    claims = (_claim(reading, speech) for speech in reading.speech if not speech.response)
    return tuple({claim.id: claim for claim in claims if claim is not None}.values())


def _claim(reading: Reading, speech: Speech) -> PositionClaim | None:
    actor = speaker_of(speech)
    row = _row(speech)
    if actor is None or row is None or _NEGATED.search(reading.article.text[: speech.cue.start][-30:]):
        return None
    words = reading.article.quote(min(speech.cue.start, speech.content.start), max(speech.cue.end, speech.content.end))
    values = (actor.value.id, row.stance)
    return PositionClaim(
        id=claim_id(reading.article.id, "position", (words, speech.cue), values),
        article=reading.article.id,
        said=said_for(reading, speech.cue),
        words=(words,),
        actor=actor,
        stance=Cited(row.stance, (speech.cue,)),
        issue=Cited(speech.content.quote, (speech.content,)),
    )


def _row(speech: Speech) -> PositionRow | None:
    """The first row that has the verb, and the issue where it asks for one."""
    lemmas = {cue.lemma for cue in speech_words().cues.get(" ".join(speech.cue.quote.lower().split()), ())}
    for row in position_rows():
        if lemmas & row.verbs and (row.issue is None or row.issue.search(speech.content.quote)):
            return row
    return None
