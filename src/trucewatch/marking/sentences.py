"""Where sentences end, by rules: short forms, initials, figures, quotations, ellipses, datelines and credits in running text.

Lines of their own (headings, bylines, captions) are parted before, by ``reading``.
"""

from __future__ import annotations

import re

from ..knowledge.sentence_words import sentence_words

Bounds = list[tuple[int, int]]
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*")
_QUOTES = frozenset("\"'”’»")
# What may stand before a sentence's first letter: quotation marks, brackets, bullets, signs of currency, "@", "#".
_LEAD = re.compile(r"\s*[\"'`“‘«„(\[•▪$€£#@]*\s?")
_SMALL_NAME = re.compile(r"(?:al|el|as|ash|an|ar|at|ad)-[A-ZÀ-Þ]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
# "officials said.The bus": a stop between a word and a capital, the space lost.
_GLUED = re.compile(r"(?<=[a-zà-ÿ]{3})[.!?][\"”’]?(?=[A-ZÀ-Þ][a-zà-ÿ]*\s)")
_ZONE = re.compile(r"[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)?\s[Tt]ime\b")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATELINE = re.compile(
    rf"{_WEEKDAY},?\s(?:{_MONTH}\s\d{{1,2}},|\d{{1,2}}\s{_MONTH}),?\s(?:19|20)\d\d(?=\s+[\"“‘]?[A-ZÀ-Þ])"
)


def sentence_bounds(text: str, start: int, end: int) -> Bounds:
    """Offsets of the sentences of a stretch of text, trimmed of white space."""
    bounds = []
    low = start
    lines = _lines(text, start, end)
    for cut in sorted(_stops(text, start, end) | lines):
        if cut < end and text[low:cut].strip() and (cut in lines or not _continues(text, low, cut)):
            bounds.append((low, cut))
            low = cut
    if text[low:end].strip():
        bounds.append((low, end))
    return [_trimmed(text, a, b) for a, b in bounds]


def _stops(text: str, start: int, end: int) -> set[int]:
    """Every place where a mark could end a sentence."""
    found = {hit.end() for hit in _STOP.finditer(text, start, end) if hit.end() < end and text[hit.end()].isspace()}
    return found | {hit.end() for hit in _GLUED.finditer(text, start, end)}


def _lines(text: str, start: int, end: int) -> set[int]:
    """Where a dateline or a credit that was a line of its own begins and ends in text run together."""
    dates = (hit for hit in _DATELINE.finditer(text, start, end) if _stands_alone(text, start, hit))
    found = {cut for hit in dates for cut in hit.span()}
    return found | {hit.start() for hit in sentence_words().credit.finditer(text, start, end)}


def _stands_alone(text: str, start: int, date: re.Match[str]) -> bool:
    """Whether a full date with its weekday is a line's own, not part of a sentence: "on Monday, March 14, 2016 ..."."""
    before = text[start : date.start()].rstrip()
    if not before:
        return True
    return before[-1] not in ",(–—-" and before.split()[-1].lower() not in sentence_words().dated


def _continues(text: str, low: int, cut: int) -> bool:
    """Whether the sentence goes on after a possible end."""
    stop = re.search(r"[.!?…]+[\"'”’»)\]]*$", text[low:cut])
    if stop is None:
        return False
    lead = _LEAD.match(text, cut)
    at = lead.end() if lead else cut
    if not (text[at : at + 1].isupper() or text[at : at + 1].isdigit() or _SMALL_NAME.match(text, at)):
        return True
    marks = stop.group()
    if marks[0] in "!?":
        return bool(_QUOTES & set(marks)) and sentence_words().report.match(text, at) is not None
    if marks[0] == "…" or marks[:2] == "..":
        pause = low + stop.start()
        return text[at : at + 2] == "I " and text[pause - 1 : pause].isspace()
    head = text[low : low + stop.start()].split()
    return bool(head) and (_belongs(head, _word_at(text, at)) or _names_zone(head, text, at))


def _names_zone(head: list[str], text: str, at: int) -> bool:
    """ "9:45 p.m. Khartoum time": the place whose hour it is."""
    return head[-1].lower() in sentence_words().hours and _ZONE.match(text, at) is not None


def _word_at(text: str, at: int) -> str:
    hit = re.compile(r"[^\W_]+(?:-[^\W_]+)*").match(text, at)
    return hit.group() if hit else ""


def _belongs(head: list[str], after: str) -> bool:
    """Whether a single full stop belongs to the short form before it and ends nothing; ``after`` is the next word."""
    words = sentence_words()
    last = head[-1].lstrip("(\"'“‘[«„").lower()
    opens = after.lower() in words.openers
    if last.isdigit():
        # "2. The army ...": a list's number.
        return len(head) == 1 and len(last) < 3
    if last in words.hours:
        return after[:1].isdigit() or after.lower() in words.of_day
    if last in words.figures and (len(last) > 1 or after[:1].isdigit()):
        return after[:1].isdigit()
    if last in words.measures and (last == "etc" or (len(head) > 1 and head[-2][-1:].isdigit())):
        return after[:1].isdigit()
    if last in words.never:
        return not (opens and last in {"st", "ft"})
    if _INITIALS.fullmatch(last) or (len(last) == 1 and last.isalpha()) or last in words.companies:
        return not opens
    return False


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
