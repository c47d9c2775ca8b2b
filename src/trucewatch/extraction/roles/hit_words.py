"""The words for what an act hits: the object, the nearest noun of something that can be hit, a target party's own."""

from __future__ import annotations

import re

from ...knowledge.events import event_words
from ...records.party import PartyKind
from ...records.reading import PartyMention
from ...records.text import Cited, Span
from .clause import ARMED, Clause, Form
from .patterns import UNDER, governor

_SMALL = r"(?:the|a|an|at|on|in|of|to|and|that|by|for|with|against|from|its|their|his|her|into|near|through|across|outside|inside|beside|behind|or|was|were|is|are|has|had|have|when|as)"
_LEFT = re.compile(
    rf"(?<![\w’'-])(?:(?!(?:{_SMALL}|two|three|four|five|six|several|some|dozens|killed|killing|wounded|injured|hit|struck"
    r"|attacked|shelled|bombed|targeted|targeting|hitting|damaged|destroyed|burned|engaged|smashing|tearing|ripping|killing|wounding|damaging|destroying|striking|leaving|setting|sending|shattering|injuring|burning|shelling|bombing)\b)[\w.’'-]+\s+){1,3}$",
    re.I,
)
# A noun phrase as an object: up to seven words, ended by what cannot belong to it.
_PHRASE = re.compile(
    r"\s+(?:(?:the|a|an|some|its|their|his|her|dead|to death|at least|more than|about|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several|dozens of)\s+)*"
    r"(?P<words>(?:(?!(?:in|on|at|near|and|by|for|with|from|to|when|while|as|that|who|which|was|were|is|are|had|has|have"
    r"|early|late|late|last|yesterday|today|this|during|after|before|not|it|them|him|her|us|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|back|out|off|up|down|used|belonging|located|linked|carrying|near)\b)"
    # A full stop of an abbreviation ends no phrase: "U.S. embassies", "St. Mary's church".
    r"(?:(?-i:(?:[A-Z]\.){2,}|(?:St|Mt|Ft|Gen|Col|Lt|Maj|Sgt|Capt|Cpl|Dr|Mr|Mrs|Ms|Sen|Gov|Rev|Fr)\.)\s+"
    r"|[\w’'.-]*\w['’]?(?:\s+|(?=[.,;)]|$)))){1,7})",
    re.I,
)
_NUMBER_ONLY = re.compile(
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|several|many|some|others?|people|first|last|least|more|than|at|\W)+",
    re.I,
)
_ONTO_NEXT = re.compile(r"\s+(?:on|against|at|targeting|through)(?=\s)", re.I)
_INTRANSITIVE = re.compile(
    r"explo|detonat|went off|fire|firing|launch|land|fell|fall|erupt|broke out|crash|slam|clash|ambush|died", re.I
)
_AWAY = frozenset(["from", "by", "during", "after", "before", "since", "despite", "amid"])
_BREAKS = re.compile(
    r"[;:]|\b(?:said|says|told|according|while|but|when|after|before|because|although|who|which|that|as)\b", re.I
)
# What cannot stand at the end or the beginning of the words for a thing that was hit.
_LOOSE_END = re.compile(
    r"(?:[\s,;:\"“”‘’'(—–-]+|\b(?:the|an?|of|in|on|at|to|from|for|and|or|but|with|by|as|that|which|who|its|their|his|her|local|all|other|several|some|many|two|three|four)\b\s*)+$",
    re.I,
)
_NOTHING_HIT = re.compile(
    r"(?:the|an?|its|their|his|her)?\s*(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b.*|\w+day(?:\s.*)?|(?:same|first|second|next|previous)?\s*(?:dawn|noon|midnight|midday|night|morning|evening|time|times|day|days|week|hours?|minutes)"
    r"|(?:an? |the |old |unexploded )?(?:land)?mines?|bombs?|IEDs?|explosives?|grenades?|rockets?|missiles?|shells?|mortars?|rounds?|shots?|warning shots|several|multi|others?|more|dead|least|most|such|smashing|tearing|ripping|fire|once|first|so|alone|together|again|anew|there|here)",
    re.I,
)
# The subject of a passive where no listed noun stands: "a stretch of the line was blown up".
_SUBJECT = re.compile(
    r"(?:^|[,;:(\"“]\s*|\b(?:that|when|where|while|after|before|and|but|said|yesterday|today|on \w+day)\s+)"
    r"(?P<words>(?:(?!(?:that|when|where|while|after|before|said|who|which)\b)[\w’'.-]+\s+){1,8})(?:was|were|is|are|has been|have been|had been|being|been)\s+(?:\w+ly\s+|also\s+|again\s+|later\s+|then\s+)*$",
    re.I,
)
_ARTICLE = re.compile(r"(?:the|an?|some|its|their|only|just|yesterday|today|a)\s+", re.I)
_OUT_OF = re.compile(r"\b(?:out of|off|aboard|using|by means of)\s+(?:[\w-]+\s+){0,3}$", re.I)
_LAUNCHED = re.compile(r"(?:fir(?:ed|ing)|launch|lobb|hurl|thr(?:ew|ow)|toss|dropp|let\s+off|loosed|releas|rain)", re.I)
_AIM = re.compile(
    r"(?:\s+(?!at\b|on\b|in\b|near\b|from\b|and\b|but\b)[\w’'.-]+){0,6}\s+(?:at|onto|into|on|against|toward|towards)\s(?!\w+day\b)",
    re.I,
)
_PEOPLE = re.compile(r"(?:\d[\d,]*\s+|[a-z]+\s+)?(?:people|persons)\s*", re.I)
# An act told by its weapon alone has no object of its own: "a roadside bomb ripped through".
_THING = re.compile(
    r"(?:(?!\w+(?:ed|ing)\b|threw|thrown|laid|let|set)[\w-]+\s+){0,2}(?:bombs?|(?:land)?mines?|grenades?|devices?|bombers?|IEDs?)",
    re.I,
)
_LONGEST_SUBJECT = 140
_PERSONAL = re.compile(
    r"(?:it|they|he|she|we|i|you|there|this|that|these|those|which|who|what|none|nobody|one|some|many|most|others|\W)+",
    re.I,
)


