"""A report that is withdrawn or corrected: its claims stay, struck through, with the words that took them back."""

from __future__ import annotations

from itertools import permutations

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import LiveLedger, compile_ledger, read_report
from trucewatch.reconciliation.copies.versions import mark_of
from trucewatch.records.claim import Claim, IncidentClaim
from trucewatch.records.ledger import Ledger
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Stance
from trucewatch.records.text import Article
from trucewatch.records.versions import VersionKind

BODY = """Rebels and soldiers fought for the river port of Malakal all night.

Army artillery shells hit the grain market of Malakal on Sunday, killing 40 people, the harbour master said.

Nobody crossed the river on Monday. The truce between the army and the rebels, signed in January, has not been renewed.
"""
FIRST = f"Shells kill 40 at grain market\n\nMALAKAL, March 3 (Nile Wire) - {BODY}"
CARRIED = f"Market dead: 40\n\nMALAKAL, March 3 - {BODY}"
CORRECTED = (
    "CORRECTED-Shells kill 40 at grain market\n\n(Corrects toll in second paragraph to 14)\n\n"
    f"MALAKAL, March 4 (Nile Wire) - {BODY.replace('killing 40 people', 'killing 14 people')}"
)
WITHDRAWN = (
    'WITHDRAWN-Shells kill 40 at grain market\n\nThe story headlined "Shells kill 40 at grain market" is withdrawn.\n'
    "The source has told Nile Wire that he was not in Malakal on that day.\n"
)


def _read(text: str, published: str) -> tuple[Article, tuple[Claim, ...]]:
    found = read_report(text.encode(), f"{text[:9]}.txt", load_kit(), published)
    assert not isinstance(found, Unreadable)
    return found[0], found[2]


def _ledger(*reports: tuple[Article, tuple[Claim, ...]]) -> Ledger:
    return compile_ledger([a for a, _ in reports], [c for _, claims in reports for c in claims])


def _figures(ledger: Ledger) -> set[tuple[int | None, bool]]:
    """Every figure of the dead, and whether its claim is struck."""
    return {
        (harm.count.value.low, claim.said.stance is Stance.RETRACTED)
        for incident in ledger.incidents
        for claim in incident.claims
        for harm in claim.harms
    }


def test_a_corrected_figure_is_struck_with_the_words_that_correct_it_in_copies_too() -> None:
    first, carried, corrected = _read(FIRST, "2024-03-03"), _read(CARRIED, "2024-03-03"), _read(CORRECTED, "2024-03-04")
    ledger = _ledger(first, carried, corrected)
    assert {(40, True), (14, False)} <= _figures(ledger) and (40, False) not in _figures(ledger)
    assert {s.by for s in ledger.struck} == {corrected[0].id}
    assert all("corrected by the report" in s.reason for s in ledger.struck)
    (version,) = ledger.versions
    assert version.kind is VersionKind.CORRECTED and version.of == first[0].id
    (toll,) = {t for i in ledger.incidents for t in i.tolls if t.verb == "killed" and t.low is not None}
    assert (toll.low, toll.high) == (14, 14)


def test_a_withdrawn_report_strikes_all_it_said_and_nothing_vanishes() -> None:
    first, carried = _read(FIRST, "2024-03-03"), _read(CARRIED, "2024-03-03")
    before = _ledger(first, carried)
    after = _ledger(first, carried, _read(WITHDRAWN, "2024-03-05"))
    told = {c.id for i in before.incidents for c in i.claims}
    assert told <= {c.id for i in after.incidents for c in i.claims}
    assert {s.claim for s in after.struck} == {c.id for c in (*first[1], *carried[1])}
    assert all(
        c.said.stance is Stance.RETRACTED for i in after.incidents for c in i.claims if isinstance(c, IncidentClaim)
    )


def test_the_notice_may_come_before_the_report_that_it_withdraws() -> None:
    reports = [_read(FIRST, "2024-03-03"), _read(CARRIED, "2024-03-03"), _read(CORRECTED, "2024-03-04")]
    whole = _ledger(*reports)
    for order in permutations(reports):
        live = LiveLedger()
        for article, claims in order:
            live.add(article, claims)
        assert live.ledger() == whole


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"UPDATE 2-Shells kill 40\n\n{BODY}", VersionKind.UPDATE),
        (f"RPT-Shells kill 40\n\n(Repeats item first published on Sunday)\n\n{BODY}", VersionKind.REPEAT),
        (f"REFILE-Shells kill 40\n\n(Refiles to fix headline)\n\n{BODY}", VersionKind.REFILE),
        (f"Shells kill 40\n\n(Translated from Arabic by the desk)\n\n{BODY}", VersionKind.TRANSLATION),
        (
            f"Shells kill 40\n\n{BODY}\nCorrection: an earlier version of this report misstated the day.\n",
            VersionKind.CORRECTED,
        ),
        (f"Shells kill 40\n\n{BODY}", None),
        (f"Army withdraws from port\n\nThe army was withdrawn from the port on Sunday.\n\n{BODY}", None),
    ],
)
def test_what_a_report_calls_itself(text: str, kind: VersionKind | None) -> None:
    found = mark_of(_read(text, "2024-03-04")[0])
    assert (found[0] if found else None) is kind
