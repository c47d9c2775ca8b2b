"""What a corpus is to the runner."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.accuracy.table import Figure

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Task:
    """A corpus: its file, how its records are answered, and what is read off the scorer's result.

    ``answer`` gives predictions in the shape of the gold; ``figures`` names the measures; ``gates`` and ``aims`` are by
    those names. ``judge`` is the scorer's own name of the task. ``protocol`` and ``licence`` go into the published table;
    ``falling`` are the measures that are better the less they are.
    """

    name: str
    file: str
    judge: str
    origin: str
    licence: str
    protocol: str
    answer: Callable[..., list[Row]]
    figures: Callable[[Any], dict[str, Figure]]
    gates: Mapping[str, float] = field(default_factory=dict)
    aims: Mapping[str, float] = field(default_factory=dict)
    bar: str = ""
    models: bool = False
    falling: frozenset[str] = frozenset()
    errors: Callable[[Sequence[Row], Sequence[Row]], None] | None = None


def prf_figure(value: Mapping[str, Any]) -> Figure:
    """An F1 of the scorer's with the number of gold items behind it."""
    return Figure(value["f1"], int(value["n_gold"]))
