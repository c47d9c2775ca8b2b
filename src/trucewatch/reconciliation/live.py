"""Everything reconciled, kept up to date: articles and judgements come in any order, only what they touch is made anew.

What stands here after any order of arrivals is what reconciling everything at once gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ..ports import CopyIndex
from ..records.claim import (
    Claim,
    ControlClaim,
    IncidentClaim,
    RelationClaim,
    TalkClaim,
    TollClaim,
    TruceClaim,
)
from ..records.ledger import Incident, Toll, Truce
from ..records.reading import Stance
from ..records.review import Judgement, Verdict, spans_of, standing
from ..records.text import Article
from ..records.versions import Copy, Struck, Version
from .added import NOTE, added_claim, note_article
from .control import Control
from .copies.finding import KnownTexts
from .copies.versions import Versions
from .decided import Pairs, decided_pairs, settle
from .incidents import Incidents
from .talks import reconcile_talks
from .told import Told, tell
from .tolls import Tolls
from .truces import Truces

C = TypeVar("C", bound=Claim)
_PAIRED = frozenset({Verdict.SAME, Verdict.DIFFERENT})


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Records of every subject, the claims as people left them, and the judgements that stand, tied to those claims."""

    claims: tuple[Claim, ...]
    truces: tuple[Truce, ...]
    incidents: tuple[Incident, ...]
    tolls: tuple[Toll, ...]
    control: tuple[ControlClaim, ...]
    talks: tuple[TalkClaim, ...]
    judgements: tuple[Judgement, ...] = ()
    redacted: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    versions: tuple[Version, ...] = ()
    struck: tuple[Struck, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What an update made or changed, and the computed ids of the records that are no more."""

    truces: tuple[Truce, ...] = ()
    incidents: tuple[Incident, ...] = ()
    tolls: tuple[Toll, ...] = ()
    control: tuple[ControlClaim, ...] = ()
    gone: tuple[str, ...] = ()


class Reconciling:
    """Articles with their claims, and the judgements that stand on them, as records."""

    def __init__(self, index: CopyIndex | None = None) -> None:
        self.articles: dict[str, Article] = {}
        self._read: dict[str, tuple[Claim, ...]] = {}
        self._versions = Versions(index if index is not None else KnownTexts(), lambda a: self._read.get(a, ()))
        self.incidents = Incidents(self.articles, self._versions.copies)
        self.truces = Truces(self.articles)
        self._tolls = Tolls(self.articles, self.incidents.of_article)
        self._control = Control()
        self._talks: dict[str, tuple[TalkClaim, ...]] = {}
        self._struck: dict[str, tuple[Struck, ...]] = {}
        self._kept: dict[str, tuple[Claim, ...]] = {}
        self._judgements: tuple[Judgement, ...] = ()
        self._stand: tuple[Judgement, ...] = ()
        self._about: dict[str, list[Judgement]] = {}
        self._people: list[Judgement] = []
        self._added: dict[str, list[Claim]] = {}
        self._paired: frozenset[str] = frozenset()
        self._stale: dict[str, None] = {}
        self._repair = False

    def put(self, article: Article, claims: Iterable[Claim]) -> None:
        """An article and all that one reading of it claims; takes the place of an earlier reading."""
        known = self.articles.get(article.id)
        # One text may come from several sources: the first by name stands for all.
        if known is None or _note(known) or article.source < known.source:
            self.articles[article.id] = article
        self._read[article.id] = tuple({c.id: c for c in claims}.values())
        self._stale[article.id] = None
        if not _note(article):
            self._stale |= dict.fromkeys(sorted(self._versions.add(article)))

    def judge(self, judgements: Sequence[Judgement]) -> None:
        """All judgements there are; they take the place of those known before."""
        if tuple(judgements) == self._judgements:
            return
        self._judgements = tuple(judgements)
        self._stand = standing(judgements)
        about: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in self._stand:
            for article in {a.article for a in (judgement.left, judgement.right) if a is not None and a.article}:
                about[article].append(judgement)
        people = [j for j in self._stand if j.left.kind == "person"]
        if people != self._people:
            self._stale |= dict.fromkeys(self._read)
        self._stale |= {a: None for a in about.keys() | self._about.keys() if about.get(a) != self._about.get(a)}
        self._about, self._people = about, people
        self._add_by_hand()
        self._paired = frozenset(
            a.article for j in self._stand if j.verdict in _PAIRED for a in (j.left, j.right) if a is not None
        )
        self._repair = True

    def update(self) -> Changes:
        """Make anew what the articles and judgements put in since the last time touch."""
        for article in self._stale:
            if article in self.articles:
                self._settle(article)
        if self._repair or self._paired & self._stale.keys():
            for kind, blocks in (("incident", self.incidents.blocks), ("truce", self.truces.blocks)):
                pairs = self._pairs(kind)
                blocks.decide(pairs.bound, pairs.barred)
        self._stale.clear()
        self._repair = False
        truces, lost_truces = self.truces.update()
        incidents, lost_incidents = self.incidents.update()
        for article in {c.article for i in incidents.values() for c in i.claims}:
            self._tolls.touch(article)
        tolls, lost_tolls = self._tolls.update()
        return Changes(
            tuple(truces.values()),
            tuple(incidents.values()),
            tuple(tolls.values()),
            tuple(self._control.update().values()),
            (*lost_truces, *lost_incidents, *lost_tolls),
        )

    def reconciled(self) -> Reconciled:
        """Everything as it stands after the last update."""
        read = [c for article in self._read for c in self._all_read(article)]
        settled = settle(read, self._stand) if self._stand else None
        order = sorted(self.articles, key=lambda a: (_day(self.articles[a]), a))
        return Reconciled(
            claims=_in_order([c for claims in self._kept.values() for c in claims]),
            truces=self.truces.records(),
            incidents=self.incidents.records(),
            tolls=self._tolls.records(),
            control=self._control.records(),
            talks=tuple(talk for article in order for talk in self._talks.get(article, ())),
            judgements=settled.judgements if settled else (),
            redacted=settled.redacted if settled else (),
            copies=self._versions.origins(),
            versions=self._versions.versions(),
            struck=tuple(s for article in sorted(self._struck) for s in self._struck[article]),
        )

    def _add_by_hand(self) -> None:
        """Claims that people added, under the article or note that they cite; notes come and go with them."""
        added: dict[str, list[Claim]] = defaultdict(list)
        notes: dict[str, Article] = {}
        for judgement in self._stand:
            if judgement.verdict is Verdict.ADD:
                claim = added_claim(judgement)
                note = note_article(judgement.analyst, judgement.reason)
                added[claim.article].append(claim)
                if claim.article == note.id:
                    notes.setdefault(note.id, note)
        for name in [n for n, a in self.articles.items() if _note(a) and n not in notes]:
            self._take_out(name)
        for name, note in notes.items():
            if name not in self.articles:
                self.articles[name] = note
                self._read.setdefault(name, ())
        changed = {a for a in added.keys() | self._added.keys() if added.get(a) != self._added.get(a)}
        self._stale |= dict.fromkeys(sorted(changed))
        self._added = added

    def _take_out(self, article: str) -> None:
        self._added.pop(article, None)
        self._read[article] = ()
        self._settle(article)
        for held in (self._read, self._kept, self._talks, self._struck):
            held.pop(article, None)
        self.articles.pop(article)

    def _all_read(self, article: str) -> tuple[Claim, ...]:
        read = self._read.get(article, ())
        known = {c.id for c in read}
        more = {c.id: c for c in self._added.get(article, ()) if c.id not in known}
        return (*read, *more.values())

    def _settle(self, article: str) -> None:
        """The claims of an article as people left them, handed to every subject."""
        judged = [*self._about.get(article, ()), *self._people]
        self._struck[article] = self._versions.struck(article)
        claims = _in_order(struck_through(settle(self._all_read(article), judged).claims, self._struck[article]))
        old = self._kept.get(article, ())
        self._kept[article] = claims
        for blocks, kind in ((self.incidents.blocks, IncidentClaim), (self.truces.blocks, TruceClaim)):
            blocks.drop({c.id for c in old if isinstance(c, kind)} - {c.id for c in claims})
        self.incidents.blocks.put(self._told(claims, IncidentClaim))
        self.truces.blocks.put(self._told(claims, TruceClaim))
        self.truces.exclude(article, [c for c in claims if isinstance(c, RelationClaim)])
        self._tolls.put(article, self._told(claims, TollClaim))
        self._control.put(article, self._told(claims, ControlClaim))
        self._talks[article] = reconcile_talks([c for c in claims if isinstance(c, TalkClaim)], self.articles)

    def _told(self, claims: Sequence[Claim], kind: type[C]) -> list[Told[C]]:
        return tell([c for c in claims if isinstance(c, kind)], self.articles)

    def _pairs(self, kind: str) -> Pairs:
        """What people joined and kept apart, found among the claims of the articles they spoke of."""
        articles = sorted(a for a in self._paired if a in self.articles)
        read = [c for a in articles for c in self._all_read(a)]
        judged = {j.id: j for a in articles for j in self._about.get(a, ())}
        settled = settle(read, [*judged.values(), *self._people])
        return decided_pairs(kind, settled.claims, settled.judgements)


def struck_through(claims: Sequence[Claim], struck: Sequence[Struck]) -> list[Claim]:
    """The claims, those struck in the stance of what its own source took back."""
    fallen = {s.claim for s in struck}
    return [replace(c, said=replace(c.said, stance=Stance.RETRACTED)) if c.id in fallen else c for c in claims]


def _note(article: Article) -> bool:
    return article.source.startswith(NOTE)


def _day(article: Article) -> str:
    start = article.published.when.start if article.published else None
    return start.isoformat() if start else "9999"


def _in_order(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Each claim once, in an order of its own: article hash, place in the text, words that set it apart, id."""
    unique = {claim.id: claim for claim in claims}
    return tuple(sorted(unique.values(), key=_order))


def _order(claim: Claim) -> tuple[object, ...]:
    return (claim.article, claim.words[0].start, spans_of(claim), claim.id)
