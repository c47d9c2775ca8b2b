"""Who sits at a table, and who brings them there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...knowledge.talk_words import TalkPhrase, talk_words
from ...records.party import Party, PartyKind
from ...records.reading import PartyMention, Reading, Sentence
from ...records.text import Cited, Span
from ..attribution import said_for
from ..clauses import inside
from ..frames import listed, region_before
from .seats import SENT_BY, seats_in

_STOP = r"(?!(?:in|on|at|to|after|before|during|when|that|who|which|while|as|for|from|about|over|by|because|until|since|against|said|says)\b)"
_OBJECT = re.compile(rf"^\s*(?:with\s+)?(?:{_STOP}[\w'’.-]+,?\s+){{0,7}}$", re.IGNORECASE)
_WITH = re.compile(r"^[^;.]{0,90}?\b(?:with|between|involving|among)\s+(?:[\w'’.-]+\s+){0,5}$", re.IGNORECASE)
_OBLIQUE = re.compile(
    r"\b(?:by|against|of|to|on|for|among|under|over|near|in|at|loyal to|than|from)\s+(?:the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:sides|parties|factions|camps|leaders|heads of \w+|ministers|rivals|officials|delegations|negotiators|teams|governments|presidents|premiers|countries|powers|groups|contact group|quartet|troika)$",
    re.I,
)
_BOTH = re.compile(r"\b(?:both|two) (?:sides|parties|delegations|armies|governments|leaders)$", re.IGNORECASE)
_AT_TALKS = re.compile(r"\b(?:at|during|in|after|following|before|ahead of)\s+(?:the\s+|a\s+|an\s+)?$", re.IGNORECASE)
# "spoke with": whom, if anybody, follows at once.
_LEADS_TO = re.compile(r"\b(?:with|to)$", re.IGNORECASE)
_AGREED_BY = re.compile(
    r"\b(?:agreed|signed|reached|concluded|negotiated|accepted|struck|drafted)\s+(?:\w+\s+)?by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ALONE_PRONOUN = re.compile(
    r"\b(he|she|I|we)(?:['’]s|['’]ll)?\s+(?:is\s+|was\s+|expected\s+|due\s+|scheduled\s+|set\s+|to\s+|has\s+|have\s+|had\s+|will\s+|also\s+|would\s+|then\s+|later\s+|just\s+)*$",
    re.IGNORECASE,
)
_BY = re.compile(r"^[^;.]{0,90}?\bby\s+(?:[\w'’.-]+\s+){0,4}$", re.IGNORECASE)
_PRONOUN = re.compile(
    r"^\s*(?:\w+\s+){0,2}?(?:he|she|they|it|both)\b|^\s*(?:\w+day\s+)?(?:at|in|after|during|before|following)\b",
    re.IGNORECASE,
)
_THEN = re.compile(r"\b(?:after|before|when|as|while|since)$", re.IGNORECASE)
_HEADS = re.compile(
    r"^['’]?s?\s+(?:\w+\s+){0,2}(?:ministers|leaders|chiefs|officials|generals|commanders|envoys|delegates|negotiators|presidents|ambassadors|representatives)\b",
    re.I,
)
# A body meets alone ("The Contact Group met in Bonn").
_BODY = re.compile(r"\b(?:group|council|quartet|troika|commission|conference|union|league|assembly)$", re.IGNORECASE)
_TALKING = re.compile(r"talks|negotiat|discuss|consult|dialog|conversation|contacts|parley|deliberation", re.IGNORECASE)
# "the two sides met" needs no one beside them: a place, a time or a purpose follows, not a thing that was met.
_ALONE = re.compile(
    r"\s*(?:[.,;]|$|(?:in|on|at|to|for|here|today|from|between|until|during|throughout|again|late|early|earlier|this|last|face|behind|over|under|near|outside|through|\w+day)\b)",
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
    seats = seats_in(reading, sentence)
    mediators = _mediators(reading, sentence, seats, words)
    free = [s for s in seats if s.span not in {m.evidence[0] for m in mediators}]
    text = reading.article.text
    subject = _subject(text, sentence, free, words) or _spoken_for(reading, sentence, words)
    if phrase.frame == "host":
        guests = _behind(text, free, words.end, _WITH)
        return _table(guests, (*(_cited(m) for m in subject), *mediators), words) if subject or guests else None
    if phrase.frame == "travel":
        return _table([*subject, *_behind(text, free, words.end, _WITH)], mediators, words) if subject else None
    if phrase.frame in {"sign", "signed"}:
        return signing(text, sentence, free, mediators, words, subject, passive=phrase.frame == "signed")
    if phrase.frame == "meet":
        after = _behind(text, free, words.end, _OBJECT)
        if not after and not _LEADS_TO.search(words.quote):
            after = _behind(text, free, words.end, _WITH)
        if (
            not after
            and not _TALKING.search(words.quote)
            and not (_ALONE.match(text, words.end) and (_plural(subject) or _headed(text, subject, words)))
        ):
            return None
        if phrase.person and not any(_is_person(m) for m in after[:2]):
            return None
        return _table([*subject, *after], mediators, words) if subject or after else None
    return _noun(text, sentence, free, mediators, words, subject)


def _is_person(mention: PartyMention) -> bool:
    """A person, or a name of two words that nothing else explains ("Afonso Dhlakama")."""
    party = mention.party
    return party.kind is PartyKind.PERSON or (
        party.kind is PartyKind.OTHER and not party.umbrella and len(party.name.split()) > 1
    )


def signing(
    text: str,
    sentence: Sentence,
    free: list[PartyMention],
    mediators: tuple[Cited[Party], ...],
    words: Span,
    subject: list[PartyMention],
    *,
    passive: bool,
) -> Table | None:
    """Those who put their names to an accord met to do so; None where fewer than two, or no word for both, are told."""
    people = _behind(text, free, words.end, _BY) if passive else subject
    people = people or (
        [] if not passive else [m for m in free if _BOTH.search(m.party.name) and m.span.start >= words.end]
    )
    table = _table(people, mediators, words)
    return table if len(table.participants) > 1 or several(table.participants) else None


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
        if re.fullmatch(r"(?:['’]s?)?[- ]?\s*(?:\w+\s+)?", text[m.span.end : words.start]) and m.span.end <= words.start
    ]
    inside = [m for m in free if words.start <= m.span.start and m.span.end <= words.end]
    at_talks = _AT_TALKS.search(text[max(sentence.start, words.start - 20) : words.start]) is not None
    people = (_agents(text, sentence, free, words) if at_talks else []) or [*subject, *beside, *inside, *after]
    if not people and len(mediators) > 2:
        # "Following talks brokered by X, A and B agreed": the go-between is the first.
        return Table(mediators[1:], mediators[:1], words.end)
    if not people and at_talks:
        people = _main_clause(text, free, words)
    return _table(people, mediators, words)


def _agents(text: str, sentence: Sentence, free: list[PartyMention], words: Span) -> list[PartyMention]:
    """ "A truce was agreed by A and B at talks in Lusaka": those who agreed sat there."""
    before = [m for m in free if m.span.end <= words.start]
    for index, mention in enumerate(before):
        if _AGREED_BY.search(text[max(sentence.start, mention.span.start - 40) : mention.span.start]):
            return listed(text, before, index)
    return []


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


def _subject(text: str, sentence: Sentence, seats: list[PartyMention], words: Span) -> list[PartyMention]:
    low = region_before(text, sentence.start, words.start)
    own = [m for m in seats if low <= m.span.start and m.span.end <= words.start]
    for index, mention in enumerate(own):
        lead = text[max(low, mention.span.start - 40) : mention.span.start]
        if SENT_BY.search(lead) or not _OBLIQUE.search(lead):
            return listed(text, own, index)
    # "The envoy said as a meeting with ... began", "he would travel": the one who speaks is at the table;
    # "A and B agreed after talks in Geneva": the main clause's subject is.
    before = [m for m in seats if m.span.end <= low]
    bound = text[max(sentence.start, low - 12) : low]
    told = _PRONOUN.search(text[low : words.start]) or (_THEN.search(bound) and words.start - low < 40)
    return listed(text, before, 0) if before and told else []


def _behind(text: str, seats: list[PartyMention], start: int, lead: re.Pattern[str]) -> list[PartyMention]:
    after = [m for m in seats if m.span.start >= start]
    if not after or not lead.search(text[start : after[0].span.start]):
        return []
    return listed(text, after, 0)


def several(people: Sequence[Cited[Party]]) -> bool:
    """Whether a word for one party stands for two or more at a table ("both sides", "heads of state")."""
    return any(p.value.umbrella and _SEVERAL.search(p.value.name) for p in people)


def _headed(text: str, people: list[PartyMention], words: Span) -> bool:
    """Whether one party's several people meet ("NATO foreign ministers met")."""
    return bool(people) and bool(_HEADS.match(text[people[-1].span.end : words.start]))


def _plural(people: list[PartyMention]) -> bool:
    if any(_BODY.search(p.party.name) for p in people):
        return True
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
