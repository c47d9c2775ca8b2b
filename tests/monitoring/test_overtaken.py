"""An older truce with no told end beside a newer one: a violation of it only where a report says that it still stands."""

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.ledger import Outcome
from trucewatch.records.text import Article

NEWER = "TBILISI, 12 March 1994 (Wire) - A ceasefire in Abkhazia took effect on 1 March. Abkhaz gunners shelled Ochamchire on Friday. "


def _outcomes(older: str) -> set[Outcome]:
    article, _, claims = read_report((NEWER + older).encode(), "story", load_kit(), published="1994-03-12")
    assert isinstance(article, Article)
    ledger = compile_ledger([article], claims)
    old = next(t.id for t in ledger.truces if any(s.value.start and s.value.start.year == 1992 for s in t.starts))
    return {b.outcome for b in ledger.breaches if b.truce == old}


@pytest.mark.parametrize(
    "older",
    ["A ceasefire in Abkhazia that came into force on 5 September 1992 was signed in Moscow."],
)
def test_older_truce_not_said_to_stand_cannot_be_assessed(older: str) -> None:
    assert _outcomes(older) == {Outcome.NOT_ASSESSABLE}


@pytest.mark.parametrize(
    "older",
    ["A wider ceasefire in Abkhazia has been in force, if seldom kept, since 5 September 1992."],
)
def test_older_truce_said_to_stand_is_held_against_the_act(older: str) -> None:
    assert _outcomes(older) == {Outcome.ALLEGED}
