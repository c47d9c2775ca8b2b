"""Counts of people as bounds with their wording: "more than 50" is 51 and up, "no casualties" is nought."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..knowledge.count_words import count_words
from ..records.count import Count
from ..records.reading import CountMention, Sentence
from ..records.text import Article

_LOW = {"at least": 0, "no fewer than": 0, "more than": 1, "over": 1, "upwards of": 0}
_HIGH = {"nearly": 0, "almost": 0, "up to": 0, "as many as": 0, "fewer than": -1, "less than": -1}
_ABOUT = ("about", "around", "some", "approximately", "roughly", "an estimated")


@cache
def _pattern() -> re.Pattern[str]:
    words = count_words()
    digits = r"\d{1,3}(?:,\d{3})+|\d+"
    small = "|".join(sorted(words.numbers, key=len, reverse=True))
    number = rf"(?:{digits}|(?:a|two|three) (?:hundred|thousand|dozen)|(?:{small})(?:[- ](?:{small}))?)"
    vague = "|".join(sorted(words.vague, key=len, reverse=True))
    hedge = "|".join((*_LOW, *_HIGH, *_ABOUT))
    people = "|".join(words.people)
    return re.compile(
        rf"(?P<count>(?:(?P<hedge>(?i:{hedge}))\s+)?"
        rf"(?:(?P<n>(?i:{number}))(?:\s?(?:-|–|to)\s?(?P<m>{digits}))?(?!%|[-.:]\d|-\w)|(?P<vague>(?i:{vague}))|(?P<a>(?i:an?))))"
        rf"(?:\s+(?:of\s+)?(?P<of>(?:the\s+)?(?:[\w-]+\s+){{0,2}}?(?:{people})))?(?![\w-])".replace(" ", r"\s+"),
    )


def mark_counts(article: Article, sentences: Sequence[Sentence]) -> tuple[CountMention, ...]:
    """Counts of people in the sentences, in text order; a bare number counts nobody unless harm stands beside it."""
    found = []
    for sentence in sentences:
        for hit in _pattern().finditer(article.text, sentence.start, sentence.end):
            count = _count(hit)
            if count is None or (hit["of"] is None and not _bare(article.text, hit, sentence)):
                continue
            of = article.quote(hit.start("of"), hit.end("of")) if hit["of"] else None
            found.append(CountMention(article.quote(*hit.span("count")), count, of))
    return tuple(found)


def _bare(text: str, hit: re.Match[str], sentence: Sentence) -> bool:
    """A number that stands for people by the harm word beside it: "killing 34", "four were killed", "12 dead"."""
    if hit["a"]:
        return False
    after = text[hit.end() : min(sentence.end, hit.end() + 40)]
    before = text[max(sentence.start, hit.start() - 20) : hit.start()]
    harmed = re.match(
        r"\s+(?:(?:others? )?(?:were|was|have been|are)\s+)?(?:\w+ly )?(?:killed|wounded|injured|dead|hurt|missing|died)",
        after,
        re.I,
    )
    return bool(harmed) or bool(
        re.search(r"\b(?:killing|wounding|injuring|killed|wounded|injured)\s+$", before, re.I)
        and re.match(r"\s*(?:[.,;]|and\b|in\b|on\b|$)", after)
    )


def _count(hit: re.Match[str]) -> Count | None:
    wording = " ".join(hit["count"].split())
    if hit["a"]:
        return Count(1, 1, wording)
    if hit["vague"]:
        key = " ".join(hit["vague"].lower().split())
        return Count(count_words().vague[key], None, wording)
    value = _value(hit["n"])
    if value is None:
        return None
    if hit["m"]:
        return Count(value, _value(hit["m"]), wording)
    hedge = " ".join((hit["hedge"] or "").lower().split())
    if hedge in _LOW:
        return Count(value + _LOW[hedge], None, wording)
    if hedge in _HIGH:
        return Count(None, value + _HIGH[hedge], wording)
    return Count(value, value, wording)


def _value(words: str) -> int | None:
    if words[0].isdigit():
        return int(words.replace(",", ""))
    numbers = count_words().numbers
    scale = {"hundred": 100, "thousand": 1000, "dozen": 12}
    parts = re.split(r"[-\s]+", words.lower())
    if parts[-1] in scale:
        return (1 if parts[0] == "a" else numbers[parts[0]]) * scale[parts[-1]]
    return sum(numbers[p] for p in parts) if all(p in numbers for p in parts) else None
