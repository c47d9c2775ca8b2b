"""Numbers as a report gives them: bounds and wording, never a midpoint."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """``low`` and ``high`` are inclusive bounds; None means the words do not bound that side.

    "more than 50" is Count(51, None, ...), "no casualties" is Count(0, 0, ...).
    """

    low: int | None
    high: int | None
    wording: str
