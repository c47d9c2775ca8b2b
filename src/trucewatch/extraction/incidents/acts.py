"""Acts told in a sentence: the words that tell of them, joined where they tell of one act, each with its own stretch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ...knowledge.events import Trigger, found_triggers, irrealis_words
from ...records.reading import Reading, Sentence
from ...records.text import Span
from ..clauses import inside
from ..roles.clause import ARMED
from .needs import may_stand

# Where one statement ends and another begins; "but" and "and" do not: "a shell fell but nobody was hurt".
_BREAK = re.compile(r";\s|\s[–—]\s|(?<=\w)—(?=\w)|,?\s+(?:while|whereas|although|though|meanwhile)\s", re.I)
_LIST = re.compile(r"^\s*(?:,|,?\s*and|,?\s*or|,?\s*as well as)\s+(?:[\w'’-]+\s+){0,3}$", re.I)
_NEXT = re.compile(r"\s+(?:(?!and\b|or\b|but\b|after\b|before\b)[\w’'-]+\s+){0,4}", re.I)
_NO_JOINT = re.compile(r"(?!.*\b(?:and|but|or|which|that)\b)[^,;]{1,70}", re.I | re.S)
_ASIDE = re.compile(
    r"\W*(?:in|during|amid)\s+(?:(?:an?|the|another|one|this|that)\s+)?(?:[\w-]+\s+){0,4}?(?:raids?|attacks?|assaults?|ambush|operation|offensive|incursion|clash(?:es)?|firefight|gun ?battle|sweep)\b[^,;.]{0,70},\s[^,;.]{0,60}",
    re.I,
)
_WITHIN = re.compile(
    r"^(?:\s+[\w'’,-]+){0,9}?\s+(?:in|by|with|during|from|of|amid|under|through|using|via|including)\s+(?:[\w'’-]+\s+){0,5}$",
    re.I,
)
_PREDICATE = re.compile(r"^(?!.*\b(?:and|but)\s+(?:[\w'’-]+\s+){0,3}$)[^;,]{0,110}$", re.I | re.S)
# "in Kenya and Tanzania": the last of a list of names, no new subject.
_NAMES = re.compile(r"[A-Z][\w'’-]*,?\s+and\s+[A-Z][\w'’-]*\s+$")
_PARTICIPLE = re.compile(r"^[^;.]{0,80}[,—-]\s*(?:\w+ly\s+|also\s+|thereby\s+)?$")
# Where, between two acts, the words about the second begin.
_TURN = re.compile(
    r"(?:,\s*and\b|,\s*with\b|\band\b|,|\bbut\b|\bwho\b|\bwhich\b|\bwhen\b|\bwhere\b|\bafter\b|\bbefore\b|\bthat\b|:)\s",
    re.I,
)
_BY_NEXT = re.compile(r"^\s+(?:(?:and|or)\s+\w+\s+)?(?:in|by|when|as|during|after)\s+(?:[\w'’-]+\s+){0,8}$", re.I)
_INTRANSITIVE = frozenset(["dead", "died"])
# "three of the dead were children", "the 12 dead were buried": those told of before.
_VICTIMS = frozenset(["dead", "wounded", "injured"])
_DEFINITE = re.compile(r"\b(?:the|these|those)\s+(?:[\w-]+\s+)?$", re.I)
_AND = re.compile(r"(?:,\s*)?\band\s(?!.*\band\s)", re.I)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$", re.I)
# "during a raid in": a word that may be a verb stands as a noun.
_NOMINAL = re.compile(
    r"\b(?:an?|the|this|that|his|her|their|its|another|several|two|three)\s+(?:[\w'’-]+\s+){0,2}$", re.I
)
_MAY_BE_NOUN = re.compile(
    r"(?:raids?|ambush(?:es)?|attacks?|assaults?|murders?|massacres?|killings?|shootings?|clash(?:es)?|skirmish(?:es)?|assassinations?|abductions?|kidnappings?)\b",
    re.I,
)
# "..., with jets bombing the port": the second act has a subject of its own.
_ABSOLUTE = re.compile(r",\s*with\s+(?:[\w-]+\s+){1,4}$", re.I)
_COORDINATE = re.compile(r"(?:,|\band\b|,\s*and)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)*$", re.I)
# "used helicopters to bomb": the aim is told as done.
_DONE_WITH = re.compile(r"\b(?:used|using|employed|employing)\s+(?:[\w-]+\s+){1,6}to\s+$", re.I)
_IRREALIS_REACH = 70


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that tell of an event."""

    trigger: Trigger
    span: Span


