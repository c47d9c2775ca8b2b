"""What reports say that they are to earlier ones (update, corrected, withdrawn ...), and the claims struck through for it.

Whatever order reports come in, the same version is found of the same report; nothing is taken out of any record.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...knowledge.comparison_words import phrases, version_words
from ...ports import CopyIndex
from ...records.claim import Claim
from ...records.review import kind_of
from ...records.text import Article, Segment, SegmentKind, Span
from ...records.versions import Copy, Struck, Version, VersionKind
from .finding import SHARED, Copies, described
from .sketch import containment

_NOT_WORDS = re.compile(r"[\W_]+")
# A note stands among the first or last paragraphs and is short.
_FIRST, _LAST, _LONGEST_NOTE = 4, 3, 420
# What such a note opens with; a version less grave than a correction is believed only there.
_OPENING = ("(", "[", "*", "—", "–", "-", "editor", "note", "advisory", "attention")
_GRAVE = frozenset({VersionKind.CORRECTED, VersionKind.WITHDRAWN})
_REPLACING = frozenset({VersionKind.CORRECTED, VersionKind.REFILE})
_ORDER = (
    VersionKind.WITHDRAWN,
    VersionKind.CORRECTED,
    VersionKind.REFILE,
    VersionKind.UPDATE,
    VersionKind.REPEAT,
    VersionKind.TRANSLATION,
)
# Runs that a version shares at least with the report it is of, where no headline ties them.
_KIN = 0.3
_FEWEST_RUNS = 8


def mark_of(article: Article) -> tuple[VersionKind, Span] | None:
    """What an article calls itself, with its words: the gravest where there are several."""
    found = {kind: span for kind, span in _marks(article)}
    return next(((kind, found[kind]) for kind in _ORDER if kind in found), None)


def _marks(article: Article) -> Iterator[tuple[VersionKind, Span]]:
    head = next((s for s in article.segments if s.kind is SegmentKind.HEADLINE), None)
    notes = [s for s in article.segments if s is not head and s.end - s.start <= _LONGEST_NOTE]
    body = [s for s in article.segments if s is not head]
    near = [s for s in notes if s in body[:_FIRST] or s in body[-_LAST:]]
    for words in version_words():
        if words.place == "headline" and head is not None:
            hit = words.words.search(article.text, head.start, head.end)
            if hit is not None and (hit.start() - head.start <= 2 or hit.end() == head.end):
                yield words.kind, article.quote(hit.start(), hit.end())
        elif words.place == "note":
            for segment in near:
                hit = words.words.search(article.text, segment.start, segment.end)
                if hit is not None and _noted(article, segment, hit.start(), words.kind):
                    yield words.kind, article.quote(hit.start(), hit.end())
                    break


def _noted(article: Article, segment: Segment, start: int, kind: VersionKind) -> bool:
    opening = article.text[segment.start : segment.start + 12].lower()
    return kind in _GRAVE or start - segment.start <= 2 or opening.startswith(_OPENING)


@dataclass(frozen=True, slots=True)
class _Notice:
    kind: VersionKind
    words: Span
    titles: tuple[str, ...]


class Versions:
    """The versions among articles that come one by one, and the copies that they reach."""

    def __init__(self, index: CopyIndex, claims_of: Callable[[str], Sequence[Claim]]) -> None:
        self._index, self._copies, self._claims_of = index, Copies(index), claims_of
        self._articles: dict[str, Article] = {}
        self._notices: dict[str, _Notice] = {}
        self._titled: dict[str, dict[str, None]] = defaultdict(dict)
        self._wanting: dict[str, dict[str, None]] = defaultdict(dict)
        self._best: dict[str, tuple[tuple[float, str], str]] = {}
        self._by: dict[str, dict[str, None]] = defaultdict(dict)
        self.copies: dict[str, dict[str, float]] = defaultdict(dict)

    def add(self, article: Article) -> set[str]:
        """Take an article in; gives the ids of other articles whose claims are to be struck, or not, because of it."""
        if article.id in self._articles:
            return self._reached(article.id)
        self._articles[article.id] = article
        for other, share in self._copies.add(article):
            self.copies[article.id][other] = self.copies[other][article.id] = share
        title = _title(article)
        if title:
            self._titled[title][article.id] = None
        mark = mark_of(article)
        if mark is not None:
            titles = tuple(dict.fromkeys(t for t in (_named(article), title) if t))
            self._notices[article.id] = _Notice(*mark, titles)
            for wanted in titles:
                self._wanting[wanted][article.id] = None
        changed: set[str] = set()
        if self._notices:
            near = self._index.sharing(self._index.sketch(article.id))
            mine = {article.id} if mark is not None else set()
            for notice in sorted({*self._wanting.get(title, ()), *(self._notices.keys() & near.keys())} - mine):
                changed |= self._resolve(notice, [article.id])
            if mark is not None:
                titled = [n for t in self._notices[article.id].titles for n in self._titled.get(t, ())]
                changed |= self._resolve(article.id, {**near, **dict.fromkeys(titled, 0)})
        return changed - {article.id}

    def versions(self) -> tuple[Version, ...]:
        """Every report that calls itself a version, in order of ids."""
        return tuple(Version(n, v.kind, v.words, self._of(n)) for n, v in sorted(self._notices.items()))

    def origins(self) -> tuple[Copy, ...]:
        """Every copy with its origin, the first published of the texts that it shares its words with, then the fullest."""
        found = []
        for name, others in self.copies.items():
            of = min((name, *others), key=self._first)
            if of != name:
                sketches = self._index.sketch(of), self._index.sketch(name)
                found.append(described(self._articles[of], self._articles[name], *sketches, others[of]))
        return tuple(sorted(found, key=lambda c: (c.article, c.of)))

    def _first(self, name: str) -> tuple[str, int, str]:
        return self._day(name) or "9999", -self._index.sketch(name).runs, name

    def struck(self, article: str) -> tuple[Struck, ...]:
        """The claims of an article that no longer stand."""
        if not self._by or article in self._notices:
            return ()
        found: dict[str, Struck] = {}
        for of in (article, *sorted(self.copies.get(article, ()))):
            for notice in self._by.get(of, ()):
                for claim in self._fallen(notice, of, article):
                    found.setdefault(claim.id, self._why(claim, notice))
        return tuple(found.values())

    def _fallen(self, notice: str, of: str, article: str) -> list[Claim]:
        """The claims of ``article``, which is ``of`` or a copy of it, that a notice about ``of`` takes back."""
        kind, claims = self._notices[notice].kind, self._claims_of(article)
        if kind is VersionKind.WITHDRAWN:
            return list(claims)
        if kind not in _REPLACING or self.copies[notice].get(of, 0.0) < SHARED:
            return []
        kept = {_told(c) for c in self._claims_of(notice)}
        if article == of:
            return [c for c in claims if _told(c) not in kept]
        gone = {_told(c) for c in self._claims_of(of)} - kept
        return [c for c in claims if _told(c) in gone]

    def _why(self, claim: Claim, notice: str) -> Struck:
        by, found = self._articles[notice], self._notices[notice]
        day = by.published.when.start if by.published else None
        when = f" of {day.day} {day:%b %Y}" if day else ""
        verb = "withdrawn" if found.kind is VersionKind.WITHDRAWN else "corrected"
        title = by.title.value if by.title else by.source
        return Struck(claim.id, f'{verb} by the report "{title}"{when}', notice, found.words)

    def _resolve(self, notice: str, among: Iterable[str]) -> set[str]:
        """See whether a notice is about one of these rather; gives the articles that this reaches or reached."""
        ranked = [(rank, n) for n in among if (rank := self._rank(n, notice)) is not None]
        best = max(ranked, default=None)
        if best is None or (notice in self._best and self._best[notice] >= best):
            return set()
        reached = self._reached(notice)
        if notice in self._best:
            self._by[self._best[notice][1]].pop(notice)
        self._best[notice] = best
        self._by[best[1]][notice] = None
        return reached | self._reached(notice)

    def _of(self, notice: str) -> str | None:
        return self._best[notice][1] if notice in self._best else None

    def _reached(self, notice: str) -> set[str]:
        of = self._of(notice)
        return {of, *self.copies.get(of, ())} - {notice} if of is not None else set()

    def _rank(self, name: str, notice: str) -> tuple[float, str] | None:
        """How well a report answers to a notice: by the headline that the notice names or bears, by the words they share,
        then the later. None where it does not, or comes after."""
        if name == notice or not self._before(name, notice):
            return None
        titles = self._notices[notice].titles
        titled = [n for n, t in enumerate(reversed(titles), 1) if name in self._titled.get(t, ())]
        share, judged = containment(self._index.sketch(notice), self._index.sketch(name))
        kin = share if share >= _KIN and judged >= _FEWEST_RUNS else 0.0
        return (round(kin + max(titled, default=0), 3), self._day(name)) if kin or titled else None

    def _before(self, name: str, notice: str) -> bool:
        """Whether a report is not known to be later; a notice of the same kind and day is no ground for another."""
        if name in self._notices and self._notices[name].kind is self._notices[notice].kind:
            return self._day(name) < self._day(notice)
        return not self._day(name) or not self._day(notice) or self._day(name) <= self._day(notice)

    def _day(self, name: str) -> str:
        published = self._articles[name].published
        start = published.when.start if published else None
        return start.isoformat() if start else ""


def _told(claim: Claim) -> Hashable:
    """The words of a claim: what the corrected text repeats word for word still stands."""
    return kind_of(claim), tuple(" ".join(span.quote.split()) for span in claim.words)


def _title(article: Article) -> str:
    """The headline's words, what marks a version left out."""
    head = next((s for s in article.segments if s.kind is SegmentKind.HEADLINE), None)
    if head is None:
        return ""
    text = article.text[head.start : head.end]
    for words in version_words():
        if words.place == "headline":
            hit = words.words.search(text)
            if hit is not None and (hit.start() <= 2 or hit.end() == len(text)):
                text = text[: hit.start()] + text[hit.end() :]
    return _plain(text)


def _named(article: Article) -> str:
    """The headline that a notice names in quotes."""
    hit = phrases("headlined").search(article.text)
    return _plain(hit.group("title")) if hit else ""


def _plain(text: str) -> str:
    return _NOT_WORDS.sub(" ", text.casefold()).strip()
