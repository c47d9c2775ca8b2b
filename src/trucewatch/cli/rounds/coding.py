"""What a coder says: one value, or a sheet of them. All or nothing is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..judging.signing import Analyst, judgement, signed
from ..options import DEFAULT_DB, AsJson, Db
from ..saying import console, fail, now, print_json
from .setting import REAL, Name

if TYPE_CHECKING:
    from ...records.review import Judgement
    from .held import Round


def code(
    name: Name,
    item: Annotated[str, typer.Argument(help="Number of the item on the sheet.", metavar="ITEM")],
    field: Annotated[
        str, typer.Argument(help="Which value; `real` asks whether it is such a thing at all.", metavar="FIELD")
    ],
    value: Annotated[
        str, typer.Argument(help="What you read there; `none` where nothing is said of it.", metavar="VALUE")
    ],
    analyst: Analyst = "",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Say one value of one item; the last of several you say counts."""
    _write(name, [(item, field, value)], analyst, as_json, db)


def fill(
    name: Name,
    path: Annotated[Path, typer.Argument(help="A sheet as `round sheet --out` made it, filled in.", metavar="FILE")],
    analyst: Analyst = "",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Take in a filled sheet; empty cells say nothing."""
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    except OSError as error:
        fail(f"{path} cannot be read: {error.strerror}.")
    skipped = {"item", "report", "published", "words", "around"}
    said = [
        (row.get("item") or "", field, value)
        for row in rows
        for field, value in row.items()
        if field not in skipped and value and value.strip()
    ]
    if not said:
        fail(f"{path} says nothing: fill in the columns of the fields.")
    _write(name, said, analyst, as_json, db)


def _write(name: str, said: Sequence[tuple[str, str, str]], analyst: str, as_json: bool, db: str) -> None:
    from ..ledgers import opened
    from .held import held

    signed(analyst)
    with opened(db) as store:
        round_ = held(store, name)
        made = [_code(round_, *one, analyst) for one in said]
        written = store.decide(made, now=now())
        left = len(held(store, name).left(analyst))
    if as_json:
        return print_json({"decision": written[0].decision, "codes": len(written), "left": left})
    console().print(f"{written[0].decision}: {len(written)} codes of {analyst}; {left} still to say.")


def _code(round_: Round, item: str, field: str, value: str, analyst: str) -> Judgement:
    from ...intake.typed import Typed, allowed_words
    from ...kits import load_kit
    from ...records.fields import FieldError, Slot, as_text, full_path, slot_at
    from ...records.review import KINDS, Verdict, thing
    from .held import number_of

    number = number_of(item, round_.items)
    anchor = round_.items[number - 1]
    kind = KINDS[anchor.kind]
    path = field if field == REAL else full_path(kind, field)
    if path not in round_.fields:
        fail(f"This round does not ask {field!r}; it asks {', '.join(round_.fields)}.")
    kit = load_kit()
    try:
        slot: Any = Slot(bool, False, False, False) if path == REAL else slot_at(kind, path)
        allowed = frozenset() if path == REAL else allowed_words(kind, path)
        typed = Typed(kit.gazetteer, kit.tables).value(slot, value, allowed)
    except FieldError as error:
        fail(f"Item {number}, {path}: {error}. Nothing was written.")
    return judgement(
        Verdict.CODE, anchor, analyst, "", right=thing("round", round_.name), field=path, value=as_text(typed)
    )
