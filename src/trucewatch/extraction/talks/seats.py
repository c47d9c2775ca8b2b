"""Who in a sentence can sit at a table: parties, countries, groups named by their part, nations in a list."""

from __future__ import annotations

import re

from ...knowledge.names import fold
from ...knowledge.talk_words import talk_words
from ...records.party import Party, PartyKind
from ...records.reading import PartyMention, Reading, Sentence
from ..names import actors_in, nations_before

_NO_SEAT = {
    PartyKind.CIVILIANS,
    PartyKind.MEDIA,
    PartyKind.WITNESS,
    PartyKind.MONITOR,
    PartyKind.PROTESTERS,
    PartyKind.RIOTERS,
}
_PERSON_NEXT = re.compile(r"^(?:['’]s)?\s+(?:[\w'’-]+\s+){0,4}$")
_LOCATED = re.compile(r"\b(?:in|at|near|across|outside|inside|to)\s+$", re.IGNORECASE)
_KIN = re.compile(
    r"\w{0,2}(?:['’]s?)?\s+(?:family|wife|husband|mother|father|parents|relatives|widow|children|son|daughter)\b", re.I
)
_MANY = re.compile(r"\b(?:factions|parties|sides|camps)$", re.IGNORECASE)
# "a delegation of X": X sits there.
SENT_BY = re.compile(
    r"\b(?:delegat\w+|representatives?|officials?|leaders?|envoys?|negotiators?|members|ministers?|commanders?|presidents?)\s+(?:of|from|for)\s+(?:the\s+|both\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)


def seats_in(reading: Reading, sentence: Sentence) -> list[PartyMention]:
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
    kept.extend(
        n
        for m in list(kept)
        for n in nations_before(reading, sentence, m.span.start)
        if not any(k.span.start < n.span.end and n.span.start < k.span.end for k in kept)
    )
    kept.sort(key=lambda m: m.span.start)
    return [
        m
        for n, m in enumerate(kept)
        if not (n and m.party.umbrella and _follows(text, kept[n - 1], m))
        and not (m.party.umbrella and n + 1 < len(kept) and SENT_BY.search(text[m.span.start : kept[n + 1].span.start]))
    ]


def _follows(text: str, name: PartyMention, mention: PartyMention) -> bool:
    """Whether a general word only continues a name ("the Polisario delegation")."""
    gap = text[name.span.end : mention.span.start]
    if _MANY.search(mention.party.name):
        return False
    return not name.party.umbrella and bool(re.fullmatch(r"(?:['’]s?)?\s+", gap))


def _located(text: str, sentence: Sentence, mention: PartyMention) -> bool:
    """Whether a country or an unknown name is but where they meet ("held in Spain", "at Lancaster House")."""
    lead = text[max(sentence.start, mention.span.start - 12) : mention.span.start]
    plain = mention.party.kind is PartyKind.GOVERNMENT or mention.party.kind is PartyKind.OTHER
    return plain and not mention.adjectival and bool(_LOCATED.search(lead))


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
