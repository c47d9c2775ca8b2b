"""Toll claims: figures over a period, a war or a wave, rather than the harm of one incident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...knowledge.toll_words import toll_words
from ...records.claim import Harm, TollClaim
from ...records.party import Party, PartyKind
from ...records.reading import Reading, Sentence
from ...records.text import Cited
from ..attribution import said_for
from ..clauses import clauses, inside
from ..identity import claim_id
from ..relevance import conflict_context
from .figures import figures_in
from .judging import goes_on_with, span_of, tells_toll
from .settings import period_of, toll_place

_ARMED = {
    PartyKind.STATE_FORCES,
    PartyKind.REBEL_GROUP,
    PartyKind.POLITICAL_MILITIA,
    PartyKind.IDENTITY_MILITIA,
    PartyKind.EXTERNAL_FORCES,
    PartyKind.GOVERNMENT,
    PartyKind.COALITION,
}
_BY = re.compile(
    r"\b(?:kill|murder|massacr|execut|slain|wound|injur|displac|driven|uproot|captur|abduct|kidnap|detain|shot|caused|inflict|perpetrat)\w*"
    r"\s+(?:\w+\s+)?by\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
# Nouns that only repeat the harm name no group.
_HARM_NOUN = re.compile(
    r"^(?:the )?(?:dead|deaths?|wounded|injured|casualties|victims|missing|fatalities|lives|bodies|civilian deaths)$",
    re.I,
)


def toll_claims(reading: Reading) -> tuple[TollClaim, ...]:
    """All toll claims of a reading in text order; the figures of one clause share its words."""
    if not conflict_context(reading):
        return ()
    return _once([c for sentence in reading.sentences for c in _in_sentence(reading, sentence)])


def _once(claims: list[TollClaim]) -> tuple[TollClaim, ...]:
    """A figure told in the headline and again in the body stands once, in its fuller telling."""
    kept: list[TollClaim] = []
    for claim in claims:
        old = next((n for n, k in enumerate(kept) if _told_again(k, claim)), None)
        if old is None:
            kept.append(claim)
        elif _fullness(claim) > _fullness(kept[old]):
            kept[old] = claim
    return tuple(kept)


def _told_again(old: TollClaim, new: TollClaim) -> bool:
    if old.words == new.words or old.harm.verb != new.harm.verb:
        return False
    a, b = old.harm.count.value, new.harm.count.value
    if (a.low, a.high) != (b.low, b.high) or _speaker(old) != _speaker(new):
        return False
    return old.harm.who is None or new.harm.who is None or old.harm.who.value.lower() == new.harm.who.value.lower()


def _speaker(claim: TollClaim) -> str | None:
    return claim.said.speaker.value.id if claim.said.speaker else None


def _fullness(claim: TollClaim) -> int:
    return sum(v is not None for v in (claim.harm.who, claim.period, claim.place)) + len(claim.by)


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[TollClaim]:
    if not inside(reading.counts, sentence.start, sentence.end):
        return
    told: list[tuple[int, int, tuple[Harm, ...]]] = []
    for start, end in clauses(reading, sentence):
        harms = figures_in(reading, sentence, start, end)
        if told and harms and goes_on_with(reading, start, end):
            told[-1] = (told[-1][0], end, (*told[-1][2], *harms))
        elif harms and tells_toll(reading, sentence, start, end, harms):
            told.append((start, end, harms))
    for start, end, harms in told:
        yield from _claims(reading, sentence, start, end, harms)


def _claims(reading: Reading, sentence: Sentence, start: int, end: int, harms: tuple[Harm, ...]) -> Iterator[TollClaim]:
    words = (reading.article.quote(start, end),)
    place, period = toll_place(reading, sentence, start, end), period_of(reading, sentence, start, end)
    by = _by(reading, start, end, harms)
    for told in _parts(reading, harms, end):
        harm = replace(told, who=None) if told.who and _HARM_NOUN.match(told.who.value) else told
        span = span_of(harm)
        values = (harm.verb, harm.count.value.wording, span.start)
        yield TollClaim(
            claim_id(reading.article.id, "toll", words, values),
            reading.article.id,
            harm.said or said_for(reading, span),
            words,
            harm,
            place,
            period,
            by,
        )


def _parts(reading: Reading, harms: tuple[Harm, ...], end: int) -> list[Harm]:
    """The figures with those that are parts of another ("including 70 children"): they say so and are never added."""
    text, words = reading.article.text, toll_words()
    found: list[Harm] = []
    spans = {span_of(h).start: h for h in harms}
    whole: Harm | None = None
    for count in inside(reading.counts, span_of(harms[0]).start, end):
        harm = spans.get(count.span.start)
        lead, tail = text[max(0, count.span.start - 45) : count.span.start], text[count.span.end : count.span.end + 40]
        part = bool(words.part_before.search(lead) or words.part_after.match(tail))
        if part and whole is not None and (harm is None or harm.part_of is None):
            who = Cited(count.of.quote, (count.of,)) if count.of else None
            verb = harm.verb if harm else whole.verb
            found.append(Harm(verb, Cited(count.count, (count.span,)), who, whole.count.value.wording))
        elif harm is not None:
            whole = harm if harm.part_of is None else whole
            found.append(harm)
    return found


def _by(reading: Reading, start: int, end: int, harms: tuple[Harm, ...]) -> tuple[Cited[Party], ...]:
    """By whom the harm was done: named after "by", or the subject of an active clause."""
    text = reading.article.text
    first = span_of(harms[0]).start
    found = []
    for mention in inside(reading.parties, start, end):
        if mention.party.kind not in _ARMED:
            continue
        behind = _BY.search(text[max(start, mention.span.start - 60) : mention.span.start])
        # "government air strikes have killed": the killers stand before verb and figure.
        active = mention.span.end <= first and re.search(
            r"\b(?:kill|wound|injur|displac|drove|driven|left|claimed|captur|abduct|forc)\w*",
            text[mention.span.end : first],
            re.I,
        )
        if behind or active:
            found.append(Cited(mention.party, (mention.span,)))
    return tuple({c.value.id: c for c in reversed(found)}.values())[::-1]
