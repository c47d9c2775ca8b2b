"""Variants of the bundled samples: what a newsroom's archive does to a text, and what a bad disk does."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from trucewatch.intake.files import Input, inputs_in, load
from trucewatch.records.problems import Unreadable

# Names of one kind: swapping two of them leaves a report of another war, just as well formed.
_KINDS = (
    ("Houthi", "Hezbollah", "Taliban", "Hamas", "M23"),
    ("the army", "the military", "government forces", "the armed forces"),
    ("rebels", "insurgents", "militants", "fighters"),
)
_NEUTRAL = (
    "Shops in the old market opened an hour late because of a power cut.",
    "The price of flour rose by a fifth over the year, traders said.",
    "Rain is expected along the coast for the rest of the week.",
    "A school choir sang in the town hall in front of two hundred guests.",
)
_FIRST_DAY = date(1993, 1, 1)
_DAYS = 11_000


@dataclass(frozen=True, slots=True)
class Sample:
    """A bundled report: file name, bytes and the day it was published, if known."""

    name: str
    data: bytes
    published: str | None


def bundled(folder: Path) -> tuple[Sample, ...]:
    """Every readable sample of a folder, in order of name."""
    found = []
    for one in inputs_in([str(folder)]):
        data = None if isinstance(one, Unreadable) else load(one.source)
        if isinstance(one, Input) and isinstance(data, bytes):
            found.append(Sample(Path(one.source).name, data, one.published))
    return tuple(found)


def variant(sample: Sample, dice: random.Random) -> tuple[bytes, str]:
    """Bytes of one variant and the day it is said to be published (ISO 8601)."""
    day = sample.published or "2018-12-18"
    data = sample.data
    for change in dice.sample(_CHANGES, dice.randint(1, 3)):
        data = change(data, dice)
    if dice.random() < 0.5:
        day = (_FIRST_DAY + timedelta(days=dice.randrange(_DAYS))).isoformat()
    return data, day


def _swapped(data: bytes, dice: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    for kind in _KINDS:
        other = dice.choice(kind)
        text = re.sub("|".join(re.escape(name) for name in kind), other, text)
    return text.encode()


def _padded(data: bytes, dice: random.Random) -> bytes:
    paragraphs = data.decode("utf-8", "replace").split("\n\n")
    for line in dice.sample(_NEUTRAL, dice.randint(1, len(_NEUTRAL))):
        paragraphs.insert(dice.randint(1, len(paragraphs)), line)
    return "\n\n".join(paragraphs).encode()


def _shouted(data: bytes, dice: random.Random) -> bytes:
    return data.decode("utf-8", "replace").upper().encode()


def _cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def _damaged(data: bytes, dice: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(dice.choice((1, 5, 40, len(broken) // 3)) if broken else 0):
        broken[dice.randrange(len(broken))] = dice.randrange(256)
    return bytes(broken)


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_swapped, _padded, _padded, _shouted, _cut, _damaged)
