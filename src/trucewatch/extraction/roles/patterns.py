"""Shapes of words that several finders of roles share."""

from __future__ import annotations

import re

# What may stand between a preposition and a party: "by two suspected members of".
ARTICLES = (
    r"(?:(?:the|a|an|some|its|their|both|suspected|alleged|unidentified|unknown|presumed|armed|masked|hooded|two|three|four"
    r"|five|six|several|at least|more than|about|nearly|around|\d{1,3}(?:,\d{3})*|so-called|members of|elements of|units of|fighters of"
    r"|forces of|troops of|soldiers of|guerrillas of|militants of|militants from|members from|dozens of|hundreds of"
    r"|scores of|(?:an? )?(?:[\\w-]+ )?(?:group|column|band|gang|squad|unit|team|platoon|company|detachment|contingent|commando|patrol|crowd|mob|handful)s? of|a group calling itself(?: the)?|a group called(?: the)?|groups of|combatants of|men from|gunmen from|fighters from|elite|heavily|joint|combined)\s+)*"
)
BY = re.compile(rf"\bby\s+{ARTICLES}$", re.I)
FROM = re.compile(
    rf"\bfrom\s+(?:the\s+(?:positions?|direction|side|lines|trenches|areas?|territory)\s+(?:of|held by|controlled by)\s+)?{ARTICLES}$",
    re.I,
)
BETWEEN = re.compile(rf"\bbetween\s+{ARTICLES}(?:[\w-]+\s+){{0,2}}$", re.I)
WITH = re.compile(r"\b(?:with|against)\s+(?:[\w’'-]+\s+){0,4}$", re.I)
TRAILING_ARTICLES = re.compile(rf"{ARTICLES}$", re.I)
RELATIVE = re.compile(r",\s+(?:which|who|whose|that|whom)\b[^,]*,")
UNDER = re.compile(r"\b(?:came|come|comes|coming|was|were|been)\s+under\s+(?:[\w-]+\s+){0,3}$", re.I)
COORDINATE = re.compile(r"\s*,?\s*(?:and|or)\s+(?:[\w’'-]+\s+){0,3}", re.I)
_GOVERNORS = frozenset(
    [
        "on",
        "against",
        "target",
        "at",
        "into",
        "targeting",
        "upon",
        "toward",
        "towards",
        "hitting",
        "over",
        "with",
        "by",
        "in",
        "near",
        "from",
        "after",
        "before",
        "during",
        "since",
        "under",
        "to",
        "for",
        "alongside",
        "outside",
        "despite",
        "including",
        "amid",
        "between",
        "around",
        "across",
        "through",
    ]
)


def governor(between: str) -> str:
    """The last preposition in the words before a noun, lower case; "" where none governs it."""
    words = re.findall(r"[\w’'-]+", between.lower())
    return next((word for word in reversed(words) if word in _GOVERNORS), "")
