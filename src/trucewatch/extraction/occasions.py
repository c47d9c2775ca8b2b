"""When an act took place, rather than when it was spoken of; and whether it is past, one, or many."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from ..knowledge.events import event_words
from ..records.claim import Grain
from ..records.reading import Reading, Sentence, TimeKind, TimeMention
from ..records.text import Cited, Span
from ..records.when import Precision, When
from .clauses import inside

_SAID = re.compile(
    r"\b(?:said|says|told|speaking|announced|reported|accused|added|warned|denied|stated|met|meeting|talks|decreed|declared|signed|released|freed|"
    r"held|dialogue|conference|condemned|confirmed|claimed|statement|communique|broadcast|interview|press conference|news conference|until|by|took effect|takes? effect|taking effect|c[ao]m(?:e|es|ing) into (?:force|effect)|went into (?:force|effect)|enter(?:ed|s|ing) into force|in (?:force|effect) (?:since|from)|agreed|adopted|approved)\b(?:(?!\bthat\b)[^,;.]){0,40}$",
    re.I,
)
# "The president on Tuesday condemned the bombing": the day is that of the words.
_THEN_SAID = re.compile(
    r"\s+(?:\w+ly\s+|also\s+|again\s+|then\s+)*(?:said|says|told|announced|condemn\w*|denounc\w*|deplor\w*|accus\w+|denied|warned|urged|called (?:for|on)|demanded|confirmed|claimed (?:that|responsibility)|blamed|vowed|pledged|expressed|welcomed|reported|stated|"
    r"declared|appealed|insisted|acknowledged|admitted|dismissed|rejected|criti[cs]\w+|hailed|offered|promised|praised|threatened|voiced)\b",
    re.I,
)
# "the August 7 bombings": the day of what those words name.
_OF_NOUN = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,3}?(?:attacks?|bombings?|blasts?|explosions?|raids?|strikes?|airstrikes?|killings?|murders?|massacres?|shootings?|ambush(?:es)?|assassinations?|clash(?:es)?|invasion|coup|kidnappings?|abductions?)\b",
    re.I,
)
_PRECISION = {Precision.DAY: 0, Precision.MINUTE: 0, Precision.HOUR: 0, Precision.PART_OF_DAY: 1}
_FAR = timedelta(days=92)
# A day told for one act holds for the next where none is told, while it is news.
_CARRIED, _CARRIED_WITHIN = timedelta(days=3), timedelta(days=45)
_MANY_DAYS = 3
_SINCE_ALL = re.compile(
    r"\bsince\s+(?:(?:the|a|its|their|this|that|early|late|mid)\b|(?:it|they|fighting|clashes|violence|hostilities|war)\s|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
    r"|\bin the (?:battle|fight|struggle|war|campaign) for\b",
    re.I,
)
_SINCE = re.compile(r"\bsince\b[^,;.]{0,55}$", re.I)
_SCENE_REACH, _OPENING = 2, 4
# Words that make a background or many of an act stand beside it.
_BESIDE = 90


def span_days(when: Cited[When] | None) -> int:
    """Length of a time in whole days; 0 where a side is open or nothing is said."""
    if when is None or when.value.start is None or when.value.end is None:
        return 0
    return (when.value.end - when.value.start).days


def told_time(reading: Reading, sentence: Sentence, start: int, end: int, act: Span) -> Cited[When] | None:
    """The time the sentence gives for an act: in its own stretch, else before it in the sentence; None where none."""
    for low, high in ((start, end), (sentence.start, start), (end, sentence.end)):
        own = [
            m
            for m in _dates(reading, low, high)
            if not _of_speech(reading, sentence, m) and not _of_another(reading, m, act)
        ]
        if low >= end:
            # What another act's stretch tells behind this one is that act's time.
            own = [m for m in own if m.span.start - act.end < 60] if start == sentence.start else []
        if own:
            best = min(
                own,
                key=lambda m: (
                    2 if m.when is None else _PRECISION.get(m.when.precision, 2),
                    abs(m.span.start - act.start),
                ),
            )
            assert best.when is not None
            return Cited(best.when, (best.span,))
    return None


def _of_another(reading: Reading, mention: TimeMention, act: Span) -> bool:
    """Whether a date belongs to a noun that names another act than this one."""
    noun = _OF_NOUN.match(reading.article.text, mention.span.end)
    if noun is None:
        return False
    return not mention.span.end <= act.end <= noun.end() + 1 and not act.start <= mention.span.start < act.end


def saying_time(reading: Reading, sentence: Sentence) -> Cited[When] | None:
    """The time at which the sentence says the act was told: the latest it can be."""
    for mention in _dates(reading, sentence.start, sentence.end):
        if _of_speech(reading, sentence, mention) and mention.when is not None and not _future(reading, mention.when):
            return Cited(
                _day(mention.when), (mention.span,), "no time of the act is given; this is the day it was told"
            )
    return None


def _day(when: When) -> When:
    """The day of a moment: the hour at which something was said, or a truce began, is not that of the act."""
    if when.start is None or when.end is None or when.end - when.start >= timedelta(days=1):
        return when
    day = datetime(when.start.year, when.start.month, when.start.day)
    return replace(when, start=day, end=day + timedelta(days=1), precision=Precision.DAY)


def scene_time(reading: Reading, sentence: Sentence) -> Cited[When] | None:
    """The day that opens a sentence shortly before in the paragraph ("On Aug. 7, they met. They were talking when ...")."""
    for earlier in reversed(reading.sentences[max(0, sentence.index - _SCENE_REACH) : sentence.index]):
        if earlier.paragraph != sentence.paragraph or earlier.segment is not sentence.segment:
            break
        opening = [m for m in _dates(reading, earlier.start, earlier.end) if m.span.start - earlier.start <= _OPENING]
        if opening and opening[0].when is not None:
            return Cited(opening[0].when, (opening[0].span,), "no time is given; the day was named just before")
    return None


def published_time(reading: Reading) -> Cited[When] | None:
    """The day of publication, for an act whose time the text does not give."""
    published = reading.article.published
    if published is None:
        return None
    return Cited(
        published.when, published.evidence, "no time is given; the time of publication is the latest it can be"
    )


def carried(reading: Reading, earlier: Cited[When] | None, same_paragraph: bool) -> Cited[When] | None:
    """The time of the act before, where the text goes on telling of it."""
    if earlier is None or earlier.derivation or earlier.value.start is None:
        return None
    published = reading.article.published
    if published is None or published.when.start is None:
        return None
    if (
        not timedelta(0)
        <= published.when.start - earlier.value.start
        <= (_CARRIED_WITHIN if same_paragraph else _CARRIED)
    ):
        return None
    return Cited(
        earlier.value, earlier.evidence, "no time is given; the text goes on from the act before, of this time"
    )


def _dates(reading: Reading, start: int, end: int) -> list[TimeMention]:
    return [
        m
        for m in inside(reading.times, start, end)
        if m.kind is TimeKind.DATE and m.when is not None and m.when.start is not None and not _future(reading, m.when)
    ]


def _future(reading: Reading, when: When) -> bool:
    published = reading.article.published
    if published is None or published.when.end is None or when.start is None:
        return False
    beyond = when.end is not None and when.end > published.when.end and published.when.start is not None
    return when.start >= published.when.end or (
        beyond and published.when.start is not None and when.start >= published.when.start
    )


def _of_speech(reading: Reading, sentence: Sentence, mention: TimeMention) -> bool:
    text = reading.article.text
    if _THEN_SAID.match(text, mention.span.end, sentence.end):
        return True
    return bool(_SAID.search(text[max(sentence.start, mention.span.start - 60) : mention.span.start]))


def grain_of(reading: Reading, start: int, end: int, act: Span, when: Cited[When] | None) -> Grain:
    """One act, many told together, or the past by the way."""
    words, text = event_words(), reading.article.text
    start, end = max(start, act.start - _BESIDE), min(end, act.end + _BESIDE)
    published = reading.article.published.when if reading.article.published else None
    told = when is not None and not when.derivation
    if told and when is not None and published is not None and published.start is not None:
        moment = when.value.end or when.value.start
        if moment is not None and moment < published.start - _FAR:
            return Grain.BACKGROUND
    if not told and words.background.search(text, start, end):
        return Grain.BACKGROUND
    if (
        _SINCE_ALL.search(text, start, end)
        or (told and (span_days(when) > _MANY_DAYS or _since(text, when)))
        or words.aggregate.search(text, start, end)
    ):
        return Grain.AGGREGATE
    return Grain.INCIDENT


def _since(text: str, when: Cited[When] | None) -> bool:
    """Whether the time is only where a period begins ("since the start of the offensive on 11 May")."""
    span = when.evidence[0] if when is not None else None
    if not isinstance(span, Span):
        return False
    return bool(_SINCE.search(text[max(0, span.start - 60) : span.start + 6]))
