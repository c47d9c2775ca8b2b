"""What lower-casing loses: a word's shape, one small number."""

from __future__ import annotations

SHAPES = 6
LOWER, TITLE, UPPER, MIXED, NUMBER, MARK = range(SHAPES)
_FIGURES = frozenset("0123456789.,:%$-/")


def shape(word: str) -> int:
    """Lower, title, upper, mixed, number, or mark (no letter and no figure)."""
    if any(c.isdigit() for c in word) and all(c in _FIGURES or c.isdigit() for c in word):
        return NUMBER
    if not any(c.isalpha() for c in word):
        return MARK
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    return TITLE if word[0].isupper() and word[1:].islower() else MIXED
