"""Tolls, control, talks, positions, claims as read, articles."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from ...export.wording import party_words, when_words
from ...records.claim import Claim, ControlClaim, PositionClaim, TalkClaim
from ...records.ledger import Toll
from ...records.review import kind_of
from ...store import Kept
from .base import NONE, harm_words, names, table, time_words, voice_words, where_words


def toll_table(tolls: Iterable[Toll]) -> Table:
    """Figures tied to no one incident; rivals and parts stand beside, nothing is summed."""
    made = table(
        "Tolls", ("Id", 4), ("Figure", 24), ("Where", 16), ("Period", 16), ("By whose word", 20), ("Beside", 14)
    )
    for toll in tolls:
        claim = toll.claim
        beside = [f"rival {i}" for i in toll.rivals] + [f"holds {i}" for i in toll.parts]
        made.add_row(
            toll.id,
            harm_words(claim.harm),
            where_words(claim.place),
            time_words(claim.period),
            voice_words(claim.said),
            ", ".join(beside) or NONE,
        )
    return made


def control_table(claims: Iterable[ControlClaim]) -> Table:
    """Who is said to hold what, and by whose word."""
    made = table(
        "Control",
        ("Id", 8),
        ("Place", 20),
        ("Claim", 12),
        ("Holder", 18),
        ("From", 14),
        ("As of", 12),
        ("By whose word", 18),
    )
    for claim in claims:
        made.add_row(
            claim.id[:7],
            where_words(claim.place),
            claim.kind.replace("_", " "),
            party_words(claim.holder.value if claim.holder else None),
            party_words(claim.taken_from.value if claim.taken_from else None),
            time_words(claim.as_of),
            voice_words(claim.said),
        )
    return made


def talk_table(claims: Iterable[TalkClaim]) -> Table:
    """Meetings and negotiations."""
    made = table(
        "Talks", ("Id", 8), ("Status", 10), ("Who", 22), ("Mediator", 16), ("Where", 16), ("When", 14), ("About", 16)
    )
    for claim in claims:
        made.add_row(
            claim.id[:7],
            claim.status.value.replace("_", " "),
            names(claim.participants) or NONE,
            names(claim.mediators) or NONE,
            where_words(claim.place),
            time_words(claim.when),
            claim.about.value if claim.about else NONE,
        )
    return made


def position_table(claims: Iterable[PositionClaim]) -> Table:
    """What actors want, refuse or demand."""
    made = table("Positions", ("Id", 8), ("Who", 22), ("Position", 14), ("Issue", 36), ("By whose word", 20))
    for claim in claims:
        made.add_row(
            claim.id[:7],
            party_words(claim.actor.value),
            claim.stance.value.replace("_", " "),
            claim.issue.value,
            voice_words(claim.said),
        )
    return made


def claim_table(claims: Iterable[Claim]) -> Table:
    """Each claim as read: kind, who says it, its words."""
    made = table("Claims", ("Id", 8), ("Kind", 10), ("By whose word", 22), ("Words", 60))
    for claim in claims:
        made.add_row(
            claim.id[:7],
            kind_of(claim),
            voice_words(claim.said),
            " ".join(claim.words[0].quote.split()) if claim.words else NONE,
        )
    return made


def article_table(found: Iterable[tuple[Kept, tuple[tuple[str, str], ...]]]) -> Table:
    """Articles in the order first read."""
    made = table("Articles", ("Id", 8), ("Published", 16), ("Title", 40), ("Claims", 7), ("Read from", 30))
    for kept, sources in found:
        article = kept.article
        basis = f" ({article.published.basis.replace('_', ' ')})" if article.published else ""
        made.add_row(
            article.id[:7],
            (when_words(article.published.when) if article.published else "unknown") + basis,
            article.title.value if article.title else NONE,
            str(len(kept.claims)),
            ", ".join(source for source, _ in sources),
        )
    return made
