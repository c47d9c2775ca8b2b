"""Harm to people as a clause tells it: killed, injured, missing, captured, abducted, displaced.

A figure comes from a count the text gives, from victims it names one by one, or from words that say there was none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..knowledge.harm_words import HarmWords, harm_words
from ..records.claim import Harm
from ..records.count import Count
from ..records.party import PartyKind
from ..records.reading import CountMention, Reading, Sentence
from ..records.text import Cited, Span
from .clauses import inside
from .victims import counts_in

_REACH_BEFORE, _REACH_BEHIND = 60, 130
# Between counted people and what befell them: where they were and what they did, but no other statement.
_GAP = re.compile(r"^[^;:.]{0,110}$")
# "500,000 Tutsis and moderate Hutus were": one subject of two peoples.
_TWO_PEOPLES = re.compile(r"\s+and\s+(?:[a-z]+\s+)?[A-Z][a-z]+s\s+")
_JOIN = re.compile(
    r"^\s*(?:,|,?\s*and|,?\s*as well as|,?\s*or|,?\s*along with|,?\s*plus)\s+(?:also\s+|another\s+|the\s+|his\s+|her\s+|their\s+)?$",
    re.I,
)
_ASIDE = re.compile(
    r"^(?:\s+(?:others?|more))?\s*(?:\([^)]{1,60}\)|,\s*(?:including|among them|most of them|many of them|mostly|mainly|some of them|all of them|both of them|aged|all|one of them)\b[^;.]{1,90}?,)",
    re.I,
)
_BEFELL = re.compile(r"\b(?:were|was|been|being|are|is|be|died|dead|dying|perished)\b", re.I)
_IN_ALL = re.compile(r"\s+(?:in all|in total|altogether|all told)\b", re.I)
_SELF = re.compile(r"\s+(?:himself|herself|themselves)\b", re.I)
_NAME = r"(?:(?:[A-Z][\w'’.-]+|al-[A-Z][\w'’-]+|de|bin|van|von|del|la|el)\s+){1,4}[A-Z][\w'’-]+"
_NAMED_BEFORE = re.compile(
    rf"(?P<who>{_NAME}(?:(?:,\s*{_NAME})*,?\s+and\s+{_NAME})?)(?:\s*\([^)]{{1,40}}\))?(?:,[^,;.]{{2,70}},|,\s*\d{{1,2}},|,)?\s+(?:who\s+)?(?:was|were|had been|has been|have been)\s+(?:\w+ly\s+|also\s+)?"
    r"(?P<word>killed|murdered|assassinated|shot dead|shot to death|gunned down|executed|beheaded|slain|hanged|stabbed to death|hacked to death)\b"
)
_NAMED_BEHIND = re.compile(
    rf"\b(?P<word>killed|killing|murdered|murdering|assassinated|assassinating|shot dead|gunned down|executed|beheaded|assassination of|murder of|killing of|death of)\s+"
    rf"(?:(?:the|a|an)\s+)?(?:[a-z][\w-]+\s+){{0,4}}(?P<who>{_NAME}(?:(?:,\s*{_NAME})*,?\s+and\s+{_NAME})?)"
)
_KILLING_OF = re.compile(
    r"\b(?:assassinations?|murders?|killings?|execution|deaths?|slaying)\s+of\s+(?:[\w.'’-]+\s+){0,8}$", re.I
)
_WAS_KILLED = re.compile(
    r"(?:\s*\([^)]{1,40}\))?(?:,[^,;.]{2,70},|,\s*\d{1,2},|,)?\s+(?:was|were|had been|has been)\s+(?:\w+ly\s+|also\s+)?"
    r"(?:killed|murdered|assassinated|shot dead|shot to death|gunned down|executed|beheaded|slain|hacked to death)\b",
    re.I,
)
_ONE = re.compile(
    r"\b(?P<who>(?:the|his|her|its|their|one|an?other)\s+(?:[\w-]+\s+){0,3}?(?:man|woman|soldier|policeman|officer|driver|commander|leader|guard|pilot|girl|boy|child|wife|husband|"
    r"son|daughter|brother|sister|mother|father|priest|journalist|mayor|governor|minister|ambassador|general|colonel|captain|attacker|bomber|gunman|militant|rebel|fighter|civilian|"
    r"farmer|peasant|student|teacher|doctor|nurse|worker|villager|resident|victim|spokesman|official|candidate|senator|judge|lawyer|activist))\s+"
    r"(?:was|had been|has been)\s+(?:\w+ly\s+|also\s+)?(?P<word>killed|murdered|assassinated|shot dead|shot to death|gunned down|executed|beheaded|wounded|injured)\b",
    re.I,
)
# "an injured woman": the adjective of one not told of before.
_HURT_ONE = re.compile(
    r"\b(?P<who>(?:an?|one)\s+(?P<word>wounded|injured)\s+(?:[\w-]+\s+){0,2}?(?:man|woman|soldier|policeman|officer|guard|girl|boy|child|baby|journalist|civilian|"
    r"fighter|rebel|farmer|student|teacher|doctor|nurse|worker|villager|resident|victim|passenger|protester|person))\b",
    re.I,
)
# The counted noun itself says what befell them: "12 wounded", "40 casualties".
_HARM_NOUNS = (
    ("killed", re.compile(r"\b(?:dead|deaths?|fatalit(?:y|ies)|bodies|corpses)$")),
    ("injured", re.compile(r"\b(?:wounded|injured)$")),
    ("killed_or_injured", re.compile(r"\bcasualties$")),
)
_ORGANISED = frozenset(
    [
        PartyKind.REBEL_GROUP,
        PartyKind.STATE_FORCES,
        PartyKind.POLITICAL_MILITIA,
        PartyKind.GOVERNMENT,
        PartyKind.COALITION,
        PartyKind.MEDIA,
    ]
)


@dataclass(frozen=True, slots=True)
class _Bound:
    """A count bound to a verb; ``side`` says whether the verb stands before it (active) or behind it."""

    count: CountMention
    verb: str
    side: str
    word: tuple[int, int]


def harms_in(reading: Reading, sentence: Sentence, start: int, end: int) -> tuple[Harm, ...]:
    """Harm told between two offsets of a sentence, each figure once, in text order."""
    words = harm_words()
    zero = _none(reading, words, start, end)
    bound = _bound(reading.article.text, words, counts_in(reading, start, end), start, end)
    found = [_harm(reading, words, item, bound, start, end) for item in bound]
    denied = {h.verb for h in zero}
    counted = [h for h in found if h.verb not in denied or h.count.value.low != 0]
    if not any(h.verb in {"killed", "injured", "killed_or_injured"} for h in (*zero, *counted)):
        counted.extend(_single(reading, start, end))
    return (*(h for h in zero if not any(c.verb == h.verb for c in counted)), *counted)


def _none(reading: Reading, words: HarmWords, start: int, end: int) -> list[Harm]:
    """Explicit zeros: "no casualties", but not "no reports of casualties"."""
    text = reading.article.text
    found: list[Harm] = []
    for verbs, pattern in words.none:
        hit = pattern.search(text, start, end)
        if (
            hit is None
            or words.unknown.search(text, max(start, hit.start() - 60), hit.end())
            or _unknown(text, hit.start(), start)
        ):
            continue
        span = reading.article.quote(hit.start(), hit.end())
        for verb in verbs:
            if not any(h.verb == verb for h in found):
                found.append(Harm(verb, Cited(Count(0, 0, span.quote), (span,), "the words say there was none")))
    return found


def _unknown(text: str, position: int, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:unclear|unknown|not known|if|whether|reports? of|word of)\s+(?:there were\s+)?$",
            text[max(start, position - 40) : position],
            re.I,
        )
    )


def _bound(text: str, words: HarmWords, counts: tuple[CountMention, ...], start: int, end: int) -> list[_Bound]:
    """Every count that a harm verb governs, follows, or that is listed with one so bound."""
    direct: dict[int, _Bound] = {}
    for number, count in enumerate(counts):
        limit = min(
            end, counts[number + 1].span.start if number + 1 < len(counts) else end, _tail(count) + _REACH_BEHIND
        )
        following = counts[number + 1].span.start if number + 1 < len(counts) else end
        item = _tight(text, words, count, start, min(end, _tail(count) + _REACH_BEHIND), following) or _loose(
            text, words, count, limit
        )
        if item is not None:
            direct[number] = item
    _spread(text, counts, direct, words)
    return [direct[n] for n in sorted(direct)]


def _ends_in_fate(count: CountMention) -> bool:
    """ "left 20 soldiers and 47 civilians dead": the last of a list carries the word for all."""
    return count.of is not None and bool(re.search(r"\w\s+(?:dead|wounded|injured|missing)$", count.of.quote, re.I))


def _tail(count: CountMention) -> int:
    return count.of.end if count.of else count.span.end


def _tight(text: str, words: HarmWords, count: CountMention, start: int, end: int, following: int) -> _Bound | None:
    """A verb right behind the counted people, else one right before them.

    ``following`` is where the next counted people stand: what they did to those did not befall them.
    """
    tail = _tail(count)
    aside = _ASIDE.match(text[tail:end])
    behind = tail + (aside.end() if aside else 0)
    inner = text[count.of.start : count.of.end].lower() if count.of else ""
    noun = next((verb for verb, pattern in _HARM_NOUNS if pattern.search(inner)), None)
    if noun is not None and count.of is not None:
        return _Bound(count, noun, "noun", (count.of.start, count.of.end)) if count.count.high != 0 else None
    for verb in words.verbs:
        hit = verb.follows.match(text, behind, end)
        if hit is not None and not _active(text, hit, following):
            return _Bound(count, verb.verb, "behind", hit.span())
    for verb in words.verbs:
        hit = verb.governs.search(text, max(start, count.span.start - _REACH_BEFORE), count.span.start)
        if hit is not None:
            return _Bound(count, verb.verb, "before", hit.span())
    return None


def _active(text: str, hit: re.Match[str], following: int) -> bool:
    """ "a bomb killed two guards", "a bomber killed himself": the words tell what they did, not what befell them."""
    if _BEFELL.search(hit.group()):
        return False
    return not text[hit.end() : following].strip() or bool(_SELF.match(text, hit.end()))


def _loose(text: str, words: HarmWords, count: CountMention, end: int) -> _Bound | None:
    """A passive further behind ("four guards of the depot in the port were killed"), no other count between."""
    tail = _tail(count)
    best: _Bound | None = None
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
            best = _Bound(count, verb.verb, "behind", hit.span())
    return best


def _spread(text: str, counts: tuple[CountMention, ...], direct: dict[int, _Bound], words: HarmWords) -> None:
    """Counts listed with a bound one share its verb: "killing two guards and a clerk", "two guards and a clerk died"."""
    for number in range(1, len(counts)):
        before = direct.get(number - 1)
        if number not in direct and before is not None and before.side != "behind":
            between = text[_tail(counts[number - 1]) : counts[number].span.start]
            if _JOIN.match(between) or words.parts.search(between):
                direct[number] = _Bound(counts[number], before.verb, before.side, before.word)
    for number in range(len(counts) - 2, -1, -1):
        after = direct.get(number + 1)
        if number in direct or after is None or not (after.side == "behind" or _ends_in_fate(after.count)):
            continue
        if _JOIN.match(text[_tail(counts[number]) : counts[number + 1].span.start]):
            direct[number] = _Bound(counts[number], after.verb, "behind", after.word)
    for number in range(1, len(counts)):
        before = direct.get(number - 1)
        if number in direct or before is None:
            continue
        if words.parts.search(text[_tail(counts[number - 1]) : counts[number].span.start]):
            direct[number] = _Bound(counts[number], before.verb, before.side, before.word)


def _harm(reading: Reading, words: HarmWords, item: _Bound, bound: list[_Bound], start: int, end: int) -> Harm:
    text = reading.article.text
    verb = item.verb
    if verb in {"killed", "injured"}:
        lump = next(
            (m for m in words.lumped.finditer(text, start, end) if m.start() < item.word[1] and item.word[0] < m.end()),
            None,
        )
        verb = "killed_or_injured" if lump else verb
    who = Cited(item.count.of.quote, (item.count.of,)) if item.count.of else None
    return Harm(verb, Cited(item.count.count, (item.count.span,)), who, _part_of(text, words, item, bound))


def _part_of(text: str, words: HarmWords, item: _Bound, bound: list[_Bound]) -> str | None:
    """The wording of the figure this one is a part of ("12 people, including three children")."""
    later = next(
        (
            b
            for b in bound
            if b.count.span.start > item.count.span.start
            and b.verb == item.verb
            and _IN_ALL.match(text, _tail(b.count))
        ),
        None,
    )
    if later is not None:
        return later.count.count.wording
    earlier = [b for b in bound if b.count.span.start < item.count.span.start and b.verb == item.verb]
    if not earlier:
        return None
    whole = earlier[-1]
    between = text[_tail(whole.count) : item.count.span.start]
    tail = text[item.count.span.end : item.count.span.end + 24]
    if words.parts.search(between) or re.match(
        r"\s+(?:of whom|of them|of the (?:dead|wounded|injured|victims))\b", tail
    ):
        return whole.count.count.wording
    if len(earlier) > 1 or _JOIN.match(between):
        # Further members of a list of parts: "including two women and a child".
        first = next(
            (b for b in earlier if words.parts.search(text[max(0, b.count.span.start - 30) : b.count.span.start])), None
        )
        if first is not None and ";" not in between and len(between) < 40:
            return bound[0].count.count.wording
    return None


def _single(reading: Reading, start: int, end: int) -> list[Harm]:
    """Victims told one by one: by name, or as "the driver was killed"."""
    text = reading.article.text
    for pattern in (_NAMED_BEFORE, _NAMED_BEHIND):
        hit = pattern.search(text, start, end)
        if hit is not None and not _thing(reading, hit.start("who"), hit.end("who")):
            span = reading.article.quote(*hit.span("who"))
            number = 1 + len(re.findall(r",|\band\b", re.sub(r",\s*and\b", ",", span.quote)))
            return [_told(reading, "killed", number, span, "the victims are named one by one")]
    named = _persons(reading, start, end)
    if named:
        span = reading.article.quote(named[0].start, named[-1].end)
        return [_told(reading, "killed", len(named), span, "the victims are named one by one")]
    hit = _ONE.search(text, start, end) or _HURT_ONE.search(text, start, end)
    if hit is not None:
        verb = "injured" if hit["word"].lower() in {"wounded", "injured"} else "killed"
        return [_told(reading, verb, 1, reading.article.quote(*hit.span("who")), "one person is told of")]
    return []


def _persons(reading: Reading, start: int, end: int) -> list[Span]:
    """Persons marked by name whose killing the words tell of; together where they are joined by "and"."""
    text = reading.article.text
    persons = [m.span for m in inside(reading.parties, start, end) if m.party.kind is PartyKind.PERSON]
    for number, span in enumerate(persons):
        lead = _KILLING_OF.search(text, max(start, span.start - 90), span.start)
        fate = _WAS_KILLED.match(text, span.end, end)
        if lead is None and fate is None:
            continue
        together = [span]
        if lead is not None:
            for other in persons[number + 1 :]:
                if not _JOIN.match(text[together[-1].end : other.start]):
                    break
                together.append(other)
        return together
    return []


def _told(reading: Reading, verb: str, number: int, span: Span, derivation: str) -> Harm:
    return Harm(verb, Cited(Count(number, number, span.quote), (span,), derivation), Cited(span.quote, (span,)))


def _thing(reading: Reading, start: int, end: int) -> bool:
    """Whether a capitalised name is a place or an organisation rather than a person."""
    if any(m.span.start < end and start < m.span.end for m in inside(reading.places, start, end)):
        return True
    return any(m.party.kind in _ORGANISED for m in inside(reading.parties, start, end))
