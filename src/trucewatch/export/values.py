"""Values in the exchange form: each with its evidence, times as intervals, private persons by role."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from ..records.claim import Harm, Said
from ..records.count import Count
from ..records.party import Party
from ..records.place import Place
from ..records.text import Cited, Evidence, Note, Row
from ..records.when import When
from .wording import party_words

Json = dict[str, Any]
T = TypeVar("T")


def evidence(found: Iterable[Evidence]) -> list[Json]:
    """Words of the article, cells of a reviewed table, and notes of analysts, each by its own fields."""
    return [_one(e) for e in found]


def _one(found: Evidence) -> Json:
    if isinstance(found, Row):
        return {"file": found.file, "row": found.row, "column": found.column, "value": found.value}
    if isinstance(found, Note):
        return {"analyst": found.analyst, "reason": found.reason}
    return {"start": found.start, "end": found.end, "quote": found.quote}


def cited(found: Cited[T] | None, form: Callable[[T], Any] = lambda value: value) -> Json | None:
    """A value with its evidence, ``derivation`` where it follows rather than stands there."""
    if found is None:
        return None
    return {"value": form(found.value), "evidence": evidence(found.evidence), "derivation": found.derivation}


def several(found: Iterable[Cited[T]], form: Callable[[T], Any] = lambda value: value) -> list[Json | None]:
    """Several values, each with its evidence."""
    return [cited(one, form) for one in found]


def moment(at: datetime | None) -> str | None:
    """ISO 8601, local time."""
    return at.isoformat() if at else None


def when(found: When) -> Json:
    """An interval ``[start, end)``; None is open on that side."""
    return {
        "start": moment(found.start),
        "end": moment(found.end),
        "precision": found.precision.value,
        "wording": found.wording,
        "zone": found.zone,
        "low_confidence": found.low_confidence,
        "alternatives": [when(other) for other in found.alternatives],
    }


def maybe_when(found: When | None) -> Json | None:
    """An interval, or None where there is none."""
    return when(found) if found else None


def place(found: Place) -> Json:
    """A place; without a gazetteer id it was not found and has no point."""
    return {
        "name": found.name,
        "level": found.level.value,
        "country": found.country,
        "lat": found.lat,
        "lon": found.lon,
        "radius_km": found.radius_km,
        "gazetteer_id": found.gazetteer_id,
        "within": list(found.within),
        "context": found.context,
        "relation": found.relation,
    }


def party(found: Party) -> Json:
    """An actor or source; a private person has a role and no name or id of their own."""
    return {
        "name": party_words(found),
        "id": None if found.private else found.id,
        "kind": found.kind.value,
        "country": found.country,
        "umbrella": found.umbrella,
        "private": found.private,
        "role": found.role,
        "of": found.of,
    }


def maybe_party(found: Party | None) -> Json | None:
    """A party, or None where the text names none."""
    return party(found) if found else None


def count(found: Count) -> Json:
    """Inclusive bounds, None unbounded, with the wording."""
    return {"low": found.low, "high": found.high, "wording": found.wording}


def said(found: Said) -> Json:
    """Who says it (None is the narrator), whom they cite, in what stance, and other voices on the same content."""
    return {
        "speaker": cited(found.speaker, party),
        "chain": several(found.chain, party),
        "stance": found.stance.value,
        "responses": [
            {"stance": stance.value, "speaker": cited(speaker, party), "evidence": evidence((words,))}
            for stance, speaker, words in found.responses
        ],
    }


def harm(found: Harm) -> Json:
    """A figure: what happened to how many of whom, by whose word where that is not the claim's own."""
    return {
        "verb": found.verb,
        "count": cited(found.count, count),
        "who": cited(found.who),
        "part_of": found.part_of,
        "said": said(found.said) if found.said else None,
    }
