"""Codes of the field's vocabularies for what a text tells: ACLED's type, and PLOVER's who did what to whom."""

from __future__ import annotations

from .acts import events_of
from .types import type_of_report

__all__ = ["events_of", "type_of_report"]
