"""The seven tests on right records: at least nine in ten outcomes are those a monitor would enter."""

from __future__ import annotations

from benchmarks.breaches.__main__ import GATE, outcomes
from benchmarks.breaches.cases import load_cases


def test_outcomes_given_right_records() -> None:
    pairs = [(got, case.expected[pair]) for case in load_cases() for pair, got in outcomes(case).items()]
    assert len(pairs) >= 300
    assert sum(got == wanted for got, wanted in pairs) / len(pairs) >= GATE


def test_no_act_is_called_a_violation_of_a_truce_that_it_cannot_concern() -> None:
    """The worst error: a violation entered where the truce was over, elsewhere, or left the party out."""
    settled = {"after_end", "before_entry_into_force", "outside_area", "exempt_excluded_party", "permitted", "no row"}
    wrong = [
        (case.name, pair, got)
        for case in load_cases()
        for pair, got in outcomes(case).items()
        if case.expected[pair] in settled and got.endswith("_violation")
    ]
    assert wrong == []
