"""A text that forty papers print is compared once, not for every pair of papers; what differs is still asked."""

from __future__ import annotations

from tests.stories import BAHRI, Report, day, report

from trucewatch.reconciliation.copies.repeats import once_for_copies
from trucewatch.reconciliation.incident_likeness import likeness
from trucewatch.reconciliation.told import Told, tell
from trucewatch.records.claim import IncidentClaim
from trucewatch.records.ledger import Likeness

ACT = "Shells hit a market in Bahri on 21 April"


def _paper(page: int, dead: int) -> tuple[Report, IncidentClaim]:
    paper = report(f"Page {page} of the evening edition\n\nApril 22 - {ACT}, killing {dead} people.\n")
    harm = paper.harm(f"{dead} people", "killed", dead, dead)
    return paper, paper.incident(ACT, "Shells", BAHRI, when=paper.cite("21 April", day(21)), harms=(harm,))


def test_repeats_in_other_articles_are_compared_once_and_answered_the_same() -> None:
    papers = [_paper(page, 9) for page in range(100, 108)] + [_paper(200, 11)]
    told = tell([claim for _, claim in papers], {p.article.id: p.article for p, _ in papers})
    asked: list[tuple[str, str]] = []

    def counting(left: Told[IncidentClaim], right: Told[IncidentClaim]) -> Likeness:
        asked.append((left.claim.id, right.claim.id))
        return likeness(left, right)

    compared = once_for_copies(counting)
    pairs = [(a, b) for n, a in enumerate(told) for b in told[n + 1 :]]
    assert [compared(a, b) for a, b in pairs] == [likeness(a, b) for a, b in pairs]
    # Nine with nine, and nine with eleven from whichever side comes first.
    assert 2 <= len(asked) <= 3


def test_two_claims_of_one_article_are_always_asked() -> None:
    paper, claim = _paper(1, 9)
    (told,) = tell([claim], {paper.article.id: paper.article})
    asked: list[str] = []

    def counting(left: Told[IncidentClaim], right: Told[IncidentClaim]) -> Likeness:
        asked.append(left.claim.id)
        return likeness(left, right)

    compared = once_for_copies(counting)
    compared(told, told)
    compared(told, told)
    assert len(asked) == 2
