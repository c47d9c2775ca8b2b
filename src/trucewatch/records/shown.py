"""How records show themselves in a notebook: their values with the words beside them, nothing hidden, nothing run.

By looking at the fields, so that a new record or field needs nothing here. Private persons appear by role.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from enum import Enum
from html import escape
from typing import Any

# Of a longer list only so many are shown; a reading has hundreds of words.
LISTED = 30
_LONG_TEXT = 400


class Shown:
    """A record that a notebook prints as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """The record as HTML."""
        return f'<div class="trucewatch">{_value(self) if hasattr(self, "evidence") else _record(self)}</div>'


def _record(record: Any) -> str:
    """A table of the fields that say something."""
    rows = "".join(
        f"<tr><th style='text-align:left;vertical-align:top'>{escape(f.name.replace('_', ' '))}</th>"
        f"<td style='text-align:left'>{_value(getattr(record, f.name))}</td></tr>"
        for f in fields(record)
        if getattr(record, f.name) not in (None, (), "")
    )
    return f"<table><caption style='text-align:left'><b>{type(record).__name__}</b></caption>{rows}</table>"


def _value(value: Any) -> str:
    plain = _plain(value)
    if plain is not None:
        return escape(plain)
    if isinstance(value, tuple):
        return _several(value)
    if hasattr(value, "evidence") and hasattr(value, "derivation"):
        words = "".join(f" <q>{escape(' '.join(e.quote.split()))}</q>" for e in value.evidence if hasattr(e, "quote"))
        return _value(value.value) + words + (f" <small>{escape(value.derivation)}</small>" if value.derivation else "")
    return _folded(value)


def _folded(record: Any) -> str:
    """A record within a record, closed until asked for."""
    return f"<details><summary>{escape(_name(record))}</summary>{_record(record)}</details>"


def _name(record: Any) -> str:
    said = [getattr(record, name, None) for name in ("id", "label", "act", "outcome", "kind")]
    return " ".join([type(record).__name__, *(p for one in said if (p := _plain(one)) is not None)])


def _several(values: tuple[Any, ...]) -> str:
    more = f"<br>and {len(values) - LISTED} more" if len(values) > LISTED else ""
    return "<br>".join(_value(v) for v in values[:LISTED]) + more


def _plain(value: Any) -> str | None:
    """A value in a few words, or None where it is a record of many fields."""
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    if isinstance(value, str):
        return value if len(value) <= _LONG_TEXT else f"{value[:_LONG_TEXT]}… ({len(value):,} characters)"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if value is None:
        return "not stated"
    if isinstance(value, (bool, int, float, timedelta)):
        return str(value)
    return _small(value) if is_dataclass(value) else None


def _small(record: Any) -> str | None:
    """Spans, times, counts, places and parties in one line, told apart by their fields."""
    has = {f.name for f in fields(record)}
    if "quote" in has:
        return f"“{' '.join(record.quote.split())}” [{record.start}:{record.end}]"
    if {"precision", "alternatives"} <= has:
        unsure = ", low confidence" if record.low_confidence else ""
        return f"{_plain(record.start)} to {_plain(record.end)} ({record.precision.value}{unsure})"
    if {"low", "high", "wording"} <= has:
        bounds = [("no bound" if bound is None else f"{bound:,}") for bound in (record.low, record.high)]
        return f"{bounds[0]} to {bounds[1]}" if record.low != record.high else bounds[0]
    if {"gazetteer_id", "level"} <= has:
        return f"{record.name} ({record.level.value}{'' if record.gazetteer_id else ', not found'})"
    if {"umbrella", "private"} <= has:
        return record.role or record.kind.value if record.private else str(record.name)
    return None
