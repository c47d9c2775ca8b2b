"""Pronouns and "the group": bound to the party named before only where one party can be meant."""

from __future__ import annotations

import re

from ...records.party import Party, PartyKind
from ...records.reading import PartyMention
from ...records.text import Cited, Span
from .clause import ARMED, Clause

_GROUPS = {PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA}
# Definite words that take up a group just named; "rebels" and "fighters" may always be others.
_TAKE_UP = {
    "group",
    "movement",
    "organization",
    "organisation",
    "militants",
    "guerrillas",
    "extremists",
    "terrorists",
    "jihadists",
    "militant group",
    "guerrilla group",
}
_POSSESSIVE = re.compile(r"\b(?:its|their|his|her)\s+$", re.I)
_SINGULAR = {"it", "the group", "the movement", "the organization", "the organisation", "the militia", "the faction"}


def resolve(clause: Clause, mention: PartyMention) -> Cited[Party]:
    """The party of a mention; "the militants" right after the only armed group of the text is that group."""
    owned = _POSSESSIVE.search(clause.before(mention, 6))
    if owned and mention.party.umbrella:
        start = mention.span.start - len(owned.group())
        words = clause.reading.article.quote(start, mention.span.end)
        owner = antecedent(clause, words)
        if owner is not None and owner.party.id != mention.party.id:
            return Cited(owner.party, (words, owner.span), f"{words.quote!r} are those of the party named before")
    if not mention.party.umbrella or mention.party.name not in _TAKE_UP or not _definite(clause, mention):
        return Cited(mention.party, (mention.span,))
    named = [m for m in clause.reading.parties if m.party.kind in _GROUPS and not m.party.umbrella]
    if len({m.party.id for m in named}) != 1 or clause.sentence is None:
        return Cited(mention.party, (mention.span,))
    near = [m for m in named if m.span.end <= mention.span.start and _recent(clause, m.span, 1)]
    if not near:
        return Cited(mention.party, (mention.span,))
    last = near[-1]
    return Cited(last.party, (mention.span, last.span), f"{mention.span.quote!r} takes up the one group named before")


def _definite(clause: Clause, mention: PartyMention) -> bool:
    text = clause.text[max(0, mention.span.start - 4) : mention.span.start].lower()
    return text.endswith("the ") or mention.span.quote.lower().startswith("the ")


def antecedent(clause: Clause, pronoun: Span) -> PartyMention | None:
    """The party a pronoun stands for: in its own sentence before it, else the subject of the sentence before."""
    if clause.sentence is None:
        return None
    parties = [m for m in clause.reading.parties if m.party.kind in ARMED]
    own = [m for m in parties if clause.sentence.start <= m.span.start and m.span.end <= pronoun.start]
    if own:
        return own[0] if len({m.party.id for m in own}) == 1 else _by_number(own, pronoun)
    before = [m for m in parties if m.span.end <= pronoun.start and _recent(clause, m.span, 1) and not m.adjectival]
    if len({m.party.id for m in before}) == 1:
        return before[0]
    return _by_number(before, pronoun)


def _by_number(found: list[PartyMention], pronoun: Span) -> PartyMention | None:
    """The first party whose number fits the pronoun, where no other does."""
    singular = " ".join(pronoun.quote.lower().split()) in _SINGULAR or pronoun.quote.lower().startswith("its ")
    fitting = [m for m in found if _is_plural(m.party) is not singular and not m.adjectival]
    ids = list(dict.fromkeys(m.party.id for m in fitting))
    return fitting[0] if len(ids) == 1 else None


def _is_plural(party: Party) -> bool:
    last = party.name.split()[-1].lower()
    return (last.endswith("s") and not last.endswith("ss") and party.umbrella) or last in {"forces", "troops", "police"}


def _recent(clause: Clause, span: Span, sentences: int) -> bool:
    """Whether words stand in this sentence or at most so many sentences before, within the same body of text."""
    if clause.sentence is None:
        return False
    first = max(0, clause.sentence.index - sentences)
    return clause.reading.sentences[first].start <= span.start
