"""Who did what, when and where, by an article's headline and opening."""

from __future__ import annotations

import pytest

from trucewatch.extraction.coding import MainEvent, main_event_of
from trucewatch.kits import load_kit
from trucewatch.pipeline import read_report
from trucewatch.records.problems import Unreadable

REPORT = """Rebels seize border town in northern Mali

Click to share on every network and subscribe to our newsletter today for more.

Fighters of the rebel alliance took the town of Kidal on Tuesday after soldiers left it, residents said. Three years ago the army had held it.

The army said on Wednesday that it had regrouped in Gao.
"""


def _main(text: str) -> MainEvent:
    found = read_report(text.encode(), "test", load_kit(), "2031-05-08")
    assert not isinstance(found, Unreadable)
    return main_event_of(found[1])


def test_the_headline_answers_first() -> None:
    main = _main(REPORT)
    assert main.who[0].value == "Rebels"
    assert main.what[0].value == "seize border town in northern Mali"
    assert main.when[0].value == "Tuesday"
    assert "Mali" in main.where[0].value or "Kidal" in main.where[0].value


def test_furniture_answers_nothing() -> None:
    assert not [a for a in _main(REPORT).what if "share" in a.value or "subscribe" in a.value]


def test_every_answer_is_cut_from_the_text() -> None:
    main = _main(REPORT)
    for answer in (*main.who, *main.what, *main.when, *main.where):
        span = answer.evidence[0]
        assert span.quote == answer.value  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("headline", "who", "what"),
    [
        ("At least four killed in raid on consulate", "four", "killed in raid on consulate"),
        ("Sudan: Army retakes palace in Khartoum", "Army", "retakes palace in Khartoum"),
        ("Envoy and mayor agree on truce as shelling goes on", "Envoy and mayor", "agree on truce"),
    ],
)
def test_headlines_of_several_kinds(headline: str, who: str, what: str) -> None:
    main = _main(f"{headline}\n\nNothing more was known in the city by noon, people who had fled said there.")
    assert (main.who[0].value, main.what[0].value) == (who, what)


def test_a_text_that_tells_of_no_place_gives_none() -> None:
    assert _main("The choir sang until noon.").where == ()
