"""Texts that borrow war's words and tell of no conflict yield no record at all.

``nothing/`` holds 60 of them. The first 30 were written before the rules that they are read by; 31 to 60 after, and no
rule may be mended against those.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import read_report
from trucewatch.records.claim import Claim, ControlClaim, IncidentClaim, TalkClaim, TollClaim, TruceClaim
from trucewatch.records.problems import Unreadable

TEXTS = sorted((Path(__file__).parent / "nothing").glob("*.txt"))
MENDED, UNTOUCHED = TEXTS[:30], TEXTS[30:]
# Reached on the first reading; it may only fall.
MOST_WRONG_UNTOUCHED = 1
RECORDS = (TruceClaim, IncidentClaim, TollClaim, TalkClaim, ControlClaim)


def _records(path: Path) -> list[Claim]:
    found = read_report(path.read_bytes(), path.name, load_kit(), "2018-06-15")
    assert not isinstance(found, Unreadable)
    _, _, claims = found
    return [claim for claim in claims if isinstance(claim, RECORDS)]


@pytest.mark.parametrize("path", MENDED, ids=lambda path: path.stem)
def test_a_text_without_conflict_yields_no_record(path: Path) -> None:
    assert _records(path) == []


def test_texts_that_no_rule_was_mended_against_yield_as_good_as_nothing() -> None:
    assert len(UNTOUCHED) == 30
    wrong = [path.stem for path in UNTOUCHED if _records(path)]
    assert len(wrong) <= MOST_WRONG_UNTOUCHED, wrong
