"""The part of a ledger that a query means, and how many records cannot be told to be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ..records.claim import Claim
from ..records.ledger import Answer, Breach, Ledger, Outcome, Truce
from ..records.place import Place
from ..records.review import Verdict
from ..records.when import When
from . import answering
from .asked import Query
from .words import article_texts, claim_texts, found_in, index_keys, wanted

R = TypeVar("R")
C = TypeVar("C", bound=Claim)
# Not meant by "the incidents of this truce": what happened elsewhere or at another time.
_ASIDE = frozenset({Outcome.OUTSIDE, Outcome.BEFORE, Outcome.AFTER})
_REVIEWS = {
    Verdict.ACCEPT: "accepted", Verdict.UNSURE: "unsure", Verdict.CORRECT: "corrected", Verdict.SAME: "merged",
    Verdict.DIFFERENT: "split", Verdict.CONFIRM: "confirmed", Verdict.DENY: "denied", Verdict.ADD: "added",
    Verdict.GRADE_CLAIM: "graded",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hits:
    """What full-text search found: ids of claims and of articles."""

    claims: frozenset[str]
    articles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Selected:
    """The records meant; ``undecided`` counts by subject those of which it cannot be told."""

    ledger: Ledger
    claims: tuple[Claim, ...]
    undecided: dict[str, int]


def select(
    ledger: Ledger, claims: Sequence[Claim], query: Query, areas: Sequence[Place] = (), hits: Hits | None = None
) -> Selected:
    """The records that answer every question of a query.

    ``areas`` are the places that the names asked for may mean, ``hits`` what search found (looked for here where it was
    not asked). Breaches go with their incident.
    """
    if not query.filters:
        return Selected(ledger, tuple(claims), {})
    return _Selection(ledger, query, areas, hits).made(claims)


class _Selection:
    def __init__(self, ledger: Ledger, query: Query, areas: Sequence[Place], hits: Hits | None) -> None:
        self.ledger, self.query, self.areas, self.hits = ledger, query, areas, hits
        self.needs = wanted(query.text)
        self.articles = {a.id: a for a in ledger.articles}
        self.undecided: dict[str, int] = {}
        self.statuses = _statuses(ledger)
        self.held: dict[str, list[Breach]] = defaultdict(list)
        for breach in ledger.breaches:
            self.held[breach.incident].append(breach)

    def made(self, claims: Sequence[Claim]) -> Selected:
        ledger = self.ledger
        states = {t.id: next((s for s in ledger.states if s.truce == t.id), None) for t in ledger.truces}
        terms = {name: _whole(term.start, term.end) for name, term in ledger.terms}
        truces = self.kept(
            "truces", ledger.truces, lambda t: self.answer(t.claims, t.id, self.of_truces(t), terms.get(t.id))
        )
        incidents = self.kept("incidents", ledger.incidents, lambda i: self.answer(i.claims, i.id, self.against(i.id)))
        tolls = self.kept("tolls", ledger.tolls, lambda t: self.answer((t.claim, *t.repeats), t.id, self.no_truce()))
        ids, acts = {t.id for t in truces}, {i.id for i in incidents}
        kept = replace(
            ledger,
            truces=truces,
            terms=tuple(row for row in ledger.terms if row[0] in ids),
            states=tuple(s for s in states.values() if s and s.truce in ids),
            incidents=incidents,
            tolls=tolls,
            control=self.singles("control", ledger.control),
            talks=self.singles("talks", ledger.talks),
            positions=self.singles("positions", ledger.positions),
            relations=self.singles("relations", ledger.relations),
            population=self.singles("population", ledger.population),
            breaches=tuple(b for b in ledger.breaches if b.incident in acts and self.meant(b)),
        )
        read = self.singles("claims", claims)
        homes = {c.article for c in (*read, *claims_in(kept))} | {
            a.id for a in ledger.articles if self.needs and self.tells(a.id)
        }
        return Selected(
            replace(kept, articles=tuple(a for a in ledger.articles if a.id in homes)), read, self.undecided
        )

    def kept(self, subject: str, records: Sequence[R], answer: Callable[[R], Answer]) -> tuple[R, ...]:
        """The records answered yes; those unknown are counted, and kept where asked for."""
        answers = [(record, answer(record)) for record in records]
        unknown = sum(a is Answer.UNKNOWN for _, a in answers)
        if unknown:
            self.undecided[subject] = unknown
        wanted_ = {Answer.YES, Answer.UNKNOWN} if self.query.unsure else {Answer.YES}
        return tuple(record for record, a in answers if a in wanted_)

    def singles(self, subject: str, claims: Sequence[C]) -> tuple[C, ...]:
        return self.kept(subject, claims, lambda c: self.answer((c,), c.id, self.no_truce()))

    def answer(self, claims: Sequence[Claim], name: str, by_truce: Answer, term: When | None = None) -> Answer:
        """Every question in turn; those not asked are not put."""
        query = self.query
        questions: list[tuple[object, Callable[[], Answer]]] = [
            (query.truce, lambda: by_truce),
            (query.text, lambda: self.says(claims)),
            (query.type, lambda: answering.of_type(query.type, claims)),
            (query.stance, lambda: answering.in_stance(query.stance, claims)),
            (query.source, lambda: answering.by_source(query.source, claims, self.articles)),
            (query.status, lambda: self.has_status(name)),
            (query.precision, lambda: answering.fine_enough(query.precision, claims)),
            (query.party, lambda: answering.of_party(query.party, claims)),
            (query.area, lambda: answering.in_area(query.area, self.areas, claims)),
            (query.since or query.until, lambda: answering.in_period(query, claims, term)),
        ]
        found = Answer.YES
        for asked, ask in questions:
            if asked:
                found = answering.all_yes((found, ask()))
                if found is Answer.NO:
                    break
        return found

    def says(self, claims: Sequence[Claim]) -> Answer:
        if self.hits is not None:
            there = any(c.id in self.hits.claims for c in claims)
        else:
            there = any(found_in(self.needs, set(index_keys(claim_texts(c)))) for c in claims)
        return Answer.YES if there else Answer.NO

    def tells(self, article: str) -> bool:
        if self.hits is not None:
            return article in self.hits.articles
        return found_in(self.needs, set(index_keys(article_texts(self.articles[article]))))

    def has_status(self, name: str) -> Answer:
        there = self.statuses.get(name, set()) or {"unreviewed"}
        return Answer.YES if there & {s.replace(" ", "_") for s in self.query.status} else Answer.NO

    def of_truces(self, truce: Truce) -> Answer:
        return Answer.YES if {truce.id, truce.parent} & set(self.query.truce) else Answer.NO

    def against(self, incident: str) -> Answer:
        """Whether an incident bears on a truce asked for."""
        held = [b for b in self.held[incident] if b.truce in self.query.truce]
        return Answer.YES if any(b.outcome not in _ASIDE for b in held) else Answer.NO

    def no_truce(self) -> Answer:
        """Nothing ties a figure, a hold or a meeting to one truce."""
        return Answer.NO if self.query.truce else Answer.YES

    def meant(self, breach: Breach) -> bool:
        """Of a chosen incident the truces asked for and the outcomes asked for."""
        if self.query.truce and breach.truce not in self.query.truce:
            return False
        outcomes = {s.replace(" ", "_") for s in self.query.status} & {o.value for o in Outcome}
        return not outcomes or breach.outcome.value in outcomes


def claims_in(ledger: Ledger) -> Iterator[Claim]:
    """The claims that the records of a ledger are made of."""
    for truce in ledger.truces:
        yield from truce.claims
    for incident in ledger.incidents:
        yield from incident.claims
    for toll in ledger.tolls:
        yield from (toll.claim, *toll.repeats)
    yield from ledger.control
    yield from ledger.talks
    yield from ledger.positions
    yield from ledger.relations
    yield from ledger.population


def _statuses(ledger: Ledger) -> dict[str, set[str]]:
    """By record: what people decided, the state of a truce, the outcomes of an incident; "unreviewed" where nobody looked."""
    found: dict[str, set[str]] = defaultdict(set)
    for decided in ledger.decided:
        if word := _REVIEWS.get(decided.verdict):
            found[decided.record].add(word)
            if decided.other and decided.verdict in (Verdict.SAME, Verdict.DIFFERENT):
                found[decided.other].add(word)
    names = [*(t.id for t in ledger.truces), *(i.id for i in ledger.incidents), *(t.id for t in ledger.tolls)]
    for name in names:
        if not found[name]:
            found[name].add("unreviewed")
    for state in ledger.states:
        found[state.truce] |= {state.state.value, state.condition.value}
    for breach in ledger.breaches:
        found[breach.incident].add(breach.outcome.value)
    return found


def _whole(start: When | None, end: When | None) -> When | None:
    """From the earliest start of a term to its latest end."""
    if start is None and end is None:
        return None
    precise = (start or end).precision  # type: ignore[union-attr]
    return When(start.start if start else None, end.end if end else None, precise)
