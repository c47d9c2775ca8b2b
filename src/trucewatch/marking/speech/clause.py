"""The bounds of the clause around a word, and noun phrases that follow a word."""

from __future__ import annotations

from ...knowledge.lexicon import closed_classes
from ...knowledge.speech import speech_words
from ...knowledge.syntax import small_words
from .view import CLOSING, QUOTES, STOPS, View

_ENDS = frozenset((";", ":")) | QUOTES


def clause_around(view: View, i: int) -> tuple[int, int]:
    """Tokens ``[first, last)`` of the clause that holds token ``i``; a relative clause takes in its noun."""
    small = small_words()
    first = i
    while first > 0:
        before = view.word(first - 1)
        if before in _ENDS or (before in small.contrasts and view.word(first - 2) == ","):
            break
        if before in small.relatives or before == "that":
            return _with_noun(view, first - 1, i)
        if before == "," and view.word(first) in {"and"} and view.has_finite(0, first):
            first += 1
            break
        first -= 1
    return first, clause_end(view, i, stop_at_comma=False)


def _with_noun(view: View, relative: int, i: int) -> tuple[int, int]:
    """ "rockets that reportedly fell inside the town": from the noun; after a comma, to the next comma."""
    apart = view.word(relative - 1) == ","
    first = relative - (1 if apart else 0)
    if view.word(relative) == "that" and first > 0 and view.finite(first - 1):
        return relative + 1, clause_end(view, i, stop_at_comma=False)
    while (
        first > 0
        and view.kind(first - 1) in {"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP"}
        and view.word(first - 1) not in STOPS
    ):
        first -= 1
        if view.kind(first) == "DET":
            break
    return first, clause_end(view, i, stop_at_comma=apart)


def clause_end(view: View, i: int, *, stop_at_comma: bool) -> int:
    """Token after the last of the clause that token ``i`` is in."""
    for k in range(i, len(view.tokens)):
        word = view.word(k)
        if word in {";", "."} | CLOSING or (stop_at_comma and word == "," and k > i + 1):
            return k
        if k > i and word in small_words().contrasts and view.has_finite(k + 1, len(view.tokens)):
            if view.word(k - 1) == ",":
                return k - 1
            if word in {"but", "while"} and closed_classes().get(view.word(k + 1)) in {"DET", "PRON"}:
                return k
        if k > i and word == "," and _own_clause(view, k + 1):
            return k
    return len(view.tokens)


def _own_clause(view: View, k: int) -> bool:
    """ "and the road was open": an "and" that begins a clause with its own subject."""
    if view.word(k) != "and" or k + 1 >= len(view.tokens):
        return False
    return view.kind(k + 1) in {"DET", "PRON", "PROPN", "NUM"} and view.has_finite(k + 1, len(view.tokens))


def phrase_after(view: View, i: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token ``i``, with what its prepositions bring."""
    end = i
    while end < len(view.tokens) and end - i < 22 and not _phrase_ends(view, i, end):
        end += 1
    while end > i and (closed_classes().get(view.word(end - 1)) in {"ADP", "CCONJ"}):
        end -= 1
    return (i, end) if end > i else None


def _phrase_ends(view: View, first: int, k: int) -> bool:
    """Whether token ``k`` begins something else than the noun phrase begun at ``first``."""
    small = small_words()
    word, before = view.word(k), view.word(k - 1)
    if word in STOPS or word == "." or word in small.openers or word in small.weekdays:
        return True
    if word in {"today", "yesterday", "tonight"}:
        return True
    if k == first:
        return False
    if view.finite(k):
        return not (word in small.published and closed_classes().get(view.word(k + 1)) == "ADP")
    joined = closed_classes().get(before) in {"ADP", "CCONJ", "DET"} or before.endswith(("ing", "ed"))
    return closed_classes().get(word) in {"DET", "PRON"} and not joined


def goes_on(view: View, k: int) -> bool:
    """Whether the words after a speaker named in passing still belong to the statement before: no clause begins."""
    word = view.word(k)
    if view.finite(k) or word in {"when", "after", "as", "in", "on", "near", "including", "among", "at", "during"}:
        return True
    return word.endswith("ing") and len(word) > 5 and word not in speech_words().cues
