"""Whom or what an act hits: the object, the subject of a passive, "on X", the other side, and the words for it."""

from __future__ import annotations

import re

from ...knowledge.events import event_words
from ...records.party import PartyKind
from ...records.reading import PartyMention
from ...records.text import Cited, Span
from .clause import ARMED, Clause, Form
from .patterns import RELATIVE, UNDER, WITH, governor

_ONTO = frozenset(["on", "against", "at", "into", "targeting", "upon", "toward", "towards", "hitting", "over"])
_OF = re.compile(r"\s+of\s+(?:[\w’'-]+\s+){0,4}$", re.I)
_HARMS = re.compile(
    r"\s*,?\s*(?:that\s+|which\s+|has\s+|had\s+|have\s+)*(?:also\s+)?(?:killed|killing|wounded|wounding|injured|injuring|hit|hitting|struck|destroyed|damaged|killing)\s",
    re.I,
)
_AND = re.compile(r",?\s+and\s+(?:the\s+|its\s+|their\s+)?$", re.I)
_NEW_VERB = re.compile(
    r"\s+(?:\w+ly\s+|also\s+|then\s+)?(?:\w+ed|said|has|had|have|was|were|hit|struck|sent|began|shot|fought|took)\b",
    re.I,
)
_DIRECT = re.compile(r"\s+(?:(?!in|on|at|near|for|by)[\w’'-]+\s+){0,2}", re.I)
_ONTO_NEXT = re.compile(r"\s+(?:on|against|at|targeting)(?=\s)", re.I)
_INTRANSITIVE = re.compile(
    r"explo|detonat|went off|fire|firing|launch|land|fell|fall|erupt|broke out|crash|slam|clash|ambush|died", re.I
)
_BREAKS = re.compile(
    r"[;:]|\b(?:said|says|told|according|while|but|when|after|before|because|although|who|which|that)\b", re.I
)
_SMALL = r"(?:the|a|an|at|on|in|of|to|and|that|by|for|with|against|from|its|their|his|her|into|near|or|was|were|is|are|has|had|have|when|as)"
_LEFT = re.compile(
    rf"(?<![\w’'-])(?:(?!(?:{_SMALL}|two|three|four|five|six|several|some|dozens|killed|killing|wounded|injured|hit|struck"
    r"|attacked|shelled|bombed|targeted|targeting|hitting|damaged|destroyed|burned|engaged)\b)[\w.’'-]+\s+){1,3}$",
    re.I,
)
_HARMED = re.compile(
    r"\b(?:(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:killed|wounded|injured|hurt|maimed|shot)|died|perished)\b", re.I
)
# A noun phrase as an object: up to seven words, ended by what cannot belong to it.
_PHRASE = re.compile(
    r"\s+(?:(?:the|a|an|some|its|their|his|her|at least|more than|about)\s+)*"
    r"(?P<words>(?:(?!(?:in|on|at|near|and|by|for|with|from|to|when|while|as|that|who|which|was|were|is|are|had|has|have"
    r"|early|late|late|last|yesterday|today|this|during|after|before|not|it|them|him|her|us|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|back|out|off|up|down)\b)[\w’'.-]*\w(?:\s+|(?=[.,;)]|$))){1,7})",
    re.I,
)


