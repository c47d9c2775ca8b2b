"""Incidents against the MUC-3/4 keys: ``python -m benchmarks.accuracy.muc [--part train] [--limit N] [--errors]``.

Our incidents are turned into the templates of those keys. Fights between armed sides make no template there (unless
civilians are harmed), so they are left out here; attempts and threats, which have templates there, make no incident with us.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.accuracy.muc_slots import Draft, filled
from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.claim import Grain, IncidentClaim
from trucewatch.records.ledger import Incident
from trucewatch.records.party import PartyKind
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Reading
from trucewatch.records.text import Cited, Span
from trucewatch.records.when import Precision

_SHARED = Path(os.environ.get("TRUCEWATCH_SHARED", Path(__file__).resolve().parents[3] / "shared"))
_FINE = {Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY}
_GROUPS = {PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.STATE_FORCES, PartyKind.GOVERNMENT}
_BOMB = re.compile(r"bomb|explosive|dynamite|mine|grenade|ied", re.I)
_BURN = re.compile(r"\b(?:burn|arson|set (?:fire|ablaze|alight)|torch|set \w+ on fire)", re.I)


def main(argv: list[str] | None = None) -> int:
    """Print the scores of one part, and with ``--errors`` the templates missed and made up."""
    parser = argparse.ArgumentParser(prog="benchmarks.accuracy.muc", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=["train", "dev"], default="dev")
    parser.add_argument("--limit", type=int, help="only the first N documents")
    parser.add_argument("--errors", action="store_true", help="list missed and made-up templates (train part only)")
    options = parser.parse_args(argv)
    path = _SHARED / "data" / options.part / "muc.jsonl"
    if not path.is_file():
        print(f"not measured: no {path}")
        return 0
    gold = [json.loads(line) for line in path.open(encoding="utf-8")][: options.limit]
    found = [{"id": row["id"], "incidents": templates(row)} for row in gold]
    if options.errors and options.part == "train":
        _errors(gold, found)
    for name, score in _scorer().muc(gold, found).items():
        print(f"{name:24} P {score['p']:.3f}  R {score['r']:.3f}  F1 {score['f1']:.3f}  ({score['n_gold']} keys)")
    return 0


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_score", _SHARED / "bench" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def templates(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The templates of one document: its single incidents, fights of armed sides left out."""
    found = read_report(row["text"].encode(), row["id"], load_kit(), row.get("date"))
    if isinstance(found, Unreadable):
        return []
    article, reading, claims = found
    ledger = compile_ledger([article], claims)
    kept = [i for i in ledger.incidents if i.lead.grain is Grain.INCIDENT and _kept(i)]
    return filled([Draft(_template(i), _sentences(i, reading)) for i in kept], reading)


def _sentences(incident: Incident, reading: Reading) -> set[int]:
    starts = [w.start for c in incident.claims for w in c.words]
    return {s.index for s in reading.sentences for start in starts if s.start <= start < s.end}


def _kept(incident: Incident) -> bool:
    lead = incident.lead
    if not lead.armed and "abduction" not in lead.sub_event.lower():
        return bool(_BURN.search(_words(incident)))
    if lead.event.value != "Battles":
        return True
    return any(h.who and re.search(r"civilian|peasant|child|wom[ae]n|people", h.who.value, re.I) for h in lead.harms)


def _words(incident: Incident) -> str:
    return " ".join(w.quote for c in incident.claims for w in c.words)


def _quotes(values: Iterable[Cited[Any] | None]) -> list[str]:
    spans = (s for v in values if v is not None for s in v.evidence if isinstance(s, Span))
    return list(dict.fromkeys(" ".join(s.quote.split()) for s in spans))


def _template(incident: Incident) -> dict[str, Any]:
    claims = incident.claims
    actors = [c.actor for c in claims if c.actor is not None]
    groups = [
        a for a in actors if a.value.kind in _GROUPS and not a.value.umbrella and not a.value.id.startswith("text:")
    ]
    where = next((c.place.value for c in claims if c.place), None)
    return {
        "type": _type(incident),
        "date": _day(claims),
        "location": [where.name, *where.within] if where else None,
        "perp_individual": _quotes(a for a in actors if a not in groups),
        "perp_org": [[a.value.name, *_quotes([a])] for a in groups],
        "targets": _quotes(c.target_words for c in claims if c.target is None),
        "victims": _quotes([h.who for c in claims for h in c.harms] + [c.target for c in claims]),
        "weapon": _quotes(m for c in claims for m in c.means),
        "n_killed": _range(claims, "killed"),
        "n_injured": _range(claims, "injured"),
    }


def _type(incident: Incident) -> str:
    lead = incident.lead
    words = f"{lead.sub_event} {' '.join(m.value for m in lead.means)} {lead.event.value}"
    if "bduction" in lead.sub_event:
        return "KIDNAPPING"
    if _BURN.search(_words(incident)):
        return "ARSON"
    return "BOMBING" if _BOMB.search(words) else "ATTACK"


def _day(claims: tuple[IncidentClaim, ...]) -> str | None:
    when = next((c.when.value for c in claims if c.when and not c.when.derivation), None)
    return when.start.date().isoformat() if when and when.start and when.precision in _FINE else None


def _range(claims: tuple[IncidentClaim, ...], verb: str) -> list[int | None] | None:
    counts = [h.count.value for c in claims for h in c.harms if h.verb == verb and h.part_of is None]
    if not counts:
        return None
    highs = [c.high for c in counts]
    high = max(h for h in highs if h is not None) if all(h is not None for h in highs) else None
    return [min(c.low or 0 for c in counts), high]


def _errors(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    """Per document the keys and what was read, side by side, where their numbers differ."""
    for row, own in zip(gold, found, strict=True):
        keys = [k for k in row["incidents"] if not k["optional"]]
        if len(keys) == len(own["incidents"]):
            continue
        print(f"\n== {row['id']}")
        for key in keys:
            victims = [v["names"] + v["descriptions"] for v in key["victims"]]
            print(
                f"  key  {key['type']} {[d.get('raw') for d in key['date']]} {key['location']} {victims} {key['n_killed']}"
            )
        for made in own["incidents"]:
            print(f"  read {made['type']} {made['date']} {made['location']} {made['victims'][:3]} {made['n_killed']}")


if __name__ == "__main__":
    sys.exit(main())
