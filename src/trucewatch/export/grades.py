"""The Admiralty grades that people gave: a letter for a source, a figure for a claim."""

from __future__ import annotations

from ..query.sources import outlet_key, voices_of
from ..records.claim import Claim
from ..records.ledger import Ledger
from ..records.review import Verdict
from ..records.text import Article

# Reliability of a source, credibility of what it says.
RELIABILITY = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "reliability cannot be judged",
}  # fmt: skip
CREDIBILITY = {
    "1": "confirmed by other sources", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable",
    "6": "truth cannot be judged",
}  # fmt: skip


def grade_words(ledger: Ledger, record: str, claim: Claim, article: Article) -> str:
    """The grades that bear on a claim of a record, in words with who gave them; empty where nobody did."""
    voices = {p.id: p.name for p in voices_of(claim) if not p.private} | {outlet_key(article): "the outlet"}
    told = []
    for decided in ledger.decided:
        if decided.verdict is Verdict.GRADE_SOURCE and decided.record in voices and decided.value in RELIABILITY:
            told.append(
                f"{voices[decided.record]} graded {decided.value}, {RELIABILITY[decided.value]}, by {decided.analyst}"
            )
        if (
            decided.verdict is Verdict.GRADE_CLAIM
            and decided.record in (record, claim.id)
            and decided.value in CREDIBILITY
        ):
            told.append(f"graded {decided.value}, {CREDIBILITY[decided.value]}, by {decided.analyst}")
    return "; ".join(told)
