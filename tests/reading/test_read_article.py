"""Bytes become an article whose every span is cut from its text, or a reason why not."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reading import MAX_BYTES, read_article
from trucewatch.records.problems import Unreadable
from trucewatch.records.text import Article, SegmentKind

STORY = b"""Shells hit a mill by the river

An injured miller at the mill in Oru, May 4, 2019.
An injured miller at the mill in Oru, May 4, 2019. Credit: Wire, A Person

WIRE - Shells hit a mill near the river on Sunday, and two millers were wounded, the mayor said on Monday.

Click here for more
"""


def _article(data: bytes, published: str | None = None) -> Article:
    found = read_article(data, "story", published=published)
    assert isinstance(found, Article)
    return found


def test_a_story_is_cut_into_its_parts() -> None:
    kinds = [s.kind for s in _article(STORY).segments]
    assert kinds[0] is SegmentKind.HEADLINE
    assert kinds.count(SegmentKind.CAPTION) == 2
    assert kinds[-1] is SegmentKind.FURNITURE


def test_a_caption_printed_twice_counts_once() -> None:
    captions = [s for s in _article(STORY).segments if s.kind is SegmentKind.CAPTION]
    assert [s.duplicate_of is None for s in captions] == [True, False]


def test_weekday_and_dated_caption_give_the_day_of_publication() -> None:
    published = _article(STORY).published
    assert published is not None
    assert published.basis == "weekday_and_caption"
    assert published.when.start == datetime(2019, 5, 6)


def test_a_given_date_wins() -> None:
    published = _article(STORY, "2019-05-07").published
    assert published is not None and published.basis == "given"


@pytest.mark.parametrize(
    ("data", "published", "reason"),
    [
        (b"", None, "empty"),
        (bytes(range(256)), None, "binary"),
        (b"a" * (MAX_BYTES + 1), None, "bytes"),
        (STORY, "2016-02-30", "no date"),
        (
            "Le gouvernement et les rebelles ont signé une trêve dans la région, que le ministre a annoncée.".encode(),
            None,
            "French",
        ),
        (b"<html><body><nav>Home</nav></body></html>", None, "no article"),
    ],
)
def test_bad_input_is_a_result_with_a_reason(data: bytes, published: str | None, reason: str) -> None:
    found = read_article(data, "bad", published=published)
    assert isinstance(found, Unreadable)
    assert reason in found.reason
    assert found.remedy


@given(st.text(max_size=400))
def test_segments_lie_in_order_inside_the_text(text: str) -> None:
    found = read_article(text.encode("utf-8", "surrogatepass"), "any")
    if isinstance(found, Unreadable):
        return
    last = 0
    for segment in found.segments:
        assert last <= segment.start < segment.end <= len(found.text)
        last = segment.end
