"""Who gives a figure where no verb of saying does: "hospital sources counted seven bodies"."""

from __future__ import annotations

from dataclasses import replace

from ...knowledge.harm_words import HarmWords
from ...knowledge.names import fold
from ...records.claim import Harm, Said
from ...records.party import Party, PartyKind
from ...records.reading import Reading, Stance
from ...records.text import Cited, Span
from ..attribution import said_for
from ..clauses import inside

_REACH = 140


def with_source(reading: Reading, words: HarmWords, harm: Harm, start: int) -> Harm:
    """The harm with whom the words before it name as counting it; as it is where somebody says it already."""
    span = harm.count.evidence[0]
    if harm.said is not None or not isinstance(span, Span):
        return harm
    text = reading.article.text
    low = max(start, span.start - _REACH)
    hit = words.source.search(text[low : span.start])
    if hit is None or (hit.start() == 0 and low > start) or said_for(reading, span).speaker is not None:
        return harm
    return replace(harm, said=Said(Stance.ASSERTED, _party(reading, low + hit.start("who"), low + hit.end("who"))))


def with_voices(reading: Reading, harms: tuple[Harm, ...], said: Said) -> tuple[Harm, ...]:
    """The harm of an act that ``said`` tells, each figure with its own voice where another gives it."""
    return tuple(_voiced(reading, harm, said) for harm in harms)


def _voiced(reading: Reading, harm: Harm, said: Said) -> Harm:
    span = harm.count.evidence[0]
    if harm.said is not None or not isinstance(span, Span):
        return harm
    own = said_for(reading, span)
    if own.speaker is None or (said.speaker is not None and said.speaker.value.id == own.speaker.value.id):
        return harm
    return replace(harm, said=own)


def _party(reading: Reading, start: int, end: int) -> Cited[Party]:
    """The party that the words name or end in, else one by these words."""
    span = reading.article.quote(start, start + len(reading.article.text[start:end].rstrip()))
    named = [m for m in inside(reading.parties, start, end) if m.party.kind is not PartyKind.CIVILIANS]
    whole = next((m for m in named if m.span == span), None)
    if whole is not None:
        return Cited(whole.party, (whole.span,))
    name = " ".join(span.quote.split())
    return Cited(Party(f"text:{fold(name)}", name, PartyKind.OTHER), (span,))
