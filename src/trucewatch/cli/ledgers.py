"""From a store to the ledger a command shows. Imported inside commands: the database takes a while to load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from ..monitoring import state_of
from ..pipeline import as_of, at_moment, compile_ledger
from ..query.asked import Query
from ..query.selecting import select
from ..reconciliation.added import with_added, without_notes
from ..records.claim import Claim
from ..records.fields import as_text
from ..records.ledger import Incident, Ledger
from ..records.place import Place
from ..records.text import Article
from ..store import Kept, Position, Store, StoreError
from .saying import fail, moment, now, out_by

LAST_REPORT = "last-report"
EVERYTHING = Query()
C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class View:
    """What a command shows: the ledger under minted ids, and the claims it was compiled from.

    ``claims`` are as read and as added, before any judgement; ``position`` is where the journals stood.
    """

    ledger: Ledger
    claims: tuple[Claim, ...]
    revision: str
    position: Position | None = None

    def article(self, digest: str) -> Article:
        """The article of that id."""
        return next(a for a in self.ledger.articles if a.id == digest)


@contextmanager
def opened(db: str, *, create: bool = False) -> Iterator[Store]:
    """The store at a path; trouble with it ends the command with its remedy."""
    if not create and "://" not in db and not Path(db).exists():
        fail(f"There is no ledger at {db} yet. Read a report into it first: trucewatch read PATH --db {db}")
    try:
        with Store(db) as store:
            yield store
    except StoreError as error:
        fail(f"{error}.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a query means of a ledger; ``undecided`` counts by subject what cannot be told to be meant."""

    view: View
    query: Query
    undecided: dict[str, int]


def readings(store: Store, query: Query = EVERYTHING) -> tuple[Kept, ...]:
    """The active readings, as far as the two knowledge times asked for allow."""
    return store.readings(
        published_by=out_by(query.published_by, "--published-by") if query.published_by else None,
        recorded_by=moment(query.recorded_by, "--recorded-by") if query.recorded_by else None,
    )


def view(store: Store, query: Query = EVERYTHING, *, claims_too: bool = True) -> View:
    """The whole ledger at the moments that a query names, under ids that stay; nothing is left out for its questions.

    Without ``claims_too`` a ledger compiled before is looked up, and the claims as read are left out.
    """
    published = out_by(query.published_by, "--published-by") if query.published_by else None
    recorded = moment(query.recorded_by, "--recorded-by") if query.recorded_by else None
    position = store.position(recorded)
    if not claims_too and (found := _recalled(store, query, position, published, recorded)):
        return found
    kept = store.readings(published_by=published, recorded_by=recorded)
    judged = store.judgements(recorded_by=recorded)
    if published:
        # An analyst's note was never published.
        judged = without_notes(judged)
    articles, claims = with_added([k.article for k in kept], [c for k in kept for c in k.claims], judged)
    ledger = in_order(compile_ledger(articles, claims, judged, _moment(query.at)))
    whole = not published and not recorded
    if whole:
        store.mint_ids(ledger, claims, now=now())
    named = store.named(ledger, claims)
    if whole or (published and not recorded):
        store.remember(named, position, published_by=published)
    revisions = sorted({k.revision for k in kept})
    shown = as_last_reported(named) if query.at == LAST_REPORT else named
    return View(shown, claims, ", ".join(revisions), position)


def _recalled(
    store: Store, query: Query, position: Position, published: datetime | None, recorded: datetime | None
) -> View | None:
    """The ledger as it was once compiled at that state of the journals: its records looked up, its states computed."""
    if published and recorded:
        return None
    found = store.recall(position, published_by=published)
    if found is None:
        return None
    kept = store.readings(published_by=published, recorded_by=recorded, claims_too=False)
    judged = store.judgements(recorded_by=recorded)
    articles, _ = with_added([k.article for k in kept], [], without_notes(judged) if published else judged)
    ledger = in_order(at_moment(replace(found, articles=articles), _moment(query.at)))
    shown = as_last_reported(ledger) if query.at == LAST_REPORT else ledger
    return View(shown, (), ", ".join(sorted({k.revision for k in kept})), position)


def rebuilt(store: Store) -> int:
    """Compile the ledger at every moment at which something was written, and keep the versions; how many there were."""
    store.forget_versions()
    states = store.states()
    for position, recorded in states:
        kept = store.readings(recorded_by=recorded)
        judged = store.judgements(recorded_by=recorded)
        articles, claims = with_added([k.article for k in kept], [c for k in kept for c in k.claims], judged)
        ledger = in_order(compile_ledger(articles, claims, judged))
        store.remember(store.named(ledger, claims), position)
    return len(states)


