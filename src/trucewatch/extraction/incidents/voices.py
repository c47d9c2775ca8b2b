"""Two voices before one verb of saying: "a monitor and a doctor both said", "France and the mission each reported"."""

from __future__ import annotations

import re

from ...knowledge.blame_words import BlameWords
from ...knowledge.names import fold
from ...knowledge.parties import as_party, general_parties
from ...knowledge.phrases import words_of
from ...records.claim import IncidentClaim
from ...records.party import Party, PartyKind
from ...records.reading import Reading, Sentence
from ...records.text import Cited, Span
from ..clauses import inside
from ..roles.clause import sentence_at

_ARTICLE = re.compile(r"^\W*(?:(?:the|an?|its|their)\s+)?", re.I)
_OBSERVERS = frozenset([PartyKind.INTERNATIONAL_ORGANISATION, PartyKind.MONITOR])
_BOTH = re.compile(r"\b(?:both|each|separately|independently)\b", re.I)
_CLAUSE = re.compile(r"[;:,]\s+(?!and\b)")
_LONGEST = 9


def second_voice(reading: Reading, words: BlameWords, claim: IncidentClaim) -> tuple[Cited[Party], Cited[Party]] | None:
    """The two that say the words of a claim, each for itself; None where one says them, or two in one statement."""
    speaker = claim.said.speaker
    span = speaker.evidence[0] if speaker is not None else None
    if not isinstance(span, Span):
        return None
    cue = next((s.cue for s in reading.speech if s.speaker_span == span and s.content.start > s.cue.start), None)
    sentence = sentence_at(reading, span.start)
    if cue is None or sentence is None or not sentence.start <= cue.start < sentence.end or cue.start < span.end:
        return None
    return _two(reading, words, sentence, cue.start)


def _two(
    reading: Reading, words: BlameWords, sentence: Sentence, verb: int
) -> tuple[Cited[Party], Cited[Party]] | None:
    text = reading.article.text
    start = max([sentence.start, *(m.end() for m in _CLAUSE.finditer(text, sentence.start, verb))])
    subject = text[start:verb]
    joined = list(words.joining.finditer(subject))
    if len(joined) != 1 or words.jointly.search(text[start : sentence.end]) or not _BOTH.search(subject):
        return None
    tail = re.search(rf"(?:{words.before_verb.pattern})\s*$", subject, re.I)
    end = tail.start() if tail else len(subject)
    one = _voice(reading, start, start + joined[0].start())
    two = _voice(reading, start + joined[0].end(), start + end)
    return (one, two) if one is not None and two is not None else None


def _voice(reading: Reading, start: int, end: int) -> Cited[Party] | None:
    """The party a noun phrase names; one who speaks for an observing body ("a UN official") counts as that body."""
    text = reading.article.text
    lead = _ARTICLE.match(text, start, end)
    start = lead.end() if lead else start
    if not 0 < len(text[start:end].split()) <= _LONGEST:
        return None
    span = reading.article.quote(start, end)
    named = inside(reading.parties, start, end)
    body = next((m.party for m in reversed(named) if m.party.kind in _OBSERVERS), None) or _body(text, start, end)
    if body is not None:
        return Cited(body, (span,), "" if span.quote == body.name else "whoever speaks for a body tells its account")
    if named and (named[-1].span.start, named[-1].span.end) == (start, end):
        return Cited(named[-1].party, (span,))
    return Cited(Party(f"text:{fold(span.quote)}", span.quote, PartyKind.OTHER), (span,))


def _body(text: str, start: int, end: int) -> Party | None:
    """The observing body that the words for a person name: "a United Nations official"."""
    words = words_of(text, start, end)
    hits = (general_parties().longest(words, n) for n in range(len(words)))
    parties = (as_party(hit[1]) for hit in hits if hit is not None)
    return next((p for p in parties if p.kind in _OBSERVERS), None)
