"""Counts of people as bounds with their wording: "more than 50" is 51 and up, "no casualties" is nought."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..knowledge.count_words import count_words
from ..records.count import Count
from ..records.reading import CountMention, Sentence
from ..records.text import Article

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
# What a number is part of when it counts nobody: percentages, times, dates, ages, money, measures.
_NOT_AFTER = (
    r"(?!%|[-.:/]\d|-(?!year-olds?\b)\w|\s*(?:per\s?cent|percent|years?|months?|weeks?|days?|hours?|minutes?|km|kms|kilomet|met(?:er|re)s?|miles?|feet|"
    r"mm|tons?|tonnes|dollars|euros|a\.m|p\.m|am\b|pm\b|gmt|degrees|kilos?|kilograms?|acres|hectares|years?-old))"
)
# Between a number and the people it counts stand adjectives, never these.
_NO_ADJECTIVE = (
    "(?i:have|has|had|were|was|been|are|is|be|who|that|which|in|at|on|of|and|or|to|from|by|with|for|as|when|after|near|an?|the|himself|herself|themselves|"
    "killed|kills|killing|murdered|hit|struck|attacked|ambushed|shot|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several)"
)


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(w).replace("\\ ", " ") for w in sorted(words, key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    words = count_words()
    small, scale = _any(tuple(words.numbers)), _any(tuple(words.scales))
    spoken = (
        rf"(?:a )?quarter of a (?:{scale})|(?:(?:{small})(?:[- ](?:{small}))?|an?|half a)(?:\s+(?:{scale}))+(?:\s+(?:and\s+)?(?:{small})(?:[- ](?:{small}))?)?"
        rf"|(?:{small})(?:[- ](?:{small}))?"
    )
    number = rf"(?:(?:{_DIGITS})(?:\s+(?:{scale}))?|{spoken})"
    hedge = _any((*words.low, *words.high, *words.about))
    people = "|".join(words.people)
    return re.compile(
        rf"(?<![\w$€£.-])(?<![Nn][Oo]\s)(?P<count>(?:(?P<hedge>(?i:{hedge}))\s+){{0,2}}"
        rf"(?:(?:(?i:(?P<between>between|from))\s+)?(?P<n>(?i:{number}))(?:\s?(?:-|–|\s(?:to|and|or)\s)\s?(?P<m>(?i:{number})))?{_NOT_AFTER}"
        rf"|(?P<vague>(?i:{_any(tuple(words.vague))}))|(?P<none>(?i:no|not a single|zero|none of the))|(?P<a>(?i:an?))))"
        rf"(?:\s+(?:of\s+)?[\"“‘]?(?P<of>(?:(?:the|his|her|its|their|our|more|other)\s+)?(?:(?!{_NO_ADJECTIVE}\b)[\w'’-]+(?:\.\w\.)?\s+){{0,3}}?(?i:{people})(?:\s+(?i:{people}))?))?(?![\w-])".replace(
            " ", r"\s+"
        )
    )


def mark_counts(article: Article, sentences: Sequence[Sentence]) -> tuple[CountMention, ...]:
    """Counts of people in the sentences, in text order; a bare number counts nobody unless harm stands beside it."""
    found = []
    for sentence in sentences:
        for hit in _pattern().finditer(article.text, sentence.start, sentence.end):
            count = _count(hit)
            if count is None or (
                hit["a"] and _PART_OF.search(article.text, max(sentence.start, hit.start() - 20), hit.start())
            ):
                continue
            if hit["of"] is None and not _bare(article.text, hit, sentence):
                continue
            of = article.quote(hit.start("of"), hit.end("of")) if hit["of"] else None
            found.append(CountMention(article.quote(*hit.span("count")), count, of))
    return tuple(found)


_HARMED = r"(?:killed|wounded|injured|dead|hurt|missing|died|captured|detained|arrested|kidnapped|abducted|displaced|murdered|executed|slain|fled)"
_AFTER = re.compile(
    rf"(?:\s+[a-z-]+s\s+(?=were\b))?\s*(?:,?\s*(?:including|among them)[^,;.]{{1,60}},)?\s*(?:others?\s+|more\s+|of (?:them|whom)\s+)?(?:(?:were|was|have been|had been|are|is|have|had)\s+)?(?:\w+ly\s+|also\s+)?{_HARMED}\b",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:population (?:of|is|was|numbers)|killing|wounding|injuring|killed|wounded|injured|killed and (?:wounded|injured)|dead|deaths? of|lives of|toll (?:to|of|at|stood at|rose to|is|was)|injures|kills|including|left|leaving|bodies of|murdered|executed|(?:murder|killing|assassination|massacre|execution|abduction|kidnapping|arrest|capture)s? of)(?:\s*[:,])?\s+$",
    re.I,
)
# "the death toll from two days of fighting has climbed to 130".
_TOLL = re.compile(
    r"\b(?:tolls?|number of (?:the )?(?:dead|deaths|killed|casualties|victims)|casualties)\b[^.;]{0,110}?\b(?:climb|rise|rose|risen|reach|stand|stood|pass|exceed|topp|increas|jump|put|number|total|at|to)\w*\s+(?:to\s+|at\s+)?$",
    re.I,
)
# "four members of a family": the family is not counted beside its members.
_PART_OF = re.compile(r"(?<!death)(?<!deaths)(?<!killing)(?<!murder)(?<!body) of\s+$", re.I)
_CLOSES = re.compile(
    r"\s*(?:[.,;:)]|(?:[a-z-]+s|and|in|on|at|of|others?|more|when|while|during|near|there|over|this|last|so|since)\b|$)",
    re.I,
)


def _bare(text: str, hit: re.Match[str], sentence: Sentence) -> bool:
    """A number that stands for people by the harm word beside it: "killing 34", "four were killed", "12 dead"."""
    if hit["a"] or hit["none"]:
        return False
    after = text[hit.end() : min(sentence.end, hit.end() + 110)]
    before = text[max(sentence.start, hit.start() - 30) : hit.start()]
    if _TOLL.search(text, sentence.start, hit.start()) and _CLOSES.match(after):
        return True
    return bool(_AFTER.match(after)) or bool(_BEFORE.search(before) and _CLOSES.match(after))


def _count(hit: re.Match[str]) -> Count | None:
    wording = " ".join(hit["count"].split())
    words = count_words()
    if hit["none"]:
        return Count(0, 0, wording)
    if hit["a"]:
        return Count(1, 1, wording)
    hedge = " ".join((hit["hedge"] or "").lower().split())
    if hit["vague"]:
        return Count(words.vague[" ".join(hit["vague"].lower().split())], None, wording)
    value = _value(hit["n"])
    if value is None:
        return None
    if hit["m"]:
        upper = _value(hit["m"])
        return Count(value, upper, wording) if upper is not None and upper > value else None
    if hedge in words.low:
        return Count(value + words.low[hedge], None, wording)
    if hedge in words.high:
        return Count(None, value + words.high[hedge], wording)
    return Count(value, value, wording)


def _value(said: str) -> int | None:
    """ "two hundred and six" -> 206, "1.7 million" -> 1700000; None where the words make no number."""
    words = count_words()
    total, current = 0.0, 0.0
    parts = re.split(r"[-\s]+", said.lower().replace(",", ""))
    if parts[0] == "half":
        parts = ["0.5", *(p for p in parts[1:] if p != "a")]
    if "quarter" in parts:
        return words.scales[parts[-1]] // 4
    for part in parts:
        if part in {"a", "an"}:
            current += 1
        elif part == "and":
            continue
        elif part in words.numbers:
            current += words.numbers[part]
        elif part in words.scales:
            current = max(current, 1) * words.scales[part] if current != 0.5 else words.scales[part] / 2
            if words.scales[part] >= 1000:
                total, current = total + current, 0.0
        elif re.fullmatch(r"\d+(?:\.\d+)?", part):
            current += float(part)
        else:
            return None
    return round(total + current)
