"""Every value of every sample brings its words, and the words give the value again."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

import pytest
from tests.properties.samples import Sample, kit, read, samples, walk

from trucewatch.marking import mark
from trucewatch.reading import read_article
from trucewatch.records.claim import Claim
from trucewatch.records.count import Count
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Reading
from trucewatch.records.text import Cited, Span
from trucewatch.records.when import When

# Words that give a time only together with one told before.
_POINTING = re.compile(r"\b(?:same|that|previous|following|next|later|earlier|then)\b", re.I)
ALL = pytest.mark.parametrize("sample", samples(), ids=lambda s: s.name)


@ALL
def test_every_quote_equals_the_text_at_its_offsets(sample: Sample) -> None:
    for span in walk((sample.claims, sample.article, sample.reading), Span):
        assert sample.article.text[span.start : span.end] == span.quote


@ALL
def test_every_value_has_words_or_a_derivation(sample: Sample) -> None:
    for claim in sample.claims:
        assert claim.words
        for cited in walk(claim, Cited):
            assert cited.evidence or cited.derivation, (claim.id, cited)


@ALL
def test_reading_twice_gives_equal_ids(sample: Sample) -> None:
    _, _, again = read(sample.data, sample.name, sample.published)
    assert again == sample.claims
    assert len({c.id for c in again}) == len(again)


@ALL
@pytest.mark.parametrize("kind", [Count, When, timedelta], ids=lambda k: k.__name__)
def test_a_values_words_give_the_value_again(sample: Sample, kind: type) -> None:
    """Marked alone, or in the clause of the claim or their own sentence, the words read as the value given.

    A clause is what a claim names as its words. Words that only point ("the same day") are read with the
    paragraph before them.
    """
    for claim in sample.claims:
        for cited in walk(claim, Cited):
            if not isinstance(cited.value, kind) or cited.derivation:
                continue
            texts = [_joined(cited.evidence), _joined(claim.words), _sentence(sample, cited)]
            if _POINTING.search(texts[0]):
                texts.append(_paragraph_to(sample, claim))
            assert any(_yields(text, sample.published, cited.value) for text in texts), (cited, texts)


def _joined(spans: tuple[object, ...]) -> str:
    return " ".join(s.quote for s in spans if isinstance(s, Span)).replace("\n", " ")


def _sentence(sample: Sample, cited: Cited[object]) -> str:
    """The sentence that the value's first words stand in."""
    first = next(e for e in cited.evidence if isinstance(e, Span))
    found = next(s for s in sample.reading.sentences if s.start <= first.start < s.end)
    return sample.article.text[found.start : found.end].replace("\n", " ")


def _paragraph_to(sample: Sample, claim: Claim) -> str:
    end = claim.words[-1].end
    segment = next(s for s in sample.article.segments if s.start <= claim.words[0].start < s.end)
    return sample.article.text[segment.start : end].replace("\n", " ")


def _yields(text: str, published: str, value: object) -> bool:
    reading = _alone(text, published)
    if reading is None:
        return False
    if isinstance(value, Count):
        return any((m.count.low, m.count.high) == (value.low, value.high) for m in reading.counts)
    if isinstance(value, When):
        return any(m.when and (m.when.start, m.when.end) == (value.start, value.end) for m in reading.times)
    return any(m.duration == value for m in reading.times)


@cache
def _alone(text: str, published: str) -> Reading | None:
    """The words alone, as if they were an article of the same day; None where they are too few to be one."""
    article = read_article(text.encode(), "a quote", published=published)
    if isinstance(article, Unreadable):
        return None
    return mark(article, kit().model, kit().gazetteer, ())
