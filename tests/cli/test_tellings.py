"""The toll that grew over five reports, one site a day late: one screen says which figure stands and why."""

from __future__ import annotations

from trucewatch.cli.tables.tellings import telling_lines
from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.problems import Unreadable

DAYS = (
    (3, "14", "Nile Wire"),
    (4, "27", "Nile Wire"),
    (5, "50", "Nile Wire"),
    (8, "55", "Nile Wire"),
    (8, "50", "Late Post"),
)
TEXT = """Shells hit grain market

MALAKAL, March {day} ({desk}) - Army artillery shells hit the grain market of Malakal on March 3, killing {dead} people, the harbour master said.

Rebels and soldiers have fought for the river port since January. {more}
"""


def test_one_screen() -> None:
    found = []
    for n, (day, dead, desk) in enumerate(DAYS):
        text = TEXT.format(
            day=day, dead=dead, desk=desk, more=f"This was edition {n} of the desk's notes, kept by hand."
        )
        one = read_report(text.encode(), f"{desk} {day}", load_kit(), f"2024-03-{day:02d}")
        assert not isinstance(one, Unreadable)
        found.append(one)
    ledger = compile_ledger([a for a, _, _ in found], [c for _, _, claims in found for c in claims])
    (incident,) = [i for i in ledger.incidents if any(c.harms for c in i.claims)]
    screen = "\n".join(telling_lines(ledger, incident))
    assert "killed: 55 (rule: range;" in screen
    assert "[superseded: replaced by 27" in screen
    assert "[stale: repeats a figure of 05 Mar 2024 that its origin has since replaced]" in screen
    assert 'updates "Shells hit grain market"' in screen
