"""Who sits at a table, and who brings them there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...knowledge.names import fold
from ...knowledge.talk_words import TalkPhrase, talk_words
from ...records.party import Party, PartyKind
from ...records.reading import PartyMention, Reading, Sentence
from ...records.text import Cited, Span
from ..attribution import said_for
from ..clauses import inside
from ..frames import actors_in, listed, region_before

_NO_SEAT = {
    PartyKind.CIVILIANS,
    PartyKind.MEDIA,
    PartyKind.WITNESS,
    PartyKind.MONITOR,
    PartyKind.PROTESTERS,
    PartyKind.RIOTERS,
}
_STOP = r"(?!(?:in|on|at|to|after|before|during|when|that|who|which|while|as|for|from|about|over|by|because|until|since|against|said|says)\b)"
_OBJECT = re.compile(rf"^\s*(?:with\s+)?(?:{_STOP}[\w'’.-]+,?\s+){{0,7}}$", re.IGNORECASE)
_WITH = re.compile(r"^[^;.]{0,90}?\b(?:with|between|involving|among)\s+(?:[\w'’.-]+\s+){0,5}$", re.IGNORECASE)
_OBLIQUE = re.compile(
    r"\b(?:by|against|of|to|on|for|among|under|over|near|in|at|loyal to|than|from)\s+(?:the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)
_PERSON_NEXT = re.compile(r"^(?:['’]s)?\s+(?:[\w'’-]+\s+){0,4}$")


_SENT_BY = re.compile(
    r"\b(?:delegat\w+|representatives?|officials?|leaders?|envoys?|negotiators?|members|ministers?|commanders?|presidents?)\s+(?:of|from|for)\s+(?:the\s+|both\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:sides|parties|factions|camps|leaders|heads of \w+|ministers|rivals|officials|delegations|negotiators|teams|governments)$",
    re.I,
)
_AT_TALKS = re.compile(r"\b(?:at|during|in|after|following|before|ahead of)\s+(?:the\s+|a\s+|an\s+)?$", re.IGNORECASE)
_ALONE_PRONOUN = re.compile(
    r"\b(he|she|I|we)\s+(?:has\s+|have\s+|had\s+|will\s+|also\s+|would\s+|then\s+|later\s+|just\s+)*$", re.IGNORECASE
)
_KIN = re.compile(
    r"\w{0,2}(?:['’]s?)?\s+(?:family|wife|husband|mother|father|parents|relatives|widow|children|son|daughter)\b", re.I
)
_LOCATED = re.compile(r"\b(?:in|at|near|across|outside|inside|to)\s+$", re.IGNORECASE)
_PRONOUN = re.compile(
    r"^\s*(?:\w+\s+){0,2}?(?:he|she|they|it|both)\b|^\s*(?:\w+day\s+)?(?:at|in|after|during|before|following)\b|^\W*$",
    re.IGNORECASE,
)
_TALKING = re.compile(r"talks|negotiat|discuss|consult|dialog", re.IGNORECASE)
# "the two sides met" needs no one beside them: a place, a time or a purpose follows, not a thing that was met.
_ALONE = re.compile(
    r"\s*(?:[.,;]|$|(?:in|on|at|to|for|here|today|again|late|early|earlier|this|last|face|behind|over|under|near|outside|through|\w+day)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Table:
    """Those who meet, those who mediate or host, and where the last participant's words end."""

    participants: tuple[Cited[Party], ...]
    mediators: tuple[Cited[Party], ...]
    end: int


def table_of(reading: Reading, sentence: Sentence, phrase: TalkPhrase, words: Span) -> Table | None:
    """The table about the words of a meeting; None where the words turn out to tell of none."""
    seats = _seats(reading, sentence)
    mediators = _mediators(reading, sentence, seats, words)
    free = [s for s in seats if s.span not in {m.evidence[0] for m in mediators}]
    text = reading.article.text
    subject = _subject(text, sentence, free, words) or _spoken_for(reading, sentence, words)
    if phrase.frame == "host":
        guests = _behind(text, free, words.end, _WITH)
        return _table(guests, (*(_cited(m) for m in subject), *mediators), words) if subject or guests else None
    if phrase.frame == "travel":
        return _table([*subject, *_behind(text, free, words.end, _WITH)], mediators, words) if subject else None
    if phrase.frame == "meet":
        after = _behind(text, free, words.end, _OBJECT) or _behind(text, free, words.end, _WITH)
        if not after and not _TALKING.search(words.quote) and not (_plural(subject) and _ALONE.match(text, words.end)):
            return None
        if phrase.person and not (after and after[0].party.kind is PartyKind.PERSON):
            return None
        return _table([*subject, *after], mediators, words) if subject or after else None
    return _noun(text, sentence, free, mediators, words, subject)


