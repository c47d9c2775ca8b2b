"""The parties of a clause of blame: its subject before the verb, the blamed party after it, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...knowledge.blame_words import BlameWords
from ...knowledge.names import fold
from ...records.party import Party, PartyKind
from ...records.reading import PartyMention, Reading, Sentence
from ...records.text import Cited
from ..clauses import inside
from ..roles.clause import ARMED
from ..roles.laid import may_act

_ARTICLES = r"(?:(?:the|an?|its|their|his|rival|local|unknown|members? of|men (?:of|from)|(?:fighters|forces|troops|soldiers|units|elements) (?:of|from|loyal to))\s+)*"
_START = re.compile(
    r"[;:]\s*|,?\s+(?:but|while|whereas|although|though)\s+|,\s+(?:and\s+)?(?!who\b|which\b)|\s[–—]\s|\band\s+", re.I
)
_END = re.compile(r"[;.](?:\s|$)|,\s|\s(?:and|but|while|whereas|although|though|which|who)\s|\s[–—]\s|[\"”]")
_SMALL = re.compile(
    r"(?:['’]s)?(?:,[^,;]{1,60},)?(?:\s+(?:in|at|on|of|for)\s+[A-Z]\w+)?(?:\s+(?:also|later|then|have|has|had|both|each|immediately|at once|quickly|promptly|again|itself|themselves|on \w+day|yesterday|today|\w+ly|in turn|for (?:its|their) part))*\s+",
)
_RELATIVE = re.compile(r",?\s+(?:a charge that |which |who )(?:has |have |had |promptly |also |later |\w+ly )*", re.I)
_PRONOUN = re.compile(
    r"^\W*(?:they|it|he|she|the (?:group|movement|front|militia|militants|guerrillas|insurgents|organi[sz]ation|faction|party))\s+(?:\w+ly\s+|also\s+|later\s+|had\s+|has\s+|have\s+)*$",
    re.I,
)
_SPOKESMAN = re.compile(
    r"^\W*(?:an?|the|its|their|one|\w+)?\s*(?:\w+\s+)?(?:spokes\w+|leaders?|commanders?|officials?|officers?|envoys?|representatives?|members?) (?:for|of|from) (?:it|them|the (?:group|movement|front|militia|militants|guerrillas|insurgents|organi[sz]ation|faction|party))\s+(?:\w+ly\s+|also\s+|later\s+|had\s+|has\s+|have\s+)*$|^\W*(?:its|their) (?:\w+ )?(?:spokes\w+|leaders?|commanders?|officials?)\s+(?:\w+ly\s+|also\s+|later\s+)*$",
    re.I,
)
_BARE = re.compile(
    r"^\W*(?:on \w+day,? |in [A-Z]\w+,? )?(?P<who>(?:the|an?|some|several|two|three|other)?\s*(?:[\w’'-]+\s+){0,4}?[\w’'-]+)\s+(?:has |have |had |also |later )*$",
    re.I,
)
_GROUP_NOUN = re.compile(
    r"(?:the)\s+(?P<noun>movement|front|group|militia|army|faction|guerrillas|militants|insurgents|organi[sz]ation|brigades?)\b",
    re.I,
)
_SIDES = frozenset([PartyKind.STATE_FORCES, PartyKind.GOVERNMENT, PartyKind.EXTERNAL_FORCES])
_REACH = 110


@dataclass(frozen=True, slots=True)
class Blame:
    """Who blames (None: nobody is named) whom, and the stretch ``[start, end)`` of the clause."""

    speaker: Cited[Party] | None
    party: Cited[Party]
    start: int
    end: int


def same_side(one: Party, other: Party) -> bool:
    """Whether two mentions in one report are of one party, or one speaks for the other."""
    if one.id == other.id or (one.of is not None and one.of == other.of and one.kind is not PartyKind.PERSON):
        return True
    if one.of in (other.id, other.name) or other.of in (one.id, one.name):
        return True
    if one.kind in _SIDES and other.kind in _SIDES and one.country is not None and one.country == other.country:
        return True
    short, long = sorted((fold(one.name), fold(other.name)), key=len)
    wide = one.umbrella or other.umbrella
    return wide and one.kind is other.kind and long.endswith(f" {short}")


def blamed_after(
    reading: Reading, words: BlameWords, sentence: Sentence, hit: re.Match[str], form: str
) -> Blame | None:
    """Whom a verb of blame lays an act to; None where its clause tells more than that."""
    if form == "passive":
        return _passive(reading, words, sentence, hit)
    party = party_at(reading, hit.end(), sentence)
    if party is None:
        return None
    after = end_of(party)
    if form == "said":
        done = words.doing.match(reading.article.text, _skip(reading, after))
        if done is None:
            return None
        after = done.end()
    end = whole_clause(reading, words, sentence, after)
    if end is None:
        return None
    speaker = party_by_verb(reading, words, sentence, hit.start(), acting=False)
    if speaker is None and not _subject_words(reading, words, sentence, hit.start()):
        return None
    start = min(
        [
            hit.start(),
            *(
                s.start
                for s in (speaker.evidence if speaker else ())
                if hasattr(s, "start") and s.start >= sentence.start
            ),
        ]
    )
    return Blame(speaker, party, start, end)


def _passive(reading: Reading, words: BlameWords, sentence: Sentence, hit: re.Match[str]) -> Blame | None:
    party = party_by_verb(reading, words, sentence, hit.start(), acting=True)
    if party is None:
        return None
    speaker, after = None, hit.end()
    if hit.group("by"):
        mention = _mention_at(reading, hit.end(), sentence)
        if mention is None:
            return None
        speaker, after = Cited(mention.party, (mention.span,)), mention.span.end
    end = whole_clause(reading, words, sentence, after)
    return Blame(speaker, party, _start_of(party), end) if end is not None else None


def whole_clause(reading: Reading, words: BlameWords, sentence: Sentence, after: int) -> int | None:
    """The end of a clause where nothing stands behind ``after`` but what points back to the act; else None."""
    text = reading.article.text
    tail = words.tail.match(text, after, sentence.end)
    end = tail.end() if tail else after
    rest = text[end : sentence.end]
    return end if not rest.strip(" .\"”'’") or _END.match(rest) else None


def party_by_verb(
    reading: Reading,
    words: BlameWords,
    sentence: Sentence,
    verb: int,
    *,
    acting: bool,
    accused: Sequence[Party] = (),
) -> Cited[Party] | None:
    """The subject of a verb: the party right before it, before its "which", or whom a pronoun there stands for.

    ``acting``: only a party that can do acts of war. ``accused`` are those a pronoun may stand for.
    """
    text = reading.article.text
    low = max(sentence.start, verb - _REACH)
    before = [m for m in inside(reading.parties, low, verb) if not acting or may_act(m)]
    if before:
        last = before[-1]
        gap = text[last.span.end : verb]
        if _SMALL.fullmatch(gap) or _RELATIVE.fullmatch(gap):
            return (
                Cited(last.party, (last.span,))
                if not words.unreal.search(text, _clause_start(text, low, last.span.start), verb)
                else None
            )
    start = _clause_start(text, low, verb)
    subject = text[start:verb]
    if not subject.strip() or words.unreal.search(subject):
        return None
    if accused and (_PRONOUN.match(subject) or _SPOKESMAN.match(subject)):
        return Cited(
            accused[-1],
            (reading.article.quote(*_trimmed(text, start, verb)),),
            "the subject points back to the party named before",
        )
    return None if acting else _bare(reading, start, verb)


def _bare(reading: Reading, start: int, verb: int) -> Cited[Party] | None:
    """A subject that is no known party: the speaker marked there, else its own words."""
    for speech in reading.speech:
        span = speech.speaker_span
        if span is not None and start <= span.start and span.end <= verb:
            return Cited(speech.speaker, (span,))
    found = _BARE.match(reading.article.text[start:verb])
    if found is None or re.match(
        r"(?:they|it|he|she|each|both|neither|all|there|that|this|who|which|he)\b", found.group("who"), re.I
    ):
        return None
    span = reading.article.quote(start + found.start("who"), start + found.end("who"))
    name = re.sub(r"^(?:the|an?|some|several)\s+", "", span.quote, flags=re.I)
    return Cited(Party(f"text:{fold(name)}", name, PartyKind.OTHER), (span,))


def _subject_words(reading: Reading, words: BlameWords, sentence: Sentence, verb: int) -> bool:
    """Whether some subject, though none that can be named, stands before a verb that is told as done."""
    text = reading.article.text
    subject = text[_clause_start(text, max(sentence.start, verb - _REACH), verb) : verb]
    return bool(re.match(r"\W*(?:they|it|he|she)\b", subject, re.I)) and not words.unreal.search(subject)


def _clause_start(text: str, low: int, verb: int) -> int:
    start = low
    for turn in _START.finditer(text, low, verb):
        start = turn.end()
    return start


def party_at(reading: Reading, offset: int, sentence: Sentence, *, acting: bool = True) -> Cited[Party] | None:
    """The party that begins at an offset, articles apart; "the movement" is the party of that name told before."""
    mention = _mention_at(reading, offset, sentence)
    if mention is not None:
        return Cited(mention.party, (mention.span,)) if may_act(mention) or not acting else None
    found = _GROUP_NOUN.match(reading.article.text, _skip(reading, offset, articles=False))
    if found is None:
        return None
    noun = found.group("noun").lower()
    earlier = [m.party for m in reading.parties if m.span.end <= offset and m.party.kind in ARMED - _SIDES]
    named = [p for p in earlier if noun in p.name.lower().split()] or (
        earlier if noun in {"group", "organisation", "organization", "faction"} else []
    )
    if not named:
        return None
    return Cited(named[-1], (reading.article.quote(*found.span()),), "the words point back to the party named before")


def _mention_at(reading: Reading, offset: int, sentence: Sentence) -> PartyMention | None:
    text = reading.article.text
    for mention in inside(reading.parties, offset, sentence.end):
        lead = text[offset : mention.span.start]
        if re.fullmatch(rf"\s*{_ARTICLES}", lead, re.I):
            return mention if not mention.adjectival else None
        return None
    return None


def _skip(reading: Reading, offset: int, *, articles: bool = False) -> int:
    text = reading.article.text
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def with_article(reading: Reading, sentence: Sentence, start: int) -> int:
    """An offset moved before an article that stands right before it."""
    found = re.search(r"\b(?:the|an?)\s+$", reading.article.text[sentence.start : start], re.I)
    return start - len(found.group()) if found else start


def end_of(cited: Cited[Party]) -> int:
    """Offset behind the words that name a party."""
    return max(s.end for s in cited.evidence if hasattr(s, "end") and isinstance(s.end, int))


def _start_of(cited: Cited[Party]) -> int:
    return min(s.start for s in cited.evidence if hasattr(s, "start") and isinstance(s.start, int))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
