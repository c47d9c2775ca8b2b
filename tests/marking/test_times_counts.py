"""Times are intervals against the day of publication; counts are bounds."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from trucewatch.marking.counts import mark_counts
from trucewatch.marking.language import RulesModel
from trucewatch.marking.times import mark_times
from trucewatch.reading import read_article
from trucewatch.records.reading import CountMention, TimeMention
from trucewatch.records.text import Article

# A Monday.
DAY = "2019-05-13"


def _article(text: str) -> Article:
    found = read_article(text.encode(), "story", published=DAY)
    assert isinstance(found, Article)
    return found


def _times(text: str) -> tuple[TimeMention, ...]:
    article = _article(text)
    return mark_times(article, RulesModel().annotate(article))


def _counts(text: str) -> tuple[CountMention, ...]:
    article = _article(text)
    return mark_counts(article, RulesModel().annotate(article))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Shells fell on Sunday.", datetime(2019, 5, 12), datetime(2019, 5, 13)),
        ("It held from Saturday morning.", datetime(2019, 5, 11, 6), datetime(2019, 5, 11, 12)),
        ("They fought in the past week.", datetime(2019, 5, 6), datetime(2019, 5, 14)),
        ("They fought last week.", datetime(2019, 5, 6), datetime(2019, 5, 13)),
        ("It began in February.", datetime(2019, 2, 1), datetime(2019, 3, 1)),
        ("The raid of 3 May 2018 was the first.", datetime(2018, 5, 3), datetime(2018, 5, 4)),
    ],
)
def test_dates(text: str, start: datetime, end: datetime) -> None:
    when = _times(text)[0].when
    assert when is not None
    assert (when.start, when.end) == (start, end)


def test_another_48_takes_the_unit_before_it() -> None:
    first, second = _times("The truce, first for 24 hours, was extended by another 48.")
    assert first.duration == timedelta(hours=24)
    assert second.added and second.duration == timedelta(hours=48)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It killed more than 50 people.", 51, None),
        ("It killed at least four civilians.", 4, None),
        ("It wounded nearly 30 soldiers.", None, 30),
        ("Scores of civilians fled.", 40, None),
        ("About 350-400 people remain.", 350, 400),
        ("It hurt two dozen people.", 24, 24),
        ("It killed 50 or more people.", 50, None),
        ("It hurt 20-odd fishermen.", 20, None),
        ("It hurt ten or fewer fishermen.", None, 10),
        ("It killed many more than 20 people.", 21, None),
        ("Not one soldier was killed.", 0, 0),
        ("Both pilots were killed.", 2, 2),
        ("An unknown number of villagers were killed.", 1, None),
    ],
)
def test_counts(text: str, low: int | None, high: int | None) -> None:
    count = _counts(text)[0].count
    assert (count.low, count.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["No one came to the market.", "Both sides were killing time.", "It is 15 or more kilometres off."]
)
def test_words_that_count_nobody(text: str) -> None:
    assert _counts(text) == ()


def test_every_quote_is_cut_from_the_text() -> None:
    article = _article("On Sunday a blast in the port killed at least nine fishermen and two soldiers.")
    sentences = RulesModel().annotate(article)
    for mention in (*mark_times(article, sentences), *mark_counts(article, sentences)):
        assert article.text[mention.span.start : mention.span.end] == mention.span.quote


def test_abbreviations_end_no_sentence() -> None:
    article = _article("Gen. A. Oru met U.S. envoys. They left at dawn. No. 4 battery fired.")
    assert len(RulesModel().annotate(article)) == 3
