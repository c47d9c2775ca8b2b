"""The source article and its gold reading, where the checkout has ``../shared`` beside it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from trucewatch.kits import load_kit
from trucewatch.knowledge.names import fold
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.claim import Grain
from trucewatch.records.ledger import Breach, Figure, Incident, Ledger, Term, Truce, TruceState
from trucewatch.records.problems import Unreadable

_SHARED = Path(os.environ.get("TRUCEWATCH_SHARED", Path(__file__).resolve().parents[3] / "shared"))


@dataclass(frozen=True, slots=True)
class Seed:
    """The ledger of the article alone, and what a reader found in it."""

    ledger: Ledger
    gold: dict[str, Any]

    def spans(self, kind: str, name: str) -> list[tuple[int, int]]:
        """Offsets of the words that a gold record was read from."""
        row = next(r for r in self.gold[kind] if r["id"] == name)
        return [(e["start"], e["end"]) for e in (*row["evidence"], *row.get("duplicate_evidence", ()))]

    def truce(self, *area: str) -> Truce:
        """The one truce of an area."""
        found = [t for t in self.ledger.truces if t.area and fold(t.area.value.name) in {fold(a) for a in area}]
        assert len(found) == 1, f"{area}: {len(found)} truces among {[t.area for t in self.ledger.truces]}"
        return found[0]

    def term(self, truce: Truce) -> Term:
        """Its term."""
        return dict(self.ledger.terms)[truce.id]

    def state(self, truce: Truce) -> TruceState:
        """Its state as of publication."""
        return next(s for s in self.ledger.states if s.truce == truce.id)

    def incident(self, name: str) -> Incident | None:
        """The incident whose act or harm is told in the words of a gold incident.

        Where several are: one of the gold's grain before another, then the one read from the fewest words.
        """
        single = str(next(r for r in self.gold["incidents"] if r["id"] == name)["grain"]).startswith("incident")
        told: list[Incident] = []
        for start, end in self.spans("incidents", name):
            told = told or self._within(start, end)
        return min(
            told,
            key=lambda i: (
                (i.lead.grain is Grain.INCIDENT) is not single,
                min(len(c.words[0].quote) for c in i.claims),
            ),
            default=None,
        )

    def _within(self, start: int, end: int) -> list[Incident]:
        return [
            i
            for i in self.ledger.incidents
            for c in i.claims
            if any(start <= e.start and e.end <= end for e in c.event.evidence if hasattr(e, "start"))
            or any(start <= e.start and e.end <= end for h in c.harms for e in h.count.evidence if hasattr(e, "start"))
        ]

    def rows(self, truce: Truce) -> dict[str, Breach]:
        """Rows held against a truce, by incident."""
        return {b.incident: b for b in self.ledger.breaches if b.truce == truce.id}

    def figure(self, name: str) -> tuple[Any, str | None] | None:
        """Count and speaker of a figure told in the words of a gold figure, as incident harm or as toll."""
        row = next(r for r in self.gold["casualty_figures"] if r["id"] == name)
        verb, spans = row["verb"], self.spans("casualty_figures", name)
        if row.get("incident"):
            # A caption printed twice is read once, at its first place.
            told = next(r for r in self.gold["incidents"] if r["id"] == row["incident"])
            spans += [(e["start"], e["end"]) for e in told.get("duplicate_evidence", ())]
        found = [
            (h.count, (h.said or c.said), h.verb) for i in self.ledger.incidents for c in i.claims for h in c.harms
        ]
        found += [(t.claim.harm.count, t.claim.harm.said or t.claim.said, t.claim.harm.verb) for t in self.ledger.tolls]
        for count, said, told in found:
            here = any(
                start <= e.start and e.end <= end for e in count.evidence if hasattr(e, "start") for start, end in spans
            )
            if here and (verb in {told, "killed_or_injured"} or told == "killed_or_injured"):
                return count.value, said
        return None


@cache
def seed() -> Seed:
    """The article, read without being told its date; skips where the checkout stands alone."""
    folder = _SHARED / "seed"
    if not (folder / "gold.json").is_file():
        pytest.skip("no ../shared/seed beside this checkout: the source article is not part of the project")
    found = read_report((folder / "article.txt").read_bytes(), "article.txt", load_kit())
    assert not isinstance(found, Unreadable)
    article, _, claims = found
    return Seed(compile_ledger([article], claims), json.loads((folder / "gold.json").read_text("utf-8")))


__all__ = ["Figure", "Seed", "seed"]
