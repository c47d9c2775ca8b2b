"""What a model says of the words of one sentence, and how the parts of a long one are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


class ModelError(RuntimeError):
    """A model is missing, not what it should be, or failed; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class NamedWords:
    """Words ``[start, end)`` of a sentence with a kind and the mean probability of their tags (0 to 1)."""

    start: int
    end: int
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class WordReading:
    """What a model says of one sentence; ``heads`` always form one tree (-1: its root)."""

    upos: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    rels: tuple[str, ...]
    names: tuple[NamedWords, ...]
    mentions: tuple[NamedWords, ...]


def joined(parts: Sequence[WordReading]) -> WordReading:
    """The parts of a long sentence as one reading: later parts hang on the first one's root."""
    if len(parts) == 1:
        return parts[0]
    heads: list[int] = []
    rels: list[str] = []
    names: list[NamedWords] = []
    mentions: list[NamedWords] = []
    root = parts[0].heads.index(-1)
    for part in parts:
        base = len(heads)
        heads += [h + base if h >= 0 else root if base else -1 for h in part.heads]
        rels += ["parataxis" if base and r == "root" else r for r in part.rels]
        names += [replace(n, start=n.start + base, end=n.end + base) for n in part.names]
        mentions += [replace(n, start=n.start + base, end=n.end + base) for n in part.mentions]
    upos = tuple(u for p in parts for u in p.upos)
    lemmas = tuple(x for p in parts for x in p.lemmas)
    return WordReading(upos, lemmas, tuple(heads), tuple(rels), tuple(names), tuple(mentions))
