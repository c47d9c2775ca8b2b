"""Reports taken back: what a text withdraws or corrects is denied, and asserted nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ..knowledge.phrase_rows import any_of, compile_phrase, load_phrases
from ..records.claim import Harm, IncidentClaim, TollClaim
from ..records.reading import Reading, Sentence, Stance
from ..records.text import Span


@cache
def _withdrawn() -> re.Pattern[str]:
    return any_of(load_phrases("retractions.toml")["before"]["words"], "retractions.toml")


@cache
def _headed() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The head of a correction, and in it the words that what they lead to was said before."""
    rows = load_phrases("retractions.toml")["headed"]
    head = compile_phrase(
        rf"\W*(?:{'|'.join(rows['heads'])})\s*[:.)\]–—-]*\s*", "retractions.toml, headed", whole=False
    )
    return head, any_of(rows["words"], "retractions.toml, headed")


def _notices(reading: Reading) -> Iterator[tuple[int, int]]:
    """Stretches that a notice headed as a correction takes back: in the head's own sentence or the one behind it."""
    text = reading.article.text
    head, words = _headed()
    before: Sentence | None = None
    for sentence in reading.sentences:
        hit = head.match(text, sentence.start, sentence.end)
        here = hit is not None and not hit.group().rstrip()[-1].isalnum()
        behind = before is not None and head.fullmatch(text, before.start, before.end) is not None
        said = words.search(text, sentence.start, sentence.end) if here or behind else None
        if said is not None:
            yield said.end(), sentence.end
        before = sentence


def without_withdrawn(
    reading: Reading, claims: tuple[IncidentClaim | TollClaim, ...]
) -> tuple[IncidentClaim | TollClaim, ...]:
    """The claims, those told behind words of withdrawal in their sentence denied."""
    text = reading.article.text
    spans = [
        (hit.end(), sentence.end)
        for sentence in reading.sentences
        for hit in _withdrawn().finditer(text, sentence.start, sentence.end)
    ]
    spans.extend(_notices(reading))
    return tuple(_taken_back(claim, spans) for claim in claims) if spans else claims


def _taken_back(claim: IncidentClaim | TollClaim, spans: list[tuple[int, int]]) -> IncidentClaim | TollClaim:
    """The claim denied where all it tells is withdrawn; an incident that stands loses only the withdrawn figures."""
    if isinstance(claim, TollClaim):
        back = _withdrawn_harm(claim.harm, spans)
        return replace(claim, said=replace(claim.said, stance=Stance.DENIED)) if back else claim
    kept = tuple(h for h in claim.harms if not _withdrawn_harm(h, spans))
    if kept or (not claim.harms and not any(low <= claim.words[0].start < high for low, high in spans)):
        return replace(claim, harms=kept) if kept != claim.harms else claim
    return replace(claim, said=replace(claim.said, stance=Stance.DENIED))


def _withdrawn_harm(harm: Harm, spans: list[tuple[int, int]]) -> bool:
    told = [e.start for e in harm.count.evidence if isinstance(e, Span)]
    return any(low <= at < high for at in told for low, high in spans)
