"""Clock times, joined to the day beside them: "at noon on Saturday", "from 0600 to 1200 today", "00:01 on 27 February"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from ...knowledge.time_words import time_words
from ...records.reading import Sentence, TimeKind, TimeMention
from ...records.text import Article, Span
from ...records.when import Precision, When

_MONITORED_HOUR = r"\d{4}(?=\s*(?:hours|hrs|gmt|utc|local|to\s+\d{4}|\(|z\b|on\b|today|yesterday|tomorrow))"


@cache
def _clock_pattern() -> re.Pattern[str]:
    """Clock times with the zone beside them; zone words come from the reviewed table."""
    zones = "|".join(re.escape(z).replace(r"\ ", r"\s+") for z in sorted(time_words().zones, key=len, reverse=True))
    return re.compile(
        r"\b(?:(?:(?P<past>one|a|five|ten|\d+)\s+minutes?\s+(?:past|after)\s+)?(?P<word>midnight|noon|midday)"
        r"|(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?:[:.][0-5]\d)?(?!\d|\s*(?:%|per\s?cent|points?\b|million|billion))(?:\s?(?P<ap>[ap])\.?m\b\.?)?"
        r"|(?P<h2>1[0-2]|0?[1-9])\s?(?P<ap2>[ap])\.?m\b\.?"
        r"|(?P<h7>1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
        r"(?:\s+o['’]clock(?:\s+in\s+the\s+(?P<half>morning|afternoon|evening))?|\s+in\s+the\s+(?P<half2>morning|afternoon|evening))"
        r"|(?P<h4>" + _MONITORED_HOUR + r")"
        r"|(?<=at )(?P<h6>[01]\d[0-5]\d|2[0-3][0-5]\d)(?=[\s,.])|(?<=to )(?P<h5>[01]\d[0-5]\d|2[0-3][0-5]\d)(?=\s*\())"
        r"(?:\s*(?:hours|hrs|sharp))?(?:\s*[,(]?\s*\(?(?:(?P<local>local(?:\s+time)?)|(?P<zone>" + zones + r")\b)\)?)?",
        re.IGNORECASE,
    )


_JOIN_AFTER = re.compile(r"^\s*(?:\([^)]{3,22}\)\s*)?,?\s*(?:on|of|this)?\s*$", re.IGNORECASE)
_JOIN_BEFORE = re.compile(
    r"^\s*,?\s*(?:at|from|by|until|around|about|shortly (?:before|after)|beginning at|starting at)?\s*(?:exactly\s+)?$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:at|from|to|until|till|by|around|about|since|before|after|between|and|as of|effective|through|to begin)\s+(?:exactly\s+|about\s+)?$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:took|came|went|began|started|entered|fell|since|expired|ended|stopped)\b[^.;]*$", re.IGNORECASE
)
_FRACTION = re.compile(r"[\d$€£%]\s*$|\b(?:version|chapter|resolution|article|score|won|magnitude)\s+$", re.IGNORECASE)


def with_clocks(
    article: Article, sentence: Sentence, days: list[TimeMention], reference: datetime | None
) -> list[TimeMention]:
    """The mentions of a sentence with each clock time joined to its day, or to the day the sentence speaks of."""
    text = article.text
    result = list(days)
    for hit in _clock_pattern().finditer(text, sentence.start, sentence.end):
        # "one minute after midnight" is a clock time, and no length.
        result = [
            m for m in result if not (m.kind is TimeKind.DURATION and hit["past"] and m.span.start == hit.start())
        ]
        if any(hit.start() < m.span.end and m.span.start < hit.end() for m in result) or _FRACTION.search(
            text[max(0, hit.start() - 12) : hit.start()]
        ):
            continue
        partner = _partner(text, hit, result)
        if (
            partner is None
            and not hit["past"]
            and not hit["zone"]
            and not _LEAD.search(text[max(sentence.start, hit.start() - 20) : hit.start()])
        ):
            continue
        past = bool(_PAST.search(text[max(sentence.start, hit.start() - 40) : hit.start()]))
        day = _day_of(partner, hit, days, reference)
        if day is None:
            continue
        low = min(hit.start(), partner.span.start) if partner else hit.start()
        high = max(hit.end(), partner.span.end) if partner else hit.end()
        mention = _mention(
            article.quote(low, len(text[:high].rstrip()) if high > low else high), hit, day, partner is None and past
        )
        if partner is not None:
            result.remove(partner)
        result.append(mention)
    return sorted(result, key=lambda m: m.span.start)


def _partner(text: str, hit: re.Match[str], found: list[TimeMention]) -> TimeMention | None:
    """The day that stands right beside a clock time."""
    for mention in found:
        if mention.kind is not TimeKind.DATE or mention.when is None or mention.duration is not None:
            continue
        if mention.when.precision is Precision.MINUTE:
            continue
        if mention.span.start >= hit.end() and _JOIN_AFTER.match(text[hit.end() : mention.span.start]):
            return mention
        if mention.span.end <= hit.start() and _JOIN_BEFORE.match(text[mention.span.end : hit.start()]):
            return mention
    return None


def _day_of(
    partner: TimeMention | None, hit: re.Match[str], days: list[TimeMention], reference: datetime | None
) -> datetime | None:
    if partner is not None:
        start = partner.when.start if partner.when else None
        return start.replace(hour=0, minute=0) if start else None
    dated = [
        m.when.start
        for m in sorted(days, key=lambda m: abs(m.span.start - hit.start()))
        if m.when is not None
        and m.when.start is not None
        and m.when.precision in {Precision.DAY, Precision.PART_OF_DAY}
    ]
    day = dated[0] if dated else reference
    return day.replace(hour=0, minute=0) if day else None


def _mention(span: Span, hit: re.Match[str], day: datetime, past: bool) -> TimeMention:
    words = " ".join(span.quote.split())
    zone = time_words().zones[" ".join(hit["zone"].lower().split())] if hit["zone"] else None
    if (hit["word"] or "").lower() == "midnight" and hit["past"]:
        told = hit["past"].lower()
        minutes = int(told) if told.isdigit() else time_words().numbers.get(told, 1)
        return TimeMention(span, TimeKind.DATE, _minute(day + timedelta(minutes=minutes), words, zone))
    if (hit["word"] or "").lower() == "midnight":
        # Midnight "on" a day is its end to some desks and its beginning to others: both are kept. One that is past, told
        # without its day, was the beginning of the day.
        first = _minute(day, words, zone)
        other = _minute(day + timedelta(days=1), words, zone)
        if past:
            return TimeMention(span, TimeKind.DATE, replace(first, low_confidence=True, alternatives=(other,)))
        both = When(first.start, other.end, Precision.DAY, words, zone, True, (first, other))
        return TimeMention(span, TimeKind.DATE, both)
    hours, minutes = _clock(hit)
    return TimeMention(span, TimeKind.DATE, _minute(day + timedelta(hours=hours, minutes=minutes), words, zone))


def _minute(moment: datetime, words: str, zone: str | None) -> When:
    return When(moment, moment + timedelta(minutes=1), Precision.MINUTE, words, zone)


def _clock(hit: re.Match[str]) -> tuple[int, int]:
    if hit["word"]:
        return 12, 0
    four = hit["h4"] or hit["h5"] or hit["h6"]
    if four:
        return int(four[:2]), int(four[2:])
    told = hit["h"] or hit["h2"] or hit["h7"].lower()
    hours = int(told) if told.isdigit() else time_words().numbers[told]
    half = (hit["ap"] or hit["ap2"] or hit["half"] or hit["half2"] or "").lower()
    if half:
        hours = hours % 12 + (12 if half[0] in "pe" or half == "afternoon" else 0)
    return hours, int(hit["m"] or 0)
