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


def _kinds(article: Article) -> list[tuple[str, str]]:
    return [(s.kind.value, article.text[s.start : s.end]) for s in article.segments]


def test_markdown_gives_its_headings_items_and_date_without_their_marks() -> None:
    note = b"---\ntitle: Week 9\ndate: 2002-03-11\n---\n# Weekly note\n\n## Incidents\n\n- A patrol was shot at near Oru.\n- A boat was seized.\n\n***\n"
    article = _article(note)
    assert _kinds(article)[1:] == [
        ("headline", "Weekly note"),
        ("heading", "Incidents"),
        ("body", "A patrol was shot at near Oru."),
        ("body", "A boat was seized."),
        ("furniture", "***"),
    ]
    assert article.published is not None
    assert (article.published.basis, article.published.when.start) == ("metadata", datetime(2002, 3, 11))


def test_a_headline_run_into_the_paragraph_stands_apart_from_dateline_and_body() -> None:
    article = _article(b"Feud leaves two dead in border camp. ORU (AP) -- Two families fought on Friday, police said.")
    assert _kinds(article) == [
        ("headline", "Feud leaves two dead in border camp"),
        ("dateline", "ORU (AP) -- "),
        ("body", "Two families fought on Friday, police said."),
    ]
    assert article.agency is not None and article.agency.value == "AP"


def test_a_dateline_on_a_line_of_its_own_is_no_headline() -> None:
    article = _article(b"ORU, Nowhere (AP) _\n\nTwo shells hit the mill on Friday, police said.")
    assert [kind for kind, _ in _kinds(article)] == ["dateline", "body"]


def test_a_shouted_speaker_is_no_dateline() -> None:
    article = _article(b"ORU, 3 MAR 89 (EFE) -- [TEXT] SHELLS FELL.\n\nTHE ARMY SPOKESMAN SAID: NOBODY WAS HURT.")
    assert [kind for kind, _ in _kinds(article)] == ["dateline", "body", "body"]


def test_a_caption_without_credit_is_known_by_its_credited_twin_and_hides_no_byline() -> None:
    article = _article(STORY.replace(b"WIRE - ", b"Ana Oruba and Ben Karo\n\nWIRE - "))
    assert [b.value for b in article.bylines] == ["Ana Oruba and Ben Karo"]


def test_a_bulletin_says_when_it_was_issued() -> None:
    article = _article(
        b"Weekly note of the mission\n\nReporting week: 4 to 10 March 2002. Issued in Oru, 11 March 2002.\n\nIt was calm."
    )
    assert article.published is not None
    assert (article.published.basis, article.published.when.start) == ("byline", datetime(2002, 3, 11))


def test_a_given_clock_time_is_kept_to_the_minute() -> None:
    published = _article(STORY, "2019-05-07T14:20+04:00").published
    assert published is not None
    assert published.when.start == datetime(2019, 5, 7, 14, 20) and published.when.precision.value == "minute"


PAGE = b"""<!DOCTYPE html><html lang="en"><head><title>Shells fall on Oru | The Daily</title>
<meta property="og:title" content="Shells fall on Oru">
<meta property="article:published_time" content="2021-05-20T22:10:00Z">
<meta property="article:modified_time" content="2021-05-23T08:00:00Z"></head>
<body><nav><a href=/>Home</a><a href=/war>War room</a></nav>
<h1>Shells fall on Oru</h1><p class="standfirst">The army says the rebels fired first; the rebels deny it.</p>
<div class="author">By Ana Oruba</div>
<figure><img src=a.jpg><figcaption>Smoke over Oru, May 19, 2021. Photo: B. Karo/Wire</figcaption></figure>
<p>ORU, May 20 (Wire) - Shells fell on the northern suburbs of Oru on Thursday, hours before a three-day truce between
the army and the Oru Liberation Front was due to expire at midnight, residents said.</p>
<h2>Who fired?</h2>
<p>The army said the rebels had fired 14 mortar rounds. A spokesman for the front denied it in a letter to the mission.</p>
<table><tr><th>Day</th><th>Dead</th></tr><tr><td>Monday</td><td>0</td></tr></table>
<footer>Copyright 2021 The Daily. All rights reserved.</footer></body></html>"""


def test_a_page_keeps_standfirst_byline_heading_and_caption_and_its_first_date() -> None:
    article = _article(PAGE)
    kinds = {kind: words for kind, words in _kinds(article)}
    assert kinds["dek"].startswith("The army says")
    assert kinds["byline"] == "By Ana Oruba" and article.bylines[0].value == "Ana Oruba"
    assert ("heading", "Who fired?") in _kinds(article)
    assert kinds["caption"].startswith("Smoke over Oru")
    assert not any("War room" in words or "Copyright" in words for _, words in _kinds(article))
    assert article.published is not None and article.published.when.start == datetime(2021, 5, 20)


def test_a_page_in_a_declared_charset_is_decoded_by_it() -> None:
    page = PAGE.replace(b"<head>", b'<head><meta charset="windows-1252">').replace(
        b"mission.", b"mission \x96 caf\xe9."
    )
    assert "mission – café." in _article(page).text


def test_cyrillic_bytes_of_an_undeclared_charset_are_refused_and_not_read_as_noise() -> None:
    found = read_article("Перемирие в силе, сообщила армия сегодня утром в городе".encode("cp1251"), "bad")
    assert isinstance(found, Unreadable) and "encoding" in found.reason


def test_prose_in_a_language_not_known_here_is_not_guessed_at() -> None:
    found = read_article(("serikali na waasi walisaini makubaliano " * 12).encode(), "bad")
    assert isinstance(found, Unreadable) and "language not known" in found.reason


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2019-02-29"])
def test_a_day_no_report_can_be_of_is_refused(day: str) -> None:
    assert isinstance(read_article(STORY, "story", published=day), Unreadable)
