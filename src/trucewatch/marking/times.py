"""Times in text: points, periods and lengths as intervals, resolved against the day of publication.

Reports look back: a bare weekday is the last one, the day of publication included. The terms of a truce look
forward: after "until", "expires", "will take effect" the next one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from ..knowledge.count_words import count_words
from ..knowledge.wire import wire_words
from ..records.reading import Sentence, TimeKind, TimeMention
from ..records.text import Article
from ..records.when import Precision, When

_DAY = timedelta(days=1)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 720.0, "year": 8760.0}
_PARTS = {
    "morning": (6, 12),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (18, 30),
    "dawn": (4, 7),
    "dusk": (17, 20),
}
_FORWARD = re.compile(
    r"\b(?:until|till|expir\w+|will|to|next|due|from|would|effective|begin\w*)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)

_MONTH = rf"(?P<month>{'|'.join(m[:3] + '(?:' + m[3:] + ')?' for m in wire_words().months)}|sept)\.?"
_NUMBER = rf"(?:\d+|{'|'.join(count_words().numbers)}|an?|half)"
_PATTERNS = tuple(
    (name, re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE))
    for name, pattern in (
        ("date", rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? (?P<year>\d{{4}}|\d\d(?=\s)))?\b"),
        ("date", rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?\b"),
        (
            "added",
            rf"\b(?:another|a further|an additional) (?P<n>{_NUMBER})(?:[ -](?P<unit>minute|hour|day|week|month|year)s?)?\b",
        ),
        (
            "length",
            rf"\b(?P<n>{_NUMBER})[ -](?P<unit>minute|hour|day|week|month|year)s?(?:-long)?\b(?! (?:ago|earlier|later|old)|-old)",
        ),
        ("ago", rf"\b(?P<n>{_NUMBER}) (?P<unit>hour|day|week|month|year)s? (?:ago|earlier)\b"),
        (
            "past",
            rf"\b(?:in |over |during )?the (?:past|last) (?P<n>{_NUMBER} )?(?P<unit>hour|day|week|month|year)s?\b",
        ),
        ("part", r"\b(?:(?P<when>yesterday|today|this|tomorrow) )(?P<part>morning|afternoon|evening|night)\b"),
        ("weekday", rf"\b(?P<next>next |last )?(?P<day>{'|'.join(_DAYS)})(?: (?P<part>{'|'.join(_PARTS)}))?\b"),
        ("word", r"\b(?P<word>yesterday|today|tonight|tomorrow|overnight|throughout the night|last night)\b"),
        ("unit", r"\b(?P<which>last|this|next) (?P<unit>week|month|year)\b"),
        ("month", rf"\b(?:in|since|until|early|late|by) {_MONTH}(?:,? (?P<year>\d{{4}}))?\b(?! \d)"),
        ("year", r"\b(?:in|since|of) (?P<year>(?:19|20)\d\d)\b"),
    )
)


def mark_times(article: Article, sentences: Sequence[Sentence]) -> tuple[TimeMention, ...]:
    """Time expressions of the sentences, in text order; longer patterns first where two overlap."""
    found: list[TimeMention] = []
    for sentence in sentences:
        found.extend(_in_sentence(article, sentence))
    return tuple(found)


def _reference(article: Article, sentence: Sentence) -> datetime | None:
    dated = article.segments[sentence.paragraph].dated
    if dated is not None and dated.start is not None:
        return dated.start
    return article.published.when.start if article.published else None


def _in_sentence(article: Article, sentence: Sentence) -> list[TimeMention]:
    reference = _reference(article, sentence)
    taken: list[TimeMention] = []
    for name, pattern in _PATTERNS:
        for hit in pattern.finditer(article.text, sentence.start, sentence.end):
            if any(hit.start() < t.span.end and t.span.start < hit.end() for t in taken):
                continue
            forward = bool(_FORWARD.search(article.text[max(sentence.start, hit.start() - 40) : hit.start()]))
            mention = _mention(article, name, hit, reference, forward, taken)
            if mention is not None:
                taken.append(mention)
    return sorted(taken, key=lambda m: m.span.start)


def _mention(
    article: Article, name: str, hit: re.Match[str], reference: datetime | None, forward: bool, taken: list[TimeMention]
) -> TimeMention | None:
    span = article.quote(hit.start(), hit.end())
    if name in {"length", "added"}:
        # "another 48": the unit is that of the length given before.
        unit = (hit["unit"] or _last_unit(taken)).lower()
        number = _number(hit["n"])
        if number is None:
            return None
        return TimeMention(span, TimeKind.DURATION, None, timedelta(hours=number * _UNITS[unit]), name == "added")
    when = _when(name, hit, reference, forward, span.quote)
    return TimeMention(span, TimeKind.DATE, when) if when is not None else None


def _last_unit(taken: list[TimeMention]) -> str:
    lengths = [t for t in taken if t.kind is TimeKind.DURATION]
    words = lengths[-1].span.quote.lower() if lengths else "hour"
    return next((unit for unit in _UNITS if unit in words), "hour")


def _number(word: str) -> float | None:
    word = word.strip().lower()
    if word in {"a", "an"}:
        return 1
    if word == "half":
        return 0.5
    return float(word) if word.isdigit() else count_words().numbers.get(word)


def _when(name: str, hit: re.Match[str], reference: datetime | None, forward: bool, wording: str) -> When | None:
    if name == "date":
        return _date(hit, reference, forward, wording)
    if name == "year":
        year = int(hit["year"])
        return When(datetime(year, 1, 1), datetime(year + 1, 1, 1), Precision.YEAR, wording)
    if reference is None:
        return When(None, None, Precision.VAGUE, wording)
    day = reference.replace(hour=0, minute=0)
    if name == "weekday":
        start = _weekday(day, hit["day"].lower(), (hit["next"] or "").strip().lower(), forward)
        return _part(start, (hit["part"] or "").lower(), wording)
    if name == "part":
        moved = {"yesterday": -1, "tomorrow": 1}.get(hit["when"].lower(), 0)
        return _part(day + moved * _DAY, hit["part"].lower(), wording)
    if name == "word":
        return _word(day, " ".join(hit["word"].lower().split()), wording)
    if name == "month":
        return _month(hit, day, forward, wording)
    return _span(name, hit, day, wording)


def _month_number(word: str) -> int:
    return next(n for n, name in enumerate(wire_words().months, 1) if name.startswith(word.lower()[:3]))


def _year(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if len(word) == 4 else int(word) + (1900 if int(word) > 40 else 2000)


def _date(hit: re.Match[str], reference: datetime | None, forward: bool, wording: str) -> When | None:
    year = _year(hit["year"])
    try:
        start = datetime(year or (reference.year if reference else 2000), _month_number(hit["month"]), int(hit["day"]))
    except ValueError:  # "31 June" in a text names no day
        return None
    if year is None:
        if reference is None:
            return When(None, None, Precision.VAGUE, wording)
        if not forward and start > reference + 7 * _DAY:
            start = start.replace(year=start.year - 1)
        elif forward and start < reference - 180 * _DAY:
            start = start.replace(year=start.year + 1)
    return When(start, start + _DAY, Precision.DAY, wording)


def _weekday(day: datetime, name: str, which: str, forward: bool) -> datetime:
    back = (day.weekday() - _DAYS.index(name)) % 7
    if which == "next" or (forward and which != "last" and "from" not in which and back > 3):
        return day + (7 - back) * _DAY
    if which == "last" and back == 0:
        back = 7
    return day - back * _DAY


def _part(day: datetime, part: str, wording: str) -> When:
    if not part:
        return When(day, day + _DAY, Precision.DAY, wording)
    low, high = _PARTS[part]
    return When(day + timedelta(hours=low), day + timedelta(hours=high), Precision.PART_OF_DAY, wording)


def _word(day: datetime, word: str, wording: str) -> When:
    if word in {"overnight", "throughout the night", "last night"}:
        return When(day - timedelta(hours=6), day + timedelta(hours=6), Precision.PART_OF_DAY, wording)
    if word == "tonight":
        return _part(day, "night", wording)
    start = day + {"yesterday": -1, "tomorrow": 1}.get(word, 0) * _DAY
    return When(start, start + _DAY, Precision.DAY, wording)


def _month(hit: re.Match[str], day: datetime, forward: bool, wording: str) -> When:
    number, year = _month_number(hit["month"]), _year(hit["year"])
    if year is None:
        year = (
            day.year
            - (number > day.month and not forward)
            + (number < day.month and forward and "until" in wording.lower())
        )
    start = datetime(year, number, 1)
    end = datetime(year + (number == 12), number % 12 + 1, 1)
    return When(start, end, Precision.MONTH, wording)


def _span(name: str, hit: re.Match[str], day: datetime, wording: str) -> When | None:
    unit = hit["unit"].lower()
    if name == "unit":
        return _calendar(hit["which"].lower(), unit, day, wording)
    number = _number(hit["n"]) if hit["n"] else 1.0
    if number is None:
        return None
    length = timedelta(hours=number * _UNITS[unit])
    precision = {"hour": Precision.HOUR, "day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH}.get(
        unit, Precision.YEAR
    )
    if name == "ago":
        return When(day - length, day - length + _DAY, precision, wording)
    return When(day - length, day + _DAY, precision, wording)


def _calendar(which: str, unit: str, day: datetime, wording: str) -> When:
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "week":
        monday = day - day.weekday() * _DAY + 7 * step * _DAY
        return When(monday, monday + 7 * _DAY, Precision.WEEK, wording)
    if unit == "month":
        index = day.year * 12 + day.month - 1 + step
        after = index + 1
        return When(
            datetime(index // 12, index % 12 + 1, 1), datetime(after // 12, after % 12 + 1, 1), Precision.MONTH, wording
        )
    return When(datetime(day.year + step, 1, 1), datetime(day.year + step + 1, 1, 1), Precision.YEAR, wording)
