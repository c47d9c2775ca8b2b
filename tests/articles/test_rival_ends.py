"""Two bundled reports of one truce give two ends: both stand, whichever is read first."""

from __future__ import annotations

from datetime import datetime

from tests.properties.samples import samples

from trucewatch.pipeline import compile_ledger
from trucewatch.records.ledger import Ledger

PAIR = ("05-khartoum-eid-72-hours", "06-khartoum-eid-army")


def _ledger(*names: str) -> Ledger:
    read = {s.name: s for s in samples()}
    return compile_ledger([read[n].article for n in names], [c for n in names for c in read[n].claims])


def test_the_rival_end_of_a_second_report_stands_beside_the_first() -> None:
    ledger = _ledger(*PAIR)
    (truce,) = ledger.truces
    assert len({c.article for c in truce.claims}) == 2
    term = dict(ledger.terms)[truce.id]
    ends = [w for w in (term.end, *term.rivals) if w is not None]
    starts = {w.start for w in ends}
    assert datetime(2023, 4, 24, 6) in starts, "72 hours from six in the morning of the 21st"
    assert any(w.start is not None and w.start < datetime(2023, 4, 24, 6) for w in ends), "midnight on the 23rd"
    assert term.low_confidence


def test_the_order_of_the_two_changes_nothing() -> None:
    assert _ledger(*PAIR) == _ledger(*PAIR[::-1])


def test_each_alone_has_its_own_end_only() -> None:
    first = _ledger(PAIR[0])
    assert [len(t.rivals) for _, t in first.terms] == [0]
