"""Areas that a truce leaves out, and the groups of such a name that it leaves out instead."""

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.ledger import Ledger, Outcome
from trucewatch.records.text import Article

OPENING = "MANILA, 24 December 2019 (Wire) - A truce between the army and the New People's Army took effect on Monday. "


def _ledger(text: str, published: str = "2019-12-24") -> Ledger:
    article, _, claims = read_report(text.encode(), "story", load_kit(), published=published)
    assert isinstance(article, Article)
    return compile_ledger([article], claims)


@pytest.mark.parametrize(
    ("words", "areas"),
    [
        ("The truce does not cover Sulu or Basilan.", ["Sulu", "Basilan"]),
        ("The truce applies everywhere except Sulu.", ["Sulu"]),
        ("The ceasefire, which does not extend to Sulu, was kept on its first day.", ["Sulu"]),
        ("The truce holds on all fronts but not in Sulu.", ["Sulu"]),
        ("The truce does not bind Sulu militants.", []),
    ],
)
def test_area_left_out_is_no_party(words: str, areas: list[str]) -> None:
    truces = _ledger(OPENING + words).truces
    assert [a.value.name for t in truces for a in t.excluded_areas] == areas
    assert not {p.value.name for t in truces for p in t.excluded} & set(areas)


def test_act_in_an_area_left_out_is_outside() -> None:
    text = (
        "GAZA, Nov 26, 2023 (Wire) - The truce between Israel and Hamas began on Friday and runs for four days. "
        "The truce does not cover the West Bank. In Jenin, Israeli troops shot dead two men on Saturday."
    )
    ledger = _ledger(text, "2023-11-26")
    assert [b.outcome for b in ledger.breaches] == [Outcome.OUTSIDE]
    assert "West Bank is left out of the truce" in ledger.breaches[0].reason
