"""Which texts are copies of which: candidates from an index of runs, decided by containment.

Whether two texts are copies depends on the two alone, so the order in which they come changes nothing; only of a run
that more than ``MOST_HOLDERS`` texts have are the first to come the ones that others are held against.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ...ports import CopyIndex
from ...records.text import Article, SegmentKind
from ...records.versions import Copy, CopyKind, Sketch
from .sketch import KEPT, containment, sketch_of

# Of the shorter text's runs in the longer: two agencies' own words on one event share far less.
SHARED = 0.6
# Shorter texts must agree nearly wholly: a few runs are soon shared by two headlines of one event.
_FEW_RUNS = 16
_SHARED_OF_FEW = 0.8
_FEWEST_RUNS = 7
_FEWEST_SHARED = 3
_SHORTER = 0.8
# A run in more texts is furniture, or a wire copy of which so many are enough to find the next: no more are listed.
MOST_HOLDERS = 256


class Copies:
    """Texts as they come in, each compared with those that share runs with it."""

    def __init__(self, index: CopyIndex) -> None:
        self._index = index

    def add(self, article: Article) -> tuple[tuple[str, float], ...]:
        """Keep an article's text; gives the earlier ones it is a copy of or that are copies of it, with containment."""
        sketch = sketch_of(article)
        found = self.like(sketch, article.id)
        self._index.add(article.id, sketch)
        return found

    def like(self, sketch: Sketch, but: str = "") -> tuple[tuple[str, float], ...]:
        """Known articles whose text a sketch shares, by id."""
        found = []
        for name, hits in sorted(self._index.sharing(sketch).items()):
            if name == but or hits < _FEWEST_SHARED:
                continue
            other = self._index.sketch(name)
            # Sketches that hold every run show by the hits alone that too few are shared.
            if max(sketch.runs, other.runs) <= KEPT and hits < SHARED * min(sketch.runs, other.runs):
                continue
            share = copied(sketch, other)
            if share is not None:
                found.append((name, share))
        return tuple(found)


def copied(left: Sketch, right: Sketch) -> float | None:
    """The containment of two texts that are copies; None where they are not."""
    share, judged = containment(left, right)
    if judged < _FEWEST_RUNS:
        return None
    return share if share >= (_SHARED_OF_FEW if judged < _FEW_RUNS else SHARED) else None


class KnownTexts:
    """The index in memory: run to articles, article to sketch."""

    def __init__(self) -> None:
        self._holding: dict[int, list[str]] = {}
        self._sketches: dict[str, Sketch] = {}

    def add(self, article: str, sketch: Sketch) -> None:
        """Keep a sketch; one already known is left as it is."""
        if article in self._sketches:
            return
        self._sketches[article] = sketch
        for run in {*sketch.prints, *sketch.head}:
            holders = self._holding.setdefault(run, [])
            if len(holders) < MOST_HOLDERS:
                holders.append(article)

    def sharing(self, sketch: Sketch) -> Mapping[str, int]:
        """Articles that hold runs of a sketch, and how many."""
        hits: Counter[str] = Counter()
        for run in {*sketch.prints, *sketch.head}:
            hits.update(self._holding.get(run, ()))
        return hits

    def sketch(self, article: str) -> Sketch:
        """The sketch kept for an article."""
        return self._sketches[article]


def described(of: Article, copy: Article, whole: Sketch, part: Sketch, share: float) -> Copy:
    """A copy with its origin, and how it differs."""
    return Copy(copy.id, of.id, _kind(of, copy, whole, part), round(share, 3))


def _kind(of: Article, copy: Article, whole: Sketch, part: Sketch) -> CopyKind:
    if whole.text == part.text:
        return CopyKind.EXACT if _headline(of) == _headline(copy) else CopyKind.REHEADLINED
    if part.runs < _SHORTER * whole.runs:
        return CopyKind.SHORTENED
    return CopyKind.EDITED


def _headline(article: Article) -> str:
    heads = [article.text[s.start : s.end] for s in article.segments if s.kind is SegmentKind.HEADLINE]
    return " ".join(" ".join(heads).casefold().split())