def asked(store: Store, query: Query, *, claims_too: bool = False) -> Asked:
    """What a query means: the part of the ledger that every list, count, page and export then shows."""
    seen = view(store, query, claims_too=claims_too)
    hits = store.search(query.text) if query.text else None
    found = select(seen.ledger, seen.claims, query, _areas(query), hits)
    part = replace(seen, ledger=found.ledger, claims=found.claims)
    return Asked(part, query, found.undecided)


def _areas(query: Query) -> tuple[Place, ...]:
    """Every place that the names asked for may mean."""
    if not query.area:
        return ()
    from ..intake.typed import Typed
    from ..kits import load_kit

    kit = load_kit()
    typed = Typed(kit.gazetteer, kit.tables)
    return tuple(place for name in query.area for place in typed.places(name))


def _moment(at: str) -> datetime | None:
    return moment(at, "--at") if at and at != LAST_REPORT else None


def article_view(store: Store, article: Article, claims: Sequence[Claim], revision: str, at: str = "") -> View:
    """What one article alone tells, as of its publication, under the ids of the whole ledger."""
    judged = without_notes(store.judgements())
    ledger = in_order(compile_ledger([article], claims, judged, _moment(at)))
    return View(store.named(ledger, claims), tuple(claims), revision)


def article_named(store: Store, asked: str) -> Kept:
    """The article of that file name, path, or beginning of an id; anything but one is an error."""
    found = [k for k in store.readings() if _answers(k.article, asked)]
    if len(found) != 1:
        fail(f"{len(found) or 'No'} articles in this ledger answer to {asked!r}. `trucewatch articles` lists them.")
    return found[0]


def _answers(article: Article, asked: str) -> bool:
    return asked in (article.source, Path(article.source).name) or (len(asked) >= 4 and article.id.startswith(asked))


def as_last_reported(ledger: Ledger) -> Ledger:
    """Each truce's state as of the last report that tells of it: for archives of many years."""
    articles = {a.id: a for a in ledger.articles}
    terms = dict(ledger.terms)
    states = []
    for truce in ledger.truces:
        known = as_of([articles[c.article] for c in truce.claims])
        if known is not None:
            states.append(state_of(truce, terms[truce.id], known))
    return replace(ledger, states=tuple(states))


_ORDERED = frozenset(
    [
        "at",
        "articles",
        "truces",
        "terms",
        "states",
        "incidents",
        "breaches",
        "tolls",
        "control",
        "talks",
        "positions",
        "relations",
        "population",
        "decided",
    ]
)


def in_order(ledger: Ledger) -> Ledger:
    """Records in an order that does not depend on how they were come by: truces by the first report of each, incidents
    by their time, the undated by that of their report, the rest as they were told."""
    out = {a.id: (a.published.when.start if a.published else None) or datetime.max for a in ledger.articles}

    def told(claims: Sequence[Claim]) -> tuple[datetime, str, int, str]:
        first = min(claims, key=lambda c: (out[c.article], c.article, c.words[0].start, c.id))
        return out[first.article], first.article, first.words[0].start, first.id

    def happened(incident: Incident) -> tuple[datetime, datetime, str, int, str]:
        times = [c.when.value.start for c in incident.claims if c.when and c.when.value.start]
        return (min(times, default=told(incident.claims)[0]), *told(incident.claims))

    def singles(claims: Sequence[C]) -> tuple[C, ...]:
        return tuple(sorted(claims, key=lambda c: told((c,))))

    incidents = tuple(sorted(ledger.incidents, key=happened))
    truces = tuple(sorted(ledger.truces, key=lambda t: told(t.claims)))
    acts = {incident.id: n for n, incident in enumerate(incidents)}
    pacts = {truce.id: n for n, truce in enumerate(truces)}
    rest: dict[str, Any] = {
        f.name: tuple(sorted(getattr(ledger, f.name), key=as_text)) for f in fields(Ledger) if f.name not in _ORDERED
    }
    return replace(
        ledger,
        **rest,
        articles=tuple(sorted(ledger.articles, key=lambda a: a.id)),
        truces=truces,
        terms=tuple(sorted(ledger.terms, key=lambda row: pacts[row[0]])),
        states=tuple(sorted(ledger.states, key=lambda s: pacts[s.truce])),
        incidents=incidents,
        breaches=tuple(sorted(ledger.breaches, key=lambda b: (acts[b.incident], pacts[b.truce]))),
        tolls=tuple(sorted(ledger.tolls, key=lambda t: told((t.claim,)))),
        control=singles(ledger.control),
        talks=singles(ledger.talks),
        positions=singles(ledger.positions),
        relations=singles(ledger.relations),
        population=singles(ledger.population),
        decided=tuple(
            sorted(ledger.decided, key=lambda d: (d.made, len(d.judgement), d.judgement, d.record, d.other or ""))
        ),
    )