def _noun(
    text: str,
    sentence: Sentence,
    free: list[PartyMention],
    mediators: tuple[Cited[Party], ...],
    words: Span,
    subject: list[PartyMention],
) -> Table | None:
    after = _behind(text, free, words.end, talk_words().frames["between"])
    if len(after) > 1:
        return _table(after, mediators, words)
    beside = [
        m
        for m in free
        if re.fullmatch(r"[- ]?\s*(?:\w+\s+)?", text[m.span.end : words.start]) and m.span.end <= words.start
    ]
    inside = [m for m in free if words.start <= m.span.start and m.span.end <= words.end]
    people = [*subject, *beside, *inside, *after]
    if not people and _AT_TALKS.search(text[max(sentence.start, words.start - 20) : words.start]):
        people = _main_clause(text, free, words)
    return _table(people, mediators, words)


def _main_clause(text: str, free: list[PartyMention], words: Span) -> list[PartyMention]:
    """ "At talks in Lusaka, A and B agreed": the subject of what follows the comma."""
    after = [m for m in free if m.span.start >= words.end]
    for index, mention in enumerate(after):
        if "," in text[words.end : mention.span.start] and not _OBLIQUE.search(text[words.end : mention.span.start]):
            return listed(text, after, index)
    return []


def _spoken_for(reading: Reading, sentence: Sentence, words: Span) -> list[PartyMention]:
    """Whom "he", "she" or "I" stands for right before the words: the person of the sentence before, or the speaker."""
    text = reading.article.text
    lead = text[max(sentence.start, words.start - 40) : words.start]
    hit = _ALONE_PRONOUN.search(lead)
    if hit is None:
        return []
    if hit[1].lower() in {"i", "we"}:
        said = said_for(reading, words).speaker
        spans = [e for e in said.evidence if isinstance(e, Span)] if said else []
        if said is not None and spans:
            return [PartyMention(spans[0], said.value)]
        return _persons(reading, reading.sentences[:1])
    return _persons(reading, reading.sentences[max(0, sentence.index - 1) : sentence.index])


def _persons(reading: Reading, sentences: Sequence[Sentence]) -> list[PartyMention]:
    for sentence in sentences:
        people = [m for m in inside(reading.parties, sentence.start, sentence.end) if m.party.kind is PartyKind.PERSON]
        if people:
            return people[:1]
    return []


def _table(people: list[PartyMention], mediators: tuple[Cited[Party], ...], words: Span) -> Table:
    seen: dict[str, PartyMention] = {}
    for mention in people:
        seen.setdefault(mention.party.id, mention)
    end = max((m.span.end for m in seen.values()), default=words.end)
    taken = {m.value.id for m in mediators}
    return Table(tuple(_cited(m) for m in seen.values() if m.party.id not in taken), mediators, max(end, words.end))


def _cited(mention: PartyMention) -> Cited[Party]:
    return Cited(mention.party, (mention.span,))


def _seats(reading: Reading, sentence: Sentence) -> list[PartyMention]:
    """Parties, countries and groups of a sentence that can sit at a table; a person before the land that sends them."""
    text = reading.article.text
    named = [
        m
        for m in actors_in(reading, sentence, sentence.start, sentence.end)
        if m.party.kind not in _NO_SEAT and not _located(text, sentence, m) and not _KIN.match(text, m.span.end - 2)
    ]
    kept = [m for n, m in enumerate(named) if not _sends(text, named, n)]
    for hit in talk_words().groups.finditer(text, sentence.start, sentence.end):
        covered = [m for m in kept if m.span.start < hit.end() and hit.start() < m.span.end]
        if any(not _only_modifies(m, hit) for m in covered):
            continue
        kept = [m for m in kept if m not in covered]
        span = reading.article.quote(hit.start(), hit.end())
        kept.append(
            PartyMention(
                span, Party(f"text:{fold(span.quote)}", " ".join(span.quote.split()), PartyKind.OTHER, umbrella=True)
            )
        )
    kept.sort(key=lambda m: m.span.start)
    return [
        m
        for n, m in enumerate(kept)
        if not (n and m.party.umbrella and _follows(text, kept[n - 1], m))
        and not (
            m.party.umbrella and n + 1 < len(kept) and _SENT_BY.search(text[m.span.start : kept[n + 1].span.start])
        )
    ]


