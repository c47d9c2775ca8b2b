"""The term of a truce, computed step by step, each step a sentence; rival ends stand beside the one computed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from ..records.claim import TruceAct
from ..records.ledger import Term, TermStep, Truce
from ..records.reading import Stance
from ..records.when import Precision, When

_COMMITTED = frozenset({TruceAct.AGREED, TruceAct.ANNOUNCED, TruceAct.IN_FORCE, TruceAct.VIOLATED})
_DEAD = frozenset({Stance.DENIED, Stance.RETRACTED, Stance.HYPOTHETICAL})
_COARSE = frozenset({Precision.SEASON, Precision.YEAR, Precision.DECADE, Precision.VAGUE})


def term_of(truce: Truce) -> Term:
    """When a truce begins and ends by its own words.

    An end that the words give goes before one computed from start, length and extensions; where the two
    (or several ends given) do not overlap, the others are rivals. ``low_confidence`` marks a term of which a bound
    is contested, vague, or rests on an extension whose beginning the words do not state. Where only the day of
    agreement or announcement is told, it stands as the earliest start, and no end is computed from it.
    """
    steps: list[TermStep] = []
    start = _start(truce, steps)
    computed, unsure = _computed(truce, start, steps)
    given = [e.value for e in truce.ends]
    end = given[0] if given else computed
    for when in given:
        steps.append(TermStep(f"the words give {_quoted(when)} as the end: {say(when)}", start, when))
    rivals = tuple(r for r in _unlike([*given, *([computed] if computed else [])], end))
    starts = _unlike([s.value for s in truce.starts], start)
    for rival in rivals:
        steps.append(TermStep(f"rival end: {say(rival)}, not decided between", start, rival))
    if start is None and (day := _committed(truce)) is not None:
        steps.insert(
            0, TermStep(f"no start is told; agreed or announced {_quoted(day)}, not before: {say(day)}", day, None)
        )
        return Term(tuple(steps), replace(day, low_confidence=True), end, rivals, True, assumed_start=True)
    low = bool(rivals or starts or (unsure and not given) or _vague(start) or _vague(end))
    return Term(tuple(steps), start, end, rivals, low)


def _committed(truce: Truce) -> When | None:
    """The earliest day on which a truce told as agreed or declared was so."""
    told = [
        c.announced.value for c in truce.claims if c.announced and c.act in _COMMITTED and c.said.stance not in _DEAD
    ]
    dated = [(w.start, n) for n, w in enumerate(told) if w.start is not None and w.end is not None]
    return told[min(dated)[1]] if dated else None


def _start(truce: Truce, steps: list[TermStep]) -> When | None:
    if not truce.starts:
        return None
    first = truce.starts[0].value
    steps.append(TermStep(f"starts {_quoted(first)}: {say(first)}", first, None))
    for rival in _unlike([s.value for s in truce.starts], first):
        steps.append(TermStep(f"rival start: {say(rival)}, not decided between", rival, None))
    return first


def _computed(truce: Truce, start: When | None, steps: list[TermStep]) -> tuple[When | None, bool]:
    """Start + length + extensions; the flag says that an extension's beginning is assumed, not stated."""
    if start is None or not truce.durations:
        return None, False
    length = truce.durations[0].value
    end = replace(start.shifted(length), wording="")
    steps.append(TermStep(f"{_words(start)} + {say_length(length)} = {say(end)}", start, end))
    for other in truce.durations[1:]:
        rival = start.shifted(other.value)
        steps.append(TermStep(f"rival length {say_length(other.value)} would give {say(rival)}", start, rival))
    for extension in truce.extensions:
        end = end.shifted(extension.value)
        steps.append(
            TermStep(
                f"+ {say_length(extension.value)} (extension, taken to follow the end before) = {say(end)}", start, end
            )
        )
    unsure = bool(truce.extensions) or len(truce.durations) > 1
    return (replace(end, low_confidence=True) if unsure else end), unsure


def _unlike(times: list[When], chosen: When | None) -> list[When]:
    """Times that share no moment with the chosen one, each once."""
    found: list[When] = []
    for when in times:
        if chosen is not None and not _touch(when, chosen) and all(not _touch(when, f) for f in found):
            found.append(when)
    return found


def _touch(a: When, b: When) -> bool:
    first = a.end is None or b.start is None or a.end >= b.start
    return first and (b.end is None or a.start is None or b.end >= a.start)


def _vague(when: When | None) -> bool:
    return when is not None and (when.low_confidence or when.precision in _COARSE)


def _quoted(when: When) -> str:
    return f'"{when.wording}"' if when.wording else "at a time computed"


def _words(when: When) -> str:
    return when.wording or say(when)


def say_length(length: timedelta) -> str:
    """A length in words: "48 h", "3 days", "30 min"."""
    hours = length.total_seconds() / 3600
    if hours > 72 and hours % 24 == 0:
        return f"{int(hours // 24)} days"
    if hours >= 1:
        return f"{hours:g} h"
    return f"{length.total_seconds() / 60:g} min"


def say(when: When) -> str:
    """An interval in words: "3 May 2016, 06:00 to 12:00"; a whole day as the day alone."""
    if when.start is None or when.end is None:
        open_side = when.start or when.end
        if open_side is None:
            return "at an unknown time"
        return f"{'from' if when.start else 'before'} {open_side:%-d %b %Y %H:%M}"
    if when.end - when.start == timedelta(days=1) and when.start.hour == when.start.minute == 0:
        return f"{when.start:%-d %b %Y}"
    if when.end - when.start <= timedelta(minutes=1):
        return f"{when.start:%-d %b %Y, %H:%M}"
    if when.start.date() == when.end.date():
        return f"{when.start:%-d %b %Y, %H:%M} to {when.end:%H:%M}"
    last = when.end - timedelta(minutes=1)
    return f"{when.start:%-d %b %Y} to {last:%-d %b %Y}"
