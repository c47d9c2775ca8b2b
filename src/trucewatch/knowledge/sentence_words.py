"""What rules for the ends of sentences go by: short forms, openers, verbs after a quoted question, labels of credits."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Groups of ``[ends]`` in data/language/sentences.toml, which says what each is for; all lower case."""

    never: frozenset[str]
    figures: frozenset[str]
    measures: frozenset[str]
    hours: frozenset[str]
    of_day: frozenset[str]
    companies: frozenset[str]
    openers: frozenset[str]
    report: re.Pattern[str]
    dated: frozenset[str]
    credit: re.Pattern[str]


@cache
def sentence_words() -> SentenceWords:
    """The reviewed words."""
    data = tomllib.loads(files("trucewatch").joinpath("data", "language", "sentences.toml").read_text("utf-8"))["ends"]
    groups = {
        key: frozenset(data[key])
        for key in ("never", "figures", "measures", "hours", "of_day", "companies", "openers", "dated")
    }
    # Up to five words of a name or an office, the verb, and not what would be told by it.
    report = re.compile(
        rf"(?:(?:[A-ZÀ-Þ][\w.’'-]*|the|a|an|of|and|al-\w+)\s+){{1,6}}(?:{'|'.join(data['report'])})\b(?!\s+(?:that|nothing|no|he|she|it|they|the|there)\b)"
    )
    credit = re.compile(rf"(?<=\S)\s+(?=(?i:{'|'.join(data['credits'])})\s?:\s?[A-ZÀ-Þ])")
    return SentenceWords(**groups, report=report, credit=credit)
