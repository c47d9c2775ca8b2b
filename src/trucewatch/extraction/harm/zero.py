"""Explicit zeros: "no casualties", "nobody was hurt"; never "no reports of casualties"."""

from __future__ import annotations

import re

from ...knowledge.harm_words import HarmWords
from ...records.claim import Harm
from ...records.count import Count
from ...records.reading import Reading
from ...records.text import Cited


def told_none(reading: Reading, words: HarmWords, start: int, end: int) -> list[Harm]:
    """Explicit zeros: "no casualties", but not "no reports of casualties"."""
    text = reading.article.text
    found: list[Harm] = []
    for verbs, pattern in words.none:
        hit = pattern.search(text, start, end)
        if (
            hit is None
            or words.unknown.search(text, max(start, hit.start() - 60), hit.end())
            or _unknown(text, hit.start(), start)
        ):
            continue
        span = reading.article.quote(hit.start(), hit.end())
        for verb in verbs:
            if not any(h.verb == verb for h in found):
                found.append(Harm(verb, Cited(Count(0, 0, span.quote), (span,), "the words say there was none")))
    return found


def _unknown(text: str, position: int, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:unclear|unknown|not known|if|whether|reports? of|word of)\s+(?:there were\s+)?$",
            text[max(start, position - 40) : position],
            re.I,
        )
    )
