"""At a hundred columns no word of the ledger's own vocabulary is broken in two."""

from __future__ import annotations

import re
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console
from rich.table import Table
from tests.export.test_reading_json import ledger

from trucewatch.cli.tables.incidents import OUTCOMES, incident_table
from trucewatch.cli.tables.truces import truce_board
from trucewatch.records.claim import Condition
from trucewatch.records.ledger import InstrumentState, Outcome


def printed(table: Table) -> str:
    out = StringIO()
    Console(file=out, width=100).print(table)
    return out.getvalue()


@pytest.mark.parametrize("state", InstrumentState)
def test_every_state_fits_its_column(state: InstrumentState) -> None:
    found = ledger()
    text = printed(truce_board(replace(found, states=(replace(found.states[0], state=state),))))
    assert all(word in text for word in state.value.split("_"))


@pytest.mark.parametrize("condition", Condition)
def test_every_condition_fits_its_column(condition: Condition) -> None:
    found = ledger()
    text = printed(truce_board(replace(found, states=(replace(found.states[0], condition=condition),))))
    assert all(word in text for word in condition.value.split("_"))


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_fits_its_column(outcome: Outcome) -> None:
    found = ledger()
    text = printed(incident_table(replace(found, breaches=(replace(found.breaches[0], outcome=outcome),))))
    assert all(word in text for word in OUTCOMES[outcome].split())


@pytest.mark.parametrize("sub_event", ["Abduction/forced disappearance", "Non-state actor overtakes territory"])
def test_long_kinds_of_event_break_between_words(sub_event: str) -> None:
    found = ledger()
    lead = replace(found.incidents[0].lead, sub_event=sub_event)
    text = printed(incident_table(replace(found, incidents=(replace(found.incidents[0], claims=(lead,)),))))
    assert all(word in text for word in re.split(r"[ /]", sub_event))
