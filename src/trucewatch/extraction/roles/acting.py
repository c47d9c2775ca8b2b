"""Who does an act: its subject, "by X", "X's attack", "X launched an attack", "accused X of", "claimed by X"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...records.party import Party
from ...records.reading import PartyMention
from ...records.text import Cited
from .anaphora import resolve
from .carried import elided, of_list, of_pronoun
from .clause import Clause, Form
from .laid import laid_to, may_act
from .patterns import ARTICLES, BETWEEN, FROM
from .subject import bears, subject_of

_BEFORE_ADJECTIVE = re.compile(r"\b(?:in|by|during|from|under|when)\s+(?:[\w-]+\s+){0,3}$", re.I)
_FIRED = re.compile(r"\b(?:fire|gunfire|shells?|shelling|rockets?|missiles?|mortars?|shots?|bullets?)\b", re.I)
# "X killed six rebels in a clash": who did the harm is a side of the clash.
_HARMED_IN = re.compile(
    r"\s+(?:\w+ly\s+|have\s+|had\s+|has\s+)*(?:killed|wounded|captured|engaged|repelled|lost)\b", re.I
)
_FIRE = ("fire", "shelling", "bombardment", "attack", "attacks", "strikes", "barrage")
_OWNED = re.compile(r"(?:['’]s?)?\s+(?:[\w’'-]+\s+){0,4}")
_OWNED_WITH_AND = re.compile(r"(?:['’]s?)?\s+[\w-]+(?:\s+[\w-]+)?\s+and\s+(?:[\w-]+\s+){0,2}")
_NOT_OWNED = re.compile(
    r"\b(?:in|on|of|at|by|for|to|with|and|after|from|during|against|near|that|was|were|is|are|has|had|have|said|killed|the|a|an)\b",
    re.I,
)
_WHEN = re.compile(rf"\b(?:when|in which)\s+{ARTICLES}$", re.I)
_VERB_NEXT = re.compile(r"\s+\w+ed\b", re.I)
_BELONGING = re.compile(
    r"\s+(?:of|from|belonging to|with|loyal to|allied (?:to|with)|fighting for|linked to|affiliated (?:to|with))\s+(?:the\s+)?(?:[\w-]+\s+)?".replace(
        " (?", r"\s+(?"
    ),
    re.I,
)
_ARE_AT_IT = re.compile(r"\b(?:is|are|was|were|been|keep|kept)\s+(?:also\s+|still\s+|again\s+|now\s+|\w+ly\s+)*$", re.I)
_WITH_NEXT = re.compile(r"\s+(?:\w+\s+)?(?:with|against)\b")


@dataclass(frozen=True, slots=True)
class Actor:
    """The actor with the mention it was read from."""

    mention: PartyMention
    cited: Cited[Party]


def actor_of(clause: Clause) -> Actor | None:
    """The actor of a clause's act; None where the text names none."""
    mention = laid_to(clause) or _by_form(clause)
    if mention is not None:
        mention = _of_whom(clause, mention)
        return Actor(mention, resolve(clause, mention))
    told = None
    if _has_subject(clause):
        told = of_pronoun(clause)
        mention = elided(clause) if told is None else None
    if mention is not None:
        return Actor(mention, resolve(clause, mention))
    if told is None and clause.form in {Form.ACTIVE, Form.NOUN}:
        told = of_list(clause)
    return Actor(*told) if told is not None else None


def _of_whom(clause: Clause, mention: PartyMention) -> PartyMention:
    """ "guerrillas of the ELN": the group a general word says its fighters are of."""
    if not mention.party.umbrella:
        return mention
    for other in clause.parties:
        if other.span.start >= mention.span.end and may_act(other) and not other.party.umbrella:
            return other if _BELONGING.fullmatch(clause.text, mention.span.end, other.span.start) else mention
    return mention


def _has_subject(clause: Clause) -> bool:
    """Whether the act stands as a verb, or is lent one, so that a subject of it may be understood."""
    if clause.form is Form.MUTUAL:
        return clause.act.quote.lower().split()[0] not in clause.words.nouns
    return clause.form is Form.ACTIVE or (clause.form is Form.NOUN and _lent(clause, clause.start))


