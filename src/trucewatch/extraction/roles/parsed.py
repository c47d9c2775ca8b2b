"""Actor and target of an act from its sentence's tree, where the language model gives one.

The tree says who stands in which role; whether that is a party, and may act, stays with the reviewed parties.
"""

from __future__ import annotations

from functools import lru_cache

from ...records.reading import PartyMention, Sentence, Token
from ...records.text import Span
from .acting import Actor
from .anaphora import resolve
from .clause import Clause
from .laid import may_act
from .predicates import Mood, Predicate, predicates

# What hands its noun's party on: "fighters of the Front", "members from the unit", "Turkish jets".
_MODIFIERS = ("amod", "compound", "nmod:poss", "nmod", "flat", "appos")
_NOT_TOLD = frozenset({Mood.POSSIBLE, Mood.NECESSARY, Mood.CONDITIONAL, Mood.INTENDED})
_ONTO = frozenset({"on", "against", "of", "at", "into", "upon", "over"})


def has_tree(sentence: Sentence | None) -> bool:
    """Whether the language model gave the sentence a tree."""
    return sentence is not None and any(t.head >= 0 for t in sentence.tokens)


def actor_by_tree(clause: Clause) -> Actor | None:
    """The party the tree makes the actor of a clause's act, if it may act."""
    for token in _parsed(clause)[0]:
        mention = _mention_at(clause, token)
        if mention is not None and may_act(mention):
            return Actor(mention, resolve(clause, mention))
    return None


def target_by_tree(clause: Clause, actor: PartyMention | None) -> PartyMention | None:
    """The party the tree makes the target of a clause's act; never the actor's own."""
    for token in _parsed(clause)[1]:
        mention = _mention_at(clause, token)
        if mention is not None and (actor is None or mention.party.id != actor.party.id):
            return mention
    return None


def is_told(sentence: Sentence, act: Span) -> bool:
    """Whether the tree tells an act as one that was: not denied, not meant, not supposed; true where it says nothing."""
    if not has_tree(sentence):
        return True
    place = _act(sentence.tokens, act.start, act.end)
    found = None if place is None else _predicates(sentence.tokens).get(place)
    return found is None or not (found.negated or found.mood in _NOT_TOLD)


def _parsed(clause: Clause) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Tokens that are actors and targets of the act by the tree, best first; nothing without a tree."""
    if clause.sentence is None or not has_tree(clause.sentence):
        return (), ()
    tokens = clause.sentence.tokens
    act = _act(tokens, clause.act.start, clause.act.end)
    if act is None:
        return (), ()
    found = _predicates(tokens).get(act)
    if found is not None and not found.nominal:
        return found.actors, found.targets
    return _noun(clause, tokens, act)


def _mention_at(clause: Clause, token: int) -> PartyMention | None:
    """The party that a token, or a noun's modifier below it, names."""
    assert clause.sentence is not None
    tokens = clause.sentence.tokens
    own = _over(clause, tokens[token])
    if own is not None:
        return own
    for i, child in enumerate(tokens):
        if child.head == token and child.rel in _MODIFIERS:
            found = _over(clause, tokens[i])
            if found is not None and (child.rel != "nmod" or _case(tokens, i) in {"of", "from", "with"}):
                return found
    return None


def _over(clause: Clause, token: Token) -> PartyMention | None:
    return next((m for m in clause.parties if m.span.start <= token.start and token.end <= m.span.end), None)


def _act(tokens: tuple[Token, ...], start: int, end: int) -> int | None:
    """The verb of the act's words, else their last noun."""
    inside = [i for i, t in enumerate(tokens) if t.start < end and start < t.end]
    verbs = [i for i in inside if tokens[i].upos == "VERB"]
    nouns = [i for i in inside if tokens[i].upos in {"NOUN", "PROPN"}]
    return verbs[0] if verbs else nouns[-1] if nouns else None


@lru_cache(maxsize=64)
def _predicates(tokens: tuple[Token, ...]) -> dict[int, Predicate]:
    parts = ([getattr(t, part) for t in tokens] for part in ("text", "lemma", "upos", "head", "rel"))
    return {p.place: p for p in predicates(*parts)}


def _case(tokens: tuple[Token, ...], noun: int) -> str:
    return next((t.text.lower() for t in tokens if t.head == noun and t.rel == "case"), "")


def _noun(clause: Clause, tokens: tuple[Token, ...], act: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """ "shelling by X of Y", "Turkish air strikes on Y", "X launched an attack on Y"."""
    below = [i for i, t in enumerate(tokens) if t.head == act]
    actors = [
        i for i in below if _case(tokens, i) == "by" or (i < act and tokens[i].rel in {"nmod:poss", "amod", "compound"})
    ]
    targets = [i for i in below if tokens[i].rel.startswith(("nmod", "obl")) and _case(tokens, i) in _ONTO]
    head = tokens[act].head
    if head >= 0 and tokens[head].upos == "VERB" and clause.words.light.match(tokens[head].text):
        if tokens[act].rel in {"obj", "nsubj:pass", "obl"} and head in _predicates(tokens):
            actors += [a for a in _predicates(tokens)[head].actors if a != act]
        onto = (i for i, t in enumerate(tokens) if t.head == head and t.rel == "obl")
        targets += [i for i in onto if _case(tokens, i) in {"on", "against", "at"}]
    return tuple(actors), tuple(targets)
