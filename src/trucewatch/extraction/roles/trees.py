"""Who does what to whom over a tree: active and passive, shared subjects, relative clauses, participles, infinitives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

Triple = tuple[int, str, int]
ACTOR, TARGET = "A", "P"
# After "by" these say when or how, not who.
_TIMES = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "night", "day", "noon", "midnight", "dawn", "dusk",
     "evening", "morning", "afternoon", "nightfall", "sunset", "sunrise", "then", "now", "today", "tomorrow", "week", "month", "year",
     "end", "time", "days", "weeks", "months", "years", "hours", "minutes", "percent", "cent", "km", "kilometres", "miles", "metres", "road", "sea", "air", "land", "plane", "boat", "phone", "telephone", "force", "accident", "mistake", "name"}
)  # fmt: skip
_RELATIVE = frozenset({"who", "whom", "which", "that"})


def who_does_what(words: Sequence[str], upos: Sequence[str], heads: Sequence[int], rels: Sequence[str]) -> set[Triple]:
    """Triples (verb, ``A`` actor or ``P`` target, head word of the argument), as places of words."""
    return _Clauses(words, upos, heads, rels).triples()


class _Clauses:
    def __init__(self, words: Sequence[str], upos: Sequence[str], heads: Sequence[int], rels: Sequence[str]) -> None:
        self._words = [w.lower() for w in words]
        self._upos, self._heads, self._rels = upos, heads, rels
        self._below: dict[int, list[int]] = defaultdict(list)
        for child, head in enumerate(heads):
            self._below[head].append(child)
        self._known: dict[int, tuple[list[int], list[int]]] = {}

    def triples(self) -> set[Triple]:
        found: set[Triple] = set()
        for verb, tag in enumerate(self._upos):
            if tag == "VERB":
                actors, targets = self._sides(verb)
                found |= {(verb, ACTOR, a) for a in self._with_conjuncts(actors)}
                found |= {(verb, TARGET, p) for p in self._with_conjuncts(targets)}
        return found

    def _own(self, verb: int, *relations: str) -> list[int]:
        return [c for c in self._below[verb] if self._rels[c] in relations]

    def _passive(self, verb: int) -> bool:
        return bool(self._own(verb, "nsubj:pass", "aux:pass", "obl:agent"))

    def _agents(self, verb: int) -> list[int]:
        """ "By whom" of a passive or a participle, whether or not the tree says agent; never by when or by doing."""
        found = self._own(verb, "obl:agent")
        participle = self._rels[verb] == "acl" and not self._words[verb].endswith("ing")
        if not found and (participle or self._own(verb, "nsubj:pass", "aux:pass")):
            found = [
                c
                for c in self._own(verb, "obl")
                if self._case(c) == "by" and self._upos[c] in {"NOUN", "PROPN", "PRON"}
            ]
        return [c for c in found if self._words[c] not in _TIMES and self._upos[c] != "NUM"]

    def _case(self, noun: int) -> str:
        return next((self._words[c] for c in self._below[noun] if self._rels[c] == "case"), "")

    def _sides(self, verb: int) -> tuple[list[int], list[int]]:
        """Actors and targets of a verb, with what it shares with the verb it hangs on."""
        if verb not in self._known:
            self._known[verb] = ([], [])
            actors = self._own(verb, "nsubj") + self._agents(verb)
            targets = self._own(verb, "obj", "nsubj:pass") or self._own(verb, "iobj")
            self._known[verb] = (actors, targets)
            self._known[verb] = self._resolved(verb, *self._shared(verb, actors, targets))
        return self._known[verb]

    def _shared(self, verb: int, actors: list[int], targets: list[int]) -> tuple[list[int], list[int]]:
        head, rel = self._heads[verb], self._rels[verb]
        if head < 0 or self._own(verb, "nsubj", "nsubj:pass", "csubj", "csubj:pass"):
            return actors, targets
        participle = self._words[verb].endswith("ing")
        if rel == "acl":
            if self._own(verb, "mark"):
                return actors, targets
            return (actors or [head], targets) if participle else (actors, targets or [head])
        if self._upos[head] not in {"VERB", "ADJ", "NOUN"} or rel not in {"conj", "xcomp", "advcl"}:
            return actors, targets
        above, objects = self._sides(head)
        if rel == "conj":
            if self._passive(head) and not self._own(verb, "aux", "obj"):
                return actors or above, targets or self._own(head, "nsubj:pass")
            # "They did not attack or burn the village": what stands behind both verbs is both verbs' object.
            shared = [o for o in self._own(head, "obj") if o > verb]
            return actors or self._own(head, "nsubj", "nsubj:pass") or above, targets or shared
        controller = (
            self._own(head, "iobj") or objects or above
            if rel == "xcomp"
            else self._own(head, "nsubj", "nsubj:pass") or above
        )
        bare = rel == "advcl" and not participle and not self._own(verb, "mark", "obj")
        if self._passive(verb) or bare:
            return actors, targets or controller
        return actors or controller, targets

    def _resolved(self, verb: int, actors: list[int], targets: list[int]) -> tuple[list[int], list[int]]:
        """Relative pronouns become the noun their clause belongs to; a clause without one lacks an object."""
        clause = verb
        while self._rels[clause] in {"conj", "xcomp", "ccomp"} and self._heads[clause] >= 0:
            clause = self._heads[clause]
        if not self._rels[clause].startswith("acl:relcl") and self._rels[clause] != "advcl:relcl":
            return actors, targets
        noun = self._heads[clause]
        if clause == verb and actors and not targets and not self._any_relative(verb):
            targets = [noun]
        return self._antecedent(actors, noun), self._antecedent(targets, noun)

    def _antecedent(self, places: list[int], noun: int) -> list[int]:
        return [noun if self._words[p] in _RELATIVE and p > noun else p for p in places]

    def _any_relative(self, verb: int) -> bool:
        below = self._below[verb]
        deep = below + [c for b in below for c in self._below[b]]
        return any(self._words[c] in _RELATIVE | {"where", "when", "whose", "why"} for c in deep) or any(
            self._rels[c].startswith(("obl", "xcomp", "ccomp")) for c in below
        )

    def _with_conjuncts(self, places: list[int]) -> set[int]:
        found = set(places)
        for place in places:
            found |= {c for c in self._below[place] if self._rels[c] == "conj" and self._upos[c] != "VERB"}
        return found
