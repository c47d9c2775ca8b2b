"""Who does what to whom in a clause, by word order: active, passive, nouns of acts, relative clauses, pronouns.

Unknown stays None: no actor is made up from who merely stands in the clause, and speakers are no actors.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...records.party import Party
from ...records.reading import PartyMention, Reading
from ...records.text import Cited, Span
from .acting import Actor, actor_of
from .clause import ARMED, Clause, clause_of
from .hit import target_of, target_words_of
from .parsed import actor_by_tree, target_by_tree

__all__ = ["Roles", "roles_of"]


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
    """Roles around the words of an act within a clause ``[start, end)``."""
    clause = clause_of(reading, act, start, end)
    actor = _actor(clause)
    whose = actor.mention if actor else None
    target = target_of(clause, whose) or target_by_tree(clause, whose)
    return Roles(
        actor=actor.cited if actor else None,
        target=_cite(target) if target else None,
        target_words=target_words_of(clause, target, whose),
        armed=any(m.party.kind in ARMED for m in clause.parties),
    )


def _actor(clause: Clause) -> Actor | None:
    """By words and by the tree, where there is one; where the two name different parties the tree has it."""
    worded, drawn = actor_of(clause), actor_by_tree(clause)
    if drawn is None or (worded is not None and worded.mention.party.id == drawn.mention.party.id):
        return worded
    return drawn


def _cite(mention: PartyMention) -> Cited[Party]:
    return Cited(mention.party, (mention.span,))
