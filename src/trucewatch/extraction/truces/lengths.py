"""Lengths beside a truce's label: how long it is to last, by how much it is extended, or merely how old it is."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Protocol

from ...knowledge.truce_words import truce_lexicon
from ...records.claim import TruceAct
from ...records.reading import TimeMention
from ...records.text import Cited
from .mentions import TruceMention
from .scene import Scene

_MODIFIER = re.compile(
    r"^[\"'“‘]?[-\s]*(?:(?!(?:of|in|on|for|to|with|after|before|as|when|and)\b)[\w.-]+[\s-]+){0,4}[\"'“‘]?$", re.I
)
_EXTENSION = re.compile(r"\W*(?:extension|renewal|prolongation)\b", re.I)
_ADDED = re.compile(r"\badd(?:s|ed|ing)?\s+(?:an?\s+|another\s+|a\s+further\s+|up\s+to\s+)?$", re.I)
_MORE = re.compile(r"\b(?:further|another|additional|second)\W*$", re.I)
_SHORT = {"minute", "hour", "day", "night"}


class _Lengths(Protocol):
    duration: Cited[timedelta] | None
    extension: Cited[timedelta] | None


def place_length(
    scene: Scene, mention: TruceMention, act: TruceAct, terms: _Lengths, time: TimeMention, length: timedelta
) -> None:
    """Put a length where it belongs; nothing where it measures something else."""
    frames, text = truce_lexicon().frames, scene.text
    before = time.span.end <= mention.label.start
    # Within the sentence: what the next one begins with is not measured by it ("for 72 hours. Clashes ...").
    high = mention.label.start if before else min(time.span.end + 60, mention.sentence.end)
    if frames["not_length"].match(text[time.span.end : high]):
        return
    cited = Cited(length, (time.span,))
    role = _before(text, mention, act, time) if before else _after(text, mention, time)
    if role == "extension":
        terms.extension = terms.extension or cited
    elif role == "duration":
        terms.duration = terms.duration or cited


def _before(text: str, mention: TruceMention, act: TruceAct, time: TimeMention) -> str:
    """ "a 72-hour truce", "a two-day extension of the truce", "extended by 60 days a truce"."""
    frames, left = truce_lexicon().frames, text[mention.start : time.span.start]
    between = text[time.span.end : mention.label.start]
    if _EXTENSION.match(between) or frames["extension"].search(left):
        return "extension"
    if between.strip().lower() == "of":
        return "duration"
    if _ADDED.search(left) and re.match(r"\s*(?:more\s+)?to\s", between):
        return "extension"
    if not _MODIFIER.match(between):
        return ""
    if time.added or _MORE.search(left):
        return "extension" if act is TruceAct.EXTENDED else "duration"
    # A truce of months that is broken, saved or ended has lasted so long; a 72-hour one was to last so long.
    return "" if time.unit not in _SHORT and frames["age"].search(left[-60:]) else "duration"


def _after(text: str, mention: TruceMention, time: TimeMention) -> str:
    frames = truce_lexicon().frames
    gap = text[mention.label.end : time.span.start]
    if frames["other_length"].search(gap):
        return ""
    if time.added or frames["extension"].search(text[mention.start : time.span.start]) or mention.head == "extended":
        return "extension"
    return "duration" if frames["length"].search(gap[-70:]) else ""
