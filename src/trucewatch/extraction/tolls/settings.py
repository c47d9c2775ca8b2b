"""Over what time and where a toll was counted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from ...knowledge.toll_words import toll_words
from ...records.place import Place
from ...records.reading import PlaceMention, Reading, Sentence, TimeKind
from ...records.text import Cited, Evidence
from ...records.when import Precision, When
from ..clauses import inside
from ..frames import times_in
from ..theatre import Theatre

_SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?:[\w'’-]+\s+){0,8}$", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|says|reported|told|announced|added|stated|estimated)\b[^,;]{0,25}$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|into|for|from|toward|towards|via)\s+(?:the\s+|neighbou?ring\s+|nearby\s+)*$", re.IGNORECASE)
_SPAN_OF = re.compile(
    r"\b(?:in|over|during|after|of|for|following|past|last)\s+(?:the\s+|its\s+|these\s+)?(?:past\s+|last\s+|first\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:in|across|throughout|around|over|of|at|inside|near)\s+(?:the\s+)?(?:\w+\s+){0,3}$", re.IGNORECASE
)
# "a resident of Timbiqui": where somebody is from.
_BELONGS = re.compile(
    r"\b(?:residents?|natives?|inhabitants?|citizens?|mayors?|bishops?|born|archbishops?|governors?)\s+(?:of|in|from)\s+(?:the\s+)?$",
    re.I,
)
# "the war, begun in 1996 in Rolpa, has cost": where it began.
_ASIDE = re.compile(
    r",\s+(?:begun|launched|started|sparked|triggered|unleashed|which\s+(?:began|started|broke\s+out|erupted))\b[^,;]*$",
    re.I,
)
_WHERE = re.compile(r",?\s+where\b", re.IGNORECASE)
_BACK = 2
_YEARS = re.compile(r"\b(?:years?|decades?|(?:19|20)\d\d)\b", re.I)
_WAR = re.compile(r"\b(?:(?:civil\s+)?war|insurgency|conflict|rebellion|\w+\s+(?:years|decades)(?=,))", re.I)


def period_of(reading: Reading, sentence: Sentence, start: int, end: int) -> Cited[When] | None:
    """The stretch a toll covers: since a date, over a length before publication, or a period named."""
    text = reading.article.text
    for low, high in ((start, end), (sentence.start, sentence.end)):
        for mention in times_in(reading, low, high):
            lead = text[max(low, mention.span.start - 60) : mention.span.start]
            since = bool(_SINCE.search(lead)) or mention.span.quote.lower().startswith("since")
            if mention.kind is TimeKind.DATE and mention.when is not None and since:
                return _since(reading, mention.when, (mention.span,))
            if mention.kind is TimeKind.DURATION and mention.duration is not None and _SPAN_OF.search(lead):
                return _length(reading, mention.duration.days, (mention.span,))
            if (
                mention.kind is TimeKind.DATE
                and mention.when is not None
                and mention.when.start
                and not _SAID.search(lead)
            ):
                return Cited(mention.when, (mention.span,))
    return None


def _since(reading: Reading, begun: When, words: tuple[Evidence, ...]) -> Cited[When]:
    published = reading.article.published
    until = published.when.end if published else None
    value = replace(begun, end=until, alternatives=())
    return Cited(value, words, "from the date named to publication")


def _length(reading: Reading, days: int, words: tuple[Evidence, ...]) -> Cited[When] | None:
    published = reading.article.published
    if published is None or published.when.start is None or days < 1:
        return None
    wording = next((getattr(w, "quote", "") for w in words), "")
    value = When(
        published.when.start - timedelta(days=days), published.when.end, Precision.VAGUE, wording, low_confidence=True
    )
    return Cited(value, words, "the length named, counted back from publication")


def toll_place(reading: Reading, sentence: Sentence, start: int, end: int) -> Cited[Place] | None:
    """Where: "X, where ...", else the place framed by "in" or "across", of the clause, the sentence, or just before."""
    whole = _whole_war(reading, sentence, start, end)
    for low, high in ((start, end), (sentence.start, sentence.end)):
        here = _best(reading, low, high, framed=whole)
        if here is not None:
            return Cited(here.place, (here.span,))
    if whole:
        return _country_of_war(reading, sentence)
    for previous in reversed(reading.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        earlier = _best(reading, previous.start, previous.end, framed=True)
        if earlier is not None:
            return Cited(earlier.place, (earlier.span,), "the place is that told just before")
    return None


def _country_of_war(reading: Reading, sentence: Sentence) -> Cited[Place] | None:
    """The country the text is about, where the sentence names a party of it ("the Sri Lankan army")."""
    found = Theatre(reading).country()
    parties = inside(reading.parties, sentence.start, sentence.end)
    ours = found is not None and any(m.party.country == found.value.country for m in parties)
    return found if ours else None


def _whole_war(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a toll without a place of its own is one of the whole war, and not of the place told of just before."""
    text, words = reading.article.text, toll_words()
    return bool(
        (words.wars.search(text, sentence.start, sentence.end) and _YEARS.search(text, sentence.start, sentence.end))
        or _WAR.search(text, start, end)
        or words.total.search(text, start, end)
    )


def _best(reading: Reading, start: int, end: int, *, framed: bool = False) -> PlaceMention | None:
    """The best framed place of a stretch; one that people go to, or that only names a party, is none."""
    text = reading.article.text
    parties = inside(reading.parties, start, end)
    ranked: list[tuple[int, PlaceMention]] = []
    for mention in inside(reading.places, start, end):
        if mention.metonym or any(p.span.start < mention.span.end and mention.span.start < p.span.end for p in parties):
            continue
        if mention.span.quote.endswith(".") and re.match(r"\s\w", text[mention.span.end : mention.span.end + 2]):
            continue  # "U.S. embassies" names whose they are, not where
        lead = text[max(start, mention.span.start - 40) : mention.span.start]
        if _BELONGS.search(lead) or _ASIDE.search(text, start, mention.span.start):
            continue
        if _WHERE.match(text, mention.span.end):
            ranked.append((0, mention))
        elif _IN.search(lead):
            ranked.append((1, mention))
        elif not framed and not _TO.search(lead):
            ranked.append((2, mention))
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None
