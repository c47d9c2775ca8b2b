"""The patterns of time expressions, longest meaning first."""

from __future__ import annotations

import re

from ...knowledge.count_words import count_words
from ...knowledge.time_words import time_words
from ...knowledge.wire import wire_words

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = rf"(?P<month>{'|'.join(m[:3] + '(?:' + m[3:] + ')?' for m in wire_words().months)}|sept)\.?"
_DAY_NAMES = "|".join(
    (*WEEKDAYS, r"(?:mon|tues|wed|thurs|fri|sat|sun)(?=\.? (?:night|morning|evening|afternoon)\b)\.?")
)
_PARTS = "|".join(time_words().parts)
_UNITS = "minute|hour|day|night|week|fortnight|month|year|decade"
_SEASONS = "|".join(time_words().seasons)
_WORDS = "|".join(sorted(count_words().numbers, key=len, reverse=True))
NUMBER = rf"(?:\d+(?:\.\d+)?|(?:{_WORDS}) and a half|(?:{_WORDS})(?:[- ](?:{_WORDS}))?|an?|half(?: an?)?|several|few|a few|a couple of|couple of)"
_VAGUE = r"(?:early|late|mid|middle|end|beginning|start)"

_ROWS: tuple[tuple[str, str], ...] = (
    ("iso", r"\b(?P<year>\d{4})-(?P<mon>\d\d)-(?P<day>\d\d)\b"),
    (
        "range",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*[-–]\s*| to | and )(?P<last>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{MONTH}(?:,? (?P<year>\d{{4}}))?\b",
    ),
    (
        "range",
        rf"\b{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*[-–]\s*| to | and )(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:)(?:,? (?P<year>\d{{4}}))?\b",
    ),
    (
        "date",
        rf"(?:\b(?P<pre>morning|night|evening|afternoon|dawn)(?:,| of|,? on) (?:the )?)?\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?:this )?{MONTH}(?:,? (?P<year>\d{{4}}|\d\d(?=[\s,.)])))?(?! ?\d)\b(?: (?:in the )?(?P<part>{_PARTS}))?",
    ),
    (
        "date",
        rf"\b{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d)(?:,? (?P<year>\d{{4}}))?\b(?: (?:in the )?(?P<part>{_PARTS}))?",
    ),
    ("added", rf"\b(?:another|a further|an additional|an extra) (?P<n>{NUMBER})(?:[ -](?P<unit>{_UNITS})s?)?\b"),
    ("ago", rf"\b(?P<n>{NUMBER}) (?P<unit>{_UNITS})s? (?:ago|earlier|before|previously)\b"),
    ("later", rf"\b(?P<n>{NUMBER}) (?P<unit>{_UNITS})s? later\b"),
    ("ahead", rf"\b(?:in|over|within|during) (?:the )?(?:next|coming) (?P<n>{NUMBER} )?(?P<unit>{_UNITS})s?\b"),
    (
        "past",
        rf"\b(?:(?:in|over|during|for|within) )?the (?:past|last|previous) (?P<n>{NUMBER} )?(?P<unit>{_UNITS})s?\b",
    ),
    ("past", rf"\b(?:in|over|during) (?:recent|past) (?P<unit>{_UNITS})s\b(?P<n>)"),
    (
        "length",
        rf"\b(?P<n>{NUMBER})(?: (?:more|full|consecutive|straight|whole|further))?[ -](?P<unit>{_UNITS})s?(?:-long)?\b(?! (?:ago|earlier|later|old|before)|-old)",
    ),
    ("before", r"\bthe (?:day|night|evening) before(?P<which> yesterday| last)?\b"),
    (
        "part",
        r"\b(?P<when>yesterday|today|this|tomorrow|that|the same|early today|late yesterday) (?P<part>morning|afternoon|evening|night)\b",
    ),
    (
        "weekday",
        rf"\b(?:(?P<vague>early|late|earlier|later)(?: on)? )?(?P<next>next |last |this |this past |this coming |past )?(?P<day>{_DAY_NAMES})(?:['’]s)?(?:(?: at)? (?P<part>{_PARTS}))?(?P<week> (?:last|of last|this|next) week)?\b",
    ),
    (
        "atpart",
        r"\b(?:at|before|by|until|since|from|around|after) (?P<part>dawn|dusk|daybreak|nightfall|sunrise|sunset)\b",
    ),
    (
        "word",
        r"\b(?P<word>earlier today|later today|early today|late yesterday|yesterday|today|tonight|tomorrow|overnight|throughout the night|during the night|in the night|last night|last evening|"
        r"(?:this|last|next|over the|at the) weekend|the same day|that day|the following day|the next day|the previous day)\b",
    ),
    (
        "unit",
        r"\b(?:(?P<vague>early|late|earlier|later|the end of|the beginning of) )?(?P<which>last|this|next|the previous|the following|the coming) (?P<unit>week|month|year)\b",
    ),
    ("season", rf"\b(?:(?P<which>last|this|next|in|the|that) )(?P<season>{_SEASONS})(?: (?:of )?(?P<year>\d{{4}}))?\b"),
    (
        "month",
        rf"\b(?:(?P<which>last|this|next|since|until|by|in|of|during|from|to|through|the end of|the beginning of) )?(?:(?P<vague>{_VAGUE})[- ])?{MONTH}(?:,? (?:of )?(?P<year>\d{{4}}))\b",
    ),
    (
        "month",
        rf"\b(?P<which>last|this|next|since|until|by|in|during|from|through|end of|beginning of) (?:the )?(?:(?P<vague>{_VAGUE})[- ](?:of )?)?{MONTH}\b(?! \d)",
    ),
    ("decade", r"\b(?:(?P<vague>early|late|mid)[- ])?(?:the )?(?P<decade>(?:19|20)?\d0)[’']?s\b"),
    (
        "year",
        r"\b(?:in|since|of|during|from|until|by|after|before|early in|late in|back in) (?P<vague>early |late |mid-?)?(?P<year>(?:19|20)\d\d)\b(?![-–/]\d)",
    ),
)
PATTERNS = tuple((name, re.compile(row.replace(" ", r"\s+"), re.IGNORECASE)) for name, row in _ROWS)