def _by_form(clause: Clause) -> PartyMention | None:
    if clause.form is Form.PASSIVE:
        return _of_passive(clause)
    if clause.form is Form.NOUN:
        return _of_noun(clause)
    return _of_mutual(clause) if clause.form is Form.MUTUAL else subject_of(clause)


def _of_passive(clause: Clause) -> PartyMention | None:
    """ "killed in Israeli shelling" ("in an attack by X" is found by its "by")."""
    for mention in clause.parties:
        if mention.span.start < clause.act.end or not mention.adjectival or not may_act(mention):
            continue
        if _BEFORE_ADJECTIVE.search(clause.before(mention, 40)) and bears(clause, mention):
            return mention
    return _fired_from(clause)


def _fired_from(clause: Clause) -> PartyMention | None:
    """ "wounded by fire from the positions of the separatists"."""
    for mention in clause.parties:
        between = clause.text[clause.act.end : mention.span.start]
        if (
            mention.span.start >= clause.act.end
            and may_act(mention)
            and FROM.search(between)
            and _FIRED.search(between)
        ):
            return mention
    return None


def _of_noun(clause: Clause) -> PartyMention | None:
    """The owner of a noun of an act: "Turkish shelling", "the army's raid", "fire from X", "X launched an attack"."""
    owner = _owner(clause)
    if owner is not None:
        return owner
    subject = subject_of(clause)
    if subject is not None and _lent(clause, subject.span.end):
        return subject
    return _source_of_fire(clause) or _told_after(clause)


def _source_of_fire(clause: Clause) -> PartyMention | None:
    """ "fire from X", "shelling from X"."""
    if not clause.act.quote.lower().endswith(_FIRE):
        return None
    for mention in clause.parties:
        near = clause.act.end <= mention.span.start < clause.act.end + 50
        if near and may_act(mention) and FROM.search(clause.before(mention)):
            return mention
    return None


def _told_after(clause: Clause) -> PartyMention | None:
    """ "an attack on Monday when X murdered ...": the act is told again with its subject."""
    for mention in clause.parties:
        if mention.span.start >= clause.act.end and may_act(mention) and not mention.adjectival:
            lead = clause.text[clause.act.end : mention.span.start]
            if _WHEN.search(lead) and _VERB_NEXT.match(clause.after(mention)):
                return mention
    return None


def _owner(clause: Clause) -> PartyMention | None:
    """A party that stands as adjective or with 's directly before the act's noun."""
    for mention in reversed(clause.parties):
        if mention.span.end > clause.act.start or not may_act(mention):
            continue
        gap = clause.text[mention.span.end : clause.act.start]
        if _OWNED.fullmatch(gap) and not _NOT_OWNED.search(gap):
            return mention if mention.adjectival or gap[:1] in "'’" or gap == " " else None
        if mention.adjectival and _OWNED_WITH_AND.fullmatch(gap):
            return mention
    return None


def _lent(clause: Clause, from_: int) -> bool:
    """Whether a verb that only lends the act its subject stands before the act: "launched an attack"."""
    return bool(clause.words.light.search(clause.text, from_, clause.act.start))


def _of_mutual(clause: Clause) -> PartyMention | None:
    """The first side of a fight: "between X and Y", "X clashed with Y", "X and Y fought"."""
    for mention in clause.parties:
        if may_act(mention) and BETWEEN.search(clause.before(mention)):
            return mention
    noun = clause.act.quote.lower().split()[0] in clause.words.nouns
    if noun and _ARE_AT_IT.search(clause.text[clause.start : clause.act.start]):
        noun = False  # "the army and the rebels are fighting in"
    if not noun or _WITH_NEXT.match(clause.text, clause.act.end, clause.end):
        return subject_of(clause)
    owner = _owner(clause)
    if owner is not None:
        return owner
    subject = subject_of(clause)
    if subject is None:
        return None
    gap = clause.text[subject.span.end : clause.act.start]
    return subject if _lent(clause, subject.span.end) or _HARMED_IN.match(gap) else None
