"""From a store to the ledger a command shows. Imported inside commands: the database takes a while to load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ..monitoring import state_of
from ..pipeline import as_of, compile_ledger
from ..query.asked import Query
from ..query.selecting import select
from ..reconciliation.added import with_added, without_notes
from ..records.claim import Claim
from ..records.ledger import Incident, Ledger
from ..records.place import Place
from ..records.text import Article
from ..store import Kept, Position, Store, StoreError
from .saying import fail, moment, now

LAST_REPORT = "last-report"
EVERYTHING = Query()


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
        published_by=moment(query.published_by, "--published-by") if query.published_by else None,
        recorded_by=moment(query.recorded_by, "--recorded-by") if query.recorded_by else None,
    )


def view(store: Store, query: Query = EVERYTHING) -> View:
    """The whole ledger at the moments that a query names, under ids that stay; nothing is left out for its questions."""
    position = store.position()
    kept = readings(store, query)
    judged = store.judgements(recorded_by=moment(query.recorded_by, "--recorded-by") if query.recorded_by else None)
    if query.published_by:
        # An analyst's note was never published.
        judged = without_notes(judged)
    articles, claims = with_added([k.article for k in kept], [c for k in kept for c in k.claims], judged)
    ledger = in_order_of_time(compile_ledger(articles, claims, judged, _moment(query.at)))
    if not query.published_by and not query.recorded_by:
        store.mint_ids(ledger, claims, now=now())
    named = store.named(ledger, claims)
    revisions = sorted({k.revision for k in kept})
    shown = as_last_reported(named) if query.at == LAST_REPORT else named
    return View(shown, claims, ", ".join(revisions), position)


def asked(store: Store, query: Query) -> Asked:
    """What a query means: the part of the ledger that every list, count, page and export then shows."""
    seen = view(store, query)
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
    ledger = in_order_of_time(compile_ledger([article], claims, judged, _moment(at)))
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


def in_order_of_time(ledger: Ledger) -> Ledger:
    """Truces by the first report of each, incidents by their time, the undated by that of their report."""
    out = {a.id: (a.published.when.start if a.published else None) or datetime.max for a in ledger.articles}

    def told(claims: Sequence[Claim]) -> tuple[datetime, str, int]:
        first = min(claims, key=lambda c: (out[c.article], c.article, c.words[0].start))
        return out[first.article], first.article, first.words[0].start

    def happened(incident: Incident) -> tuple[datetime, datetime, str, int]:
        times = [c.when.value.start for c in incident.claims if c.when and c.when.value.start]
        return (min(times, default=told(incident.claims)[0]), *told(incident.claims))

    incidents = tuple(sorted(ledger.incidents, key=happened))
    place = {incident.id: n for n, incident in enumerate(incidents)}
    return replace(
        ledger,
        truces=tuple(sorted(ledger.truces, key=lambda t: told(t.claims))),
        incidents=incidents,
        breaches=tuple(sorted(ledger.breaches, key=lambda b: place[b.incident])),
        tolls=tuple(sorted(ledger.tolls, key=lambda t: told((t.claim,)))),
    )
