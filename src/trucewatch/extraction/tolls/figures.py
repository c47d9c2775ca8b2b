"""The figures of a clause: told with a verb of harm, or by words that count the dead, the hurt, or both."""

from __future__ import annotations

import re

from ...knowledge.harm_words import harm_words
from ...knowledge.toll_words import toll_words
from ...records.claim import Harm
from ...records.reading import CountMention, Reading, Sentence
from ...records.text import Cited
from ..clauses import inside
from ..harm import harms_in
from ..harm.source import with_source
from .judging import span_of

_REACH = 160
# Who is counted: "the number of trade union leaders murdered", "casualties on both the army and the rebels".
_NUMBER_OF = re.compile(
    r"\bnumbers?\s+of\s+(?:the\s+)?(?P<who>(?:[\w'’-]+\s+|\[[^\]]{1,60}\]\s+){1,7}?)(?:who\s+(?:have|had)\s+been\s+)?(?:killed|dead|slain|murdered|executed|assassinated|massacred|wounded|injured)\b",
    re.I,
)
_ON_WHOM = re.compile(
    r"(?:\s+(?:casualties|deaths|fatalities|losses|dead))?\s+(?:on|among|amongst)\s+(?:both\s+)?(?:the\s+)?(?P<who>[\w-]+(?:\s+[\w-]+){0,2}?(?:\s+and\s+(?:the\s+)?[\w-]+)?)(?=\s*(?:[,.;]|$|\s(?:in|since|over|during|according|at|from|between)\b))",
    re.I,
)


def figures_in(reading: Reading, sentence: Sentence, start: int, end: int) -> tuple[Harm, ...]:
    """All figures between two offsets of a sentence, in text order."""
    told = [_whose(reading, h, end) for h in harms_in(reading, sentence, start, end)]
    known = {h.count.evidence[0] for h in told}
    bare = (h for h in _counted(reading, start, end) if h.count.evidence[0] not in known)
    return tuple(sorted((*told, *bare), key=lambda h: span_of(h).start))


def _counted(reading: Reading, start: int, end: int) -> tuple[Harm, ...]:
    """ "the death toll has climbed to 130", "puts the dead at 52": the figure counts the dead without a verb of harm."""
    text = reading.article.text
    found = []
    for count in inside(reading.counts, start, end):
        low = max(start, count.span.start - _REACH)
        for verb, before, behind in toll_words().figures:
            lead = before.search(text, low, count.span.start)
            if lead is not None or behind.match(text, count.span.end, end):
                harm = Harm(verb, Cited(count.count, (count.span,)), _who(reading, count, start, end))
                found.append(with_source(reading, harm_words(), harm, start))
                break
    return tuple(found)


def _who(reading: Reading, count: CountMention, start: int, end: int) -> Cited[str] | None:
    """Whom the words count: named behind "number of", before or behind the figure."""
    text = reading.article.text
    hits = [*_NUMBER_OF.finditer(text, start, count.span.start)][-1:] or [
        *_NUMBER_OF.finditer(text, count.span.end, end)
    ][:1]
    for hit in hits:
        low, high = hit.span("who")
        span = reading.article.quote(low, low + len(text[low:high].rstrip()))
        return Cited(span.quote, (span,))
    return None


def _whose(reading: Reading, harm: Harm, end: int) -> Harm:
    """ "4,300 casualties on the army and the guerrillas": whose they are stands behind."""
    if harm.who is not None and not re.search(r"\b(?:casualties|deaths|fatalities|dead|losses)$", harm.who.value, re.I):
        return harm
    last = harm.who.evidence[0] if harm.who is not None else harm.count.evidence[0]
    on = _ON_WHOM.match(reading.article.text, getattr(last, "end", 0), end)
    if on is None:
        return harm
    span = reading.article.quote(*on.span("who"))
    return Harm(harm.verb, harm.count, Cited(span.quote, (span,)), harm.part_of, harm.said)
