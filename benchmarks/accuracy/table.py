"""What is measured on whole articles, and the one table that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_KINDS = ("truces", "incidents", "incidents_no_place", "tolls", "talks", "control")
# Slots of matched records: the ones a reader would be misled by.
_SLOTS = {
    "truces": ("starts", "ends", "duration_h", "parties", "status"),
    "incidents": ("actor", "target", "weapon", "attribution", "status", "date", "place"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One score; ``n`` is how many records or values it rests on; ``rises`` whether more is better."""

    score: float
    n: int
    rises: bool = True


def figures(results: dict[str, Any]) -> dict[str, Figure]:
    """Every measure of every half."""
    found: dict[str, Figure] = {}
    for half, result in results.items():
        for name, figure in _of_half(result).items():
            found[f"{half}: {name}"] = figure
    return found


def _of_half(result: dict[str, Any]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    right = wrong = 0
    for kind in _KINDS:
        score = result["scores"].get(kind)
        if score is None:
            continue
        found[f"{kind} F1"] = Figure(score["f1"], score["tp"] + score["fn"])
        if kind != "incidents_no_place":
            right, wrong = right + score["tp"], wrong + score["fp"] + score["fn"]
    if right + wrong:
        found["share of right records"] = Figure(round(right / (right + wrong), 4), right + wrong)
    for kind, slots in _SLOTS.items():
        for slot in slots:
            value = result.get("slots", {}).get(kind, {}).get(slot)
            if value:
                found[f"{kind}, {slot} right"] = Figure(value["acc"], value["n"])
    found |= _harm(result.get("slots", {}).get("incidents", {}))
    negative = result["negative_controls"]
    found["records made of nothing"] = Figure(negative["total"], negative.get("documents", 0), rises=False)
    if "retracted_reports_asserted" in result:
        found["retracted reports asserted"] = Figure(result["retracted_reports_asserted"], 0, rises=False)
        quotes = result["evidence_quotes_not_in_text"]
        found["quotes not in the text"] = Figure(quotes["bad"], quotes["checked"], rises=False)
    if result.get("cross_document"):
        pairs = result["cross_document"].values()
        found["records joined across texts"] = Figure(round(sum(pairs) / len(pairs), 4), len(pairs))
    return found


def _harm(slots: dict[str, Any]) -> dict[str, Figure]:
    """Killed and injured, both bounds together; and values where the text gives none."""
    found = {}
    for verb in ("killed", "injured"):
        both = [slots[f"{verb}_{bound}"] for bound in ("min", "max") if slots.get(f"{verb}_{bound}")]
        if both:
            n = sum(v["n"] for v in both)
            found[f"incidents, {verb} right"] = Figure(round(sum(v["acc"] * v["n"] for v in both) / n, 4), n)
    kept = [v for name, v in slots.items() if name.endswith("_not_invented")]
    if kept:
        n = sum(v["n"] for v in kept)
        found["incidents, nothing invented"] = Figure(round(sum(v["acc"] * v["n"] for v in kept) / n, 4), n)
    return found


def row(name: str, *cells: float | int | None) -> str:
    """One line of the table; a missing cell is a dash."""
    shown = [f"{'-':>9}" if c is None else f"{c:9d}" if isinstance(c, int) else f"{c:9.3f}" for c in cells]
    return f"{name:44}" + "".join(shown)


HEAD = f"{'measure':44}{'n':>9}{'score':>9}{'no table':>9}{'floor':>9}{'last':>9}"
