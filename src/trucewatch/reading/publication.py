"""When an article was published, how precisely, and how that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from ..records.text import Published, Segment, SegmentKind, Span
from ..records.when import Precision, When
from .blocks import front_matter
from .dateline import day, full_dates, plausible, weekday_date

_FRONT_KEY = re.compile(r"^(?:date|published(?:_time|_at|_on)?|pubdate)\s*:\s*[\"']?(\d{4}-\d\d-\d\d)", re.I | re.M)
_HEADS = (SegmentKind.HEADLINE, SegmentKind.BYLINE, SegmentKind.DEK)
_ISSUED = re.compile(r"\b(?:issued|published|posted|released|dated|filed)\b[^.\n]{0,40}$", re.I)


def given_time(words: str) -> When:
    """The time a user gives: ``YYYY-MM-DD``, or with a clock time ``YYYY-MM-DDTHH:MM[:SS][+ZZ:ZZ]`` (local time kept).

    Raises:
        ValueError: the words are no existing day or time.
    """
    moment = datetime.fromisoformat(words.strip().replace("Z", "+00:00"))
    if not plausible(moment.year):
        raise ValueError(f"no report is of the year {moment.year}")
    if len(words.strip()) <= 10:
        return day(moment.date(), words)
    zone = str(moment.tzinfo) if moment.tzinfo else None
    start = moment.replace(tzinfo=None, second=0, microsecond=0)
    return When(start, start + timedelta(minutes=1), Precision.MINUTE, words, zone)


def published(text: str, segments: tuple[Segment, ...], given: When | None, stamped: date | None) -> Published | None:
    """Publication time by the surest basis there is; None where nothing tells it.

    The order: given by the user, metadata, dateline, byline, a weekday beside a dated caption, a dated caption.
    """
    if given is not None:
        return Published(given, "given")
    if stamped is not None and plausible(stamped.year):
        return Published(day(stamped, stamped.isoformat()), "metadata")
    return _front(text) or _dateline(text, segments) or _byline(text, segments) or _caption(text, segments)


def _front(text: str) -> Published | None:
    hit = _FRONT_KEY.search(front_matter(text))
    return _at(text, hit.start(1), hit.end(1), "metadata") if hit else None


def _at(text: str, start: int, end: int, basis: str) -> Published | None:
    dates = full_dates(text[start:end])
    if not dates:
        return None
    value, low, high = dates[0]
    span = Span(start + low, start + high, text[start + low : start + high])
    return Published(day(value, span.quote), basis, (span,))


def _dateline(text: str, segments: Iterable[Segment]) -> Published | None:
    openings = [s for s in segments if s.kind in (SegmentKind.DATELINE, SegmentKind.BODY)]
    openings.sort(key=lambda s: s.kind is SegmentKind.BODY)
    if not openings:
        return None
    first = openings[0]
    end = min(first.end, first.start + 100)
    if not re.search(r"\)|--|–|- ", text[first.start : end]):
        return None
    return _at(text, first.start, end, "dateline")


def _byline(text: str, segments: Iterable[Segment]) -> Published | None:
    """A full date in the lines before the body, the last one told there, or one that the first paragraph says is its own."""
    for segment in segments:
        words = text[segment.start : segment.end]
        dates = full_dates(words) if segment.kind in (*_HEADS, SegmentKind.BODY) else []
        if segment.kind is SegmentKind.BODY:
            dates = [row for row in dates if _ISSUED.search(words[: row[1]])]
        if dates:
            _, low, high = dates[-1]
            return _at(text, segment.start + low, segment.start + high, "byline")
        if segment.kind is SegmentKind.BODY:
            return None
    return None


def _caption(text: str, segments: tuple[Segment, ...]) -> Published | None:
    body = [s for s in segments if s.kind is SegmentKind.BODY]
    captions = [s.dated.start for s in segments if s.dated is not None and s.dated.start is not None]
    if not captions or not body:
        return None
    latest = max(captions).date()
    reported = weekday_date(text[body[0].start : body[-1].end], latest)
    if reported is None:
        return Published(day(latest, latest.isoformat()), "caption")
    value, start, end = reported
    span = Span(body[0].start + start, body[0].start + end, text[body[0].start + start : body[0].start + end])
    return Published(day(value, value.isoformat()), "weekday_and_caption", (span,))
