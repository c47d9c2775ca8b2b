"""An older truce told with no end, beside a newer one: whether any report says that it still stands."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from ..knowledge.geography import Lie, lie
from ..records.ledger import Term, Truce
from ..records.problems import DataFileError
from .terms import say

_FILE = "data/monitoring/standing.toml"


@cache
def _cues() -> re.Pattern[str]:
    rows = tomllib.loads(files("trucewatch").joinpath(_FILE).read_text("utf-8"))["cue"]
    try:
        return re.compile("|".join(rf"\b(?:{row['words']})\b" for row in rows), re.IGNORECASE)
    except (KeyError, re.error) as error:
        raise DataFileError(f"{_FILE}: {error}; mend the row it names") from error


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Since when it is unsure whether a truce still stood, and why."""

    since: datetime
    sentence: str


def overtaken(truces: Sequence[tuple[Truce, Term]]) -> dict[str, Overtaken]:
    """Truces of which it is unsure whether they stood to the end, by id.

    They are told with a start and no end; a later truce of the same report, of the same area or a wider one, has begun
    since; and no words say that the older one stood on ("in force since").

    Raises:
        DataFileError: the reviewed words cannot be read.
    """
    found: dict[str, Overtaken] = {}
    of_article: dict[str, list[int]] = defaultdict(list)
    for n, (truce, _) in enumerate(truces):
        for article in {c.article for c in truce.claims}:
            of_article[article].append(n)
    for truce, term in truces:
        if term.end is not None or term.start is None or term.start.end is None:
            continue
        beside = sorted({n for c in truce.claims for n in of_article[c.article]})
        for other, later in (truces[n] for n in beside if truces[n][0] is not truce):
            if (
                later.start
                and later.start.start
                and _follows(truce, term, other, later)
                and not told_as_standing(truce)
            ):
                found[truce.id] = Overtaken(
                    later.start.start,
                    f"told with a start, {say(term.start)}, and no end; {other.label} began later, {say(later.start)}, "
                    "and no report says that the older one still stood",
                )
                break
    return found


def told_as_standing(truce: Truce) -> bool:
    """Whether any words say that a truce still stands ("in force since")."""
    return any(_cues().search(span.quote) for claim in truce.claims for span in claim.words)


def _follows(truce: Truce, term: Term, other: Truce, later: Term) -> bool:
    begun = later.start.start if later.start is not None else None
    assert term.start is not None and term.start.end is not None
    if begun is None or begun < term.start.end:
        return False
    return _covers(other, truce)


def _covers(later: Truce, older: Truce) -> bool:
    """Whether the later truce is of the older one's area or of a wider one; a local truce takes no wider one's place."""
    if later.area is None or older.area is None:
        return later.area is older.area
    return lie(older.area.value, later.area.value) in (Lie.SAME, Lie.WITHIN)
