"""From the words for a speaker to a party: a mention, a remembered one for a pronoun, or one made from the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...knowledge.lexicon import closed_classes
from ...knowledge.speech import SourceNoun, speech_words
from ...knowledge.syntax import small_words
from ...records.party import Party, PartyKind
from ...records.reading import PartyMention
from ...records.text import Article, Span
from .subjects import head_of
from .view import View

UNNAMED = Party("text:unnamed", "unnamed", PartyKind.OTHER, umbrella=True)
_DETERMINER = re.compile(r"^(?:the|an?|its|their|his|her|some|several|this|that|these|those|both|one)\s+", re.I)
_PERSONAL = {PartyKind.PERSON, PartyKind.WITNESS}


@dataclass(slots=True)
class Memory:
    """The last speakers by what pronoun may stand for them."""

    person: Party | None = None
    group: Party | None = None
    body: Party | None = None
    many: Party | None = None
    last: Party | None = None
    words: dict[str, Span] = field(default_factory=dict)

    def keep(self, party: Party, plural: bool, span: Span) -> None:
        """Remember a speaker that was named."""
        if party.kind not in _PERSONAL or plural:
            self.many = party
        if plural:
            self.group = party
        elif party.kind in _PERSONAL or (party.role is not None):
            self.person = party
        else:
            self.body = party
        self.last = party
        self.words[party.id] = span

    def pronoun(self, word: str) -> Party | None:
        """The speaker that a pronoun stands for."""
        small = small_words()
        if word in small.singular_pronouns:
            return self.person
        if word in small.plural_pronouns:
            return self.many
        if word in small.neuter_pronouns:
            return self.body or self.group
        return None


def resolve(
    article: Article, view: View, who: tuple[int, int], parties: Sequence[PartyMention], memory: Memory
) -> tuple[Party, Span]:
    """The party that speaks and the words that name it."""
    start, end = view.tokens[who[0]].start, view.tokens[who[1] - 1].end
    span = article.quote(start, end)
    if who[1] - who[0] == 1 and view.word(who[0]) in small_words().pronouns:
        return memory.pronoun(view.word(who[0])) or _before(article, parties, start, view.word(who[0])) or UNNAMED, span
    head = head_of(view, who)
    named = _aside(view, who, parties)
    if named is not None and view.word(head) in speech_words().sources:
        memory.keep(named, False, span)
        return named, article.quote(start, view.tokens[_aside_end(view, who[1] + 1) - 1].end)
    inside = [m for m in parties if start <= m.span.start and m.span.end <= end]
    party = _mentioned(view, head, inside) or _made(view, who, head, span, inside)
    memory.keep(party, _plural(view, head, party), span)
    return party, span


def _aside(view: View, who: tuple[int, int], parties: Sequence[PartyMention]) -> Party | None:
    """The name in the aside after a role: "a monitoring group, the Southern Observatory, said"."""
    if view.word(who[1]) != "," or who[1] + 2 >= len(view.tokens):
        return None
    end = _aside_end(view, who[1] + 1)
    if end >= len(view.tokens) or end - who[1] > 9:
        return None
    low, high = view.tokens[who[1] + 1].start, view.tokens[end - 1].end
    for mention in parties:
        if low <= mention.span.start <= low + 4 and mention.span.end == high and not mention.adjectival:
            return mention.party
    return None


def _aside_end(view: View, first: int) -> int:
    return next((k for k in range(first, len(view.tokens)) if view.word(k) == ","), len(view.tokens))


def _before(article: Article, parties: Sequence[PartyMention], offset: int, word: str) -> Party | None:
    """For a pronoun with no speaker before it: the last party of its number that was named nearby."""
    persons = word in small_words().singular_pronouns
    for mention in reversed(parties):
        near = mention.span.end <= offset and offset - mention.span.end < 500 and not mention.adjectival
        if near and (mention.party.kind in _PERSONAL) == persons:
            return mention.party
    return None


def _mentioned(view: View, head: int, inside: list[PartyMention]) -> Party | None:
    """The mention that is the head of the phrase; the owner where the head is a text ("a statement by the front")."""
    token = view.tokens[head]
    for mention in inside:
        if not mention.adjectival and mention.span.start <= token.start < mention.span.end:
            return mention.party
    if view.word(head) in speech_words().vessels and inside:
        return inside[0].party
    persons = [m for m in inside if m.party.kind is PartyKind.PERSON and not m.adjectival]
    return persons[-1].party if persons else None


def _made(view: View, who: tuple[int, int], head: int, span: Span, inside: list[PartyMention]) -> Party:
    """A party from the words, of the kind that its noun gives."""
    if view.word(head) in speech_words().vessels:
        owner_first = next((i + 1 for i in range(head + 1, who[1] - 1) if view.word(i) in {"by", "from"}), None)
        if owner_first is not None:
            who, head = (owner_first, who[1]), head_of(view, (owner_first, who[1]))
    at = _noun_at(view, who[0], head)
    noun = _noun(view, at)
    name = _DETERMINER.sub("", " ".join(view.text[view.tokens[who[0]].start : span.end].split()))
    owner = inside[0].party if inside else None
    named = any(view.name(i) and closed_classes().get(view.word(i)) is None for i in range(who[0] + 1, who[1]))
    named = named or (
        view.name(who[0])
        and closed_classes().get(view.word(who[0])) is None
        and view.word(who[0]) not in speech_words().sources
    )
    if noun is None:
        kind = PartyKind.PERSON if named and not inside else PartyKind.OTHER
        return Party(f"text:{name.lower()}", name, kind, of=owner.id if owner else None)
    kind = noun.kind
    body = bool({view.word(at), f"{view.word(at - 1)} {view.word(at)}"} & speech_words().bodies)
    if owner is not None and view.word(head) in speech_words().speaks_for:
        kind = owner.kind
    return Party(
        f"text:{name.lower()}",
        name,
        kind,
        umbrella=noun.umbrella,
        private=noun.private,
        role=name if noun.private or not (noun.plural or body) else None,
        of=owner.id if owner else None,
    )


def _noun_at(view: View, first: int, head: int) -> int:
    """Where the source noun stands: at the head, else nearest before it; -1 where there is none."""
    sources = speech_words().sources
    return next((i for i in range(head, first - 1, -1) if _pair(view, i) in sources or view.word(i) in sources), -1)


def _noun(view: View, at: int) -> SourceNoun | None:
    """The source noun that ends at a token, two words before one."""
    sources = speech_words().sources
    return (sources.get(_pair(view, at)) or sources.get(view.word(at))) if at >= 0 else None


def _pair(view: View, i: int) -> str:
    return f"{view.word(i - 1)} {view.word(i)}"


def _plural(view: View, head: int, party: Party) -> bool:
    noun = speech_words().sources.get(view.word(head))
    return noun.plural if noun is not None else party.umbrella
