"""Acts told in a sentence: the words that tell of them, joined where they tell of one act, each with its own stretch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...knowledge.events import Trigger, found_triggers, irrealis_words
from ...records.reading import Reading, Sentence
from ...records.text import Span

# Where one statement ends and another begins; "but" and "and" do not: "a shell fell but nobody was hurt".
_BREAK = re.compile(r";\s|\s[–—]\s|(?<=\w)—(?=\w)|,?\s+(?:while|whereas|although|though|meanwhile)\s", re.I)
_LIST = re.compile(r"^\s*(?:,|,?\s*and|,?\s*or|,?\s*as well as)\s+(?:[\w'’-]+\s+){0,3}$", re.I)
_WITHIN = re.compile(
    r"^(?:\s+[\w'’,-]+){0,9}?\s+(?:in|by|with|during|from|of|amid|under|through|using|via|including)\s+(?:[\w'’-]+\s+){0,5}$",
    re.I,
)
_PREDICATE = re.compile(r"^(?:(?!\band\b|\bbut\b|,)[^;.]){0,110}$", re.I)
_PARTICIPLE = re.compile(r"^[^;.]{0,80}[,—-]\s*(?:\w+ly\s+|also\s+|thereby\s+)?$")
_COORDINATE = re.compile(r"(?:,|\band\b|,\s*and)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)*$", re.I)
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


def acts_in(reading: Reading, sentence: Sentence) -> Iterator[Act]:
    """The acts of a sentence in text order."""
    text = reading.article.text
    for start, end in _statements(text, sentence):
        hits = [hit for hit in _hits(reading, start, end) if _real(reading, hit, sentence)]
        groups = _grouped(text, hits)
        for number, group in enumerate(groups):
            low = start if number == 0 else groups[number - 1][-1].span.end
            high = groups[number + 1][0].span.start if number + 1 < len(groups) else end
            lead = _lead(group)
            joined = number > 0 and not lead.trigger.noun and bool(_COORDINATE.search(text[low : group[0].span.start]))
            yield Act(lead, tuple(group), low, high, (start, end), sentence, joined)


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
    if words.before.search(text, low, hit.span.start):
        return False
    return not words.behind.match(text, hit.span.end, sentence.end)


def _grouped(text: str, hits: list[Hit]) -> list[list[Hit]]:
    """Hits that tell of one act together; harm and damage go with the act before them, else with the one behind."""
    groups: list[list[Hit]] = []
    waiting: list[Hit] = []
    for hit in hits:
        if hit.trigger.effect and not groups:
            waiting.append(hit)
        elif groups and (hit.trigger.effect or _joins(text, groups[-1], hit)):
            groups[-1].append(hit)
        else:
            groups.append([*waiting, hit])
            waiting = []
    return groups or ([waiting] if waiting else [])


def _joins(text: str, group: list[Hit], hit: Hit) -> bool:
    last = next((h for h in reversed(group) if not h.trigger.effect), group[-1])
    between = text[last.span.end : hit.span.start]
    if _LIST.match(between):
        return last.trigger.noun and hit.trigger.noun and last.trigger.event == hit.trigger.event
    if hit.trigger.noun:
        return bool(_WITHIN.match(between)) or last.trigger.weak == "means"
    if last.trigger.noun and _PREDICATE.match(between):
        return hit.trigger.weak in {"means", "party", "damage"} or hit.trigger.event == last.trigger.event
    return hit.span.quote.lower().endswith("ing") and bool(_PARTICIPLE.match(between))


def _lead(group: list[Hit]) -> Hit:
    """The hit that types the act: no harm, a strong one before a weak one, then the first."""
    return min(group, key=lambda h: (h.trigger.effect, bool(h.trigger.weak), h.span.start))
