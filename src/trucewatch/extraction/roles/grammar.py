"""A sentence's tree to walk about in: what hangs on what, by relation; what governs what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence


class Tree:
    """Words of a sentence with heads (-1: the root) and relations; words and lemmas in lower case."""

    def __init__(
        self,
        words: Sequence[str],
        lemmas: Sequence[str],
        upos: Sequence[str],
        heads: Sequence[int],
        rels: Sequence[str],
    ) -> None:
        self.words = [w.lower() for w in words]
        self.lemmas, self.upos, self.heads, self.rels = list(lemmas), list(upos), list(heads), list(rels)
        self._below: dict[int, list[int]] = defaultdict(list)
        for child, head in enumerate(heads):
            self._below[head].append(child)

    def below(self, head: int, *rels: str) -> list[int]:
        """Words that hang on a word, all of them or by relation ("nsubj" takes in "nsubj:pass")."""
        found = self._below[head]
        return found if not rels else [c for c in found if self.rels[c] in rels or self.rels[c].split(":")[0] in rels]

    def case(self, noun: int) -> str:
        """The preposition before a noun; "" where it has none."""
        return next((self.words[c] for c in self._below[noun] if self.rels[c] == "case"), "")

    def phrase(self, noun: int) -> list[int]:
        """A noun with all that hangs on it, in order."""
        found, rest = [], [noun]
        while rest:
            place = rest.pop()
            found.append(place)
            rest += self._below[place]
        return sorted(found)
