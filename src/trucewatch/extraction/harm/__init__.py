"""Harm to people as a clause tells it: killed, injured, missing, captured, abducted, displaced.

A figure comes from a count the text gives, from victims it names one by one, or from words that say there was none.
"""

from __future__ import annotations

from ...knowledge.harm_words import harm_words
from ...records.claim import Harm
from ...records.reading import Reading, Sentence
from .binding import bound_in
from .named import named_victims
from .parts import harm_of
from .source import with_source
from .victims import counts_in
from .zero import told_none


def harms_in(reading: Reading, sentence: Sentence, start: int, end: int) -> tuple[Harm, ...]:
    """Harm told between two offsets of a sentence, each figure once, in text order."""
    words = harm_words()
    zero = told_none(reading, words, start, end)
    bound = bound_in(reading.article.text, words, counts_in(reading, start, end), start, end)
    found = [with_source(reading, words, harm_of(reading, words, i, bound, start, end), start) for i in bound]
    denied = {h.verb for h in zero}
    counted = [h for h in found if h.verb not in denied or h.count.value.low != 0]
    told = frozenset(h.verb for h in (*zero, *counted))
    if "killed_or_injured" not in told:
        counted.extend(named_victims(reading, start, end, told))
    # "31 children were killed; the coalition said there were no casualties": what says none to all is no zero of the hurt.
    gone = {h.count.evidence for h in zero if any(c.verb == h.verb for c in counted)}
    return (*(h for h in zero if h.count.evidence not in gone), *counted)
