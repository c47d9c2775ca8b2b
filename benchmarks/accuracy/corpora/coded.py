"""The coder as both corpora of coded events use it."""

from __future__ import annotations

from functools import cache

from trucewatch.extraction.coding import events_of
from trucewatch.kits import Kit, load_kit
from trucewatch.pipeline import read_report
from trucewatch.records.coded import CodedEvent
from trucewatch.records.problems import Unreadable


@cache
def _kit() -> Kit:
    return load_kit()


def coded_events(text: str) -> tuple[CodedEvent, ...]:
    """The events of one text; none where there is nothing to read."""
    found = read_report(text.encode(), "record", _kit())
    return () if isinstance(found, Unreadable) else events_of(found[1])
