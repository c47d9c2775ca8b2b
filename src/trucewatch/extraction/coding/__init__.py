"""Codes of the field's vocabularies for what a text tells: ACLED's type, PLOVER's who did what to whom, the main event."""

from __future__ import annotations

from .acts import events_of
from .main_event import MainEvent, main_event_of
from .types import type_of_report

__all__ = ["MainEvent", "events_of", "main_event_of", "type_of_report"]
