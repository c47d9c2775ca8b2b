"""Relation claims: who backs, opposes or belongs to whom, and who is left out of an agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..knowledge.stances import RelationRow, relation_rows
from ..knowledge.truce_words import truce_lexicon
from ..records.claim import RelationClaim
from ..records.party import Party, PartyKind
from ..records.reading import PartyMention, Reading, Sentence
from ..records.text import Cited, Span
from .attribution import said_for
from .clauses import inside
from .identity import claim_id
from .relevance import conflict_context

_FARTHEST = 90
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|nor)(?: the)?)\s*", re.I)


def relation_claims(reading: Reading) -> tuple[RelationClaim, ...]:
    """All relation claims of a reading in text order; none where the text is not about armed conflict."""
    if not conflict_context(reading):
        return ()
    found: list[RelationClaim] = []
    for sentence in reading.sentences:
        parties = inside(reading.parties, sentence.start, sentence.end)
        if parties:
            found.extend(_between(reading, parties))
            found.extend(_agreements(reading, sentence, parties))
    return tuple({claim.id: claim for claim in found}.values())


def _between(reading: Reading, parties: tuple[PartyMention, ...]) -> Iterator[RelationClaim]:
    """Relations told by the words between two names that follow each other."""
    for left, right in pairwise(parties):
        gap = reading.article.text[left.span.end : right.span.start]
        if not 0 < len(gap) <= _FARTHEST or left.party.id == right.party.id:
            continue
        for row in relation_rows("relation"):
            if row.between.fullmatch(gap):
                one, other = (right, left) if row.turned else (left, right)
                yield _claim(reading, row, _cite(one), _cite(other), (left.span.end, right.span.start))
                break


def _agreements(reading: Reading, sentence: Sentence, parties: tuple[PartyMention, ...]) -> Iterator[RelationClaim]:
    """Who is a party to a truce or left out of one."""
    text = reading.article.text
    for label in _labels(reading, sentence):
        truce = Cited(Party(f"text:{label.quote.lower()}", label.quote, PartyKind.OTHER), (label,))
        for party in parties:
            if party.span.end <= label.start:
                if not _listed_to(text, party, [p for p in parties if p.span.end <= label.start]):
                    continue
                low, high, table = party.span.end, label.start, "agreement"
            elif party.span.start >= label.end:
                low, high, table = label.end, party.span.start, "agreement_first"
            else:
                continue
            for row in relation_rows(table):
                if row.between.fullmatch(text, low, high):
                    yield _claim(reading, row, _cite(party), truce, (low, high))
                    break


def _listed_to(text: str, party: PartyMention, before: list[PartyMention]) -> bool:
    """Whether only members of one list stand between a party and the label: "A fought B, who signed no truce" is B's."""
    later = [party, *(p for p in before if p.span.start >= party.span.end)]
    return all(_LISTED.fullmatch(text, a.span.end, b.span.start) for a, b in pairwise(later))


def _labels(reading: Reading, sentence: Sentence) -> list[Span]:
    return [
        reading.article.quote(hit.start(), hit.end())
        for pattern, _ in truce_lexicon().labels
        for hit in pattern.finditer(reading.article.text, sentence.start, sentence.end)
    ]


def _cite(mention: PartyMention) -> Cited[Party]:
    return Cited(mention.party, (mention.span,))


def _claim(
    reading: Reading, row: RelationRow, left: Cited[Party], right: Cited[Party], gap: tuple[int, int]
) -> RelationClaim:
    between = reading.article.quote(*gap)
    spans = [s for s in (*left.evidence, between, *right.evidence) if isinstance(s, Span)]
    words = reading.article.quote(min(s.start for s in spans), max(s.end for s in spans))
    return RelationClaim(
        id=claim_id(reading.article.id, "relation", (words,), (row.relation, left.value.id, right.value.id)),
        article=reading.article.id,
        said=said_for(reading, between),
        words=(words,),
        left=left,
        relation=Cited(row.relation, (between,)),
        right=right,
    )
