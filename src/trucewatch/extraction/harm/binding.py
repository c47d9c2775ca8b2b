"""Which counts a verb of harm governs: "killing four", "four were killed", and counts listed with one so bound."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...knowledge.harm_words import HarmWords
from ...records.reading import CountMention

_REACH_BEFORE, _REACH_BEHIND = 60, 130
# Between counted people and what befell them: where they were and what they did, but no other statement.
_GAP = re.compile(r"^[^;:.]{0,110}$")
# "500,000 Tutsis and moderate Hutus were": one subject of two peoples.
_TWO_PEOPLES = re.compile(r"\s+and\s+(?:[a-z]+\s+)?[A-Z][a-z]+s\s+")
JOIN = re.compile(
    r"^\s*(?:,|,?\s*and|,?\s*as well as|,?\s*or|,?\s*along with|,?\s*plus)\s+(?:also\s+|another\s+|the\s+|his\s+|her\s+|their\s+)?$",
    re.I,
)
_ASIDE = re.compile(
    r"^(?:\s+(?:others?|more))?\s*(?:\([^)]{1,60}\)|,\s*(?:including|among them|most of them|many of them|mostly|mainly|some of them|all of them|both of them|aged|all|one of them)\b[^;.]{1,90}?,)",
    re.I,
)
_BEFELL = re.compile(r"\b(?:were|was|been|being|are|is|be|died|dead|dying|perished)\b", re.I)
_SELF = re.compile(r"\s+(?:himself|herself|themselves)\b", re.I)
# The counted noun itself says what befell them: "12 wounded", "40 casualties".
_HARM_NOUNS = (
    ("killed", re.compile(r"\b(?:dead|deaths?|fatalit(?:y|ies)|bodies|corpses)$")),
    ("injured", re.compile(r"\b(?:wounded|injured)$")),
    ("killed_or_injured", re.compile(r"\bcasualties$")),
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A count bound to a verb; ``side`` says whether the verb stands before it (active) or behind it."""

    count: CountMention
    verb: str
    side: str
    word: tuple[int, int]


def bound_in(text: str, words: HarmWords, counts: tuple[CountMention, ...], start: int, end: int) -> list[Bound]:
    """Every count that a harm verb governs, follows, or that is listed with one so bound."""
    direct: dict[int, Bound] = {}
    for number, count in enumerate(counts):
        limit = min(
            end, counts[number + 1].span.start if number + 1 < len(counts) else end, tail_of(count) + _REACH_BEHIND
        )
        following = counts[number + 1].span.start if number + 1 < len(counts) else end
        item = _tight(text, words, count, start, min(end, tail_of(count) + _REACH_BEHIND), following) or _loose(
            text, words, count, limit
        )
        if item is not None:
            direct[number] = item
    _spread(text, counts, direct, words)
    return [direct[n] for n in sorted(direct)]


def _ends_in_fate(count: CountMention) -> bool:
    """ "left 20 soldiers and 47 civilians dead": the last of a list carries the word for all."""
    return count.of is not None and bool(re.search(r"\w\s+(?:dead|wounded|injured|missing)$", count.of.quote, re.I))


def tail_of(count: CountMention) -> int:
    return count.of.end if count.of else count.span.end


def _tight(text: str, words: HarmWords, count: CountMention, start: int, end: int, following: int) -> Bound | None:
    """A verb right behind the counted people, else one right before them.

    ``following`` is where the next counted people stand: what they did to those did not befall them.
    """
    tail = tail_of(count)
    aside = _ASIDE.match(text[tail:end])
    behind = tail + (aside.end() if aside else 0)
    inner = text[count.of.start : count.of.end].lower() if count.of else ""
    noun = next((verb for verb, pattern in _HARM_NOUNS if pattern.search(inner)), None)
    if noun is not None and count.of is not None:
        return Bound(count, noun, "noun", (count.of.start, count.of.end)) if count.count.high != 0 else None
    for verb in words.verbs:
        hit = verb.follows.match(text, behind, end)
        if hit is not None and not _active(text, hit, following):
            return Bound(count, verb.verb, "behind", hit.span())
    for verb in words.verbs:
        hit = verb.governs.search(text, max(start, count.span.start - _REACH_BEFORE), count.span.start)
        if hit is not None:
            return Bound(count, verb.verb, "before", hit.span())
    return None


def _active(text: str, hit: re.Match[str], following: int) -> bool:
    """ "a bomb killed two guards", "a bomber killed himself": the words tell what they did, not what befell them."""
    if _BEFELL.search(hit.group()):
        return False
    return not text[hit.end() : following].strip() or bool(_SELF.match(text, hit.end()))


def _loose(text: str, words: HarmWords, count: CountMention, end: int) -> Bound | None:
    """A passive further behind ("four guards of the depot in the port were killed"), no other count between."""
    tail = tail_of(count)
    best: Bound | None = None
    for verb in words.verbs:
        hit = verb.behind_clause.search(text, tail, end)
        if (
            hit is None
            or not _GAP.match(text[tail : hit.start()])
            or (
                re.search(r"\b(?:after|when|while|and|as|but|before)\s+(?:\w+\s+){0,3}$", text[tail : hit.start()])
                and not _TWO_PEOPLES.fullmatch(text, tail, hit.start())
            )
        ):
            continue
        if best is None or hit.start() < best.word[0]:
            best = Bound(count, verb.verb, "behind", hit.span())
    return best


def _spread(text: str, counts: tuple[CountMention, ...], direct: dict[int, Bound], words: HarmWords) -> None:
    """Counts listed with a bound one share its verb: "killing two guards and a clerk", "two guards and a clerk died"."""
    for number in range(1, len(counts)):
        before = direct.get(number - 1)
        if number not in direct and before is not None and before.side != "behind":
            between = text[tail_of(counts[number - 1]) : counts[number].span.start]
            if JOIN.match(between) or words.parts.search(between):
                direct[number] = Bound(counts[number], before.verb, before.side, before.word)
    for number in range(len(counts) - 2, -1, -1):
        after = direct.get(number + 1)
        if number in direct or after is None or not (after.side == "behind" or _ends_in_fate(after.count)):
            continue
        if JOIN.match(text[tail_of(counts[number]) : counts[number + 1].span.start]):
            direct[number] = Bound(counts[number], after.verb, "behind", after.word)
    for number in range(1, len(counts)):
        before = direct.get(number - 1)
        if number in direct or before is None:
            continue
        if words.parts.search(text[tail_of(counts[number - 1]) : counts[number].span.start]):
            direct[number] = Bound(counts[number], before.verb, before.side, before.word)
