"""The ledger kept up to date: an article added, or a judgement made, compiles anew only the places and days it touches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..monitoring import find_breaches, term_of
from ..monitoring.whereabouts import Atlas
from ..reconciliation import Changes, Reconciling
from ..records.claim import Claim
from ..records.ledger import Breach, Incident, Ledger, Term, Truce
from ..records.review import Judgement
from ..records.text import Article
from .compiling import assembled


@dataclass(frozen=True, slots=True)
class Compiled:
    """What one arrival changed: records made or changed, the ids of those that are no more, terms and assessments of the
    records touched. Assessments of other incidents against a truce that changed are made when asked for."""

    records: Changes
    terms: tuple[tuple[str, Term], ...]
    breaches: tuple[Breach, ...]


class LiveLedger:
    """A ledger that articles and judgements come into one by one, in any order.

    ``ledger()`` equals ``compile_ledger`` of everything put in, whatever the order.
    """

    def __init__(self) -> None:
        self._found = Reconciling()
        self._terms: dict[str, Term] = {}
        self._atlas = Atlas({})

    def add(self, article: Article, claims: Iterable[Claim]) -> Compiled:
        """One article with what was read in it; a later reading of the same article takes its place."""
        self._found.put(article, claims)
        return self._compiled()

    def add_all(self, readings: Iterable[tuple[Article, Iterable[Claim]]]) -> None:
        """Many articles at once, compiled together; nothing is assessed until asked for."""
        for article, claims in readings:
            self._found.put(article, claims)
        self._taken_in(self._found.update())

    def judge(self, judgements: Sequence[Judgement]) -> Compiled:
        """All judgements there are by now."""
        self._found.judge(judgements)
        return self._compiled()

    @property
    def incidents(self) -> int:
        """How many incidents there are."""
        return len(self._found.incidents)

    def breaches_of(self, incident: Incident) -> tuple[Breach, ...]:
        """The assessments of one incident against every truce that it could concern, as read: what people decided of
        them stands in ``ledger()``."""
        places = [c.place.value for c in incident.claims if c.place is not None]
        country = next((p.country for p in places if p.country), None)
        near = self._found.truces.near({c.article for c in incident.claims}, country)
        return find_breaches([incident], near, [(t.id, self._terms[t.id]) for t in near], self._atlas)

    def ledger(self, at: datetime | None = None) -> Ledger:
        """The whole ledger as of a moment, by default the latest publication."""
        return assembled(self._found, at)

    def _compiled(self) -> Compiled:
        changes = self._found.update()
        self._taken_in(changes)
        breaches = tuple(b for incident in changes.incidents for b in self.breaches_of(incident))
        return Compiled(changes, tuple((t.id, self._terms[t.id]) for t in changes.truces), breaches)

    def _taken_in(self, changes: Changes) -> None:
        for name in changes.gone:
            self._terms.pop(name, None)
        self._terms |= {truce.id: term_of(truce) for truce in changes.truces}
        self._chart(changes.incidents, changes.truces)

    def _chart(self, incidents: Sequence[Incident], truces: Sequence[Truce]) -> None:
        """Take the places that new records have found into the atlas."""
        for incident in incidents:
            self._atlas.take(c.place.value for c in incident.claims if c.place is not None)
        for truce in truces:
            self._atlas.take(c.area.value for c in truce.claims if c.area is not None)
