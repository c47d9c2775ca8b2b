"""Toll claims: figures over a period, a war or a wave, rather than the harm of one incident."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..knowledge.toll_words import toll_words
from ..records.claim import Harm, TollClaim
from ..records.party import Party, PartyKind
from ..records.reading import Reading, Sentence, TimeKind, TimeMention
from ..records.text import Cited, Span
from .attribution import said_for
from .clauses import clauses, inside
from .frames import times_in
from .harm import harms_in
from .identity import claim_id
from .relevance import conflict_context
from .toll_settings import period_of, toll_place

_DAYS = 2
_LARGE = 1000
_ARMED = {
    PartyKind.STATE_FORCES,
    PartyKind.REBEL_GROUP,
    PartyKind.POLITICAL_MILITIA,
    PartyKind.IDENTITY_MILITIA,
    PartyKind.EXTERNAL_FORCES,
    PartyKind.GOVERNMENT,
    PartyKind.COALITION,
}
_START = re.compile(r"\b(?:since|from|between|until|as of|by)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,5}$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:kill|murder|massacr|execut|slain|wound|injur|displac|driven|uproot|captur|abduct|kidnap|detain|shot|caused|inflict|perpetrat)\w*"
    r"\s+(?:\w+\s+)?by\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:because|which|who|whose|when|after|before|as|while|although)\b", re.IGNORECASE)
_BARE = re.compile(r"\b(?:was|were|have been|had been|dead|died)\b", re.IGNORECASE)


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
    for start, end in clauses(reading, sentence):
        harms = harms_in(reading, sentence, start, end)
        if harms and tells_toll(reading, sentence, start, end, harms):
            yield from _claims(reading, sentence, start, end, harms)


def _claims(reading: Reading, sentence: Sentence, start: int, end: int, harms: tuple[Harm, ...]) -> Iterator[TollClaim]:
    words = (reading.article.quote(start, end),)
    place, period = toll_place(reading, sentence, start, end), period_of(reading, sentence, start, end)
    by = _by(reading, start, end, harms)
    for harm in _parts(reading, harms, end):
        span = _span(harm)
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


def _span(harm: Harm) -> Span:
    span = harm.count.evidence[0]
    assert isinstance(span, Span)
    return span


def tells_toll(reading: Reading, sentence: Sentence, start: int, end: int, harms: tuple[Harm, ...]) -> bool:
    """Whether the harm of a clause is a toll: over a period, a war, several events, and not of one day's act."""
    text, words = reading.article.text, toll_words()
    if words.elsewhere.search(text, start, end) or all(h.who and words.things.search(h.who.value) for h in harms):
        return False
    day = _own_day(reading, start, end)
    single = words.single.search(text, start, end) is not None
    if _cue(words.running, text, start, end, harms):
        return not (day and single)
    if day or (single and not words.perfect.search(text, start, end)):
        return False
    if all((h.count.value.high or h.count.value.low or 0) == 1 for h in harms):
        return False
    if _cue(words.period, text, start, end, harms):
        return True
    return not single and (
        _of_a_time(reading, start, end, harms)
        or all(h.verb == "displaced" for h in harms)
        or _sums_up(reading, sentence, start, end)
    )


def _of_a_time(reading: Reading, start: int, end: int, harms: tuple[Harm, ...]) -> bool:
    """Whether a clause without a day or a single act tells of a war, a total, two sides, or a wide date."""
    text, words = reading.article.text, toll_words()
    perfect = words.perfect.search(text, start, end) is not None
    wars = words.wars.search(text, start, end) is not None
    spread = words.spread.search(text, start, end) is not None
    wide = words.wide.search(text, start, end) is not None or _long_time(reading, start, end)
    return (
        spread
        or words.total.search(text, start, end) is not None
        or (wide and (perfect or wars))
        or (perfect and (wars or _large(harms)))
    )


def _cue(pattern: re.Pattern[str], text: str, start: int, end: int, harms: tuple[Harm, ...]) -> bool:
    """Whether words stand with a figure: no other statement ("because", "which") between them."""
    for hit in pattern.finditer(text, start, end):
        for harm in harms:
            span = _span(harm)
            low, high = min(hit.end(), span.end), max(hit.start(), span.start)
            if low >= high or not _OTHER.search(text, low, high):
                return True
    return False


def _own_day(reading: Reading, start: int, end: int) -> TimeMention | None:
    """A day on which the harm fell, which is not the beginning or the end of a longer stretch."""
    text = reading.article.text
    for mention in times_in(reading, start, end):
        if (
            mention.kind is not TimeKind.DATE
            or mention.when is None
            or mention.when.start is None
            or mention.when.end is None
        ):
            continue
        lead = text[max(start, mention.span.start - 45) : mention.span.start]
        if (
            (mention.when.end - mention.when.start).days < _DAYS
            and not _START.search(lead)
            and not re.match(r"since\b", mention.span.quote, re.I)
            and not _said(lead)
        ):
            return mention
    return None


def _said(lead: str) -> bool:
    return bool(re.search(r"\b(?:said|says|reported|told|announced|added|stated|estimated)\b[^,;]{0,25}$", lead, re.I))


def _long_time(reading: Reading, start: int, end: int) -> bool:
    for mention in times_in(reading, start, end):
        when = mention.when
        if mention.kind is TimeKind.DATE and when and when.start and when.end and (when.end - when.start).days >= _DAYS:
            return True
    return False


def _large(harms: tuple[Harm, ...]) -> bool:
    return any((h.count.value.low or h.count.value.high or 0) >= 100 for h in harms)


def _sums_up(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """A bare figure ("at least 82 were killed") right after several events in several places."""
    text, words = reading.article.text, toll_words()
    told = bool(inside(reading.places, start, end)) or bool(inside(reading.means, start, end))
    if told or not _BARE.search(text, start, end):
        return False
    if sentence.index == 0:
        return False
    before = reading.sentences[sentence.index - 1]
    return (
        bool(words.events.search(text, before.start, before.end))
        and len({m.place.name for m in inside(reading.places, before.start, before.end)}) > 1
    )


def _parts(reading: Reading, harms: tuple[Harm, ...], end: int) -> list[Harm]:
    """The figures with those that are parts of another ("including 70 children"): they say so and are never added."""
    text, words = reading.article.text, toll_words()
    found: list[Harm] = []
    spans = {_span(h).start: h for h in harms}
    whole: Harm | None = None
    for count in inside(reading.counts, _span(harms[0]).start, end):
        harm = spans.get(count.span.start)
        lead, tail = text[max(0, count.span.start - 45) : count.span.start], text[count.span.end : count.span.end + 40]
        part = bool(words.part_before.search(lead) or words.part_after.match(tail))
        if part and whole is not None and (harm is None or harm.part_of is None):
            who = Cited(count.of.quote, (count.of,)) if count.of else None
            found.append(Harm(whole.verb, Cited(count.count, (count.span,)), who, whole.count.value.wording))
        elif harm is not None:
            whole = harm if harm.part_of is None else whole
            found.append(harm)
    return found


def _by(reading: Reading, start: int, end: int, harms: tuple[Harm, ...]) -> tuple[Cited[Party], ...]:
    """By whom the harm was done: named after "by", or the subject of an active clause."""
    text = reading.article.text
    first = _span(harms[0]).start
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
