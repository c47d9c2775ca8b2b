"""Word pieces of the encoder's vocabulary: lower-cased, accents off, the longest known piece first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from ...knowledge.characters import Characters, characters

UNKNOWN, START, END, PAD = "[UNK]", "[CLS]", "[SEP]", "[PAD]"
_LONGEST_WORD = 100
_CJK = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


class WordPiece:
    """Cuts words into piece ids; answers are kept, so a word costs one look-up the second time."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.start, self.end, self.pad = self._ids[START], self._ids[END], self._ids[PAD]
        self._unknown = self._ids[UNKNOWN]

    def pieces(self, word: str) -> tuple[int, ...]:
        """Ids of the pieces of a word; empty for a word of control characters and white space only."""
        found = self._known.get(word)
        if found is None:
            found = tuple(piece for part in _basic(word) for piece in self._greedy(part))
            self._known[word] = found
        return found

    def encode(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        """Ids with start and end marks, and for each word the position of its first piece.

        A word without any piece points at the start mark.
        """
        ids = [self.start]
        first = []
        for word in words:
            pieces = self.pieces(word)
            first.append(len(ids) if pieces else 0)
            ids.extend(pieces)
        ids.append(self.end)
        return ids, first

    def _greedy(self, part: str) -> list[int]:
        if len(part) > _LONGEST_WORD:
            return [self._unknown]
        found = []
        start = 0
        while start < len(part):
            end = len(part)
            while end > start:
                number = self._ids.get(part[start:end] if start == 0 else "##" + part[start:end])
                if number is not None:
                    break
                end -= 1
            else:
                return [self._unknown]
            found.append(number)
            start = end
        return found


def _basic(word: str) -> list[str]:
    """Parts at white space, punctuation and CJK characters, cleaned, lower-cased, without accents."""
    out: list[str] = []
    fresh = True
    for char in _folded(word):
        if char.isspace():
            fresh = True
        elif _cjk(char) or _punctuation(char):
            out.append(char)
            fresh = True
        elif fresh:
            out.append(char)
            fresh = False
        else:
            out[-1] += char
    return out


def _folded(word: str) -> str:
    if word.isascii() and word.isprintable():
        return word.lower()
    known = characters()
    clean = "".join(_cleaned(char, known) for char in word)
    # Accents go before case, in the reference's order: a dotted capital I then leaves no stray dot behind.
    bare = (c for c in _apart(clean, known) if c not in known.marks)
    return "".join(known.lower.get(c) or c.lower() for c in bare)


def _apart(word: str, known: Characters) -> str:
    """Letters and their marks apart, but for characters newer than the reference."""
    if known.unmoved.isdisjoint(word):
        return unicodedata.normalize("NFD", word)
    parts, start = [], 0
    for place, char in enumerate(word):
        if char in known.unmoved:
            parts += [unicodedata.normalize("NFD", word[start:place]), char]
            start = place + 1
    return "".join([*parts, unicodedata.normalize("NFD", word[start:])])


def _cleaned(char: str, known: Characters) -> str:
    if char in "\t\n\r":
        return " "
    # Private use is one category in every version of Unicode.
    if char in known.removed or unicodedata.category(char) == "Co":
        return ""
    return " " if char.isspace() else char


def _cjk(char: str) -> bool:
    code = ord(char)
    return code > 0x33FF and any(low <= code <= high for low, high in _CJK)


def _punctuation(char: str) -> bool:
    if char.isascii():
        return not char.isalnum() and not char.isspace()
    return char in characters().punctuation
