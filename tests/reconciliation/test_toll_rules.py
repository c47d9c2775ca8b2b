"""The toll that grew over six days in five reports, one site still printing the third figure on the last day."""

from __future__ import annotations

from datetime import datetime

from tests.stories import BAHRI, DOCTORS, Report, day, report

from trucewatch.reconciliation.toll_rules import toll_readings
from trucewatch.records.claim import IncidentClaim, Said
from trucewatch.records.count import Count
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.reading import Stance
from trucewatch.records.text import Article, Cited
from trucewatch.records.toll_reading import RowState, TollReading, TollRule

ARMY = Party("t:army", "army spokesman", PartyKind.STATE_FORCES)
ACT = "a shell hit the clinic of Bahri on 21 April"


def _told(date: int, low: int, high: int | None, by: Party = DOCTORS, page: str = "A") -> tuple[Report, IncidentClaim]:
    wording = str(low) if high == low else f"more than {low - 1}"
    paper = report(
        f"Page {page}\n\nThe {by.name} said that {wording} died when {ACT}.\n", published=f"2023-04-{date:02d}"
    )
    said = Said(Stance.ASSERTED, paper.cite(by.name, by))
    harm = paper.harm(f"{wording} died", "killed", low, high)
    counted = Cited(Count(low, high, wording), harm.count.evidence)
    claim = paper.incident(
        ACT, "a shell", BAHRI, when=paper.cite("21 April", day(21)), harms=(type(harm)("killed", counted),), said=said
    )
    return paper, claim


STORY = [
    _told(21, 14, 14),
    _told(22, 27, 27),
    _told(23, 50, 50),
    _told(24, 51, None),
    _told(26, 55, 55),
    _told(26, 50, 50, page="B, a site that copies late"),
]


def _reading(told: list[tuple[Report, IncidentClaim]], rule: TollRule = TollRule.RANGE, *order: str) -> TollReading:
    articles: dict[str, Article] = {paper.article.id: paper.article for paper, _ in told}
    (found,) = toll_readings([claim for _, claim in told], articles, {}, rule, order)
    return found


def _bounds(found: TollReading) -> tuple[int | None, int | None]:
    return found.low, found.high


def test_each_day_has_its_reading() -> None:
    by_day = {}
    for last in (21, 22, 23, 24, 26):
        told = [row for row in STORY if row[0].article.published.when.start <= datetime(2023, 4, last)]  # type: ignore[union-attr,operator]
        by_day[last] = _bounds(_reading(told))
    assert by_day == {21: (14, 14), 22: (27, 27), 23: (50, 50), 24: (51, None), 26: (55, 55)}


def test_the_late_site_repeats_a_figure_that_its_origin_has_replaced() -> None:
    states = [(row.count.low, row.state) for row in _reading(STORY).rows]
    assert states.count((50, RowState.STALE)) == 1 and (50, RowState.SUPERSEDED) in states
    assert "since replaced" in next(r.why for r in _reading(STORY).rows if r.state is RowState.STALE)


def test_another_counter_stands_beside_and_the_rule_is_named() -> None:
    told = [*STORY, _told(25, 20, 20, by=ARMY)]
    assert _bounds(_reading(told)) == (20, 55)
    assert _bounds(_reading(told, TollRule.LATEST)) == (55, 55)
    assert _bounds(_reading(told, TollRule.SOURCE_ORDER, "army spokesman")) == (20, 20)
    split = _reading(told, TollRule.MAJORITY)
    assert _bounds(split) == (20, 55) and "no figure has a majority of the 2" in split.why


def test_a_majority_counts_origins_not_papers() -> None:
    third = Party("t:relief", "relief workers", PartyKind.OTHER)
    told = [_told(22, 9, 9), _told(22, 9, 9, page="B"), _told(22, 4, 4, by=ARMY), _told(22, 4, 4, by=third)]
    found = _reading(told, TollRule.MAJORITY)
    assert _bounds(found) == (4, 4) and found.origins == 3


def test_an_explicit_zero_is_a_figure_and_parts_are_not_added() -> None:
    none = _reading([_told(22, 0, 0, by=ARMY), _told(22, 9, 9)])
    assert _bounds(none) == (0, 9)
    paper, claim = _told(22, 9, 9)
    part = type(claim.harms[0])("killed", claim.harms[0].count, part_of="nine people")
    whole = toll_readings(
        [claim, *[type(claim)(**{f: getattr(claim, f) for f in claim.__slots__} | {"id": "p", "harms": (part,)})]],
        {paper.article.id: paper.article},
        {},
    )
    assert _bounds(whole[0]) == (9, 9) and [r.state for r in whole[0].rows] == [RowState.STANDS, RowState.PART]
