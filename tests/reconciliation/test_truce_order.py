"""An earlier truce and a later one of one report are two records."""

from __future__ import annotations

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.problems import Unreadable

_WAR = "\n\nRebels and troops had fought with artillery in the north, killing nine soldiers and wounding dozens."


@pytest.mark.parametrize(
    ("text", "truces"),
    [
        ("A ceasefire in Congo took effect on 4 August. A fortnight's humanitarian truce had ended on 3 August.", 2),
        (
            "A truce in Congo took effect on 4 August. The previous truce, which came into force on 20 July, had not held.",
            2,
        ),
        ("Mali declared a truce on 24 March. A truce of 28 June 2021 in Mali had lapsed by September 2021.", 2),
        ("A ceasefire in Congo took effect on 4 August. The ceasefire is to end on 10 August.", 1),
    ],
)
def test_one_after_the_other(text: str, truces: int) -> None:
    found = read_report((text + _WAR).encode(), "order.txt", load_kit(), published="2022-08-12")
    assert not isinstance(found, Unreadable)
    article, _, claims = found
    assert len(compile_ledger([article], claims).truces) == truces
