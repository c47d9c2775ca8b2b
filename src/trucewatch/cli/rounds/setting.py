"""A round opened, and the sheet that a coder works from: the words alone."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..judging.signing import Analyst, judgement, meant, signed
from ..options import DEFAULT_DB, AsJson, Db
from ..saying import console, fail, now, print_json

# Whether the item is a thing of its kind at all; every round asks it first.
REAL = "real"
if TYPE_CHECKING:
    from ...records.review import Anchor
    from ..ledgers import View

Name = Annotated[str, typer.Argument(help="Name of the round.", metavar="ROUND")]


def new(
    name: Name,
    records: Annotated[list[str], typer.Argument(help="Ids of the records to code, all of one kind.", metavar="ID…")],
    field: Annotated[
        list[str] | None,
        typer.Option("--field", help="A value to code: type, where, when, actor, killed … (again and again)."),
    ] = None,
    analyst: Analyst = "",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Open a round: these records, these fields, and whether each is a thing of its kind at all."""
    from ...records.codec import to_json
    from ...records.fields import FieldError, full_path, slot_at
    from ...records.review import Verdict, anchor_of, kind_of, standing, thing
    from ..ledgers import opened, view

    signed(analyst)
    with opened(db) as store:
        seen = view(store)
        if any(j.left.record == name for j in standing(store.judgements()) if j.verdict is Verdict.ROUND):
            fail(f"There is a round {name!r} already. Give this one another name.")
        leads = [meant(store, seen, record).claims[0] for record in dict.fromkeys(records)]
        if len({kind_of(c) for c in leads}) > 1:
            fail("The items of a round are of one kind, so that the same can be asked of each.")
        paths = [full_path(type(leads[0]), f) for f in field or ("type", "where", "when", "actor")]
        try:
            for path in paths:
                slot_at(type(leads[0]), path)
        except FieldError as error:
            fail(f"{error}.")
        fields = [REAL, *dict.fromkeys(paths)]
        body = {"items": [to_json(anchor_of(c)) for c in leads], "fields": fields}
        made = judgement(Verdict.ROUND, thing("round", name), analyst, "", value=json.dumps(body, sort_keys=True))
        (written,) = store.decide([made], now=now(), seen=seen.position)
    if as_json:
        return print_json({"decision": written.decision, "round": name, "items": len(leads), "fields": fields})
    console().print(f"{written.decision}: round {name}, {len(leads)} items, asking {', '.join(fields)}.")


def sheet(
    name: Name,
    out: Annotated[Path | None, typer.Option("--out", help="A CSV file to fill in, instead of the screen.")] = None,
    analyst: Analyst = "",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """What a coder is given: the words of each item in their paragraph, and nothing that anybody or any machine said of it."""
    from ..ledgers import opened, view
    from .held import held

    signed(analyst)
    with opened(db) as store:
        seen, round_ = view(store), held(store, name)
    left = round_.left(analyst)
    rows = [{"item": n, **_words(seen, item)} for n, item in enumerate(round_.items, 1)]
    if as_json:
        return print_json(
            {"round": name, "coder": analyst, "fields": list(round_.fields), "left": len(left), "items": rows}
        )
    if out is not None:
        text = io.StringIO()
        writer = csv.DictWriter(text, [*rows[0], *round_.fields])
        writer.writeheader()
        writer.writerows(rows)
        out.write_text(text.getvalue(), "utf-8", newline="")
        console().print(
            f"{out.resolve()}: fill in {', '.join(round_.fields)}, then: trucewatch round fill {name} {out}"
        )
        return
    for row in rows:
        console().print(f"{row['item']}. {row['report']} ({row['published']})", style="bold")
        console().print(f"   {row['words']}")
        console().print(f"   {row['around']}", style="dim")
    console().print(
        f"Still to say: {len(left)} of {len(rows) * len(round_.fields)}; code with: trucewatch round code {name} ITEM FIELD VALUE"
    )


def _words(seen: View, item: Anchor) -> dict[str, Any]:
    from ...export.privacy import Redaction
    from ...export.wording import when_words
    from .held import claim_of

    redaction = Redaction(seen.ledger)
    article = seen.article(item.article)
    claim = claim_of(seen, item)
    words = claim.words[0] if claim is not None else article.quote(*item.spans[0])
    around = next((s for s in article.segments if s.start <= words.start < s.end), None)
    paragraph = article.text[around.start : around.end] if around else words.quote
    return {
        "report": redaction.clean(article.title.value if article.title else article.source),
        "published": when_words(article.published.when) if article.published else "unknown",
        "words": redaction.clean(" ".join(words.quote.split())),
        "around": redaction.clean(" ".join(paragraph.split())),
    }
