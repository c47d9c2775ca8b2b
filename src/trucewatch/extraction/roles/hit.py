"""Whom or what an act hits: the object, the subject of a passive, "on X", the other side, and the words for it."""

from __future__ import annotations

import re

from ...knowledge.events import event_words
from ...records.party import PartyKind
from ...records.reading import PartyMention
from ...records.text import Cited, Span
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
_NUMBER_ONLY = re.compile(
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|several|many|some|others?|people|first|last|least|more|than|at|\W)+",
    re.I,
)
_AWAY = frozenset(["from", "by", "during", "after", "before", "since", "despite", "amid"])
_SIDE = re.compile(r"\b(?:and|with|against|killed|wounded|captured|engaged|repelled)\s+(?:[\w’'-]+\s+){0,4}$", re.I)
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
    r"[;:]|\b(?:said|says|told|according|while|but|when|after|before|because|although|who|which|that|as)\b", re.I
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
    r"\s+(?:(?:the|a|an|some|its|their|his|her|dead|to death|at least|more than|about|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several|dozens of)\s+)*"
    r"(?P<words>(?:(?!(?:in|on|at|near|and|by|for|with|from|to|when|while|as|that|who|which|was|were|is|are|had|has|have"
    r"|early|late|late|last|yesterday|today|this|during|after|before|not|it|them|him|her|us|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|back|out|off|up|down|used|belonging|located|linked|carrying|near)\b)[\w’'.-]*\w['’]?(?:\s+|(?=[.,;)]|$))){1,7})",
    re.I,
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
        if m.span.start >= actor.span.end and not _same(m, actor) and m.party.kind in ARMED | {PartyKind.CIVILIANS}
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


def target_words_of(clause: Clause, target: PartyMention | None, actor: PartyMention | None) -> Cited[str] | None:
    """The words for what was hit: the object, the nearest noun of something that can be hit, or the target party's own."""
    own = (target.span.start, _with_asset(clause, target)) if target else None
    if clause.form is Form.MUTUAL or (target is not None and _is_taken_from(clause, target)):
        return _cited(clause, *own) if own else None
    if clause.form is Form.PASSIVE:
        found = _noun_before(clause, clause.act.start, actor)
    elif own is not None and target is not None and target.party.kind is not PartyKind.CIVILIANS:
        found = own
    else:
        found = _compound(clause) or _object(clause, own) or _noun_after(clause, actor)
    if found is not None and actor is not None and found[0] < actor.span.end and actor.span.start < found[1]:
        found = None
    if found is None or (own is not None and found[0] >= own[0] and clause.form is not Form.PASSIVE):
        found = own
    return _cited(clause, *found) if found else None


def _is_taken_from(clause: Clause, target: PartyMention) -> bool:
    return target.party.kind in ARMED and bool(clause.words.taking.search(clause.act.quote))


def _cited(clause: Clause, start: int, end: int) -> Cited[str]:
    span: Span = clause.reading.article.quote(start, end)
    return Cited(" ".join(span.quote.split()), (span,))


def _with_asset(clause: Clause, target: PartyMention) -> int:
    """The end of a target's words with what is hit of it: "rebel targets", "army ammunition depot"."""
    if not target.adjectival:
        return target.span.end
    words = list(re.finditer(r"[\w-]+", clause.text[target.span.end : min(clause.end, target.span.end + 50)]))[:3]
    ends = [w.end() for w in words if w[0].lower() in clause.words.assets or event_words().targets.fullmatch(w[0])]
    return target.span.end + (ends[-1] if ends else 0)


def _compound(clause: Clause) -> tuple[int, int] | None:
    """ "the embassy bombings", "came under fire": what is hit stands before the act's noun."""
    if clause.form is not Form.NOUN:
        return None
    lead = clause.text[clause.start : clause.act.start]
    under = UNDER.search(lead)
    if under:
        return _noun_before(clause, clause.start + under.start(), None)
    hits = event_words().targets.finditer(clause.text, clause.start, clause.act.start)
    return next((_with_left(clause, h) for h in hits if clause.text[h.end() : clause.act.start] == " "), None)


def _noun_before(clause: Clause, end: int, actor: PartyMention | None) -> tuple[int, int] | None:
    hits = list(event_words().targets.finditer(clause.text, clause.start, end))
    return next((_with_left(clause, h) for h in reversed(hits) if not _within(h, actor)), None)


def _noun_after(clause: Clause, actor: PartyMention | None) -> tuple[int, int] | None:
    """The first noun of something that can be hit, before another statement begins."""
    stop = _BREAKS.search(clause.text, clause.act.end, clause.end)
    hits = event_words().targets.finditer(clause.text, clause.act.end, stop.start() if stop else clause.end)
    return next((_with_left(clause, h) for h in hits if not _within(h, actor) and not _away(clause, h)), None)


def _away(clause: Clause, hit: re.Match[str]) -> bool:
    """Whether a noun is where the act came from, or what it came after."""
    return governor(clause.text[clause.act.end : hit.start()]) in _AWAY


def _within(hit: re.Match[str], mention: PartyMention | None) -> bool:
    return mention is not None and mention.span.start <= hit.start() < mention.span.end


def _with_left(clause: Clause, hit: re.Match[str]) -> tuple[int, int]:
    """A noun with the words that belong to it: "military airport", "aid convoy"."""
    left = _LEFT.search(clause.text, max(clause.start, hit.start() - 60), hit.start())
    start = left.start() if left else hit.start()
    return (hit.start() if start < clause.act.end <= hit.start() else start), hit.end()


def _object(clause: Clause, own: tuple[int, int] | None) -> tuple[int, int] | None:
    """The noun phrase right after a verb, or after "on" or "against": "murdered four members of a family"."""
    onto = _ONTO_NEXT.match(clause.text, clause.act.end, clause.end)
    if onto is None and (clause.form is Form.NOUN or _INTRANSITIVE.match(clause.act.quote)):
        return None
    hit = _PHRASE.match(clause.text, onto.end() if onto else clause.act.end, clause.end)
    if hit is None or _NUMBER_ONLY.fullmatch(hit["words"]):
        return None
    start, end = hit.start("words"), hit.start("words") + len(hit["words"].rstrip())
    # A person or a party inside the phrase is cited by its own words.
    if own is None or not start <= own[0] < end:
        return start, end
    return (start, end) if clause.text[own[1] : own[1] + 1] in {"'", "’"} else own
