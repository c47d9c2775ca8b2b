"""Near-copies: what was answered for two claims holds for their word-for-word repeats in other articles."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from typing import TypeVar

from ...records.claim import Claim, Harm, Said
from ...records.ledger import Likeness
from ...records.text import Cited, Span
from ..told import Told

C = TypeVar("C", bound=Claim)
# What sets a claim apart from its repeat in a copy of the text, and says nothing of the thing told.
_OWN = frozenset({"id", "article"})


def once_for_copies(likeness: Callable[[Told[C], Told[C]], Likeness]) -> Callable[[Told[C], Told[C]], Likeness]:
    """The same comparison, asked once for claims of two articles that differ only in where they stand.

    ``likeness`` must not look at offsets or article hashes of claims from different articles; within one article,
    where order and nearness count, every pair is asked.
    """
    numbers: dict[Hashable, int] = {}
    known: dict[str, tuple[Told[C], int]] = {}
    answers: dict[tuple[int, int], Likeness] = {}

    def number(told: Told[C]) -> int:
        found = known.get(told.claim.id)
        if found is None or found[0] is not told:
            key = (content(told.claim), told.segment, told.definite, told.published)
            found = known[told.claim.id] = (told, numbers.setdefault(key, len(numbers)))
        return found[1]

    def compared(left: Told[C], right: Told[C]) -> Likeness:
        if left.claim.article == right.claim.article:
            return likeness(left, right)
        pair = (number(left), number(right))
        if pair not in answers:
            answers[pair] = likeness(left, right)
        return answers[pair]

    return compared


def content(node: object) -> Hashable:
    """A claim without its place in an article: words for spans, values without their evidence."""
    if isinstance(node, Span):
        return node.quote
    if isinstance(node, Cited):
        return (content(node.value), node.derivation)
    if isinstance(node, tuple):
        return tuple([content(part) for part in node])
    if isinstance(node, (Harm, Said)) or (is_dataclass(node) and hasattr(node, "article")):
        return (type(node).__name__, *[content(getattr(node, f.name)) for f in fields(node) if f.name not in _OWN])
    assert isinstance(node, Hashable)
    return node
