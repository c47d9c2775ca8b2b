"""A question put to a ledger, as a record with one canonical string: the same for list, count, page, export and link."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, quote

from ..records.place import Level
from ..records.when import Precision

_SAFE = " ,:/@'()"


class QueryError(ValueError):
    """A question that cannot be asked; the message says what can."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; an empty field asks for nothing in particular. Of several values of one field any will do.

    ``since`` and ``until`` are days of the act (both included), ``area`` names of places, ``truce`` ids, ``type`` words
    of event, instrument, means or kind, ``source`` a voice or an outlet, ``status`` what was decided or assessed,
    ``text`` words that must all be there, ``precision`` how finely time (day) or place (town) must be known at least.
    ``published_by`` and ``recorded_by`` are the two knowledge times, ``at`` the moment of states, each as typed.
    ``unsure`` takes in what cannot be told to be meant.
    """

    since: date | None = None
    until: date | None = None
    area: tuple[str, ...] = ()
    truce: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    text: str = ""
    precision: tuple[str, ...] = ()
    published_by: str = ""
    recorded_by: str = ""
    at: str = ""
    unsure: bool = False

    def __post_init__(self) -> None:
        """Equal questions are equal: spaces, order and repeats say nothing.

        Raises:
            QueryError: a period that ends before it begins, or an unknown precision.
        """
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, tuple):
                object.__setattr__(self, field.name, tuple(sorted({w for v in value if (w := _plain(v))})))
            elif isinstance(value, str):
                object.__setattr__(self, field.name, _plain(value))
        if self.since and self.until and self.until < self.since:
            raise QueryError(f"the period ends ({self.until}) before it begins ({self.since})")
        known = [*(p.value for p in Precision), *(level.value for level in Level)]
        for asked in self.precision:
            if asked not in known:
                raise QueryError(f"there is no precision {asked!r}; there are: {', '.join(known)}")

    def __str__(self) -> str:
        """The canonical string: ``area=Aleppo&since=2016-05-01``; empty where everything is asked for."""
        return "&".join(f"{name}={quote(text, safe=_SAFE)}" for name, text in self._pairs())

    def _pairs(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for field in sorted(fields(self), key=lambda f: f.name):
            value = getattr(self, field.name)
            if isinstance(value, tuple):
                found += [(field.name, one) for one in value]
            elif isinstance(value, date):
                found.append((field.name, value.isoformat()))
            elif value:
                found.append((field.name, "yes" if value is True else value))
        return found

    @property
    def filters(self) -> bool:
        """Whether anything is asked of the records themselves, beyond what was known when."""
        return replace(self, published_by="", recorded_by="", at="", unsure=False) != Query()

    def having(self, **given: Any) -> Query:
        """The same question with more asked: what is empty among ``given`` leaves the field as it is."""
        return replace(self, **{name: value for name, value in given.items() if value})


def parsed(text: str) -> Query:
    """The question of a string, canonical or not.

    Raises:
        QueryError: a field that there is not, or a value that does not fit.
    """
    kinds = {f.name: f.type for f in fields(Query)}
    given: dict[str, Any] = {}
    for name, value in parse_qsl(text.strip().lstrip("?"), keep_blank_values=True):
        if name not in kinds:
            raise QueryError(f"nothing is asked by {name!r}; there are: {', '.join(sorted(kinds))}")
        if str(kinds[name]).startswith("tuple"):
            given[name] = (*given.get(name, ()), value)
        elif name in given:
            raise QueryError(f"{name} is asked twice")
        elif name in ("since", "until"):
            given[name] = day_of(value, name)
        elif name == "unsure":
            given[name] = _yes(value)
        else:
            given[name] = value
    return Query(**given)


def day_of(text: str, name: str) -> date:
    """A day as typed."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise QueryError(f"{name}: there is no day {text!r}; give one as 2016-05-02") from None


def _yes(text: str) -> bool:
    if text not in ("yes", "no"):
        raise QueryError(f"unsure is yes or no, not {text!r}")
    return text == "yes"


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def any_of(given: Sequence[str] | None) -> tuple[str, ...]:
    """Values of an option that may be given again and again."""
    return tuple(given or ())
