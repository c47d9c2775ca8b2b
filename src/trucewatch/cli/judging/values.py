"""Values given by hand: ``correct`` one of a record, ``add`` a record that no machine read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..options import DEFAULT_DB, AsJson, Db
from ..saying import console, fail, now
from .signing import Analyst, One, Why, judgement, meant, reasoned, signed, write

if TYPE_CHECKING:
    from ...records.claim import Claim
    from ...records.text import Article, Span
    from ...store import Store
    from ..ledgers import View

Words = Annotated[str | None, typer.Option("--words", help="Words of the report that support it, as they stand there.")]


def correct(
    record: One,
    field: Annotated[
        str, typer.Argument(help="Which value: place, when, killed, actor, start, stance …", metavar="FIELD")
    ],
    value: Annotated[
        str,
        typer.Argument(help='The right one: "51+", 2018-12-18, 72h, "Tripoli, Lebanon", or `none`.', metavar="VALUE"),
    ],
    was: Annotated[
        str | None, typer.Option("--was", help="The value as you saw it: refused if it is another by now.")
    ] = None,
    words: Words = None,
    analyst: Analyst = "",
    reason: Why = "",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Put a right value in the place of a wrong one; what was read stays on file beside it."""
    from ...export.why import claims_of, plain_words
    from ...records.fields import as_text, same_value, value_at
    from ...records.review import Verdict, anchor_of
    from ..ledgers import opened, view

    signed(analyst)
    reasoned(reason, "Correcting a value")
    with opened(db) as store:
        seen = view(store)
        one = meant(store, seen, record)
        path, new = _typed(type(one.claims[0]), field, value)
        shown = {c.id: c for c in claims_of(one.record)}
        chosen = _chosen(one.id, one.claims, shown, path, was)
        if all(same_value(value_at(shown[c.id], path), new) for c in chosen):
            fail(f"{path} of {one.id} is {plain_words(new)} already.")
        cited = tuple(_cited(seen, words, one.claims)) if words else ()
        made = [
            judgement(
                Verdict.CORRECT, anchor_of(c, one.id), analyst, reason, field=path, value=as_text(new),
                seen=as_text(value_at(shown[c.id], path)), words=tuple(w for a, w in cited if a == c.article),
            )
            for c in chosen
        ]  # fmt: skip
        old = plain_words(value_at(shown[chosen[0].id], path))
        write(store, made, seen, f"{path} of {one.id}: {plain_words(new)} (was {old})", as_json)


