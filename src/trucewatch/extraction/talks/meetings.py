"""Meetings told in one sentence: the words of talks, each with what stands about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...knowledge.talk_words import TalkPhrase, talk_words
from ...records.claim import Said, TalkClaim
from ...records.place import Place
from ...records.reading import Reading, Sentence, Stance
from ...records.text import Cited, Span
from ..attribution import said_for
from ..clauses import inside
from .details import about_of, place_of, status_of, when_of
from .pair import nameless_round
from .participants import several, table_of

_CUE = re.compile(
    r"talk|negotiat|dialog|met\b|meet|receiv|welcom|host|greet|called on|calls on|exchang|review|rais|went over|session|cycle|round|sign|signature|names to|initial|brokered|mediat|visit|travel|shuttl|summit|process|consult|discuss|spoke|speak|phon|conven|gather|sit |sat |sits |round table|conference|conferr|mission",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:cease-?fires?|truces?|cessation of hostilities|armistice|peace|accords?|pacts?|protocols?|memorandum|agreements?|documents?)\b",
    re.I,
)
_WHERE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_DATELINE = re.compile(r"\s*(?:\([A-Z]\w*\)|[–—]|--?\s)")
_SIGNING = {"sign", "signed"}
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|no truth)\b[^.;]{0,60}$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|these|those|this|that|such|both)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)


def meetings_in(reading: Reading, sentence: Sentence) -> Iterator[tuple[TalkClaim, bool]]:
    """Claims (without id) with whether their words point back to talks told before ("the talks")."""
    text = reading.article.text
    if not _CUE.search(text, sentence.start, sentence.end):
        return
    taken: list[tuple[int, int]] = []
    met = False
    for phrase in sorted(talk_words().phrases, key=_in_turn):
        if met and phrase.frame in _SIGNING:
            return  # what is signed at talks is their end, and no meeting of its own
        for hit in phrase.words.finditer(text, sentence.start, sentence.end):
            if any(hit.start() < high and low < hit.end() for low, high in taken):
                continue
            words = reading.article.quote(hit.start(), hit.end())
            claim = _claim(reading, sentence, phrase, words)
            if claim is None:
                continue
            taken.append(hit.span())
            met = True
            back = _points_back(text, sentence, phrase, words, claim)
            if back or _told(phrase, claim) or nameless_round(claim):
                yield claim, back


def _in_turn(phrase: TalkPhrase) -> int:
    """Verbs of meeting first, then nouns for talks, then signings."""
    return 2 if phrase.frame in _SIGNING else int(phrase.frame == "noun")


def _told(phrase: TalkPhrase, claim: TalkClaim) -> bool:
    """Whether talks are told of, and not only the word dropped: two at the table, or a state they are in."""
    seats = len(claim.participants) + len(claim.mediators)
    return phrase.frame != "noun" or seats > 1 or several(claim.participants) or not claim.status.derivation


def _claim(reading: Reading, sentence: Sentence, phrase: TalkPhrase, words: Span) -> TalkClaim | None:
    text = reading.article.text
    lead = text[max(sentence.start, words.start - 90) : words.start]
    if talk_words().refuse.search(text, max(sentence.start, words.start - 15), min(sentence.end, words.end + 15)):
        return None
    table = table_of(reading, sentence, phrase, words)
    if table is None or (phrase.frame in _SIGNING and _signed_at(reading, sentence) is None):
        return None
    status = status_of(reading, sentence, words, table, active=phrase.frame != "noun")
    if not _refused(status) and (_wished(reading, lead, words) or _is_purpose(phrase, lead)):
        return None
    about = about_of(reading, sentence, words, table)
    place = place_of(reading, sentence, words, about)
    if place is None and phrase.frame in _SIGNING:
        place = _signed_at(reading, sentence)
    said = said_for(reading, words)
    if _DENIED.search(lead):
        said = replace(said, stance=Stance.DENIED)
    return TalkClaim(
        id="",
        article=reading.article.id,
        said=_planned(said, status.value),
        words=(reading.article.quote(sentence.start, sentence.end),),
        status=status,
        participants=table.participants,
        mediators=table.mediators,
        place=place,
        when=when_of(reading, sentence, words, status.value),
        about=about,
    )


def _signed_at(reading: Reading, sentence: Sentence) -> Cited[Place] | None:
    """Where a sentence says, or its dateline, that a truce or an accord was signed: a paper signed nowhere tells of no meeting."""
    text = reading.article.text
    if _PAPER.search(text, sentence.start, sentence.end) is None:
        return None
    places = [m for m in inside(reading.places, sentence.start, sentence.end) if not m.metonym]
    named = [
        m
        for m in places
        if _WHERE.search(text[max(sentence.start, m.span.start - 14) : m.span.start])
        or (m.span.start == sentence.start and _DATELINE.match(text, m.span.end))
    ]
    return Cited(named[0].place, (named[0].span,)) if named else None


def _refused(status: Cited[str]) -> bool:
    """Whether talks are turned down by a verb ("rejected"), not only denied by "no" or "not"."""
    words = [e.quote.lower() for e in status.evidence if isinstance(e, Span)]
    return status.value == "rejected" and not any(w in {"no", "not", "never"} for w in words)


def _wished(reading: Reading, lead: str, words: Span) -> bool:
    """Whether what leads up to the words is a wish, a call or an offer, and no part of a name ("Support Forces")."""
    hit = talk_words().wish.search(lead)
    if hit is None:
        return False
    at = words.start - len(lead) + hit.start()
    return not any(p.span.start <= at < p.span.end for p in inside(reading.parties, at - 60, words.start))


def _is_purpose(phrase: TalkPhrase, lead: str) -> bool:
    """ "housed to facilitate a dialogue": what something is for, not that it takes place."""
    return (
        phrase.frame == "host"
        and bool(re.search(r"\bto\s+$", lead))
        and not re.search(r"\b(?:due|agreed|offered|expected|plans|is|set)\s+to\s+$", lead)
    )


def _planned(said: Said, status: str) -> Said:
    return replace(said, stance=Stance.PLANNED) if status == "planned" and said.stance is Stance.NARRATED else said


def _points_back(text: str, sentence: Sentence, phrase: TalkPhrase, words: Span, claim: TalkClaim) -> bool:
    lead = text[max(sentence.start, words.start - 25) : words.start]
    return (
        phrase.frame == "noun"
        and len(claim.participants) < 2
        and bool(_DEFINITE.search(lead) or re.match(r"the\s", words.quote, re.IGNORECASE))
    )
