"""The full stop of an abbreviation is no end of the words for what was hit."""

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.text import Article


def _targets(text: str) -> set[str | None]:
    article, _, claims = read_report(text.encode(), "story", load_kit(), published="1998-08-10")
    assert isinstance(article, Article)
    ledger = compile_ledger([article], claims)
    return {i.lead.target_words.value if i.lead.target_words else None for i in ledger.incidents}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Bombs exploded at U.S. embassies in Nairobi and Dar es Salaam on Friday.", "U.S. embassies"),
        ("Two rockets hit the U.N. compound in Herat on Sunday.", "U.N. compound"),
        ("A truck bomb tore through St. Mary's church in Jolo on Sunday.", "St. Mary's church"),
        ("Gunmen attacked Gen. Saleh's convoy near Taiz on Sunday.", "Gen. Saleh's convoy"),
        ("A car bomb ripped through a wheat market in Kandahar on Sunday.", "wheat market"),
    ],
)
def test_abbreviation_belongs_to_the_target(text: str, target: str) -> None:
    assert _targets(
        f"CAIRO, Aug 10, 1998 (Wire) - {text} Soldiers sealed off the area and hunted for the attackers."
    ) == {target}
