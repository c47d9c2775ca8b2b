"""Whom or what an act hits: the object, the subject of a passive, "on X", the other side, and the words for it."""

from __future__ import annotations

import re

from ...records.party import PartyKind
from ...records.reading import PartyMention
from .clause import ARMED, Clause, Form
from .patterns import BY, RELATIVE, UNDER, WITH, governor

_ONTO = frozenset(
    ["on", "against", "at", "into", "targeting", "upon", "toward", "towards", "hitting", "over", "target"]
)
_OF = re.compile(r"\s+of\s+(?:[\w’'-]+\s+){0,4}$", re.I)
_HARMS = re.compile(
    r"\s*,?\s*(?:that\s+|which\s+|has\s+|had\s+|have\s+)*(?:also\s+)?(?:killed|killing|wounded|wounding|injured|injuring|hit|hitting|struck|destroyed|damaged|killing)\s",
    re.I,
)
_SPEAKS = re.compile(r"\s+(?:and\s+\w+\s+)?(?:said|says|reported|announced|claimed|told|added|denied|stated)\b", re.I)
_SIDE = re.compile(r"\b(?:and|with|against|killed|wounded|captured|engaged|repelled)\s+(?:[\w’'-]+\s+){0,4}$", re.I)
_AND = re.compile(r",?\s+and\s+(?:the\s+|its\s+|their\s+)?$", re.I)
_NEW_VERB = re.compile(
    r"\s+(?:\w+ly\s+|also\s+|then\s+)?(?:\w+ed|said|has|had|have|was|were|hit|struck|sent|began|shot|fought|took)\b",
    re.I,
)
_DIRECT = re.compile(r"\s+(?:(?!in|on|at|near|for|by)[\w’'-]+\s+){0,2}", re.I)
_BREAKS = re.compile(
    r"[;:]|\b(?:said|says|told|according|while|but|when|after|before|because|although|who|which|that|as)\b", re.I
)
_HARMED = re.compile(
    r"\b(?:(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:killed|wounded|injured|hurt|maimed|shot)|died|perished)\b", re.I
)


_FAR = 90


def target_of(clause: Clause, actor: PartyMention | None) -> PartyMention | None:
    """The party hit; never the actor itself."""
    if clause.form is Form.MUTUAL:
        return _other_side(clause, actor) or (_harmed(clause, actor) if actor is None else None)
    if clause.form is Form.PASSIVE:
        return _passive_subject(clause, clause.act.start, actor)
    after = [m for m in clause.parties if m.span.start >= clause.act.end and not _same(m, actor)]
    taken = _loser(clause, after)
    first = next((m for m in after if not BY.search(clause.before(m))), None)
    direct = taken or (first if first is not None and _is_hit(clause, first) else None) or _opposed(clause, after)
    return _harmed(clause, actor) if direct is None and clause.form is Form.NOUN else direct


def _opposed(clause: Clause, after: list[PartyMention]) -> PartyMention | None:
    """Whom a noun of an act is against, further on: "shelling in support of the militia against the column"."""
    if clause.form is not Form.NOUN:
        return None
    for mention in after:
        between = clause.text[clause.act.end : mention.span.start]
        if governor(between) == "against" and len(between) <= _FAR and not _BREAKS.search(between):
            return mention
    return None


def _harmed(clause: Clause, actor: PartyMention | None) -> PartyMention | None:
    """Who is said to be killed or hurt before the act's noun: "four villagers were killed in clashes"."""
    lead = clause.text[clause.start : clause.act.start]
    harmed = _HARMED.search(clause.text, clause.start, clause.act.start)
    under = UNDER.search(lead)
    if under:
        return _passive_subject(clause, clause.start + under.start(), actor)
    return _passive_subject(clause, harmed.start(), actor) if harmed else None


def _same(mention: PartyMention, actor: PartyMention | None) -> bool:
    return actor is not None and (mention is actor or mention.party.id == actor.party.id)


def _loser(clause: Clause, after: list[PartyMention]) -> PartyMention | None:
    """Who held what is taken: "captured the town from the militia"."""
    if not clause.words.taking.search(clause.act.quote):
        return None
    return next(
        (
            m
            for m in after
            if m.party.kind in ARMED and re.search(r"\bfrom\s+(?:[\w-]+\s+){0,3}$", clause.before(m), re.I)
        ),
        None,
    )


def _is_hit(clause: Clause, mention: PartyMention) -> bool:
    """Whether a party after the act is its object."""
    between = clause.text[clause.act.end : mention.span.start]
    if len(between) > _FAR or _BREAKS.search(between) or (mention.adjectival and not _asset(clause, mention)):
        return False
    if _SPEAKS.match(clause.after(mention)):
        return False
    if _AND.search(between) and _NEW_VERB.match(clause.after(mention)):
        return False
    by = governor(between)
    if by and by not in _ONTO:
        return False
    if mention.party.kind is PartyKind.PERSON:
        return len(between) < 45 and "," not in between
    if clause.form is Form.NOUN and not by:
        return bool(_OF.match(between) or _HARMS.match(between))
    return bool(by) or "," not in between


def _asset(clause: Clause, mention: PartyMention) -> bool:
    """Whether the noun after an adjective is something of its party that can be hit: "army base"."""
    return any(word in clause.words.assets for word in re.findall(r"[\w-]+", clause.after(mention, 50).lower())[:3])


def _passive_subject(clause: Clause, verb: int, actor: PartyMention | None) -> PartyMention | None:
    """The nearest party before a passive verb that can be its subject."""
    for mention in reversed(clause.parties):
        if mention.span.end > verb or _same(mention, actor):
            continue
        if mention.adjectival and not _asset(clause, mention):
            continue
        lead = clause.before(mention, 40)
        partitive = clause.words.partitive.search(lead[-30:])
        if (
            re.search(r"\b(?:by|with|from|to|against|near|for|in|on)\s+(?:the\s+|a\s+|an\s+)?$", lead, re.I)
            and not partitive
        ):
            continue
        gap = RELATIVE.sub(" ", clause.text[mention.span.end : verb])
        if _BREAKS.search(gap):
            continue
        return mention
    return None


def _other_side(clause: Clause, actor: PartyMention | None) -> PartyMention | None:
    """The second side of a fight."""
    if actor is None:
        after = [m for m in clause.parties if m.span.start >= clause.act.end]
        noun = clause.act.quote.lower().split()[0] in clause.words.nouns
        return next((m for m in after if WITH.search(clause.before(m)) or (not noun and _next(clause, m))), None)
    later = [
        m
        for m in clause.parties
        if m.span.start >= actor.span.end
        and not _same(m, actor)
        and m.party.kind in ARMED | {PartyKind.CIVILIANS, PartyKind.PROTESTERS, PartyKind.RIOTERS}
    ]
    for mention in later:
        if mention.span.start >= clause.act.end and (WITH.search(clause.before(mention)) or _next(clause, mention)):
            return mention
    for mention in later:
        gap = clause.text[actor.span.end : mention.span.start]
        if len(gap) < 90 and _SIDE.search(gap):
            return mention
    return None


def _next(clause: Clause, mention: PartyMention) -> bool:
    """Whether a party is the direct object of a verb of fighting: "confronted the army"."""
    if mention.span.start < clause.act.end or mention.adjectival:
        return False
    return bool(_DIRECT.fullmatch(clause.text[clause.act.end : mention.span.start]))
