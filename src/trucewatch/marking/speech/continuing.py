"""Quotations that nobody is named beside: they go on with the speaker before, or follow a colon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...records.reading import Sentence, Speech
from ...records.text import Article
from .quotes import Quotation, Quotations

# A quotation shorter than this is a word in quotation marks, not a statement.
_SHORTEST = 25
_FARTHEST = 700


def continued(
    article: Article, sentences: Sequence[Sentence], quotes: Quotations, speech: Sequence[Speech]
) -> list[Speech]:
    """Speech for quotations that begin a sentence and that no speech covers, by the speaker just before."""
    starts = {s.start: s for s in sentences}
    told = sorted((s for s in speech if not s.response and not s.factive and s.speaker_span), key=lambda s: s.cue.end)
    found: list[Speech] = []
    for quote in quotes.rows:
        sentence = starts.get(quote.start)
        if sentence is None or quote.end - quote.start < _SHORTEST or _covered(quote, speech):
            continue
        source = _source(article, sentences, sentence, quote, [*told, *found])
        if source is not None:
            content = article.quote(quote.start, quote.end)
            found.append(replace(source, content=content, quoted=True, depth=0))
    return found


def _covered(quote: Quotation, speech: Sequence[Speech]) -> bool:
    """Whether a statement covers the quotation's opening, or a speaker is named inside its own sentence."""
    return any(s.content.start <= quote.start < s.content.end for s in speech if not s.response)


def _source(
    article: Article, sentences: Sequence[Sentence], sentence: Sentence, quote: Quotation, told: list[Speech]
) -> Speech | None:
    """The last statement before, if it stands in this paragraph or in the one before it."""
    before = [s for s in told if max(s.cue.end, s.content.end) <= quote.start]
    if not before:
        return None
    last = max(before, key=lambda s: max(s.cue.end, s.content.end))
    if quote.start - max(last.cue.end, last.content.end) > _FARTHEST:
        return None
    between = [s for s in sentences if last.cue.end < s.start < sentence.start and s.start >= last.content.end]
    if any(article.text[s.start] not in '“"«' for s in between):
        return None
    return last
