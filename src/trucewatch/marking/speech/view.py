"""A sentence as speech marking looks at it: words in lower case, and what each may be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ...knowledge.lexicon import closed_classes
from ...knowledge.syntax import small_words
from ...records.reading import Sentence, Token

OPENING = frozenset('“"«„‘')
CLOSING = frozenset('”"»')
QUOTES = OPENING | CLOSING
DASHES = frozenset(("-", "–", "—", "--"))
_SINGLE = frozenset(("'", "`", "-"))
STOPS = frozenset(",;:()[]") | QUOTES | DASHES


# After one of these a participle is no finite verb of its own.
_HELPERS = frozenset(("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "to"))


_NUMBERS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "scores", "hundreds")
)


@dataclass(frozen=True)
class View:
    """One sentence. ``low`` are its words in lower case, ``text`` the whole article's.

    ``named`` are the offsets of the parties mentioned in it, so that a speaker in capitals is known as one.
    """

    text: str
    sentence: Sentence
    named: tuple[tuple[int, int], ...] = ()

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence; a pair of marks ("''", "``", "--") is one."""
        tokens = self.sentence.tokens
        if not any(t.text in _SINGLE for t in tokens):
            return tokens
        merged: list[Token] = []
        for token in tokens:
            last = merged[-1] if merged else None
            if last is not None and token.text in _SINGLE and last.text == token.text and last.end == token.start:
                mark = "--" if token.text == "-" else '"'
                merged[-1] = Token(last.start, token.end, mark, mark, "PUNCT")
            else:
                merged.append(token)
        return tuple(merged)

    @cached_property
    def low(self) -> tuple[str, ...]:
        """The tokens' words in lower case."""
        return tuple(t.text.lower() for t in self.tokens)

    @cached_property
    def upper(self) -> bool:
        """Whether the sentence is all capitals, so that capitals mean nothing."""
        return self.text[self.sentence.start : self.sentence.end].isupper()

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after an offset of the text."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def word(self, i: int) -> str:
        """Lower-case word at an index, "" outside the sentence."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def name(self, i: int) -> bool:
        """Whether the token looks like part of a name: capitalised where capitals mean something."""
        return not self.upper and self.tokens[i].text[:1].isupper()

    def party(self, i: int) -> bool:
        """Whether the token lies in the name of a party."""
        start = self.tokens[i].start
        return any(low <= start < high for low, high in self.named)

    def kind(self, i: int) -> str:
        """Part of speech: closed classes first, since a model may err on them."""
        return closed_classes().get(self.word(i), self.tokens[i].upos)

    def finite(self, i: int) -> bool:
        """Whether the token is likely a finite verb: by list, or an -ed form that follows a noun."""
        word = self.word(i)
        if word in small_words().finite:
            return self.word(i - 1) not in _HELPERS or word in small_words().auxiliaries
        # "Khaled" and "Ahmed" are names; in capitals nothing tells.
        if not word.endswith("ed") or len(word) < 5 or i == 0 or self.name(i):
            return False
        before, after = self.word(i - 1), self.word(i + 1)
        if before in _HELPERS:
            return False
        if closed_classes().get(before) in {"DET", "ADP"} or before in STOPS:
            return False
        if (i + 1 < len(self.tokens) and self.tokens[i + 1].upos == "NUM") or after in _NUMBERS:
            return True
        return closed_classes().get(after) in {"DET", "ADP", "PRON", "AUX", "SCONJ"} or after in STOPS or after == ""

    def has_finite(self, first: int, last: int) -> bool:
        """Whether a finite verb stands in the tokens ``[first, last)``."""
        return any(self.finite(i) for i in range(first, last))
