"""What the figures of one incident come to under a rule that is named: rows by source and origin, an interval, never a sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .count import Count
from .shown import Shown


class TollRule(StrEnum):
    """How a reading is taken where figures differ (the four rules of casualty recorders)."""

    RANGE = "range"
    MAJORITY = "majority_of_origins"
    SOURCE_ORDER = "source_order"
    LATEST = "latest_of_same_origin"


class RowState(StrEnum):
    """Whether a figure counts towards the reading, and if not why."""

    STANDS = "stands"
    SUPERSEDED = "superseded"
    STALE = "stale"
    PART = "part"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class TollRow(Shown):
    """One figure as one report gives it. ``source`` is who is cited (None: the report's own voice), ``origin`` the key of
    the counter or text that it goes back to: sites that carry one wire's text share one. ``why`` says why a row does
    not stand."""

    claim: str
    article: str
    count: Count
    who: str | None
    source: str | None
    origin: str
    published: datetime | None
    state: RowState = RowState.STANDS
    why: str = ""


@dataclass(frozen=True, slots=True)
class TollReading(Shown):
    """One verb's figures and what they come to: ``low`` and ``high`` are inclusive, None where nothing bounds that side.

    ``why`` says in words how the rule came to it, ``origins`` counts the independent origins whose figures stand.
    """

    verb: str
    rule: TollRule
    low: int | None
    high: int | None
    why: str
    origins: int
    rows: tuple[TollRow, ...]
