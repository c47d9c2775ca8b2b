"""A text as a sketch of its runs of words, from which containment of one text in another is estimated.

Every run of ``RUN`` words of the body has a 64-bit digest; the sketch keeps the ``KEPT`` smallest of them. What one
text keeps below any bound the other keeps too where it has the run, so sketches of texts of any lengths compare:
exactly up to ``KEPT`` runs, by a fair sample of the shorter text's runs beyond.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from hashlib import blake2b

from ...records.text import Article, SegmentKind
from ...records.versions import Sketch

RUN = 4
KEPT = 160
_WORD = re.compile(r"\w+")
_DRESS = frozenset({SegmentKind.FURNITURE, SegmentKind.BYLINE, SegmentKind.DATELINE})
_HEADS = frozenset({SegmentKind.HEADLINE, SegmentKind.DEK})
# A body of fewer runs says too little alone: its headline is taken in.
_FEWEST_RUNS = 8


def sketch_of(article: Article) -> Sketch:
    """The sketch of an article's own words: no furniture, byline or dateline."""
    body = _words(article, lambda kind: kind not in _DRESS | _HEADS)
    head = _words(article, _HEADS.__contains__)
    runs = _runs(body)
    return Sketch(tuple(sorted(runs)[:KEPT]), len(runs), _digest(" ".join(body)), tuple(sorted(_runs(head))[:KEPT]))


def containment(left: Sketch, right: Sketch) -> tuple[float, int]:
    """The share of the shorter text's runs that the longer one has, and how many runs that was judged by."""
    small, large = (left, right) if left.runs <= right.runs else (right, left)
    bound = min(small.bound, large.bound)
    judged = set(small.prints[: bisect_right(small.prints, bound)])
    held = {*large.prints, *large.head}
    if judged and not judged & held:
        return 0.0, len(judged)
    if len(judged) < _FEWEST_RUNS:
        judged |= set(small.head)
    if not judged:
        return 0.0, 0
    return len(judged & held) / len(judged), len(judged)


def _words(article: Article, wanted: Callable[[SegmentKind], bool]) -> list[str]:
    text = article.text
    kept = [s for s in article.segments if wanted(s.kind) and s.duplicate_of is None]
    return [w for s in kept for w in _WORD.findall(text[s.start : s.end].casefold())]


def _runs(words: list[str]) -> set[int]:
    if not words:
        return set()
    return {_digest(" ".join(words[n : n + RUN])) for n in range(max(1, len(words) - RUN + 1))}


def _digest(words: str) -> int:
    # 63 bits, so that a database's signed integer holds it.
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big") >> 1
