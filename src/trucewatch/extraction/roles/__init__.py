"""Who does what to whom in a clause, by word order: active, passive, nouns of acts, relative clauses, pronouns.

Unknown stays None: no actor is made up from who merely stands in the clause, and speakers are no actors.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...records.party import Party
from ...records.reading import PartyMention, Reading
from ...records.text import Cited, Span
from .acting import actor_of
from .clause import ARMED, clause_of
from .hit import target_of
from .hit_words import target_words_of
from .parsed import actor_by_tree, has_tree, is_told, target_by_tree

__all__ = ["Roles", "is_told", "roles_of", "with_tree"]


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
        return self.target is not None and self.target.value.kind in ARMED


def roles_of(reading: Reading, act: Span, start: int, end: int) -> Roles:
    """Roles around the words of an act within a clause ``[start, end)``, by word order alone."""
    clause = clause_of(reading, act, start, end)
    actor = actor_of(clause)
    whose = actor.mention if actor else None
    target = target_of(clause, whose)
    return Roles(
        actor=actor.cited if actor else None,
        target=_cite(target) if target else None,
        target_words=target_words_of(clause, target, whose),
        armed=any(m.party.kind in ARMED for m in clause.parties),
    )


def with_tree(reading: Reading, act: Span, start: int, end: int, worded: Roles) -> Roles:
    """The roles with what the sentence's tree says, where there is one: its actor if another, a target left open.

    Whether an act is one at all is decided by words before: a tree finds roles for every verb, also for what never was.
    """
    clause = clause_of(reading, act, start, end)
    if not has_tree(clause.sentence):
        return worded
    actor = actor_by_tree(clause)
    if actor is None or (worded.actor is not None and not _better(worded.actor.value, actor.cited.value)):
        actor, cited = actor_of(clause), worded.actor
    else:
        cited = actor.cited
    target, words = worded.target, worded.target_words
    if target is None or (cited is not None and target.value.id == cited.value.id):
        whose = actor.mention if actor else None
        mention = target_of(clause, whose) or target_by_tree(clause, whose)
        target = _cite(mention) if mention else None
        words = target_words_of(clause, mention, whose) if mention else words
    return replace(worded, actor=cited, target=target, target_words=words)


def _better(worded: Party, parsed: Party) -> bool:
    """Whether the tree's actor replaces the words': another one, but no mere description where words name a party."""
    return parsed.id != worded.id and (worded.umbrella or not parsed.umbrella)


def _cite(mention: PartyMention) -> Cited[Party]:
    return Cited(mention.party, (mention.span,))
