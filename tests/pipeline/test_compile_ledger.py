"""The road from a report to a ledger, whatever the order of reports."""

from __future__ import annotations

import subprocess
import sys

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.claim import Claim
from trucewatch.records.ledger import InstrumentState, Ledger
from trucewatch.records.problems import Unreadable
from trucewatch.records.text import Article

FIRST = """Truce in Hodeidah

HODEIDAH, Dec 18 - A ceasefire in the Yemeni port city of Hodeidah took effect at 6 a.m. on Tuesday.

The truce is to last for 72 hours, the United Nations said. Houthi fighters shelled a mill in the city on Monday.
"""
SECOND = """Army gives another end

SANAA, Dec 18 - The Yemeni army said the ceasefire in Hodeidah, which took effect at 6 a.m. on Tuesday, will last until noon on Saturday.

Houthi fighters shelled a mill in the city on Monday, the army said.
"""


def _read(text: str, name: str) -> tuple[Article, tuple[Claim, ...]]:
    found = read_report(text.encode(), name, load_kit(), published="2018-12-18")
    assert not isinstance(found, Unreadable)
    return found[0], found[2]


def _ledger(*texts: str) -> Ledger:
    read = [_read(text, f"report {n}") for n, text in enumerate(texts)]
    return compile_ledger([a for a, _ in read], [c for _, claims in read for c in claims])


def test_a_report_becomes_a_truce_with_its_term() -> None:
    ledger = _ledger(FIRST)
    (truce,) = ledger.truces
    term = dict(ledger.terms)[truce.id]
    assert term.end is not None and term.end.start is not None
    assert term.end.start.date().isoformat() == "2018-12-21"
    assert ledger.states[0].state is InstrumentState.IN_FORCE


def test_a_rival_end_from_a_second_report_stands_beside_the_first() -> None:
    ledger = _ledger(FIRST, SECOND)
    (truce,) = ledger.truces
    term = dict(ledger.terms)[truce.id]
    assert term.end is not None and term.end.start is not None and term.end.start.day == 22
    assert [r.start.day for r in term.rivals if r.start] == [21]
    assert term.low_confidence


def test_the_order_of_reports_changes_nothing() -> None:
    assert _ledger(FIRST, SECOND).truces == _ledger(SECOND, FIRST).truces


def test_reading_twice_changes_nothing() -> None:
    assert _ledger(FIRST, FIRST) == _ledger(FIRST)


def test_importing_the_package_is_instant() -> None:
    code = "import sys, trucewatch; print(sorted(m for m in sys.modules if m.startswith('trucewatch.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