def _follows(text: str, name: PartyMention, mention: PartyMention) -> bool:
    """Whether a general word only continues a name ("the Polisario delegation")."""
    gap = text[name.span.end : mention.span.start]
    return not name.party.umbrella and bool(re.fullmatch(r"(?:['’]s?)?\s+", gap))


def _located(text: str, sentence: Sentence, mention: PartyMention) -> bool:
    """Whether a country is but where they meet ("held in Spain")."""
    lead = text[max(sentence.start, mention.span.start - 12) : mention.span.start]
    return mention.party.kind is PartyKind.GOVERNMENT and not mention.adjectival and bool(_LOCATED.search(lead))


def _only_modifies(mention: PartyMention, group: re.Match[str]) -> bool:
    """Whether a party is but a word of the group's name ("guerrilla delegates") and no named party."""
    return mention.party.umbrella and mention.span.start >= group.start() and mention.span.end < group.end()


def _sends(text: str, named: list[PartyMention], index: int) -> bool:
    """Whether a party only says whose person the next mention is ("Russian Foreign Minister Sergei Lavrov")."""
    mention = named[index]
    if (
        index + 1 >= len(named)
        or named[index + 1].party.kind is not PartyKind.PERSON
        or mention.party.kind is PartyKind.PERSON
    ):
        return False
    gap = text[mention.span.end : named[index + 1].span.start]
    return "," not in gap and bool(_PERSON_NEXT.match(gap)) and not re.search(r"\b(?:and|or|with|met|meet)\b", gap)


def _subject(text: str, sentence: Sentence, seats: list[PartyMention], words: Span) -> list[PartyMention]:
    low = region_before(text, sentence.start, words.start)
    own = [m for m in seats if low <= m.span.start and m.span.end <= words.start]
    for index, mention in enumerate(own):
        lead = text[max(low, mention.span.start - 40) : mention.span.start]
        if _SENT_BY.search(lead) or not _OBLIQUE.search(lead):
            return listed(text, own, index)
    # "Kerry said at the start of a meeting with ...", "he would travel": the one who speaks is at the table.
    before = [m for m in seats if m.span.end <= low]
    return before[:1] if before and _PRONOUN.search(text[low : words.start]) else []


def _behind(text: str, seats: list[PartyMention], start: int, lead: re.Pattern[str]) -> list[PartyMention]:
    after = [m for m in seats if m.span.start >= start]
    if not after or not lead.search(text[start : after[0].span.start]):
        return []
    return listed(text, after, 0)


def several(people: Sequence[Cited[Party]]) -> bool:
    """Whether a word for one party stands for two or more at a table ("both sides", "heads of state")."""
    return any(p.value.umbrella and _SEVERAL.search(p.value.name) for p in people)


def _plural(people: list[PartyMention]) -> bool:
    return len(people) > 1 or any(p.party.id.startswith("text:") and p.party.name.lower().endswith("s") for p in people)


def _mediators(
    reading: Reading, sentence: Sentence, seats: list[PartyMention], words: Span
) -> tuple[Cited[Party], ...]:
    text, frames = reading.article.text, talk_words().frames
    found: list[PartyMention] = []
    for hit in frames["mediated"].finditer(text, sentence.start, sentence.end):
        after = [m for m in seats if m.span.start >= hit.end()]
        if after and after[0].span.start - hit.end() < 50:
            found.extend(listed(text, after, 0))
    found.extend(m for m in seats if frames["mediator_of"].search(text[m.span.end : m.span.end + 15]))
    return tuple(dict.fromkeys(_cited(m) for m in found))
