"""Trees of the CLEAR scheme, which spaCy's English pipelines give, as trees of Universal Dependencies.

Not labels alone: in CLEAR a preposition governs its noun and "be" its predicate; in UD the words of content govern.
Places are 0-based, the root's head is -1, as everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence

# Relations that differ in name only.
_NAMES = {
    "ROOT": "root", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj", "dative": "iobj",
    "poss": "nmod:poss", "relcl": "acl:relcl", "neg": "advmod", "npadvmod": "obl:unmarked", "nn": "compound", "quantmod": "advmod",
    "predet": "det:predet", "preconj": "cc:preconj", "prt": "compound:prt", "intj": "discourse", "meta": "dep", "oprd": "xcomp",
    "acomp": "xcomp", "attr": "xcomp", "subtok": "goeswith", "infmod": "acl", "partmod": "acl", "rcmod": "acl:relcl", "num": "nummod",
    "number": "nummod", "possessive": "case", "complm": "mark", "hmod": "compound", "": "dep",
}  # fmt: skip
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"})
_UNIVERSAL = frozenset({"obl", "nsubj:pass", "obl:agent", "aux:pass", "case", "cop"})
_CLEAR = frozenset({"pobj", "nsubjpass", "dobj", "auxpass", "agent", "attr"})


def is_clear(labels: Sequence[str]) -> bool:
    """Whether a parser's labels are CLEAR's; those of UD need no change."""
    return len(_CLEAR & set(labels)) > len((_UNIVERSAL - {"case"}) & set(labels))


def to_universal(
    words: Sequence[str], upos: Sequence[str], heads: Sequence[int], rels: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Heads and relations of UD for a tree of CLEAR; a tree stays a tree with the one root it had or its predicate."""
    tree = _Tree([w.lower() for w in words], list(upos), list(heads), list(rels))
    tree.turn_prepositions()
    tree.turn_copulas()
    tree.flatten_conjuncts()
    # "to" before an infinitive marks it; CLEAR counts it among the auxiliaries.
    marks = [r == "aux" and u == "PART" for r, u in zip(tree.rels, upos, strict=True)]
    return tree.heads, ["mark" if m else _NAMES.get(r, r) for r, m in zip(tree.rels, marks, strict=True)]


class _Tree:
    def __init__(self, words: list[str], upos: list[str], heads: list[int], rels: list[str]) -> None:
        self.words, self.upos, self.heads, self.rels = words, upos, heads, rels

    def _below(self, head: int, *rels: str) -> list[int]:
        return [i for i, h in enumerate(self.heads) if h == head and (not rels or self.rels[i] in rels)]

    def _depth(self, place: int) -> int:
        steps = 0
        while self.heads[place] >= 0:
            place, steps = self.heads[place], steps + 1
        return steps

    def _promote(self, below: int, above: int, rel: str, became: str) -> None:
        """The lower word takes the upper one's place as ``rel``; the upper one hangs on it as ``became``."""
        self.heads[below], self.rels[below] = self.heads[above], rel
        for child in self._below(above):
            if child != below and self.rels[child] != "fixed":
                self.heads[child] = below
        self.heads[above], self.rels[above] = below, became

    def turn_prepositions(self) -> None:
        """ "in Goma": the noun hangs where the preposition did, which becomes its case; inner ones first."""
        found = [i for i, r in enumerate(self.rels) if r in {"prep", "agent", "dative"} and self.upos[i] != "PRON"]
        for place in sorted(found, key=self._depth, reverse=True):
            objects = self._below(place, "pobj") or self._inner(place)
            clauses = self._below(place, "pcomp")
            head = self.heads[place]
            nominal = head >= 0 and self.upos[head] in _NOMINAL and not self._is_predicate(head)
            if objects:
                rel = "obl:agent" if self.rels[place] == "agent" else "nmod" if nominal else "obl"
                self._promote(objects[0], place, rel, "case")
            elif clauses:
                self._promote(clauses[0], place, "acl" if nominal else "advcl", "mark")
            elif self.rels[place] != "dative":
                self.rels[place] = "advmod"

    def _inner(self, place: int) -> list[int]:
        """The noun of a preposition's own preposition: "out of the town", "because of the rain"."""
        return [i for i in self._below(place, "obl", "nmod") if self._below(i, "case") and i > place]

    def _is_predicate(self, place: int) -> bool:
        head = self.heads[place]
        return self.rels[place] in {"attr", "acomp"} and head >= 0 and self.words[head] in _BE

    def turn_copulas(self) -> None:
        """ "The road is a front line": the predicate governs, "is" is its copula."""
        for place in range(len(self.words)):
            if (
                self.words[place] in _BE
                and self.upos[place] in {"AUX", "VERB"}
                and self.rels[place] not in {"aux", "auxpass"}
            ):
                predicates = self._below(place, "attr", "acomp") or self._where(place)
                if predicates and not self._below(place, "expl"):
                    self._promote(predicates[0], place, self.rels[place], "cop")

    def _where(self, place: int) -> list[int]:
        """ "The talks are in Geneva": a place as predicate, where "be" has no other."""
        if not self._below(place, "nsubj") or self._below(place, "ccomp", "xcomp", "oprd", "auxpass"):
            return []
        return [i for i in self._below(place, "obl") if i > place and self._below(i, "case")]

    def flatten_conjuncts(self) -> None:
        """Every conjunct hangs on the first; a conjunction on the conjunct after it."""
        for place, rel in enumerate(self.rels):
            if rel == "conj":
                while self.heads[place] >= 0 and self.rels[self.heads[place]] == "conj":
                    self.heads[place] = self.heads[self.heads[place]]
        for place, rel in enumerate(self.rels):
            if rel in {"cc", "punct"}:
                first = self.heads[place]
                if first >= 0 and self.rels[first] == "conj":
                    first = self.heads[first]
                after = [c for c in self._below(first, "conj") if c > place] if first >= 0 else []
                if after and (rel == "cc" or (self.words[place] == "," and first < place)):
                    self.heads[place] = after[0]


_BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m", "ai"})
