"""Who does what to whom in a clause, by word order: active, passive with "by", "X shelling of Y", "strikes on Y"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..knowledge.events import event_words
from ..records.party import Party, PartyKind
from ..records.reading import PartyMention, Reading
from ..records.text import Cited, Span
from .clauses import inside

_ARMED = {
    PartyKind.STATE_FORCES,
    PartyKind.REBEL_GROUP,
    PartyKind.POLITICAL_MILITIA,
    PartyKind.IDENTITY_MILITIA,
    PartyKind.EXTERNAL_FORCES,
    PartyKind.GOVERNMENT,
    PartyKind.COALITION,
}
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|got)\s+(?:\w+ly\s+|also\s+|later\s+)?$", re.I)
_BY = re.compile(r"\bby\s+(?:the\s+|a\s+|an\s+|some\s+|alleged\s+|suspected\s+|unidentified\s+|unknown\s+)*$", re.I)
_ONTO = re.compile(r"\b(?:on|against|at|into|of|between|with|targeting|toward|towards)\s+(?:[\w'’-]+\s+){0,4}$", re.I)


@dataclass(frozen=True, slots=True)
class Roles:
    """Actor and target of an act; ``armed`` says whether an armed party stands in the clause at all."""

    actor: Cited[Party] | None = None
    target: Cited[Party] | None = None
    target_words: Cited[str] | None = None
    armed: bool = False

    @property
    def target_armed(self) -> bool:
        """Whether the target is an armed party."""
        return self.target is not None and self.target.value.kind in _ARMED


def _cite(mention: PartyMention) -> Cited[Party]:
    return Cited(mention.party, (mention.span,))


def roles_of(reading: Reading, act: Span, start: int, end: int) -> Roles:
    """Roles around the words of an act within a clause. Speakers of the clause are no actors of it."""
    text = reading.article.text
    speakers = {
        s.speaker_span.start
        for s in reading.speech
        if s.speaker_span and not s.content.start <= s.speaker_span.start < s.content.end
    }
    parties = [
        m
        for m in inside(reading.parties, start, end)
        if m.span.start not in speakers and (m.party.kind in _ARMED or m.party.kind is PartyKind.CIVILIANS)
    ]
    armed = any(m.party.kind in _ARMED for m in parties)
    before = [m for m in parties if m.span.end <= act.start + 1]
    after = [m for m in parties if m.span.start >= act.end - 1]
    passive = bool(_PASSIVE.search(text[max(start, act.start - 30) : act.start]))
    by = next((m for m in parties if _BY.search(text[max(start, m.span.start - 40) : m.span.start])), None)
    actor = by or (None if passive else next((m for m in reversed(before) if m.party.kind in _ARMED), None))
    target = _target(text, start, before if passive else after, passive, actor)
    return Roles(
        actor=_cite(actor) if actor else None,
        target=_cite(target) if target else None,
        target_words=_target_words(reading, act, start, end, target),
        armed=armed,
    )


def _target(
    text: str, start: int, candidates: list[PartyMention], passive: bool, actor: PartyMention | None
) -> PartyMention | None:
    for mention in reversed(candidates) if passive else candidates:
        if mention is actor or (actor is not None and mention.party.id == actor.party.id):
            continue
        lead = text[max(start, mention.span.start - 50) : mention.span.start]
        if _BY.search(lead):
            continue
        if mention.adjectival and not _ONTO.search(lead):
            continue
        return mention
    return None


def _target_words(reading: Reading, act: Span, start: int, end: int, target: PartyMention | None) -> Cited[str] | None:
    """The words for what was hit: the noun after the act, else before a passive one, else the target party's."""
    text = reading.article.text
    nouns = event_words().targets
    hit = nouns.search(text, act.end, end) or nouns.search(text, start, act.start)
    if hit is not None:
        span = reading.article.quote(hit.start(), hit.end())
        return Cited(span.quote, (span,))
    return Cited(target.span.quote, (target.span,)) if target else None