@dataclass(frozen=True, slots=True)
class Act:
    """One act: the hit that types it, all its hits, and the stretch of the sentence that tells of it.

    ``clause`` is the statement it stands in; ``coordinate`` marks a verb that shares the subject of the one before.
    """

    lead: Hit
    hits: tuple[Hit, ...]
    start: int
    end: int
    clause: tuple[int, int]
    sentence: Sentence
    coordinate: bool

    @property
    def effect_only(self) -> bool:
        """Whether only harm or damage is told, and no act."""
        return all(hit.trigger.effect for hit in self.hits)

    def of_harm(self) -> Act | None:
        """What is left of the act where its leading words do not stand: the harm it tells; None where it tells none."""
        harm = tuple(h for h in self.hits if h.trigger.effect)
        return replace(self, lead=harm[0], hits=harm) if harm and len(harm) < len(self.hits) else None


def acts_in(reading: Reading, sentence: Sentence) -> Iterator[Act]:
    """The acts of a sentence in text order."""
    text = reading.article.text
    told: list[tuple[int, int, list[Hit]]] = []
    for start, end in _statements(text, sentence):
        hits = [
            hit
            for hit in _hits(reading, start, end)
            if _real(reading, hit, sentence) and may_stand(reading, hit.trigger.weak, hit.span, start, end)
        ]
        if not hits and told:
            # "...; nobody was hurt" belongs to the act before it.
            told[-1] = (told[-1][0], end, told[-1][2])
        elif hits and told and _goes_on(text, start, hits):
            told[-1] = (told[-1][0], end, [*told[-1][2], *hits])
        elif hits:
            told.append((start, end, hits))
    for start, end, hits in told:
        groups = _grouped(reading, hits)
        turns = [start, *(_turn(reading, a, b) for a, b in pairwise(groups)), end]
        for number, group in enumerate(groups):
            low, high = turns[number], turns[number + 1]
            lead = _lead(group)
            joined = number > 0 and not lead.trigger.noun and bool(_COORDINATE.search(text[low : group[0].span.start]))
            yield Act(lead, tuple(group), low, high, (start, end), sentence, joined)


def _goes_on(text: str, start: int, hits: list[Hit]) -> bool:
    """Whether a statement goes on with the subject of the one before: "...; destroyed two posts"."""
    return all(h.trigger.effect for h in hits) and len(text[start : hits[0].span.start].split()) <= 1


def _turn(reading: Reading, group: list[Hit], following: list[Hit]) -> int:
    """Where the words about the following act begin: at the last joining word before it, else at its own words."""
    text, low, high = reading.article.text, group[-1].span.end, following[0].span.start
    if _NAMES.search(text[low:high]):
        return high
    found = [m for m in _TURN.finditer(text, low, high) if not _between_places(reading, m)]
    return found[-1].start() if found else high


def _between_places(reading: Reading, joint: re.Match[str]) -> bool:
    """Whether a joining word stands in a list of places: "raids on Dib and Qasr were reported"."""
    places = inside(reading.places, joint.start() - 40, joint.end() + 40)
    before = any(p.span.end == joint.start() or p.span.end + 1 == joint.start() for p in places)
    return before and any(p.span.start == joint.end() for p in places)


