"""The rule-based language model: sentences and words by rules, parts of speech by closed classes and endings.

It gives no tree (every head is -1) and says so by its name.
"""

from __future__ import annotations

import re

from ..knowledge.lexicon import abbreviations, closed_classes
from ..records.reading import Sentence, Token
from ..records.text import Article, SegmentKind
from .sentences import sentence_bounds

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?(?=\s|$|\W)|\S")
_SKIP = {SegmentKind.FURNITURE, SegmentKind.BYLINE}


class RulesModel:
    """Implements ``ports.LanguageModel`` without any trained weights."""

    name = "rules-1"

    def annotate(self, article: Article) -> tuple[Sentence, ...]:
        """Sentences of all segments but furniture, bylines and duplicates."""
        found: list[Sentence] = []
        for number, segment in enumerate(article.segments):
            if segment.kind in _SKIP or segment.duplicate_of is not None:
                continue
            for start, end in sentence_bounds(article.text, segment.start, segment.end):
                tokens = _tokens(article.text, start, end)
                found.append(Sentence(start, end, tokens, number, segment.kind, len(found)))
        return tuple(found)


def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for hit in _WORD.finditer(text, start, end):
        low, high = hit.span()
        word = hit.group()
        # A full stop at the end of the sentence is its own token unless the word is an abbreviation.
        if word.endswith(".") and len(word) > 1 and word[:-1].lower() not in abbreviations():
            high -= 1
            word = word[:-1]
        tokens.append(_token(low, high, word, first=not tokens))
        if high < hit.end():
            tokens.append(Token(high, hit.end(), ".", ".", "PUNCT"))
    return tuple(tokens)


def _token(start: int, end: int, word: str, *, first: bool) -> Token:
    low = word.lower()
    tag = closed_classes().get(low)
    if tag is None:
        tag = _open_class(word, low, first)
    return Token(start, end, word, _lemma(low, tag), tag)


def _open_class(word: str, low: str, first: bool) -> str:
    if not any(c.isalnum() for c in word):
        return "PUNCT"
    if low[0].isdigit():
        return "NUM"
    if word[0].isupper() and not first:
        return "PROPN"
    if low.endswith(("ed", "ing")) and len(low) > 4:
        return "VERB"
    if low.endswith("ly"):
        return "ADV"
    return "NOUN"


def _lemma(low: str, tag: str) -> str:
    if tag == "VERB":
        return low.removesuffix("ing").removesuffix("ed")
    if tag == "NOUN" and low.endswith("s") and not low.endswith("ss"):
        return low[:-1]
    return low
