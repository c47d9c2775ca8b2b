"""A clause around an act: its parties, what form the act has, and the words before and after each party."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

from ...knowledge.role_words import RoleWords, role_words
from ...records.party import PartyKind
from ...records.reading import PartyMention, Reading, Sentence
from ...records.text import Span
from ..clauses import inside

ARMED = {
    PartyKind.STATE_FORCES,
    PartyKind.REBEL_GROUP,
    PartyKind.POLITICAL_MILITIA,
    PartyKind.IDENTITY_MILITIA,
    PartyKind.EXTERNAL_FORCES,
    PartyKind.GOVERNMENT,
    PartyKind.COALITION,
}
_CROWDS = {PartyKind.RIOTERS, PartyKind.PROTESTERS}
_HIT = {PartyKind.CIVILIANS, PartyKind.PERSON, PartyKind.INTERNATIONAL_ORGANISATION, PartyKind.MONITOR}
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are|got|gets)\s+(?:\w+ly\s+|also\s+|later\s+|then\s+|reportedly\s+|first\s+|again\s+|both\s+|all\s+|twice\s+)*$",
    re.I,
)
_PARTICIPLE = re.compile(
    r"(?:ed|en|hit|struck|shot|blown up|set|taken|held|overrun|torn|fought|slain|burnt|lost)$", re.I
)
_GERUND_OF_VERB = re.compile(
    r"\b(?:was|were|been|be|is|are|am|began|begun|started|kept|continued|stopped|resumed|without|from|for|by|after|before|while|accused of|of)\s+(?:\w+ly\s+)*$|,\s*(?:\w+ly\s+)?$",
    re.I,
)
_NOUN_LEAD = re.compile(
    r"(?:\b(?:the|a|an|this|that|these|those|his|her|its|their|of|in|on|by|from|to|and|or|no|any|some|more|two|three|several|heavy|recent|deadly|mortar|rocket|air|artillery|fresh|new|armed|another|such|each|every|with|during|between|after|before|despite|fierce|sporadic)|['’]s)\s+$",
    re.I,
)


_NO_OBJECT = re.compile(
    r"\s*(?:[.,;]|$)|\s+(?:in|on|at|near|during|by|when|while|as|since|after|before|over|under|last|this|lived|were|was|had|has|have|said|and (?:wounded|injured|killed))\b",
    re.I,
)
_FINITE = re.compile(r"\b(?:have|has|had|who|which|that|they|he|she|it|we)\s+(?:\w+ly\s+|also\s+|already\s+)*$", re.I)


_OBJECT = re.compile(r"\s+(?:on|a|an|the|some|several|its|their|his|her|\d+|two|three|four|five)\s+(?=\w)", re.I)
_NOUN_ONTO = re.compile(r"(?:[\w-]+\s+)*(?P<noun>[\w-]+)\s+(?:in|near|at|inside|across|by)", re.I)
_IN_AN = re.compile(r"\b(?:killed|wounded|injured|captured|shot)\b[^;.]*\bin\s+(?:an?|the)\s+(?:[\w-]+\s+)?$", re.I)
_FIGHTS_BACK = re.compile(r"\s+(?:back|off)\b", re.I)
_OWNING = re.compile(r"(?:['’]?s?(?<=s))?\s+|s\s+")


_HANGING = re.compile(
    r"\b(?:was|were|been|being|be|is|are|has|have|had|and|or|to|who|which|that|when|it|they|will|also|\w+ly)\s*$", re.I
)


class Form(Enum):
    """How the words of an act stand in their clause."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOUN = "noun"
    MUTUAL = "mutual"


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause ``[start, end)`` of ``act``; ``parties`` may be actors or targets, speakers left out."""

    reading: Reading
    act: Span
    start: int
    end: int
    form: Form
    parties: tuple[PartyMention, ...]
    sentence: Sentence | None

    @property
    def text(self) -> str:
        """The text of the whole article: offsets of mentions point into it."""
        return self.reading.article.text

    @property
    def words(self) -> RoleWords:
        """The reviewed words of roles."""
        return role_words()

    def before(self, mention: PartyMention, size: int = 70) -> str:
        """The words of the clause before a mention."""
        return self.text[max(self.start, mention.span.start - size) : mention.span.start]

    def after(self, mention: PartyMention, size: int = 70) -> str:
        """The words of the clause after a mention."""
        return self.text[mention.span.end : min(self.end, mention.span.end + size)]


def clause_of(reading: Reading, act: Span, start: int, end: int) -> Clause:
    """The clause around an act with its parties and the form of the act; what it is told with is taken off its words."""
    sentence = sentence_at(reading, act.start)
    start, end = min(start, act.start), max(end, act.end)
    if sentence is not None and start > sentence.start and _hangs(reading.article.text[sentence.start : start]):
        start = sentence.start
    act = _bare(reading, act, start)
    parties = clause_parties(reading, start, end)
    return Clause(reading, act, start, end, _form(reading.article.text, act, start, end), parties, sentence)


def _hangs(before: str) -> bool:
    """Whether a clause goes on from words that cannot end one: "civilians were | injured", "launched their | attack"."""
    return bool(_HANGING.search(before[-40:]) or role_words().light.search(before[-30:]))


def _bare(reading: Reading, act: Span, start: int) -> Span:
    """The act without the party whose it is ("Israeli missile strike") or that it hits ("attacked the army base")."""
    low, high = act.start, act.end
    for mention in inside(reading.parties, max(start, act.start - 40), act.end + 60):
        if mention.span.start <= low + 1 < mention.span.end < high:
            low = mention.span.end
        elif low + 2 < mention.span.start < high:
            high = mention.span.start
    owning = _OWNING.match(reading.article.text, low, high)
    low = owning.end() if owning and owning.end() < high else low
    text, words = reading.article.text, role_words()
    if words.light.match(text, low, high):
        # "conducted a precision strike": the act is the strike, the verb only lends it a subject.
        nouns = [w for w in re.finditer(r"[\w-]+", text[low:high]) if w[0].lower() in words.nouns]
        low = low + nouns[-1].start() if nouns else low
    object_ = _OBJECT.search(text, low + 1, high)
    high = object_.start() if object_ else high
    while high > low + 1 and reading.article.text[high - 1].isspace():
        high -= 1
    onto = _NOUN_ONTO.fullmatch(text, low, high)
    if onto is not None and onto["noun"].lower() in words.nouns and _IN_AN.search(text[start:low]):
        high = onto.end("noun")  # "strike in", "raids on": the preposition belongs to what follows
    return reading.article.quote(low, high)


def clause_parties(reading: Reading, start: int, end: int, *, speakers: bool = False) -> tuple[PartyMention, ...]:
    """The parties of a stretch that may act or be hit; who only speaks of it is left out unless asked for."""
    speaking = [
        s.speaker_span
        for s in reading.speech
        if s.speaker_span and not s.content.start <= s.speaker_span.start < s.content.end
    ]
    return tuple(
        m
        for m in inside(reading.parties, start, end)
        if m.party.kind in ARMED | _CROWDS | _HIT and (speakers or not any(_overlap(m.span, s) for s in speaking))
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def sentence_at(reading: Reading, position: int) -> Sentence | None:
    """The sentence over a position of the text."""
    at = bisect_right(reading.sentences, position, key=lambda s: s.start) - 1
    return reading.sentences[at] if at >= 0 and position < reading.sentences[at].end else None


def _form(text: str, act: Span, start: int, end: int) -> Form:
    words, before = role_words(), text[max(start, act.start - 60) : act.start]
    lower = " ".join(act.quote.lower().split())
    if words.mutual.match(lower) and not _FIGHTS_BACK.match(text, act.end, end):
        return Form.MUTUAL
    if (_PASSIVE.search(before) and not lower.endswith("ing")) or words.dying.match(lower):
        return Form.PASSIVE
    if words.light.match(lower):
        return Form.ACTIVE
    last = lower.rsplit(" ", 1)[-1]
    if lower in words.nouns or last in words.nouns:
        return _noun_or_verb(text, act, end, before, last)
    if _PARTICIPLE.search(last) and _reduced(text, act, end, before):
        return Form.PASSIVE
    return Form.ACTIVE


def _noun_or_verb(text: str, act: Span, end: int, before: str, last: str) -> Form:
    """ "the shelling of" against "were shelling": an -ing form is a verb after an auxiliary or a comma with an object."""
    if last.endswith("ing") and _GERUND_OF_VERB.search(before):
        after = text[act.end : min(end, act.end + 25)]
        return (
            Form.NOUN
            if re.match(r"\s+(?:of|by|on|against|in|at|from|and|was|were|has|had)\b|\s*[.,;]|$", after)
            else Form.ACTIVE
        )
    if last in {
        "attacks",
        "raids",
        "strikes",
        "kills",
        "clashes",
        "attack",
        "strike",
        "raid",
        "ambush",
        "fire",
    } and re.search(
        r"\b(?:to|will|would|could|can|may|might|must|did|not|and|who|which|that)\s+(?:\w+ly\s+)?$", before
    ):
        return (
            Form.ACTIVE
            if not _NOUN_LEAD.search(before[-6:]) or before.rstrip().endswith(("to", "who", "will"))
            else Form.NOUN
        )
    return Form.NOUN


def _reduced(text: str, act: Span, end: int, before: str) -> bool:
    """A participle without an auxiliary: "a convoy attacked by gunmen", "people killed in the raid"."""
    after = text[act.end : min(end, act.end + 30)]
    if " ".join(act.quote.lower().split()) in role_words().transitive and _NO_OBJECT.match(after):
        return not _FINITE.search(before)
    return bool(re.match(r"\s+(?:\w+\s+){0,2}by\s", after)) and not re.search(
        r"\b(?:have|has|had)\s+(?:\w+ly\s+)?$", before
    )
