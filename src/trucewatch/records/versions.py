"""How reports lie to one another: copies of one text, versions of one story, and claims struck through because of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .shown import Shown
from .text import Span


class CopyKind(StrEnum):
    """How a copy differs from the text it shares its words with."""

    EXACT = "exact"
    REHEADLINED = "re-headlined"
    SHORTENED = "shortened"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Copy(Shown):
    """``article`` carries the text of ``of``, the earlier or the fuller one.

    ``containment`` is the share (0 to 1) of the shorter text's runs of words that the longer one has too.
    """

    article: str
    of: str
    kind: CopyKind
    containment: float


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text's runs of words: ``prints`` are the smallest digests of the body's, ascending; ``runs`` counts them all.

    ``head`` are the runs of headline and dek, ``text`` digests the whole body.
    """

    prints: tuple[int, ...]
    runs: int
    text: int
    head: tuple[int, ...] = ()

    @property
    def bound(self) -> int:
        """Up to which digest the sketch is complete."""
        return self.prints[-1] if len(self.prints) < self.runs else 1 << 63


class VersionKind(StrEnum):
    """What a report says that it is to an earlier one."""

    UPDATE = "update"
    CORRECTED = "corrected"
    REFILE = "refile"
    REPEAT = "repeat"
    WITHDRAWN = "withdrawn"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Version(Shown):
    """``article`` calls itself a version of ``of`` by ``words``; ``of`` is None where no such report is known."""

    article: str
    kind: VersionKind
    words: Span
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Struck(Shown):
    """A claim that no longer stands, kept and shown struck through: why, and by which report's words."""

    claim: str
    reason: str
    by: str
    words: Span