def target_of(clause: Clause, actor: PartyMention | None) -> PartyMention | None:
    """The party hit; never the actor itself."""
    if clause.form is Form.MUTUAL:
        return _other_side(clause, actor) or (_harmed(clause, actor) if actor is None else None)
    if clause.form is Form.PASSIVE:
        return _passive_subject(clause, clause.act.start, actor)
    after = [m for m in clause.parties if m.span.start >= clause.act.end and not _same(m, actor)]
    taken = _loser(clause, after)
    direct = taken or next((m for m in after if _is_hit(clause, m)), None)
    return _harmed(clause, actor) if direct is None and clause.form is Form.NOUN else direct


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
    if not clause.words.taking.match(clause.act.quote):
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
    if len(between) > 90 or _BREAKS.search(between) or (mention.adjectival and not _asset(clause, mention)):
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
        if m.span.start >= actor.span.end and not _same(m, actor) and m.party.kind in ARMED | {PartyKind.CIVILIANS}
    ]
    for mention in later:
        gap = clause.text[actor.span.end : mention.span.start]
        if len(gap) < 90 and re.search(r"\b(?:and|with|against)\s+(?:[\w’'-]+\s+){0,4}$", gap, re.I):
            return mention
    for mention in later:
        if mention.span.start >= clause.act.end and WITH.search(clause.before(mention)):
            return mention
    return next((m for m in later if _next(clause, m)), None)


def _next(clause: Clause, mention: PartyMention) -> bool:
    """Whether a party is the direct object of a verb of fighting: "confronted the army"."""
    if mention.span.start < clause.act.end or mention.adjectival:
        return False
    return bool(_DIRECT.fullmatch(clause.text[clause.act.end : mention.span.start]))


def target_words_of(clause: Clause, target: PartyMention | None, actor: PartyMention | None) -> Cited[str] | None:
    """The words for what was hit: the nearest noun of a target, the target party's own, else the object's."""
    if clause.form is Form.MUTUAL or (
        target is not None and clause.words.taking.match(clause.act.quote) and target.party.kind in ARMED
    ):
        return _cited(clause, target.span.start, target.span.end) if target else None
    hit = _noun(clause, target, actor)
    if hit is not None:
        return hit
    if target is not None:
        return _cited(clause, target.span.start, target.span.end)
    return _object(clause)


def _cited(clause: Clause, start: int, end: int) -> Cited[str]:
    span: Span = clause.reading.article.quote(start, end)
    return Cited(" ".join(span.quote.split()), (span,))


def _noun(clause: Clause, target: PartyMention | None, actor: PartyMention | None) -> Cited[str] | None:
    """A noun of something that can be hit, with the words that belong to it; a party that comes first wins."""
    text, nouns = clause.text, event_words().targets
    if clause.form is Form.PASSIVE:
        hits = list(nouns.finditer(text, clause.start, clause.act.start))[::-1]
    else:
        hits = list(nouns.finditer(text, clause.act.end, clause.end))
        before = [
            h for h in nouns.finditer(text, clause.start, clause.act.start) if text[h.end() : clause.act.start] == " "
        ]
        hits = before + hits if clause.form is Form.NOUN else hits
        if UNDER.search(text[clause.start : clause.act.start]):
            hits = list(nouns.finditer(text, clause.start, clause.act.start))[::-1]
    for hit in hits:
        if actor is not None and actor.span.start <= hit.start() < actor.span.end:
            continue
        if target is not None and target.span.start <= hit.start() and clause.form is not Form.PASSIVE:
            end = hit.end() if target.adjectival and hit.start() - target.span.end < 25 else target.span.end
            return _cited(clause, target.span.start, end)
        left = _LEFT.search(text, max(clause.start, hit.start() - 60), hit.start())
        start = left.start() if left else hit.start()
        return _cited(clause, start if not start < clause.act.end <= hit.start() else hit.start(), hit.end())
    return None


def _object(clause: Clause) -> Cited[str] | None:
    """The noun phrase right after a verb, or after "on" or "against": "murdered four members of a family"."""
    onto = _ONTO_NEXT.match(clause.text, clause.act.end, clause.end)
    if clause.form is Form.PASSIVE or (
        onto is None and (clause.form is Form.NOUN or _INTRANSITIVE.match(clause.act.quote))
    ):
        return None
    hit = _PHRASE.match(clause.text, onto.end() if onto else clause.act.end, clause.end)
    if hit is None or re.fullmatch(r"[\d\W]*", hit["words"]):
        return None
    return _cited(clause, hit.start("words"), hit.start("words") + len(hit["words"].rstrip()))