def target_words_of(clause: Clause, target: PartyMention | None, actor: PartyMention | None) -> Cited[str] | None:
    """The words for what was hit: the object, the nearest noun of something that can be hit, or the target party's own."""
    own = (target.span.start, _with_asset(clause, target)) if target else None
    if clause.form is Form.MUTUAL or (target is not None and _is_taken_from(clause, target)):
        return _cited(clause, *own) if own else None
    if clause.form is Form.PASSIVE and _INTRANSITIVE.match(clause.act.quote):
        # "rockets were launched at the port"; "a bridge was dynamited" has an object of its own.
        found = _object(clause, own, onto_only=True) or _noun_before(clause, clause.act.start, actor)
    elif clause.form is Form.PASSIVE:
        found = _noun_before(clause, clause.act.start, actor) or (None if own else _subject(clause))
    elif own is not None and target is not None and target.party.kind is not PartyKind.CIVILIANS:
        found = own
    else:
        found = _compound(clause) or _aimed_at(clause) or _object(clause, own) or _noun_after(clause, actor)
    if found is not None and actor is not None and found[0] < actor.span.end and actor.span.start < found[1]:
        found = None
    if found is None or (own is not None and found[0] >= own[0] and clause.form is not Form.PASSIVE):
        found = own
    return _cited(clause, *found) if found else None


def _subject(clause: Clause) -> tuple[int, int] | None:
    """The noun phrase before a passive, whatever it is."""
    hit = _SUBJECT.search(clause.text, clause.start, clause.act.start)
    if hit is None or len(clause.text[clause.start : clause.act.start]) > _LONGEST_SUBJECT:
        return None
    start, end = hit.start("words"), hit.start("words") + len(hit["words"].rstrip())
    article = _ARTICLE.match(clause.text, start, end)
    start = article.end() if article else start
    if start >= end or _PERSONAL.fullmatch(clause.text, start, end) or _NUMBER_ONLY.fullmatch(clause.text, start, end):
        return None
    return start, end


def _is_taken_from(clause: Clause, target: PartyMention) -> bool:
    return target.party.kind in ARMED and bool(clause.words.taking.search(clause.act.quote))


def _cited(clause: Clause, start: int, end: int) -> Cited[str] | None:
    loose = _LOOSE_END.search(clause.text, start, end)
    end = loose.start() if loose else end
    if end <= start or _NOTHING_HIT.fullmatch(clause.text, start, end):
        return None
    span: Span = clause.reading.article.quote(start, end)
    return Cited(" ".join(span.quote.split()), (span,))


def _with_asset(clause: Clause, target: PartyMention) -> int:
    """The end of a target's words with what is hit of it: "rebel targets", "army ammunition depot"."""
    if not target.adjectival and target.span.quote.rstrip(".").endswith("s"):
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


def _aimed_at(clause: Clause) -> tuple[int, int] | None:
    """Where what is fired goes: "fired rockets at a village", "let off a mortar at a police station"."""
    if clause.form is Form.NOUN or not _LAUNCHED.match(clause.act.quote):
        return None
    aim = _AIM.match(clause.text, clause.act.end, clause.end)
    hit = _PHRASE.match(clause.text, aim.end() - 1, clause.end) if aim else None
    if hit is None or _NUMBER_ONLY.fullmatch(hit["words"]):
        return None
    return hit.start("words"), hit.start("words") + len(hit["words"].rstrip())


def _away(clause: Clause, hit: re.Match[str]) -> bool:
    """Whether a noun is where the act came from, or what it came after."""
    between = clause.text[clause.act.end : hit.start()]
    return governor(between) in _AWAY or bool(_OUT_OF.search(between))


def _within(hit: re.Match[str], mention: PartyMention | None) -> bool:
    return mention is not None and mention.span.start <= hit.start() < mention.span.end


def _with_left(clause: Clause, hit: re.Match[str]) -> tuple[int, int]:
    """A noun with the words that belong to it: "military airport", "aid convoy"."""
    left = _LEFT.search(clause.text, max(clause.start, hit.start() - 60), hit.start())
    start = left.start() if left else hit.start()
    return (hit.start() if start < clause.act.end <= hit.start() else start), hit.end()


def _object(clause: Clause, own: tuple[int, int] | None, *, onto_only: bool = False) -> tuple[int, int] | None:
    """The noun phrase right after a verb, or after "on" or "against": "murdered four members of a family"."""
    if _THING.fullmatch(clause.act.quote) and not onto_only:
        return None
    onto = _ONTO_NEXT.match(clause.text, clause.act.end, clause.end)
    if onto is None and (onto_only or clause.form is Form.NOUN or _INTRANSITIVE.match(clause.act.quote)):
        return None
    hit = _PHRASE.match(clause.text, onto.end() if onto else clause.act.end, clause.end)
    if hit is None or (_NUMBER_ONLY.fullmatch(hit["words"]) and not _PEOPLE.fullmatch(hit["words"])):
        return None
    start, end = hit.start("words"), hit.start("words") + len(hit["words"].rstrip())
    # A person or a party inside the phrase is cited by its own words.
    if own is None or not start <= own[0] < end:
        return start, end
    return (start, end) if clause.text[own[1] : own[1] + 1] in {"'", "’"} else own
