"""Dates written out in captions and datelines, and what a weekday beside a dated caption fixes."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from ..knowledge.wire import wire_words
from ..records.when import Precision, When

# "Bogota, 7 Sep 89 (DPA) -- [Text]" of monitored broadcasts, and "SARAJEVO, Bosnia (AP) --" of agencies.
_MONITORED = re.compile(
    r"\s*[A-ZÀ-Þ][\w .'’-]{2,40}(?:\s*\([^)]{2,40}\))?,\s+\d{1,2}\s+[A-Za-z]{3,9}\.?\s+\d{2,4}"
    r"(?:\s+\([^)]{2,60}\))?\s+--\s+(?:\[[^\]]{2,40}\]\s+)*"
)
_PLACE = (
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{2,40}(?:,\s+[A-Z][\w .'’-]{1,30}){0,2}(?:,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?)?"
)
_BUREAU = r"\([A-Z][A-Za-z/ .&-]{1,39}\)"
_AGENCY = re.compile(
    rf"\s*{_PLACE}(?:\s+{_BUREAU}\s*(?:(?:--|—|–|-|_|:)\s*|\s+(?=[A-Z\"“]))|\s*(?:--|—|–|-|_)\s+|:\s+(?!.{{0,40}}:))"
    r"(?:\[[^\]]{2,40}\]\s+)*"
)
# A shouted clause before a colon is a speaker, no place.
_RUN_IN = re.compile(
    rf"(?P<head>[^\n.]{{15,140}}?)\s?\.\s+(?={_PLACE}(?:\s+{_BUREAU}|:\s|\s+(?:--|—|–|-|_)\s|\s{{2,}}[A-Z][a-z]))"
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _month(word: str) -> int | None:
    word = word.lower().rstrip(".")
    found = [n for n, name in enumerate(wire_words().months, 1) if len(word) >= 3 and name.startswith(word)]
    return found[0] if len(found) == 1 else None


def day(value: date, wording: str) -> When:
    """A whole day as an interval."""
    start = datetime(value.year, value.month, value.day)
    return When(start, start + timedelta(days=1), Precision.DAY, wording)


def full_dates(text: str) -> list[tuple[date, int, int]]:
    """Dates with day, month and year, with their offsets, in text order."""
    found = []
    month_first = re.finditer(r"\b([A-Z][a-z]{2,8}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b", text)
    day_first = re.finditer(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4}|\d{2})\b", text)
    for hit in month_first:
        found.append((_date(hit[3], _month(hit[1]), hit[2]), hit.start(), hit.end()))
    for hit in day_first:
        found.append((_date(hit[3], _month(hit[2]), hit[1]), hit.start(), hit.end()))
    for hit in re.finditer(r"\b(\d{4})-(\d\d)-(\d\d)\b", text):
        found.append((_date(hit[1], int(hit[2]), hit[3]), hit.start(), hit.end()))
    return sorted(((d, a, b) for d, a, b in found if d is not None), key=lambda row: row[1])


def _date(year: str, month: int | None, day_: str) -> date | None:
    number = int(year) if len(year) == 4 else 1900 + int(year) if int(year) > 40 else 2000 + int(year)
    try:
        return date(number, month, int(day_)) if month and plausible(number) else None
    except ValueError:  # 31 June in a text is no date; nothing is claimed of it
        return None


def plausible(year: int) -> bool:
    """Whether a report can be of that year; beyond it the calendar itself gives out when times are reckoned."""
    return 1700 <= year <= 2199


def caption_date(text: str) -> When | None:
    """The last full date of a caption."""
    dates = full_dates(text)
    return day(dates[-1][0], text[dates[-1][1] : dates[-1][2]]) if dates else None


def weekday_date(body: str, latest: date) -> tuple[date, int, int] | None:
    """The day of the first reported "on Monday" at or after the latest dated caption, within a week of it."""
    hit = re.search(r"\bsaid\b[^.]{0,30}\b(?:on\s+)?(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", body)
    if hit is None:
        return None
    wanted = _DAYS.index(f"{hit[1].lower()}day")
    return latest + timedelta(days=(wanted - latest.weekday()) % 7), hit.start(1), hit.end(1) + 3


def dateline_length(text: str, *, first: bool) -> int:
    """Length of the dateline a paragraph opens with, 0 where there is none.

    Only the first paragraph may give a bare "PLACE -"; later ones (a digest's items) need an agency or a date in it.
    """
    hit = _MONITORED.match(text) or _AGENCY.match(text)
    if hit is None or not (first or re.search(r"\(|\d", hit.group())):
        return 0
    return hit.end()


def headline_length(text: str) -> int:
    """Length of a headline run into the paragraph before its dateline: "Two die in camp. CITY (AP) - Rival ..."."""
    hit = _RUN_IN.match(text)
    return len(hit["head"].rstrip(" .")) if hit else 0
