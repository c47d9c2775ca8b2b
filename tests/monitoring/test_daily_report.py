"""The board, the tallies by source and the day's report of one small ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from tests.stories import BAHRI, DOCTORS, JIHAD, RSF, SUDAN, day, hour, report

from trucewatch.monitoring import board, daily_report, tallies
from trucewatch.pipeline import compile_ledger
from trucewatch.records.claim import Grain, IncidentClaim, TruceAct
from trucewatch.records.ledger import InstrumentState, Ledger, Outcome

NEWS = report("""Truce in Sudan shaken

KHARTOUM, April 22 - A truce in Sudan began at 06:00 on 21 April for 72 hours. Shells fell on Bahri on 22 April, killing four people, the doctors' union said. Six people died, the Rapid Support Forces said. Shelling shook Bahri all week.
""")


def _ledger() -> Ledger:
    truce = NEWS.truce(
        "A truce in Sudan began at 06:00 on 21 April for 72 hours",
        "truce",
        TruceAct.IN_FORCE,
        SUDAN,
        start=NEWS.cite("06:00 on 21 April", hour(21, 6)),
        duration=NEWS.cite("72 hours", timedelta(hours=72)),
        excluded=(NEWS.cite("Rapid Support Forces", JIHAD),),
    )
    shells = NEWS.incident(
        "Shells fell on Bahri on 22 April, killing four people",
        "Shells",
        BAHRI,
        when=NEWS.cite("22 April", day(22)),
        said=NEWS.said(DOCTORS, by="doctors' union"),
        harms=(NEWS.harm("four people", "killed", 4, 4),),
    )
    rival: IncidentClaim = replace(
        shells,
        id="rival",
        words=(NEWS.words("Six people died"),),
        event=NEWS.cite("died", "Explosions/Remote violence"),
        said=NEWS.said(RSF, by="Rapid Support Forces"),
        harms=(NEWS.harm("Six people", "killed", 6, 6),),
    )
    wave = NEWS.incident("Shelling shook Bahri all week", "Shelling", BAHRI, grain=Grain.AGGREGATE)
    return compile_ledger([NEWS.article], [truce, shells, rival, wave])


def test_the_board_has_a_row_with_words_for_every_column() -> None:
    (row,) = board(_ledger())
    assert (row.label, row.area) == ("truce", "Sudan")
    assert row.state is InstrumentState.IN_FORCE
    assert row.starts == "21 Apr 2023, 06:00" and row.ends == "24 Apr 2023, 06:00"
    assert row.remaining is not None and row.remaining.endswith("h")
    assert row.excluded == ("Ansar al-Nasr",)
    assert sum(n for _, n in row.held) == 2


def test_tallies_stand_side_by_side_and_are_never_summed() -> None:
    found = {t.source: [f.low for f in t.figures] for t in tallies(_ledger())}
    assert found["doctors' union"] == [4]
    assert found["Rapid Support Forces"] == [6]


def test_the_report_separates_violations_from_the_rest() -> None:
    report_of = daily_report(_ledger(), datetime(2023, 4, 22), datetime(2023, 4, 23))
    assert {b.outcome for b in report_of.reported} == {Outcome.UNATTRIBUTED}
    assert len(report_of.aggregates) == 1
    assert "not evidence of calm" in report_of.caveat


def test_another_day_has_no_incident_that_is_dated() -> None:
    report_of = daily_report(_ledger(), datetime(2023, 4, 25), datetime(2023, 4, 26))
    assert report_of.reported == () and len(report_of.truces) == 1
