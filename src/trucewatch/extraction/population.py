"""Population claims: how many people live, remain or shelter somewhere, or lived there before the war."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge.toll_words import PopulationFigure, population_figures
from ..records.claim import PopulationClaim
from ..records.place import Place
from ..records.reading import CountMention, Reading, Sentence
from ..records.text import Cited
from .attribution import said_for
from .clauses import inside, nearest
from .identity import claim_id
from .relevance import conflict_context


def population_claims(reading: Reading) -> tuple[PopulationClaim, ...]:
    """All population claims of a reading, in text order."""
    if not conflict_context(reading):
        return ()
    return tuple(c for sentence in reading.sentences for c in _in_sentence(reading, sentence))


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[PopulationClaim]:
    for count in inside(reading.counts, sentence.start, sentence.end):
        row = next((r for r in population_figures() if _fits(reading, sentence, count, r)), None)
        if row is None or count.count.high == 0:
            continue
        place = _place(reading, sentence, count)
        words = (reading.article.quote(sentence.start, sentence.end),)
        key = claim_id(reading.article.id, "population", words, (row.kind, count.count.wording, count.span.start))
        said = said_for(reading, count.span)
        yield PopulationClaim(key, reading.article.id, said, words, row.kind, Cited(count.count, (count.span,)), place)


def _fits(reading: Reading, sentence: Sentence, count: CountMention, row: PopulationFigure) -> bool:
    text = reading.article.text
    if row.lead is not None and not row.lead.search(
        text[max(sentence.start, count.span.start - 60) : count.span.start]
    ):
        return False
    if row.tail is None:
        return True
    noun_end = count.of.end if count.of else count.span.end
    return any(row.tail.match(text, end, min(sentence.end, end + 90)) for end in (count.span.end, noun_end))


def _place(reading: Reading, sentence: Sentence, count: CountMention) -> Cited[Place] | None:
    """The place nearest to the figure in its sentence, else that of the sentence before."""
    here = nearest([m for m in inside(reading.places, sentence.start, sentence.end) if not m.metonym], count.span.start)
    if here is not None:
        return Cited(here.place, (here.span,))
    for previous in reversed(reading.sentences[max(0, sentence.index - 2) : sentence.index]):
        places = [m for m in inside(reading.places, previous.start, previous.end) if not m.metonym]
        if places:
            return Cited(places[0].place, (places[0].span,), "the place is that of the sentence before")
    return None
