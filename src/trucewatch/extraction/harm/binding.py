"""Which counts a verb of harm governs: "killing four", "four were killed", and counts listed with one so bound."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...knowledge.harm_words import HarmWords
from ...knowledge.speech import speech_words
from ...knowledge.toll_words import toll_words
from ...records.reading import CountMention

_REACH_BEFORE, _REACH_BEHIND, _TOLL_REACH = 60, 130, 160
# Between counted people and what befell them: where they were and what they did, but no other statement.
_GAP = re.compile(r"^[^;:.]{0,110}$")
# "500,000 Tutsis and moderate Hutus were": one subject of two peoples.
_TWO_PEOPLES = re.compile(r"\s+and\s+(?:[a-z]+\s+)?[A-Z][a-z]+s\s+")
JOIN = re.compile(
    r"^\s*(?:,|,?\s*and|,?\s*as well as|,?\s*or|,?\s*along with|,?\s*plus)\s+(?:also\s+|another\s+|the\s+|his\s+|her\s+|their\s+)?$",
    re.I,
)
_ASIDE = re.compile(
    r"^(?:\s+of\s+(?:them|those|whom))?(?:\s+(?:others?|more))?\s*(?:\([^)]{1,60}\)|,\s*(?:including|among them|most of them|many of them|mostly|mainly|some of them|all of them|both of them|aged|all|one of them)\b[^;.]{1,90}?,)",
    re.I,
)
_BEFELL = re.compile(r"\b(?:were|was|been|being|are|is|be|died|dead|dying|perished)\b", re.I)
_DID = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+ly\s+|also\s+)*(?:killed|wounded|injured|murdered|executed|massacred|captured|abducted|kidnapped|detained|arrested|displaced|beheaded|slaughtered)\b",
    re.I,
)
_SELF = re.compile(r"\s+(?:himself|herself|themselves)\b", re.I)
# What may stand between two figures that share one verb, and where or when the second befell.
_ELLIPSIS = re.compile(r"^[^;:.]{0,90}?(?:,|;|\band|\bplus)\s+(?:another\s+|a\s+further\s+)?$")
_WHERE = re.compile(
    r"(?:\s+(?:of\s+them|others?|more))?\s+(?:in|at|near|outside|around|on|later|overnight|elsewhere)\b", re.I
)
_FURTHER = re.compile(
    r"^\s+(?:of|from|in|at|near)\s+[^,;.:]{1,50}?,?\s+(?:and|as\s+well\s+as|along\s+with|together\s+with|plus)\s+(?:also\s+|another\s+|a\s+further\s+)?$",
    re.I,
)
_ACTS = re.compile(
    r"\s+(?:who\s+)?(?:were|was|had|have|has|said|says|are|is|began|could|would|may|might|[a-z]+ed)\b", re.I
)
# "a third of the population of two million": not the number harmed.
_FRACTION = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|per\s*cent|%|most|much|majority|part)\s+of\s+(?:the\s+|its\s+|a\s+)?(?:[\w’'-]+\s+){0,3}(?:of\s+)?(?:about\s+|some\s+)?$",
    re.I,
)
# What may stand between somebody and the word that he speaks by, and what shows that he is spoken of instead.
_TO_CUE = re.compile(
    r"(?:\s+(?:of|in|at|from|near|for|with)\s+[\w’' -]{1,40}?)?(?:,[^,;.]{1,60},)?\s+(?:also\s+|later\s+|has\s+|have\s+|had\s+)?",
    re.I,
)
_SPOKEN_OF = re.compile(r"\s+(?:to\s+(?:be|have)\b|dead|killed|wounded|injured|hurt|missing|captured|lost)", re.I)
_MORE = re.compile(
    r"^(?:others?|more|another)$|\b(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|second|third)$", re.I
)
# "the four occupants of the car died": a word that needs no "were".
_DIED = re.compile(
    r"\s+(?:of|from|in|at|on|aboard|inside|near)\s+(?:(?!(?:said|says|told|that|who|when|after|as|and|while|where)\b)[\w’'-]+\s+){1,5}?(?:later\s+|also\s+)?(?:died|perished|lost\s+their\s+lives)\b",
    re.I,
)
_OF_THEM = re.compile(r"\s+of\s+(?:the|those|his|her|their|its)\b", re.I)
_OF_THE_DEAD = re.compile(
    r"\bof\s+(?:the|those|these)\s+(?:[\w,-]+\s+){0,2}?(?:dead|killed|slain|victims|fatalities|wounded|injured)(?:\s+[\w-]+){0,4},\s+(?:at\s+least\s+|some\s+|about\s+)?$",
    re.I,
)
# The counted noun itself says what befell them: "12 wounded", "40 casualties".
_HARM_NOUNS = (
    (
        "killed",
        re.compile(r"\b(?:dead|deaths?|fatalit(?:y|ies)|bodies|corpses|martyrs?)$"),
    ),
    ("injured", re.compile(r"\b(?:wounded|injured)$")),
    ("killed_or_injured", re.compile(r"\bcasualties$")),
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A count bound to a verb; ``side`` says whether the verb stands before it (active) or behind it.

    ``part`` marks a figure told as a part of the dead or hurt ("among the dead were two children").
    """

    count: CountMention
    verb: str
    side: str
    word: tuple[int, int]
    part: bool = False


def _toll_of_act(text: str, count: CountMention, start: int) -> Bound | None:
    """ "the death toll from the bombing rose to 44": the dead of the one act that the words name."""
    low = max(start, count.span.start - _TOLL_REACH)
    for verb, before, _ in toll_words().figures:
        told = before.search(text, low, count.span.start)
        if told is not None and toll_words().single.search(text, told.start(), told.end()):
            return Bound(count, verb, "before", told.span())
    return None


