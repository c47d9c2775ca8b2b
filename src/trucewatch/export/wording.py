"""Values of the ledger in the words a reader sees: times, lengths, counts, places, parties, speakers.

Private persons are shown by role and place, never by name.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from ..records.claim import Said
from ..records.count import Count
from ..records.party import Party
from ..records.place import Level, Place
from ..records.reading import Stance
from ..records.when import Precision, When

_STANCES = {
    Stance.NARRATED: "the report's own voice",
    Stance.CLAIMED_UNVERIFIED: "unverified",
    Stance.ASPIRATION: "a hope",
    Stance.PREDICTION: "a forecast",
    Stance.PLANNED: "a plan",
    Stance.HYPOTHETICAL: "hypothetical",
}


def moment_words(moment: datetime, *, clock: bool = True) -> str:
    """ "2 May 2016 14:05", the clock left out where it says nothing."""
    day = f"{moment.day} {moment:%b %Y}"
    return f"{day} {moment:%H:%M}" if clock else day


def when_words(when: When | None) -> str:
    """An interval as finely as its words fix it: "Feb 2016", "30 Apr 2016, morning", "25 Apr – 2 May 2016"; "–" for none."""
    if when is None or (when.start is None and when.end is None):
        return "–" if when is None else f"{when.wording or 'unknown'} (no date)"
    if when.start is None:
        assert when.end is not None
        return f"until {moment_words(when.end)}"
    if when.end is None:
        return f"since {moment_words(when.start)}"
    return _bounded(when.precision, when.start, when.end) + (" (low confidence)" if when.low_confidence else "")


def _bounded(precision: Precision, start: datetime, end: datetime) -> str:
    if precision is Precision.MINUTE or precision is Precision.HOUR:
        return moment_words(start)
    if precision is Precision.PART_OF_DAY:
        return f"{moment_words(start)}–{end:%H:%M}" if end - start < timedelta(days=1) else _days(start, end)
    if precision is Precision.MONTH and _months(start, end) == 1:
        return f"{start:%b %Y}"
    if precision is Precision.YEAR and end.year - start.year == 1:
        return f"{start:%Y}"
    return _days(start, end)


def _months(start: datetime, end: datetime) -> int:
    return (end.year - start.year) * 12 + end.month - start.month


def _days(start: datetime, end: datetime) -> str:
    last = end - timedelta(seconds=1)
    if start.date() == last.date():
        return moment_words(start, clock=False)
    if start.year == last.year:
        return f"{start.day} {start:%b} – {last.day} {last:%b %Y}"
    return f"{moment_words(start, clock=False)} – {moment_words(last, clock=False)}"


def length_words(length: timedelta) -> str:
    """ "72 hours", "10 days": hours up to three days, days above."""
    hours = length.total_seconds() / 3600
    if hours <= 72 or hours % 24:
        return f"{hours:g} hour{'' if hours == 1 else 's'}"
    return f"{hours / 24:g} days"


def iso_length(length: timedelta) -> str:
    """A length as ISO 8601 writes it: PT48H, P10D, PT90M; hours up to three days, days above."""
    seconds = round(length.total_seconds())
    if seconds % 86400 == 0 and seconds > 3 * 86400:
        return f"P{seconds // 86400}D"
    if seconds % 3600 == 0:
        return f"PT{seconds // 3600}H"
    return f"PT{seconds // 60}M" if seconds % 60 == 0 else f"PT{seconds}S"


def count_words(count: Count) -> str:
    """The bounds: "0", "34", "51 or more", "up to 20", "30–40"; the report's own wording where it bounds nothing."""
    if count.low is None and count.high is None:
        return count.wording
    if count.high is None:
        return f"{count.low:,} or more"
    if count.low is None:
        return f"up to {count.high:,}"
    return f"{count.low:,}" if count.low == count.high else f"{count.low:,}–{count.high:,}"


def place_words(place: Place | None) -> str:
    """Name with what contains it, and *not found* where no table has it; "–" for none."""
    if place is None:
        return "–"
    inside = place.context or next((w for w in place.within if w.lower() != place.name.lower()), None)
    country = place.country_name
    parts = [place.name, *(p for p in dict.fromkeys((inside, country)) if p and p.lower() != place.name.lower())]
    known = place.found or (place.level is Level.COUNTRY and place.country is not None)
    return ", ".join(parts) + ("" if known else " (not found in any table)")


def party_words(party: Party | None) -> str:
    """A name; for a private person role or kind; "–" for none."""
    return party.shown if party else "–"


def speaker_words(said: Said) -> str:
    """Who says it and how: "Amaq, for Islamic State: claimed", "the report's own voice"."""
    stance = _STANCES.get(said.stance, said.stance.value.replace("_", " "))
    if said.speaker is None:
        return stance
    chain = "".join(f", citing {party_words(c.value)}" for c in said.chain)
    return f"{party_words(said.speaker.value)}{chain}: {stance}"
