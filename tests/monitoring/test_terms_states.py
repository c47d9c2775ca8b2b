"""A term computed step by step, and the two axes of a truce at a moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.stories import SUDAN, day, hour, report

from trucewatch.monitoring import state_of, term_of
from trucewatch.reconciliation.truces import reconcile_truces
from trucewatch.records.claim import Condition, TruceAct, TruceClaim
from trucewatch.records.ledger import InstrumentState, Truce
from trucewatch.records.when import Precision, When

NEWS = report("""Calm in Sudan, army says

KHARTOUM, April 22 - A truce in Sudan began on Friday morning. It is for 24 hours and was extended by another 48. It will end on 26 April, the army said, but has all but collapsed. Fighters shelled a bridge.
""")
MORNING = When(datetime(2023, 4, 21, 6), datetime(2023, 4, 21, 12), Precision.PART_OF_DAY, "Friday morning")


def _truce(**more: object) -> Truce:
    claim = NEWS.truce(
        "A truce in Sudan began on Friday morning",
        "truce",
        TruceAct.IN_FORCE,
        SUDAN,
        start=NEWS.cite("Friday morning", MORNING),
    )
    (truce,) = reconcile_truces([replace(claim, **more)], {NEWS.article.id: NEWS.article})  # type: ignore[arg-type]
    return truce


def _lasting() -> dict[str, object]:
    return {
        "duration": NEWS.cite("24 hours", timedelta(hours=24)),
        "extension": NEWS.cite("another 48", timedelta(hours=48)),
    }


def test_start_length_and_extension_give_the_end_each_a_sentence() -> None:
    term = term_of(_truce(**_lasting()))
    assert term.end is not None
    assert (term.end.start, term.end.end) == (datetime(2023, 4, 24, 6), datetime(2023, 4, 24, 12))
    assert [s.sentence for s in term.steps] == [
        'starts "Friday morning": 21 Apr 2023, 06:00 to 12:00',
        "Friday morning + 24 h = 22 Apr 2023, 06:00 to 12:00",
        "+ 48 h (extension, taken to follow the end before) = 24 Apr 2023, 06:00 to 12:00",
    ]
    assert term.low_confidence


def test_an_end_given_goes_before_one_computed_which_stays_as_a_rival() -> None:
    term = term_of(_truce(**_lasting(), end=NEWS.cite("26 April", day(26))))
    assert term.end is not None and term.end.start == datetime(2023, 4, 26)
    assert [r.start for r in term.rivals] == [datetime(2023, 4, 24, 6)]
    assert term.low_confidence


def test_without_length_or_end_there_is_no_end() -> None:
    term = term_of(_truce())
    assert term.end is None and not term.low_confidence


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (datetime(2023, 4, 20), InstrumentState.AGREED),
        (datetime(2023, 4, 22), InstrumentState.IN_FORCE),
        (datetime(2023, 4, 24, 9), InstrumentState.IN_FORCE),
        (datetime(2023, 4, 25), InstrumentState.PRESUMED_EXPIRED),
    ],
)
def test_the_clock_moves_the_state(at: datetime, state: InstrumentState) -> None:
    truce = _truce(**_lasting())
    found = state_of(truce, term_of(truce), at)
    assert found.state is state
    assert found.condition is Condition.NO_INFORMATION


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (TruceAct.SUSPENDED, InstrumentState.SUSPENDED),
        (TruceAct.ENDED, InstrumentState.TERMINATED),
        (TruceAct.EXPIRED, InstrumentState.EXPIRED),
    ],
)
def test_a_declaration_goes_before_the_clock(act: TruceAct, state: InstrumentState) -> None:
    truce = _truce(act=act)
    assert state_of(truce, term_of(truce), datetime(2023, 4, 22)).state is state


def test_a_proposal_without_a_start_is_only_proposed() -> None:
    truce = _truce(act=TruceAct.PROPOSED, start=None)
    assert state_of(truce, term_of(truce), datetime(2023, 4, 22)).state is InstrumentState.PROPOSED


def test_a_reported_collapse_is_a_condition_and_ends_nothing() -> None:
    truce = _truce(act=TruceAct.COLLAPSED)
    found = state_of(truce, term_of(truce), datetime(2023, 4, 22))
    assert (found.state, found.condition) == (InstrumentState.IN_FORCE, Condition.DE_FACTO_COLLAPSED)


def test_the_condition_is_somebodys_word() -> None:
    words = NEWS.cite("has all but collapsed", Condition.ERODING)
    truce = _truce(condition=words)
    found = state_of(truce, term_of(truce), datetime(2023, 4, 22))
    assert found.condition is Condition.ERODING and found.condition_by == (words,)


def test_a_clock_time_is_said_to_the_minute() -> None:
    claim: TruceClaim = _truce().claims[0]
    truce = replace(_truce(), starts=(replace(claim.start, value=hour(21, 6)),))  # type: ignore[type-var]
    assert term_of(truce).steps[0].sentence == 'starts "6:00 on 21 April": 21 Apr 2023, 06:00'


def test_a_day_of_agreement_alone_is_the_earliest_start_and_gives_no_end() -> None:
    told = NEWS.cite("26 April", day(26))
    truce = _truce(act=TruceAct.AGREED, start=None, announced=told, duration=NEWS.cite("24 hours", timedelta(hours=24)))
    term = term_of(truce)
    assert term.start is not None and (term.start.start, term.start.low_confidence) == (datetime(2023, 4, 26), True)
    assert term.assumed_start and term.low_confidence and term.end is None
    assert term.steps[0].sentence.startswith("no start is told; agreed or announced")
    assert state_of(truce, term, datetime(2023, 4, 28)).state is InstrumentState.AGREED


@pytest.mark.parametrize("act", [TruceAct.PROPOSED, TruceAct.REJECTED, TruceAct.MENTIONED])
def test_the_day_of_a_mere_offer_starts_nothing(act: TruceAct) -> None:
    assert term_of(_truce(act=act, start=None, announced=NEWS.cite("26 April", day(26)))).start is None
