"""What a tree tells of each verb and each noun of an act: who, whom, whether it was, may be or will be, and when.

Words decide nothing here about parties or events; see ``parsed`` for that. What the tree does not say is left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...knowledge.predicate_words import predicate_words
from .grammar import Tree
from .trees import ACTOR, who_does_what


class Mood(StrEnum):
    """Whether an act is told as one that was."""

    TOLD = "told"
    POSSIBLE = "possible"
    NECESSARY = "necessary"
    CONDITIONAL = "conditional"
    INTENDED = "intended"
    ATTEMPTED = "attempted"


class Tense(StrEnum):
    """Past, present, future; NONE for forms that have none and take it from nothing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Aspect(StrEnum):
    """Simple, perfect ("has shelled"), progressive ("is shelling"), or both."""

    SIMPLE = "simple"
    PERFECT = "perfect"
    PROGRESSIVE = "progressive"
    PERFECT_PROGRESSIVE = "perfect progressive"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, or a noun of an act (``nominal``), by place of its word. Actors and targets are head words' places.

    A quantity's "of" is looked through: for "scores of civilians" the target is "civilians".
    """

    place: int
    actors: tuple[int, ...]
    targets: tuple[int, ...]
    nominal: bool
    negated: bool
    mood: Mood
    tense: Tense
    aspect: Aspect


def predicates(
    words: Sequence[str], lemmas: Sequence[str], upos: Sequence[str], heads: Sequence[int], rels: Sequence[str]
) -> tuple[Predicate, ...]:
    """All predicates of a sentence in order of their words; nothing where there is no tree."""
    if all(h < 0 for h in heads) and len(heads) > 1:
        return ()
    reader = _Predicates(Tree(words, lemmas, upos, heads, rels), who_does_what(words, upos, heads, rels))
    return tuple(reader.read(place) for place in range(len(words)) if reader.is_one(place))


def counted(tree: Tree, place: int) -> int:
    """What a quantity counts: "civilians" for "scores of civilians", "none of the civilians"; else the word itself."""
    words = predicate_words()
    for _ in range(len(tree.words)):
        of = [c for c in tree.below(place, "nmod", "obl") if tree.case(c) == "of" and c > place]
        number = (
            tree.lemmas[place] in words.quantities or tree.words[place] in words.quantities or tree.upos[place] == "NUM"
        )
        if not of or not number:
            return place
        place = of[0]
    return place


class _Predicates:
    def __init__(self, tree: Tree, triples: set[tuple[int, str, int]]) -> None:
        self._tree, self._triples, self._words = tree, triples, predicate_words()

    def is_one(self, place: int) -> bool:
        if self._tree.upos[place] == "VERB":
            return True
        # "An attack" is an act; "the attack helicopter" is none.
        return self._is_event(place) and self._tree.rels[place] not in {"compound", "amod", "flat"}

    def _is_event(self, place: int) -> bool:
        tree = self._tree
        known = tree.lemmas[place] in self._words.events or tree.words[place] in self._words.events
        return tree.upos[place] in {"NOUN", "PROPN"} and known

    def read(self, place: int) -> Predicate:
        nominal = self._tree.upos[place] != "VERB"
        actors, targets = self._of_noun(place) if nominal else self._of_verb(place)
        tense, aspect = self._time(place)
        return Predicate(
            place, self._seen_through(actors), self._seen_through(targets), nominal,
            self._negated(place), self._mood(place), tense, aspect,
        )  # fmt: skip

    def _seen_through(self, places: Sequence[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(counted(self._tree, p) for p in places))

    def _of_verb(self, verb: int) -> tuple[list[int], list[int]]:
        own = sorted((a, side) for v, side, a in self._triples if v == verb)
        return [a for a, side in own if side == ACTOR], [a for a, side in own if side != ACTOR]

    def _of_noun(self, noun: int) -> tuple[list[int], list[int]]:
        """ "rebel shelling of the town by night", "air strikes by the coalition on Dor", "the army's advance"."""
        tree, words = self._tree, self._words
        actors, targets = [], []
        for child in tree.below(noun, "nmod", "amod", "compound", "obl"):
            case = tree.case(child)
            if case == "by" or (case == "of" and tree.lemmas[noun] in words.of_actor):
                actors.append(child)
            elif case in words.onto:
                targets.append(child)
            elif tree.rels[child] == "nmod:poss" or (child < noun and not case and not self._is_means(child)):
                actors.append(child)
        return self._with_conjuncts(actors), self._with_conjuncts(targets)

    def _is_means(self, place: int) -> bool:
        return bool({self._tree.lemmas[place], self._tree.words[place]} & self._words.means)

    def _with_conjuncts(self, places: list[int]) -> list[int]:
        return [x for p in places for x in (p, *self._tree.below(p, "conj"))]

    def _negated(self, place: int) -> bool:
        tree, words = self._tree, self._words
        if any(tree.words[c] in words.negation for c in tree.below(place, "advmod", "cc", "det", "mark", "aux")):
            return True
        # "no longer", "no more" beside the verb; "without" before its clause; "no" before an act's noun.
        for child in tree.below(place):
            if tree.words[child] in words.longer and any(tree.words[c] == "no" for c in tree.below(child)):
                return True
            if tree.words[child] in words.negative and tree.rels[child] == "det":
                return True
        # The nearest one only: "without power due to the clashes" denies no clash, whatever the tree hangs where.
        marks = tree.below(place, "mark", "case")
        if marks and tree.words[max(marks)] in words.without:
            return True
        if tree.upos[place] == "VERB" and self._no_side(place):
            return True
        head, rel = tree.heads[place], tree.rels[place]
        if head < 0:
            return False
        governed = rel in {"xcomp", "ccomp", "advcl", "obl"} or (rel == "obj" and tree.upos[place] != "VERB")
        if governed and tree.lemmas[head] in words.preventing and not self._is_negated_itself(head):
            return rel != "advcl" or tree.case(place) in {"from", "of"} or self._marked(place, {"from", "of"})
        return rel == "conj" and self._shares(place) and self._negated(head)

    def _is_negated_itself(self, place: int) -> bool:
        return any(self._tree.words[c] in self._words.negation for c in self._tree.below(place, "advmod"))

    def _marked(self, place: int, marks: set[str]) -> bool:
        return any(self._tree.words[c] in marks for c in self._tree.below(place, "mark", "case"))

    def _no_side(self, verb: int) -> bool:
        """ "No shell hit the school", "hit nobody", "None of them fired"."""
        tree = self._tree
        for side in tree.below(verb, "nsubj", "obj"):
            heads = {tree.words[side]} | {tree.words[c] for c in tree.below(side, "det")}
            if heads & self._words.negative:
                return True
        return False

    def _shares(self, place: int) -> bool:
        """Whether a conjoined verb goes on under the first one's auxiliaries: "was not attacked or looted"."""
        return not self._tree.below(place, "nsubj", "aux", "csubj")

    def _mood(self, place: int) -> Mood:
        tree, words = self._tree, self._words
        aux = {tree.words[c] for c in tree.below(place, "aux")} | {tree.lemmas[c] for c in tree.below(place, "aux")}
        if self._marked(place, set(words.conditions)):
            return Mood.CONDITIONAL
        for group, mood in (
            (words.possible, Mood.POSSIBLE), (words.necessary, Mood.NECESSARY), (words.conditional, Mood.CONDITIONAL),
        ):  # fmt: skip
            if aux & group:
                return mood
        if aux & words.future:
            return Mood.INTENDED
        head, rel = tree.heads[place], tree.rels[place]
        if head < 0:
            return Mood.TOLD
        infinitive = self._marked(place, {"to"})
        if rel in {"xcomp", "ccomp", "acl", "advcl"} and infinitive:
            if tree.lemmas[head] in words.attempted:
                return Mood.ATTEMPTED
            # Why something is done ("stopped to refuel") is no more than meant either.
            return Mood.INTENDED if tree.lemmas[head] in words.intended or rel in {"acl", "advcl"} else self._mood(head)
        if rel in {"conj", "xcomp"} and self._shares(place):
            return self._mood(head)
        if rel == "obj" and tree.upos[place] != "VERB" and tree.lemmas[head] in words.intended:
            return Mood.INTENDED
        return self._mood(head) if rel in {"advcl", "acl"} and self._conditional(head) else Mood.TOLD

    def _conditional(self, place: int) -> bool:
        return self._marked(place, set(self._words.conditions))

    def _time(self, place: int) -> tuple[Tense, Aspect]:
        tree, words = self._tree, self._words
        if tree.upos[place] != "VERB":
            return Tense.NONE, Aspect.SIMPLE
        helpers = [c for c in tree.below(place, "aux") if tree.rels[c] == "aux" or tree.rels[c] == "aux:pass"]
        if not helpers and tree.rels[place] == "conj" and self._shares(place) and tree.heads[place] >= 0:
            same = self._form(place) == self._form(tree.heads[place])
            if same and tree.below(tree.heads[place], "aux"):
                return self._time(tree.heads[place])
        aspect = self._aspect(place, helpers)
        forms = [tree.words[c] for c in helpers]
        if any(f in words.future for f in forms):
            return Tense.FUTURE, aspect
        if any(f in words.possible | words.necessary | words.conditional for f in forms):
            return Tense.NONE, aspect
        for form in forms:
            # The first auxiliary is the finite one.
            if form in words.past:
                return Tense.PAST, aspect
            if form in words.present:
                return Tense.PRESENT, aspect
        return self._bare_tense(place, bool(helpers)), aspect

    def _aspect(self, place: int, helpers: list[int]) -> Aspect:
        tree = self._tree
        have = any(tree.lemmas[c] == "have" or tree.words[c] in {"'ve", "’ve"} for c in helpers)
        going = self._form(place) == "ing" and any(tree.lemmas[c] == "be" or tree.words[c] in _BE for c in helpers)
        going = going or any(tree.words[c] == "being" for c in helpers)
        if have and going:
            return Aspect.PERFECT_PROGRESSIVE
        return Aspect.PERFECT if have else Aspect.PROGRESSIVE if going else Aspect.SIMPLE

    def _form(self, place: int) -> str:
        word, lemma = self._tree.words[place], self._tree.lemmas[place]
        if word.endswith("ing") and word != lemma:
            return "ing"
        if word == lemma:
            return "base"
        return "s" if word.endswith("s") and not word.endswith("ss") and lemma[:2] == word[:2] else "past"

    def _bare_tense(self, place: int, helped: bool) -> Tense:
        """The tense of a verb without a telling auxiliary: its own, or for a participle that of what it hangs on."""
        tree, form = self._tree, self._form(place)
        head, rel = tree.heads[place], tree.rels[place]
        if self._marked(place, {"to"}) or helped:
            return Tense.NONE
        if form == "ing" or (form == "past" and rel in {"acl", "advcl"} and not tree.below(place, "nsubj")):
            while head >= 0 and tree.upos[head] != "VERB":
                head = tree.heads[head]
            return self._time(head)[0] if head >= 0 else Tense.NONE
        if form == "past" or tree.words[place] in self._words.unchanged:
            return Tense.PAST
        return Tense.PRESENT if form == "s" or tree.below(place, "nsubj") else Tense.NONE


_BE = frozenset({"is", "are", "was", "were", "am", "be", "been", "'s", "’s", "'re", "’re", "'m", "’m"})