def _statements(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    start = sentence.start
    for found in _BREAK.finditer(text, sentence.start, sentence.end):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < sentence.end:
        yield start, sentence.end


def _hits(reading: Reading, start: int, end: int) -> Iterator[Hit]:
    for trigger, low, high in found_triggers(reading.article.text, start, end):
        yield Hit(trigger, reading.article.quote(low, high))


def _real(reading: Reading, hit: Hit, sentence: Sentence) -> bool:
    """Whether the words tell of what happened: not denied, planned, feared, possible or only aimed at."""
    text, words = reading.article.text, irrealis_words()
    low = max(sentence.start, hit.span.start - _IRREALIS_REACH)
    if words.before.search(text, low, hit.span.start) and not _DONE_WITH.search(text, low, hit.span.start):
        return False
    if hit.trigger.effect and hit.span.quote.lower() in _VICTIMS and _DEFINITE.search(text, low, hit.span.start):
        return False
    return not words.behind.match(text, hit.span.end, sentence.end)


def _grouped(reading: Reading, hits: list[Hit]) -> list[list[Hit]]:
    """Hits that tell of one act together; harm and damage go with the act before them, else with the one behind."""
    text = reading.article.text
    groups: list[list[Hit]] = []
    waiting: list[Hit] = []
    for number, hit in enumerate(hits):
        if hit.trigger.effect and (not groups or waiting or _looks_ahead(text, groups[-1], hits, number)):
            waiting.append(hit)
        elif groups and not waiting and hit.trigger.effect and _new_actor(reading, groups[-1], hit):
            groups.append([hit])
        elif groups and not waiting and (hit.trigger.effect or _joins(text, groups[-1], hit)):
            groups[-1].append(hit)
        else:
            groups.append([*waiting, hit])
            waiting = []
    if waiting:
        groups.append(waiting)
    return groups


def _new_actor(reading: Reading, group: list[Hit], hit: Hit) -> bool:
    """Whether somebody else does the harm: "..., and soldiers later shot two men"."""
    text, low = reading.article.text, group[-1].span.end
    turn = _AND.search(text, low, hit.span.start)
    if hit.span.quote.lower() in _INTRANSITIVE:
        return False
    if turn is None or _PASSIVE.search(text[turn.end() : hit.span.start]):
        return False
    return any(m.party.kind in ARMED for m in inside(reading.parties, turn.end(), hit.span.start))


def _looks_ahead(text: str, group: list[Hit], hits: list[Hit], number: int) -> bool:
    """Whether harm belongs to the act behind it: "..., and five were hurt by shelling"."""
    hit = hits[number]
    following = next((h for h in hits[number + 1 :] if not h.trigger.effect), None)
    if following is None or not _TURN.search(text, group[-1].span.end, hit.span.start):
        return False
    return bool(_BY_NEXT.match(text[hit.span.end : following.span.start]))


def _joins(text: str, group: list[Hit], hit: Hit) -> bool:
    last = next((h for h in reversed(group) if not h.trigger.effect), group[-1])
    between = text[last.span.end : hit.span.start]
    if (
        last.trigger.sub_event == hit.trigger.sub_event
        and last.trigger.noun
        and hit.trigger.noun
        and _NEXT.fullmatch(between)
    ):
        return True  # "a suicide bomber blew himself up"
    if last.trigger.weak == hit.trigger.weak == "means" and _NO_JOINT.fullmatch(between):
        return True  # "rockets fired from the hills landed"
    if not hit.trigger.noun and _ASIDE.fullmatch(text, _start_of(text, last.span.start), hit.span.start):
        return True  # "in a raid on Dib, soldiers shot dead"
    if _LIST.match(between):
        return last.trigger.noun and hit.trigger.noun and last.trigger.event == hit.trigger.event
    nominal = _MAY_BE_NOUN.match(hit.span.quote) and _NOMINAL.search(between)
    if hit.trigger.noun or nominal:
        return bool(_WITHIN.match(between)) or last.trigger.weak == "means"
    if last.trigger.noun and (_PREDICATE.match(between) or _NAMES.search(between)):
        return hit.trigger.weak in {"means", "party", "damage"} or hit.trigger.event == last.trigger.event
    if hit.span.quote.lower().split()[0].endswith("ing"):
        if _ABSOLUTE.search(between) and hit.trigger.event != last.trigger.event:
            return False
        return bool(_PARTICIPLE.match(between)) or not _COORDINATE.search(between)
    return False


def _start_of(text: str, position: int) -> int:
    """Where the statement around a position begins, as far as its marks tell."""
    return max(text.rfind(mark, 0, position) for mark in ".;:\n") + 1


def _lead(group: list[Hit]) -> Hit:
    """The hit that types the act: no harm, a strong one before a weak one, then the first."""
    return min(group, key=lambda h: (h.trigger.effect, bool(h.trigger.weak), h.span.start))
