"""The bundled samples, read once, and the ways to walk over what was read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import trucewatch
from trucewatch.kits import Kit, load_kit
from trucewatch.pipeline import read_report
from trucewatch.records.claim import Claim
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Reading
from trucewatch.records.text import Article, Cited, Span

# Fields that hold ids of records, which are made of offsets.
_IDS = frozenset({"id", "article", "claim", "parent", "part_of", "rivals", "parts", "origin"})
FOLDER = Path(trucewatch.__file__).parent / "data" / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample: its bytes and what was read from them."""

    name: str
    data: bytes
    published: str
    article: Article
    reading: Reading
    claims: tuple[Claim, ...]


@cache
def kit() -> Kit:
    """All tables."""
    return load_kit()


@cache
def samples() -> tuple[Sample, ...]:
    """Every sample, in order of name."""
    with (FOLDER / "index.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return tuple(_sample(row["id"], row["published"]) for row in rows)


def _sample(name: str, published: str) -> Sample:
    path = next(p for p in FOLDER.iterdir() if p.name.startswith(f"{name}.") and not p.name.endswith(".json"))
    data = path.read_bytes()
    return Sample(name, data, published, *read(data, name, published))


def read(data: bytes, name: str, published: str) -> tuple[Article, Reading, tuple[Claim, ...]]:
    """Read bytes the whole road; fails where they cannot be read."""
    found = read_report(data, name, kit(), published=published)
    assert not isinstance(found, Unreadable), found
    return found


def walk(value: Any, kind: type) -> Iterator[Any]:
    """Every instance of a record type inside a record, itself included."""
    if isinstance(value, kind):
        yield value
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from walk(getattr(value, field.name), kind)
    elif isinstance(value, tuple):
        for item in value:
            yield from walk(item, kind)


def shape(value: Any) -> Any:
    """A record without ids and offsets: values, quotes and derivations only."""
    if isinstance(value, Span):
        return value.quote
    if is_dataclass(value) and not isinstance(value, type):
        kept = [f.name for f in fields(value) if f.name not in _IDS]
        return (type(value).__name__, tuple((name, shape(getattr(value, name))) for name in kept))
    if isinstance(value, tuple):
        return tuple(shape(item) for item in value)
    return value


__all__ = ["Cited", "Sample", "kit", "read", "samples", "shape", "walk"]
