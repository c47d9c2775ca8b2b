"""What leaves it unsure whether a truce was broken: the act is then not called a breach."""

from __future__ import annotations

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.ledger import Breach, Outcome
from trucewatch.records.text import Article

_SHELLING = " Rebels and troops had fought with artillery in the north, killing nine soldiers."


def _rows(text: str, published: str) -> list[Breach]:
    article, _, claims = read_report((text + _SHELLING).encode(), "doubts", load_kit(), published=published)
    assert isinstance(article, Article)
    return list(compile_ledger([article], claims).breaches)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # told long ago, no end, no word that it stood
        ("A truce in Mindanao that was signed on 7 September 2003 bound the army. Troops shelled Cotabato, in Mindanao, on Sunday.", "2008-08-12"),
        # one side's own, and nobody is told whose
        ("A unilateral ceasefire in Casamance took effect on 1 March. Soldiers shelled Ziguinchor on Friday.", "1994-03-12"),
        # zones whose bounds are not told
        ("De-escalation zones have existed in the country since 6 May. The army shelled Homs on Friday, and Aleppo and Idlib in Syria too.", "2017-05-20"),
    ],
)  # fmt: skip
def test_it_cannot_be_assessed(text: str, published: str) -> None:
    outcomes = {b.outcome for b in _rows(text, published)}
    assert not outcomes & {Outcome.ALLEGED, Outcome.UNATTRIBUTED, Outcome.CORROBORATED, Outcome.DISPUTED}


def test_a_party_none_of_those_named_is_not_said_to_be_bound() -> None:
    rows = _rows(
        "TBILISI, 12 March 1994 - A ceasefire between Georgia and Russia in Abkhazia took effect on 1 March. "
        "Hezbollah fighters shelled Sukhumi, in Abkhazia, on Friday.",
        "1994-03-12",
    )
    assert Outcome.NOT_ASSESSABLE in {b.outcome for b in rows if "whether Hezbollah is bound" in b.reason}


def test_an_old_truce_said_to_stand_is_still_held_against_the_act() -> None:
    rows = _rows(
        "A ceasefire in Mindanao has been in force since 7 September 2003. Troops shelled Cotabato, in Mindanao, on Sunday.",
        "2008-08-12",
    )
    assert Outcome.NOT_ASSESSABLE not in {b.outcome for b in rows if "still stood" in b.reason}