def add(
    kind: Annotated[
        str, typer.Argument(help="incident, truce, toll, control, talk, position, relation or population.")
    ],
    given: Annotated[
        list[str], typer.Argument(help="Its values: place=Bahri when=2023-04-21 killed=4 …", metavar="FIELD=VALUE…")
    ],
    article: Annotated[
        str | None, typer.Option("--article", help="The report that tells of it: file name or first letters of its id.")
    ] = None,
    words: Words = None,
    analyst: Analyst = "",
    reason: Why = "",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Add a record by hand. With --article and --words it stands in that report, else in your reason, kept as a note."""
    import json

    from ...reconciliation.added import note_article
    from ...records.codec import to_json
    from ...records.review import KINDS, Verdict, anchor_of
    from ..ledgers import article_named, opened, view

    signed(analyst)
    reasoned(reason, "Adding a record")
    if kind not in KINDS:
        fail(f"There is no kind {kind!r}; there are: {', '.join(KINDS)}.")
    if (article is None) != (words is None):
        fail("A report and its words go together: give both --article and --words, or neither.")
    with opened(db) as store:
        seen = view(store)
        home = article_named(store, article).article if article else note_article(analyst, reason)
        span = _span(home, words) if words else home.quote(0, len(home.text))
        claim = _made(KINDS[kind], kind, home, span, given, analyst, reason)
        made = judgement(Verdict.ADD, anchor_of(claim), analyst, reason.strip(), value=json.dumps(to_json(claim)))
        (written,) = write(store, [made], seen, f"{kind} added", as_json, notes=[] if article else [home])
        if not as_json:
            console().print(
                f"It is {_name(store, claim)}. `trucewatch judge undo {written.decision}` takes it out again."
            )


def _name(store: Store, claim: Claim) -> str:
    from ...export.why import claims_of
    from ..ledgers import view

    ledger = view(store).ledger
    records: Sequence[Any] = (*ledger.truces, *ledger.incidents, *ledger.tolls)
    return next((r.id for r in records if any(c.id == claim.id for c in claims_of(r))), f"claim {claim.id[:7]}")


def _typed(kind: type, field: str, text: str) -> tuple[str, Any]:
    """Path of a field and the value typed for it; what does not fit ends the command with what would."""
    from ...intake.typed import Typed, allowed_words
    from ...kits import load_kit
    from ...records.fields import FieldError, full_path, slot_at

    path = full_path(kind, field)
    try:
        slot = slot_at(kind, path)
        kit = load_kit()
        return path, Typed(kit.gazetteer, kit.tables).value(slot, text, allowed_words(kind, path))
    except FieldError as error:
        fail(f"{error}.")


def _chosen(record: str, claims: Sequence[Claim], shown: dict[str, Any], path: str, was: str | None) -> list[Claim]:
    """The claims whose value is meant: those that give one; of several different ones that which was seen."""
    from ...export.why import plain_words
    from ...records.fields import same_value, value_at

    values = {c.id: value_at(shown[c.id], path) for c in claims}
    told = [c for c in claims if values[c.id] not in (None, ())] or list(claims[:1])
    if was is not None:
        now_there = dict.fromkeys(plain_words(values[c.id]) for c in told)
        told = [c for c in told if _is(values[c.id], was, type(c), path)]
        if not told:
            fail(
                f"{path} of {record} is {' / '.join(now_there)} now, not {was}: it has changed since you saw it, and "
                f"nothing was written. Look again: trucewatch why {record} {path}"
            )
    first = values[told[0].id]
    if any(not same_value(values[c.id], first) for c in told):
        each = "; ".join(f"{plain_words(values[c.id])} (claim {c.id[:7]})" for c in told)
        fail(
            f"The reports differ on {path} of {record}: {each}. Say which one with --was VALUE, or give the claim's id."
        )
    return told


def _is(value: Any, was: str, kind: type, path: str) -> bool:
    from ...export.why import plain_words
    from ...records.fields import same_value

    if plain_words(value).casefold() == was.strip().casefold():
        return True
    wording = getattr(value, "wording", None) or getattr(value, "name", None)
    if isinstance(wording, str) and wording.casefold() == was.strip().casefold():
        return True
    from ...intake.typed import Typed, allowed_words
    from ...kits import load_kit
    from ...records.fields import FieldError, slot_at

    kit = load_kit()
    try:
        typed = Typed(kit.gazetteer, kit.tables).value(slot_at(kind, path), was, allowed_words(kind, path))
    except FieldError:
        return False
    return same_value(value, typed)


def _cited(seen: View, words: str, claims: Sequence[Claim]) -> list[tuple[str, Span]]:
    """The words in each article of the record that has them."""
    homes = dict.fromkeys(c.article for c in claims)
    found = [
        (a.id, a.quote(at, at + len(words)))
        for i in homes
        if (a := seen.article(i)) and (at := a.text.find(words)) >= 0
    ]
    if not found:
        fail(f"No report of it has the words {words!r}. Give them as they stand there.")
    return found


def _span(article: Article, words: str) -> Span:
    at = article.text.find(words)
    if at < 0:
        fail(f"{article.source} does not have the words {words!r}. Give them as they stand there.")
    return article.quote(at, at + len(words))


def _made(cls: type, kind: str, home: Article, span: Span, given: Sequence[str], analyst: str, reason: str) -> Claim:
    """The claim of the values given; what is missing or does not fit ends the command."""
    from ...intake.typed import event_of
    from ...records.fields import VERBS, FieldError
    from ...records.made import by_hand, missing

    values: dict[str, Any] = {}
    for pair in given:
        field, parted, text = pair.partition("=")
        if not parted:
            fail(f"{pair!r} is no FIELD=VALUE.")
        path, value = _typed(cls, field, text)
        values[path] = value
        if path == "harm.count" and field in VERBS:
            values["harm.verb"] = field
    if kind == "incident" and "sub_event" in values:
        values.setdefault("event", event_of(values["sub_event"]))
    if lacks := missing(kind, values):
        fail(f"A {kind} needs {' and '.join(lacks)} too.")
    try:
        return by_hand(kind, home, span, values, analyst, reason, now())
    except FieldError as error:
        fail(f"{error}.")
