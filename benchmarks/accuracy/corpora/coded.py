"""The coder as both corpora of coded events use it."""

from __future__ import annotations

from functools import cache

from benchmarks.accuracy.table import Figure
from trucewatch.extraction.coding import events_of
from trucewatch.kits import Kit, load_kit
from trucewatch.pipeline import read_report
from trucewatch.records.coded import CodedEvent
from trucewatch.records.problems import Unreadable


@cache
def _kit() -> Kit:
    return load_kit()


class Coder:
    """Codes texts and counts those it broke down on: a coder's crashes are among what is measured."""

    def __init__(self) -> None:
        self.texts = 0
        self.crashes = 0

    def events(self, text: str) -> tuple[CodedEvent, ...]:
        """The events of one text; none where there is nothing to read, or where reading it broke down."""
        self.texts += 1
        try:
            found = read_report(text.encode(), "record", _kit())
            return () if isinstance(found, Unreadable) else events_of(found[1])
        except Exception as error:  # counted and told, since crashes are a measure of this corpus
            self.crashes += 1
            print(f"crashed on {text[:80]!r}: {error!r}")
            return ()

    def figure(self) -> Figure:
        """Texts it broke down on."""
        return Figure(self.crashes, self.texts, rises=False)