def bound_in(text: str, words: HarmWords, counts: tuple[CountMention, ...], start: int, end: int) -> list[Bound]:
    """Every count that a harm verb governs, follows, or that is listed with one so bound."""
    direct: dict[int, Bound] = {}
    for number, count in enumerate(counts):
        if _FRACTION.search(text, start, count.span.start):
            continue
        limit = min(
            end, counts[number + 1].span.start if number + 1 < len(counts) else end, tail_of(count) + _REACH_BEHIND
        )
        following = counts[number + 1].span.start if number + 1 < len(counts) else end
        item = (
            _tight(text, words, count, start, min(end, tail_of(count) + _REACH_BEHIND), following)
            or _loose(text, words, count, limit)
            or _toll_of_act(text, count, start)
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
    among = _among(text, words, count, start, end)
    if among is not None:
        return among
    if count.of is not None and _OF_THEM.match(text, count.span.end, count.of.end):
        later = words.verbs[0].follows.match(text, behind, end)  # "three of the wounded died"
        if later is not None:
            return Bound(count, "killed", "behind", later.span())
    inner = text[count.of.start : count.of.end].lower() if count.of else ""
    noun = next((verb for verb, pattern in _HARM_NOUNS if pattern.search(inner)), None)
    if noun == "injured" and count.span.quote.lower() in {"a", "an"}:
        noun = None  # "a blast wounded six": the word is a verb
    if noun is not None and count.of is not None:
        return Bound(count, noun, "noun", (count.of.start, count.of.end)) if count.count.high != 0 else None
    for verb in words.verbs:
        hit = verb.follows.match(text, behind, end)
        if hit is not None and not _active(text, hit, following):
            return Bound(count, verb.verb, "behind", hit.span())
    for verb in words.verbs:
        for before, after in verb.between:
            lead = before.search(text, max(start, count.span.start - _REACH_BEFORE), count.span.start)
            fate = lead and (after.match(text, tail, end) or _of_fate(count, after))
            if lead and fate:
                return Bound(count, verb.verb, "before", lead.span())
    for verb in words.verbs:
        hit = verb.governs.search(text, max(start, count.span.start - _REACH_BEFORE), count.span.start)
        if hit is not None:
            return Bound(count, verb.verb, "before", hit.span())
    return None


def _among(text: str, words: HarmWords, count: CountMention, start: int, end: int) -> Bound | None:
    """ "two children were among the dead", "of the nine dead, two were children": a part of those told of."""
    tail = tail_of(count)
    hit = (
        words.among_before.search(text, max(start, count.span.start - _REACH_BEFORE), count.span.start)
        or words.among_behind.match(text, tail, end)
        or _OF_THE_DEAD.search(text, start, count.span.start)
    )
    if hit is None:
        return None
    verb = "injured" if re.search(r"wounded|injured|hurt", hit.group(), re.I) else "killed"
    return Bound(count, verb, "noun", hit.span(), part=True)


def _joined(text: str, between: str, count: CountMention) -> bool:
    """ "killed the mayor of the port, as well as two clerks": where the first were stands between, no other act."""
    return bool(_FURTHER.match(between)) and not _ACTS.match(text, tail_of(count))


def _elliptic(text: str, before: CountMention, count: CountMention) -> bool:
    """ "killed 40 in Kano and 10 in Jos", "seven died on the spot and two more in hospital": the verb is told once."""
    if count.of is not None and not _MORE.search(count.of.quote):
        return False
    between = text[tail_of(before) : count.span.start]
    return bool(_ELLIPSIS.match(between) and _WHERE.match(text, tail_of(count)))


def _of_fate(count: CountMention, fate: re.Pattern[str]) -> bool:
    """ "claimed three lives", "left 60 fighters dead": the words stand within the counted people."""
    return count.of is not None and any(
        fate.fullmatch(count.of.quote, at) for at in (0, *(m.start() for m in re.finditer(r"\s+", count.of.quote)))
    )


def _speaks(text: str, tail: int) -> bool:
    """ "killing eight soldiers, an army captain said": who tells of the dead is none of them; "one reported dead" is."""
    for word in re.finditer(r"[a-z]+", text[tail : tail + _REACH_BEHIND]):
        cues = speech_words().cues.get(word.group(), ())
        if any(cue.form in {"past", "third"} for cue in cues) and _TO_CUE.fullmatch(text, tail, tail + word.start()):
            return _SPOKEN_OF.match(text, tail + word.end()) is None
    return False


def _active(text: str, hit: re.Match[str], following: int) -> bool:
    """ "a bomb killed two guards", "a bomber killed himself": the words tell what they did, not what befell them."""
    if _BEFELL.search(hit.group()):
        return False
    if _DID.search(hit.group()):
        return True
    return not text[hit.end() : following].strip() or bool(_SELF.match(text, hit.end()))


def _loose(text: str, words: HarmWords, count: CountMention, end: int) -> Bound | None:
    """A passive further behind ("four guards of the depot in the port were killed"), no other count between."""
    tail = tail_of(count)
    died = _DIED.match(text, tail, end)
    if died is not None:
        return Bound(count, "killed", "behind", died.span())
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
        if _speaks(text, tail_of(counts[number])):
            continue
        if number not in direct and before is not None and before.side != "behind":
            between = text[tail_of(counts[number - 1]) : counts[number].span.start]
            if JOIN.match(between) or words.parts.search(between) or _joined(text, between, counts[number]):
                direct[number] = Bound(counts[number], before.verb, before.side, before.word)
        if number not in direct and before is not None and _elliptic(text, counts[number - 1], counts[number]):
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
