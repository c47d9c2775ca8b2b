"""Results for inputs that could not be read, and errors for data files that must be mended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that gave no article: why, and what to do about it."""

    source: str
    reason: str
    remedy: str


class DataFileError(Exception):
    """A reviewed data file is wrong: names file, place in it, and the remedy."""
