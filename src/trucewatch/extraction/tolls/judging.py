"""Whether the harm of a clause is a toll, or belongs to one incident."""

from __future__ import annotations

import re
from itertools import pairwise

from ...knowledge.toll_words import toll_words
from ...records.claim import Harm
from ...records.place import Level
from ...records.reading import Reading, Sentence, TimeKind, TimeMention
from ...records.text import Span
from ..clauses import inside
from ..frames import listed_places, times_in

_DAYS = 2
_REACH = 160
_START = re.compile(
    r"\b(?:since|from|between|until|as of|by|began|begun|beginning|started|starting|launched|unleashed|begun|erupted|broke out)\s+(?:on\s+|early\s+|late\s+)*(?:the\s+)?(?:[\w'’-]+\s+){0,5}$",
    re.IGNORECASE,
)
_SO_FAR = (["so", "far"], ["thus", "far"], ["until", "now"], ["up", "to", "now"])
_SOMEONE_DID = re.compile(r"\W*(?:they|he|she|it|who)\b", re.I)
_ONE_ACT = re.compile(
    r"\b(?:bombs?|shells?|rockets?|missiles?|jets|warplanes|mortars?|gunmen|mines?|drones?|explosives?)\b", re.I
)
_TOWN_AND = re.compile(r"(?:,\s*[A-Z][\w'’. -]+)?,?\s+(?:and|and\s+in|and\s+near|and\s+at)\s+$")
_WAVE = re.compile(
    r"\b(?:bombings|attacks|explosions|blasts|air\s?strikes|raids|massacres|shootings|assaults|ambushes|strikes|bombs)\b",
    re.I,
)
_WIDE = {Level.COUNTRY, Level.REGION, Level.SEA}
_OTHER = re.compile(r"\b(?:because|(?<!in )which|who|whose|when|after|before|as|while|although)\b", re.IGNORECASE)
_BARE = re.compile(r"\b(?:was|were|have been|had been|dead|died)\b", re.IGNORECASE)


def span_of(harm: Harm) -> Span:
    """The words of a harm's figure."""
    span = harm.count.evidence[0]
    assert isinstance(span, Span)
    return span


def tells_toll(reading: Reading, sentence: Sentence, start: int, end: int, harms: tuple[Harm, ...]) -> bool:
    """Whether the harm of a clause is a toll: over a period, a war, several events, and not of one day's act."""
    text, words = reading.article.text, toll_words()
    if words.elsewhere.search(text, start, end) or all(
        h.who and words.things.search(h.who.value.split()[-1]) for h in harms
    ):
        return False
    day = _own_day(reading, start, end)
    single = words.single.search(text, start, end) is not None
    if not single and _wave(reading, start, end, harms):
        return True
    if _only_so_far(reading, sentence, start, end):
        return False
    if _cue(words.running, text, start, end, harms):
        return not (day and single)
    if day or (single and not words.perfect.search(text, start, end)):
        return False
    if all((h.count.value.high or h.count.value.low or 0) == 1 for h in harms):
        return False
    if _cue(words.period, text, start, end, harms):
        return True
    return not single and (
        _of_a_time(reading, sentence, start, end, harms)
        or all(h.verb == "displaced" for h in harms)
        or _sums_up(reading, sentence, start, end)
    )


def _of_a_time(reading: Reading, sentence: Sentence, start: int, end: int, harms: tuple[Harm, ...]) -> bool:
    """Whether a clause without a day or a single act tells of a war, a total, two sides, or a wide date."""
    text, words = reading.article.text, toll_words()
    perfect = words.perfect.search(text, start, end) is not None
    wars = words.wars.search(text, start, end) is not None
    spread = words.spread.search(text, start, end) is not None
    wide = words.wide.search(text, start, end) is not None or _long_time(reading, start, end)
    return (
        spread
        or (_counted_up(reading, start, harms) and (wide or wars or perfect or not _act_just_told(reading, sentence)))
        or words.total.search(text, start, end) is not None
        or (wide and (perfect or wars or _large(harms) or words.counted.search(text, start, end) is not None))
        or (wars and _large(harms))
        or (words.events.search(text, start, end) is not None and _in_several_places(reading, start, end))
    )


def _in_several_places(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch lists places side by side ("in Kenya and Tanzania"), each with its country or none."""
    text = reading.article.text
    places = inside(reading.places, start, end)
    if any(len(listed_places(text, places, n)) > 1 for n in range(len(places))):
        return True
    towns = [m for m in places if m.place.level not in _WIDE]
    return any(_TOWN_AND.match(text[a.span.end : b.span.start]) for a, b in pairwise(towns))


def _wave(reading: Reading, start: int, end: int, harms: tuple[Harm, ...]) -> bool:
    """ "bombings in Kano and Jos killed 58": one figure for several acts in several places."""
    first = min(span_of(h).start for h in harms)
    acts = _WAVE.search(reading.article.text, start, first)
    return acts is not None and _in_several_places(reading, acts.end(), end)


def goes_on_with(reading: Reading, start: int, end: int) -> bool:
    """Whether a clause goes on with the toll before it: figures alone, no day and no act of its own."""
    text, words = reading.article.text, toll_words()
    return not (
        _own_day(reading, start, end) or words.single.search(text, start, end) or words.things.search(text, start, end)
    )


def _act_just_told(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence before tells of one act, whose dead a bare figure counts."""
    if sentence.index == 0:
        return False
    before = reading.sentences[sentence.index - 1]
    pattern = toll_words().single
    text = reading.article.text
    return bool(pattern.search(text, before.start, before.end) or _ONE_ACT.search(text, before.start, before.end))


def _counted_up(reading: Reading, start: int, harms: tuple[Harm, ...]) -> bool:
    """ "the number of councillors killed stands at nine": words that count the dead give a total."""
    text = reading.article.text
    return any(
        before.search(text, max(start, span_of(harm).start - _REACH), span_of(harm).start)
        for harm in harms
        for _, before, _ in toll_words().figures
    )


def _only_so_far(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """ "two bodies have so far been found": a count of an act just told that may still rise, no total of many."""
    text, words = reading.article.text, toll_words()
    cues = [hit.group().lower().split() for hit in words.running.finditer(text, start, end)]
    if not cues or any(cue not in _SO_FAR for cue in cues) or words.wide.search(text, start, end):
        return False
    before = reading.sentences[max(0, sentence.index - 1)]
    low = min(before.start, start)
    return bool(_ONE_ACT.search(text, low, start) or words.single.search(text, low, end))


def _cue(pattern: re.Pattern[str], text: str, start: int, end: int, harms: tuple[Harm, ...]) -> bool:
    """Whether words stand with a figure: no other statement ("because", "which") between them."""
    for hit in pattern.finditer(text, start, end):
        for harm in harms:
            span = span_of(harm)
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
    if _SOMEONE_DID.match(text, start, end):
        return False
    if sentence.index == 0:
        return False
    before = reading.sentences[sentence.index - 1]
    return (
        bool(words.events.search(text, before.start, before.end))
        and len({m.place.name for m in inside(reading.places, before.start, before.end)}) > 1
    )
