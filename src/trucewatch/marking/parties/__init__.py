"""Parties of an article: reviewed names, states and their organs, unnamed ones, unknown organisations, persons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...knowledge.conflicts import ConflictTable, called_for
from ...knowledge.parties import first_words, nations, table_parties
from ...knowledge.phrases import all_capitals, words_of
from ...records.reading import PartyMention, PlaceMention, Sentence
from ...records.text import Article
from .finding import find_mention
from .scan import Scan

_LEAD = 6


def mark_parties(
    article: Article,
    sentences: Sequence[Sentence],
    places: Sequence[PlaceMention],
    tables: tuple[ConflictTable, ...],
) -> tuple[PartyMention, ...]:
    """Parties in text order. A conflict's table is used only where the text's own countries and day call for it."""
    scan = _scan(article, sentences, places, tables)
    found: list[PartyMention] = []
    for sentence in sentences:
        scan.words = words_of(article.text, sentence.start, sentence.end)
        scan.capitals = all_capitals(article.text[sentence.start : sentence.end])
        at = 0
        while at < len(scan.words):
            hit = find_mention(scan, at) if _may_begin(scan, at) else None
            if hit is None:
                at += 1
                continue
            span = article.quote(scan.words[hit.start].start, scan.words[hit.end - 1].end)
            found.append(PartyMention(span, hit.party, hit.adjectival))
            at = hit.after
    return tuple(found)


def _may_begin(scan: Scan, at: int) -> bool:
    """Whether any party's words can begin at a word: a capital, or a word that reviewed phrases begin with."""
    word = scan.words[at]
    return word.cap or word.key in first_words() or any(word.key in table for table in scan.tables)


def _scan(
    article: Article, sentences: Sequence[Sentence], places: Sequence[PlaceMention], tables: tuple[ConflictTable, ...]
) -> Scan:
    published = article.published.when.start if article.published else None
    on = published.date() if published else None
    named = Counter(p.place.country for p in places if p.place.country)
    for sentence in sentences:
        words = words_of(article.text, sentence.start, sentence.end)
        for at in range(len(words)):
            hit = nations().adjectives.longest(words, at) or nations().names.longest(words, at)
            if hit:
                named[hit[1].code] += 1
    in_force = called_for(tables, set(named), on)
    home = _home(article, sentences)
    return Scan(
        article,
        on,
        tuple(table_parties(t) for t in in_force),
        frozenset(c for c in named if c),
        home,
        frozenset(p.span.start for p in places),
    )


def _home(article: Article, sentences: Sequence[Sentence]) -> str | None:
    """The one country that the head of a text names, itself or by its capital; None where it names several.

    The adjectives of parties do not count: what the army of a text is must not hang on who it fights.
    """
    codes: set[str] = set()
    for sentence in sentences[:_LEAD]:
        words = words_of(article.text, sentence.start, sentence.end)
        for at in range(len(words)):
            hit = nations().names.longest(words, at) or nations().seats.longest(words, at)
            if hit:
                codes.add(hit[1].code)
    return codes.pop() if len(codes) == 1 else None


def as_metonyms(places: Sequence[PlaceMention], parties: Sequence[PartyMention]) -> tuple[PlaceMention, ...]:
    """The places, with those that stand for a government in this text marked so."""
    from dataclasses import replace

    governments = {(m.span.start, m.span.end) for m in parties if m.party.id.startswith("state:") and not m.adjectival}
    return tuple(replace(p, metonym=True) if (p.span.start, p.span.end) in governments else p for p in places)
