"""One text read by the whole road, in the scorer's form."""

from __future__ import annotations

from functools import cache
from typing import Any

from benchmarks.accuracy.prediction import prediction
from benchmarks.accuracy.texts import Text
from trucewatch.kits import Kit, load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.problems import Unreadable


@cache
def _kit(conflicts: tuple[str, ...] | None) -> Kit:
    return load_kit(() if conflicts == ("none",) else conflicts)


def predict(text: Text, conflicts: tuple[str, ...] | None) -> dict[str, Any] | None:
    """The prediction for one text; None where it could not be read."""
    found = read_report(text.path.read_bytes(), text.id, _kit(conflicts), published=text.published)
    if isinstance(found, Unreadable):
        return None
    article, _, claims = found
    return prediction(compile_ledger([article], claims))
