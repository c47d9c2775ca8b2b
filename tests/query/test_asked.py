"""One question, one string: what is written can be asked again, and means the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.query.asked import Query, QueryError, parsed
from trucewatch.records.place import Level
from trucewatch.records.when import Precision

_words = st.lists(st.text(max_size=12), max_size=3).map(tuple)
_days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
_fine = st.lists(st.sampled_from([*(p.value for p in Precision), *(v.value for v in Level)]), max_size=2).map(tuple)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    since = draw(st.none() | _days)
    until = draw(st.none() | (_days.filter(lambda d: since is None or d >= since)))
    return Query(
        since=since, until=until, area=draw(_words), truce=draw(_words), party=draw(_words), type=draw(_words),
        source=draw(_words), stance=draw(_words), status=draw(_words), text=draw(st.text(max_size=20)),
        precision=draw(_fine), published_by=draw(st.text(max_size=10)), recorded_by=draw(st.text(max_size=10)),
        at=draw(st.text(max_size=10)), unsure=draw(st.booleans()),
    )  # fmt: skip


@given(queries())
def test_the_string_of_a_question_is_the_question(query: Query) -> None:
    assert parsed(str(query)) == query
    assert str(parsed(str(query))) == str(query)


def test_equal_questions_have_one_string() -> None:
    one = parsed("type=shelling&area=Aleppo&type=air%20strike&area=Aleppo&since=2016-05-01")
    assert str(one) == "area=Aleppo&since=2016-05-01&type=air strike&type=shelling"
    assert one == Query(since=date(2016, 5, 1), area=("Aleppo ",), type=("shelling", "air  strike"))
    assert str(Query()) == "" and parsed("") == Query() and not Query(published_by="2016-05-01").filters


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("typ=shelling", "nothing is asked by 'typ'; there are: area"),
        ("since=May", "give one as 2016-05-02"),
        ("since=2016-05-02&until=2016-05-01", "ends (2016-05-01) before it begins"),
        ("since=2016-05-02&since=2016-05-01", "asked twice"),
        ("precision=exact", "minute"),
        ("unsure=perhaps", "yes or no"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(text: str, remedy: str) -> None:
    with pytest.raises(QueryError) as refused:
        parsed(text)
    assert remedy in str(refused.value)
