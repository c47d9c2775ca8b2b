"""Counts of people as bounds with their wording: "more than 50" is 51 and up, "no casualties" is nought."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..knowledge.count_words import count_words
from ..knowledge.harm_words import harm_words
from ..knowledge.toll_words import toll_words
from ..records.count import Count
from ..records.reading import CountMention, Sentence
from ..records.text import Article

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
# What a number is part of when it counts nobody: percentages, times, dates, ages, money, measures.
_NOT_AFTER = (
    r"(?!%|[-.:/]\d|-(?!year-olds?\b)\w|\s*(?:per\s?cent|percent|years?|months?|weeks?|days?|hours?|minutes?|km|kms|kilomet|met(?:er|re)s?|miles?|feet|"
    r"mm|tons?|tonnes|dollars|euros|a\.m|p\.m|am\b|pm\b|gmt|degrees|kilos?|kilograms?|acres|hectares|years?-old))"
)
# What is said behind a number of its bounds: "50 or more", "20-odd", "ten or fewer".
_TAIL = r" or more| and more|[- ]plus| or so|[- ]odd| or fewer| or less| at least| at most"
_NONE = "not a single|not one|zero|none of the|neither of the|no(?! one)"
# Between a number and the people it counts stand adjectives, never these.
_NO_ADJECTIVE = (
    "(?i:have|has|had|were|was|been|are|is|be|who|that|which|in|at|on|of|and|or|to|from|by|with|for|as|when|after|near|an?|the|himself|herself|themselves|"
    "killed|kills|killing|murdered|hit|struck|attacked|ambushed|shot|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several)"
)

# What befell two kinds of people counted together: "90 civilians and fighters dead".
_FATE = r"(?i:dead|were|have|had|killed|wounded|injured|died|lost|perished)"


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(w).replace("\\ ", " ") for w in sorted(words, key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    words = count_words()
    small, scale = _any(tuple(words.numbers)), _any(tuple(words.scales))
    tens = rf"(?:{small})(?:[- ](?:{small}))?"
    scaled = rf"(?:{tens}|an?|half a)(?:\s+(?:{scale}))+"
    spoken = rf"(?:a )?quarter of a (?:{scale})|{scaled}(?:,?\s+(?:and\s+)?{tens}(?:\s+(?:{scale}))+)*(?:,?\s+(?:and\s+)?{tens})?|{tens}"
    number = rf"(?:(?:{_DIGITS})(?:\s+(?:{scale}))?|{spoken})"
    hedge = _any((*words.low, *words.high, *words.about))
    people = "|".join(words.people)
    return re.compile(
        rf"(?<![\w$€£.-])(?<![Nn][Oo]\s)(?P<count>(?:(?P<hedge>(?i:{hedge}))\s+){{0,2}}"
        rf"(?:(?:(?i:(?P<between>between|from))\s+)?(?P<n>(?i:{number}))(?:\s?(?:-|–|\s(?:to|and|or)\s)\s?(?P<m>(?i:{number})))?(?P<tail>(?i:{_TAIL}))?{_NOT_AFTER}"
        rf"|(?P<vague>(?i:{_any(tuple(words.vague))}))|(?P<pair>(?i:both(?: of the)?|a pair of))|(?P<none>(?i:{_NONE}))|(?P<a>(?i:an?))))"
        rf"(?:\s+(?:of\s+)?[\"“‘]?(?P<of>(?:(?:the|his|her|its|their|our|more|other)\s+)?(?:(?:[A-Z][\w'’-]*\s+){{1,6}}(?:\([A-Z][\w-]{{1,9}}\)|\[[A-Z][\w-]{{1,9}}\])\s+|(?:(?!{_NO_ADJECTIVE}(?![\w-]))[\w'’-]+(?:\.\w\.)?\s+){{0,3}}?)(?i:{people})(?:\s+(?i:{people}))?(?:\s+(?:and|or)\s+(?i:{people})(?=\s+{_FATE}))?))?(?![\w-])".replace(
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
            found.append(
                _of_family(article, hit, sentence) or CountMention(article.quote(*hit.span("count")), count, of)
            )
    return tuple(found)


def _of_family(article: Article, hit: re.Match[str], sentence: Sentence) -> CountMention | None:
    """ "a family of five" counts five."""
    size = _FAMILY.match(article.text, hit.end(), sentence.end) if hit["of"] and _KIN_GROUP.search(hit["of"]) else None
    value = _value(size["n"]) if size is not None else None
    if size is None or not value or value < 2:
        return None
    span = article.quote(hit.start("count"), size.end())
    return CountMention(span, Count(value, value, span.quote), span)


# Between a bare number and what befell it: "four of them, including a clerk, ...", "four others ...".
_ASIDE = re.compile(
    r"(?:\s+of\s+(?:them|those|whom|us))?(?:\s+(?:others?|more))?"
    r"(?:\s*,?\s*(?:including|among them|most of them|all of them|some of them)\b[^;.]{1,60}?,)?(?:\s+(?:[a-z-]+\s+)?[A-Za-z-]+s(?=\s+(?:were|have\s+been|had\s+been)\s+(?:\w+ly\s+|also\s+)?(?:killed|wounded|injured|murdered|executed|slain|hurt|abducted|kidnapped|detained|arrested)\b))?",
    re.I,
)
_IN_YEAR = re.compile(r"\b(?:in|since|during|of|from|until|till|by|before|after|and|to|[A-Z]\w+(?:\s+\d{1,2},?)?)\s+$")
_YEAR = re.compile(r"(?:19|20)\d\d")
# "who had killed", "has wounded": done by those told of, not to them.
_DID = re.compile(
    r"\b(?:has|have|had)\b(?!.*\b(?:been|died|dead|perished|lost|sustained|suffered|received|fled|disappeared|vanished|fallen|succumbed|surrendered|crossed|sought|left|gone|abandoned|poured|streamed)\b)",
    re.I | re.S,
)

_BEFORE = re.compile(
    r"\bof (?:the|those|these) (?:[\w,-]+ ){0,2}?(?:dead|killed|slain|victims|fatalities|wounded|injured)(?: [\w-]+){0,4}, $"
    r"|\b(?:population (?:of|is|was|numbers)|dead|deaths? of|lives of|toll (?:to|of|at|stood at|rose to|is|was)|including|left|leaving|bodies of|wounded|injured|abduction of|arrest of)(?:\s*[:,])?\s+$",
    re.I,
)
# "killed 40 in Kano and 10 in Jos": a further figure that leaves out whom it counts.
_ELLIPTIC = re.compile(r"(?:\band|,|;|\bplus|\bwhile)\s+(?:another\s+|a\s+further\s+)?$", re.I)
_ELSEWHERE = re.compile(
    r"(?:\s+(?:others?|more))?\s+(?:(?:in|at|near|outside|around)\s+(?:the\s+|nearby\s+)?(?:\w+\s+){0,2}?(?:[A-Z]\w+|hospital)|later\b|overnight\b)"
)
_HARM_TOLD = re.compile(
    r"\b(?:kill|wound|injur|murder|execut|massacr|dead\b|died\b|dying\b|abduct|kidnap|captur|displac)\w*", re.I
)
# "six dead and as many wounded": no number of its own.
_COMPARED = re.compile(r"\b(?:as|so|how|too)\s+$", re.I)
# "a boy of six", "aged seven": an age.
_AGE = re.compile(
    r"(?:\b(?:boy|girl|child|son|daughter|m[ae]n|wom[ae]n|youth|infant|toddler|baby)\s+of|\bage[ds]?)\s+(?:about\s+|only\s+|just\s+)?$",
    re.I,
)
# "Prieto, a tailor of 40, was": an age too.
_OF_AGE = re.compile(r",\s+an?\s+(?:[\w-]+\s+){1,3}of\s+$", re.I)
# "a family of five".
_HOME = re.compile(r"\b(?:family|household)$", re.I)
_KIN_GROUP = re.compile(r"\b(?:family|household|crew|couple|staff)$", re.I)
_FAMILY = re.compile(r"\s+of\s+(?P<n>\w+(?:-\w+)?)\b(?!\s+(?:the|his|her|their|\w+s)\b)", re.I)
# "four members of a family": the family is not counted beside its members.
_PART_OF = re.compile(r"(?<!death)(?<!deaths)(?<!killing)(?<!murder)(?<!body) of\s+$", re.I)
_CLOSES = re.compile(
    r"\s*(?:[.,;:)]|(?:[a-z-]+s|and|in|on|at|of|others?|more|when|while|during|near|there|over|this|last|so|since|aboard|outside|inside|around|along|across|by|before|after|"
    r"from|as|with|instantly|outright|overnight|yesterday|today|including|who|or|but|were|are|[A-Z]\w+day)\b|$)",
    re.I,
)


def _bare(text: str, hit: re.Match[str], sentence: Sentence) -> bool:
    """A number that stands for people by the harm word beside it: "killing 34", "four were killed", "12 dead"."""
    if hit["a"] or hit["pair"] or hit["none"]:
        return False
    after = text[hit.end() : min(sentence.end, hit.end() + 110)]
    before = text[max(sentence.start, hit.start() - 60) : hit.start()]
    if _YEAR.fullmatch(hit["count"]) and _IN_YEAR.search(before):
        return False
    if _OF_AGE.search(before) and after[:1] == ",":
        return False
    if _AGE.search(before) or ((hit["n"] or "").isdigit() and before.endswith(", ") and after.startswith(",")):
        return False
    return (
        _of_toll(text, sentence, hit, after)
        or _befallen(text, hit.end(), sentence.end)
        or bool(_CLOSES.match(after) and (_BEFORE.search(before) or _governed(text, sentence.start, hit.start())))
        or bool(
            _ELLIPTIC.search(before)
            and _ELSEWHERE.match(after)
            and _HARM_TOLD.search(text, sentence.start, hit.start())
        )
    )


def _of_toll(text: str, sentence: Sentence, hit: re.Match[str], after: str) -> bool:
    """ "the death toll has climbed to 130": the words count the dead or the hurt."""
    low = max(sentence.start, hit.start() - 160)
    closes = _CLOSES.match(after) is not None
    return any(
        (closes and before.search(text, low, hit.start())) or behind.match(text, hit.end(), sentence.end)
        for _, before, behind in toll_words().figures
    )


def _befallen(text: str, position: int, end: int) -> bool:
    """Whether what befell people stands right behind a number."""
    aside = _ASIDE.match(text, position, end)
    starts = {position, aside.end() if aside else position}
    return any(verb.follows.match(text, start, min(end, start + 90)) for verb in harm_words().verbs for start in starts)


def _governed(text: str, start: int, position: int) -> bool:
    """Whether a verb of harm stands right before a number."""
    return any(verb.governs.search(text, max(start, position - 60), position) for verb in harm_words().verbs)


def _count(hit: re.Match[str]) -> Count | None:
    wording = " ".join(hit["count"].split())
    words = count_words()
    if hit["none"]:
        return Count(0, 0, wording)
    if hit["a"] and hit["of"] and _HOME.search(hit["of"]):
        return Count(2, None, wording)
    if hit["a"]:
        return Count(1, 1, wording)
    if hit["pair"]:
        return Count(2, 2, wording)
    hedge = " ".join((hit["hedge"] or "").lower().split())
    if hit["vague"] and _COMPARED.search(hit.string, 0, hit.start()):
        return None
    if hit["vague"]:
        return Count(words.vague[" ".join(hit["vague"].lower().split())], None, wording)
    value = _value(hit["n"])
    if value is None:
        return None
    tail = " ".join((hit["tail"] or "").lower().replace("-", " ").split())
    if tail in {"or more", "and more", "plus", "at least", "odd"}:
        return Count(value, None, wording)
    if tail in {"or fewer", "or less", "at most"}:
        return Count(None, value, wording)
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
