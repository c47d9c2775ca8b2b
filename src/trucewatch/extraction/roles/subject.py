"""The subject of an act: the party before it that no preposition, possessor or relative clause claims."""

from __future__ import annotations

import re

from ...records.reading import PartyMention
from .clause import Clause
from .laid import may_act
from .patterns import COORDINATE, RELATIVE, TRAILING_ARTICLES

_OF_END = re.compile(r"\bof\s+(?:the\s+)?$")
_LAST_WORD = re.compile(r"([\w-]+)\s*$")
_CLAUSE_STARTS = re.compile(
    r"[,:;]|\b(?:that|said|says|and|but|when|where|while|after|before|as|because|if|which|who|then|reported|believe[sd]?"
    r"|announced|denied|claimed|added)\b",
    re.I,
)
_OTHER_CLAUSE = re.compile(
    r"\b(?:that|saying|said|says|when|where|while|after|before|because|if|reported|announced|denied|claimed|added|until"
    r"|,\s+and|and\s+(?=(?:the|a|an|its|several|two|three|four)\s))\b|[:;]",
    re.I,
)
_OWN_OBJECT = re.compile(r"\s+(?:his|her|their|its|a|an|the)\s", re.I)
# "gunmen dressed as soldiers": a guise acts for nobody.
_DISGUISED = re.compile(
    r"\b(?:dressed|disguised|posing|masquerading|clad|uniformed)\s+(?:up\s+)?(?:as|like|in the uniforms? of)\s*(?:an?|the)?\s*$|\bwearing\s+(?:[\w-]+\s+){0,3}$",
    re.I,
)
_ASIDE = re.compile(r"[—–(][^—–()]*[—–)]")
_NO_NOUN = re.compile(
    r"(?:\s*(?:\w+ly|then|later|also|had|have|has|been|were|was|is|are|to|will|would|it|they|again|twice|not|never|and|be|being|first|on \w+day|today|yesterday|did|could|may|might|which|who)\b)*\s*",
    re.I,
)


def subject_of(clause: Clause) -> PartyMention | None:
    """The party before the act that can be its subject; the last one that begins a clause of its own."""
    relative = [m.span() for m in RELATIVE.finditer(clause.text, clause.start, clause.act.start)]
    # A bomb that explodes is no deed of who stands before it, unless it is theirs: "rebel shells landed".
    by_itself = acts_by_itself(clause)
    best: PartyMention | None = None
    last: PartyMention | None = None
    for mention in clause.parties:
        if mention.span.end > clause.act.start:
            break
        if not may_act(mention) or any(a <= mention.span.start < b for a, b in relative):
            continue
        if (mention.adjectival and not bears(clause, mention)) or _is_object(clause, mention):
            continue
        if by_itself and not (mention.adjectival or clause.after(mention, 1) in {"'", "’"}):
            continue
        joined = last is not None and _joined(clause, last, mention)
        if best is None or (not joined and _new_subject(clause, best, mention)):
            best = mention
        last = mention
    return best if best is not None and not _other_noun(clause, best) else None


def _other_noun(clause: Clause, mention: PartyMention) -> bool:
    """Whether a noun of a later clause is the act's subject: "the army said rockets landed"."""
    gap = _ASIDE.sub(" ", clause.text[mention.span.end : clause.act.start])
    starts = list(_OTHER_CLAUSE.finditer(gap))
    if not starts or re.search(r",\s*$", gap):
        return False
    return not _NO_NOUN.fullmatch(gap[starts[-1].end() :])


def _joined(clause: Clause, one: PartyMention, other: PartyMention) -> bool:
    """Whether two parties are one subject: "the army and rebels", "Gabonese gunners and rebels"."""
    gap = clause.text[one.span.end : other.span.start]
    if one.adjectival:
        gap = re.sub(r"^(?:\s+(?!and\b|or\b)[\w-]+){1,2}", "", gap)
    return bool(COORDINATE.fullmatch(gap))


def acts_by_itself(clause: Clause) -> bool:
    """Whether the act is what a weapon does by itself, with nothing that somebody does it to ("detonated his belt")."""
    if not clause.words.by_itself.match(clause.act.quote):
        return False
    return not _OWN_OBJECT.match(clause.text, clause.act.end, clause.end)


def bears(clause: Clause, mention: PartyMention) -> bool:
    """Whether the noun an adjective stands with acts for its party: "Israeli jets bombed"."""
    if clause.after(mention, 1) == "-":
        return False
    return any(word in clause.words.bearers for word in re.findall(r"[\w-]+", clause.after(mention, 45).lower())[:4])


def _is_object(clause: Clause, mention: PartyMention) -> bool:
    """Whether a preposition or a possessor before (or 's after) keeps a party from being a subject."""
    if not mention.adjectival and clause.after(mention, 1) in {"'", "’"} and not bears(clause, mention):
        return True
    lead = TRAILING_ARTICLES.sub("", clause.before(mention))
    if _DISGUISED.search(lead):
        return True
    if clause.words.partitive.search(lead[-30:]) and _OF_END.search(lead):
        return False
    tail = _LAST_WORD.search(lead)
    return bool(tail and tail[1].lower() in clause.words.prepositions)


def _new_subject(clause: Clause, old: PartyMention, new: PartyMention) -> bool:
    """Whether a later party takes over as subject: a clause begins between, and no comma follows it."""
    between = clause.text[old.span.end : new.span.start]
    follows = clause.text[new.span.end : clause.act.start]
    return bool(_CLAUSE_STARTS.search(between)) and not re.match(r"\s*,", follows)
