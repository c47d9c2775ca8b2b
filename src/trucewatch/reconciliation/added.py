"""Claims that a person added by hand, and the notes they stand in where no report tells of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from ..records.claim import Claim
from ..records.codec import from_json
from ..records.review import KINDS, Judgement, Verdict, standing
from ..records.text import Article, Segment, SegmentKind

# What stands before the analyst's name where an article has its source.
NOTE = "note by "


def note_article(analyst: str, text: str) -> Article:
    """An analyst's own words as a text like a report's, never published, so that the record has words to show."""
    words = text.strip()
    digest = hashlib.sha256(words.encode()).hexdigest()
    body = Segment(SegmentKind.BODY, 0, len(words))
    return Article(digest, f"{NOTE}{analyst}", words, digest, (body,), "unknown")


def without_notes(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Judgements but those that add a record which stands in its analyst's note alone, and cites no report."""
    return tuple(j for j in judgements if j.verdict is not Verdict.ADD or not _is_note(j))


def _is_note(judgement: Judgement) -> bool:
    return judgement.left.article == note_article(judgement.analyst, judgement.reason).id


def added_claim(judgement: Judgement) -> Claim:
    """The claim that an ADD judgement holds."""
    return from_json(KINDS[judgement.left.kind], json.loads(judgement.value or ""))


def with_added(
    articles: Sequence[Article], claims: Sequence[Claim], judgements: Sequence[Judgement]
) -> tuple[tuple[Article, ...], tuple[Claim, ...]]:
    """Articles and claims with what people added: beside a report where they cite its words, else in their note.

    What cites a report that is not among ``articles`` is left out with it.
    """
    there = {a.id: a for a in articles}
    known = {c.id for c in claims}
    more: list[Claim] = []
    for judgement in standing(judgements):
        if judgement.verdict is not Verdict.ADD:
            continue
        claim = added_claim(judgement)
        note = note_article(judgement.analyst, judgement.reason)
        if claim.article == note.id:
            there.setdefault(note.id, note)
        if claim.article in there and claim.id not in known:
            more.append(claim)
            known.add(claim.id)
    listed = {a.id for a in articles}
    return (*articles, *(a for name, a in there.items() if name not in listed)), (*claims, *more)
