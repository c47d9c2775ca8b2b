"""Position claims: what an actor wants, refuses, demands, hopes. A call for a truce is one, and no truce."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ..knowledge.speech import speech_words
from ..knowledge.stances import PositionRow, position_rows
from ..records.claim import PositionClaim
from ..records.party import Party
from ..records.reading import Reading, Speech
from ..records.text import Cited, SegmentKind
from .attribution import said_for, speaker_of
from .clauses import inside
from .identity import claim_id
from .relevance import conflict_context

_STATEMENT = re.compile(r"\b(?:statement|remarks|declaration|message|communiqu[eé]|press release)\b", re.I)
_NEGATED = re.compile(r"(?:\b(?:not|never|no longer|without)|n['’]t)\s+(?:\w+ly\s+|yet\s+)?$", re.I)


def position_claims(reading: Reading) -> tuple[PositionClaim, ...]:
    """All position claims of a reading in text order; none where the text is not about armed conflict."""
    if not conflict_context(reading):
        return ()
    claims = [_claim(reading, speech) for speech in reading.speech if not speech.response]
    found = [claim for claim in claims if claim is not None]
    author = _author(reading)
    if author is not None:
        found.extend(_own(reading, author))
    found.sort(key=lambda claim: claim.words[0].start)
    return tuple({claim.id: claim for claim in found}.values())


def _author(reading: Reading) -> Cited[Party] | None:
    """Whose statement the text is, where its headline says so: "Statement by the foreign minister on ..."."""
    head = next((s for s in reading.sentences if s.segment is SegmentKind.HEADLINE), None)
    if head is None or not _STATEMENT.search(reading.article.text[head.start : head.end]):
        return None
    named = [m for m in inside(reading.parties, head.start, head.end) if not m.adjectival]
    return Cited(named[0].party, (named[0].span,)) if named else None


def _own(reading: Reading, author: Cited[Party]) -> Iterator[PositionClaim]:
    """What the author of a statement wants, in the first person."""
    for sentence in reading.sentences:
        for hit in _first_person().finditer(reading.article.text, sentence.start, sentence.end):
            end = re.compile(r"[.;]|$").search(reading.article.text, hit.end(), sentence.end)
            assert end is not None
            content = reading.article.quote(hit.end("verb") + 1, max(end.start(), hit.end("verb") + 2))
            row = _row_of(hit.group("verb"), content.quote)
            if row is None or any(s.content.start <= hit.start() < s.content.end for s in reading.speech):
                continue
            cue = reading.article.quote(*hit.span("verb"))
            yield PositionClaim(
                id=claim_id(reading.article.id, "position", (cue, content), (author.value.id, row.stance)),
                article=reading.article.id,
                said=said_for(reading, cue),
                words=(reading.article.quote(hit.start(), content.end),),
                actor=replace(author, derivation="the text is its statement"),
                stance=Cited(row.stance, (cue,)),
                issue=Cited(content.quote, (content,)),
            )


@cache
def _first_person() -> re.Pattern[str]:
    """ "We urge", "I strongly condemn"; the verbs are those of the reviewed rows."""
    verbs = sorted({verb for row in position_rows() for verb in row.verbs}, key=len, reverse=True)
    return re.compile(
        rf"\b(?:I|we|We|WE)\s+(?:\w+ly\s+|also\s+|again\s+|further\s+|therefore\s+|all\s+)*(?P<verb>{'|'.join(verbs)})(?=\s\S)"
    )


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
    return _row_of(speech.cue.quote, speech.content.quote)


def _row_of(verb: str, issue: str) -> PositionRow | None:
    lemmas = {cue.lemma for cue in speech_words().cues.get(" ".join(verb.lower().split()), ())}
    for row in position_rows():
        if lemmas & row.verbs and (row.issue is None or row.issue.search(issue)):
            return row
    return None
