"""An expiry told in the past lies behind the report, and a length is measured within its own sentence."""

from datetime import datetime, timedelta

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.ledger import Ledger
from trucewatch.records.text import Article

# 10 August 2013 is a Saturday.
AFTER = " Clashes between the army and the MNLA had killed 20 people in Kidal on Tuesday."


def _ledger(words: str) -> Ledger:
    text = f"BAMAKO, Aug 10, 2013 (Wire) - {words}{AFTER}"
    article, _, claims = read_report(text.encode(), "story", load_kit(), published="2013-08-10")
    assert isinstance(article, Article)
    return compile_ledger([article], claims)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The truce expired on Wednesday.", 7),
        ("A truce that expired on Wednesday was not renewed.", 7),
        ("The ceasefire had expired on Monday.", 5),
        ("The truce expires on Wednesday.", 14),
        ("The truce is due to expire on Wednesday.", 14),
    ],
)
def test_past_expiry_looks_back_and_a_coming_one_ahead(words: str, day: int) -> None:
    (truce,) = _ledger(words).truces
    assert [e.value.start for e in truce.ends] == [datetime(2013, 8, day)]


def test_what_the_next_sentence_begins_with_is_not_measured_by_the_length() -> None:
    (truce,) = _ledger("Under the deal, guns are to fall silent at 6 a.m. on Monday for 72 hours.").truces
    assert [d.value for d in truce.durations] == [timedelta(hours=72)]


def test_lull_between_sides_without_names_is_one() -> None:
    (truce,) = _ledger("A lull between the warring factions took hold on Friday.").truces
    assert [s.value.start for s in truce.starts] == [datetime(2013, 8, 9)]
