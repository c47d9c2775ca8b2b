"""The harm of a bound count: killed and injured lumped together, and figures that are parts of others."""

from __future__ import annotations

import re

from ...knowledge.harm_words import HarmWords
from ...records.claim import Harm
from ...records.reading import Reading
from ...records.text import Cited
from .binding import JOIN, Bound, tail_of

_IN_ALL = re.compile(r"\s+(?:in all|in total|altogether|all told)\b", re.I)


def harm_of(reading: Reading, words: HarmWords, item: Bound, bound: list[Bound], start: int, end: int) -> Harm:
    text = reading.article.text
    verb = item.verb
    if verb in {"killed", "injured"}:
        lump = next(
            (m for m in words.lumped.finditer(text, start, end) if m.start() < item.word[1] and item.word[0] < m.end()),
            None,
        )
        verb = "killed_or_injured" if lump else verb
    who = Cited(item.count.of.quote, (item.count.of,)) if item.count.of else None
    told = item.count in reading.counts
    count = Cited(item.count.count, (item.count.span,), "" if told else "told of one by one, without a number")
    return Harm(verb, count, who, _part_of(text, words, item, bound))


def _part_of(text: str, words: HarmWords, item: Bound, bound: list[Bound]) -> str | None:
    """The wording of the figure this one is a part of ("12 people, including three children")."""
    if item.part:
        wholes = [b for b in bound if b.verb == item.verb and not b.part]
        return wholes[0].count.count.wording if wholes else text[item.word[0] : item.word[1]].strip()
    later = next(
        (
            b
            for b in bound
            if b.count.span.start > item.count.span.start
            and b.verb == item.verb
            and _IN_ALL.match(text, tail_of(b.count))
        ),
        None,
    )
    if later is not None:
        return later.count.count.wording
    earlier = [b for b in bound if b.count.span.start < item.count.span.start and b.verb == item.verb]
    if not earlier:
        return None
    whole = earlier[-1]
    between = text[tail_of(whole.count) : item.count.span.start]
    tail = text[item.count.span.end : item.count.span.end + 24]
    if words.parts.search(between) or re.match(
        r"\s+(?:of whom|of them|of the (?:dead|wounded|injured|victims))\b", tail, re.I
    ):
        return whole.count.count.wording
    if len(earlier) > 1 or JOIN.match(between):
        # Further members of a list of parts: "including two women and a child".
        first = next(
            (b for b in earlier if words.parts.search(text[max(0, b.count.span.start - 30) : b.count.span.start])), None
        )
        if first is not None and ";" not in between and len(between) < 40:
            return bound[0].count.count.wording
    return None
