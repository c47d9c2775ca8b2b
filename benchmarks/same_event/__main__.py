"""Score, or fit, the likeness of reports on the labelled pairs of this folder.

python -m benchmarks.same_event          figures of both halves
python -m benchmarks.same_event --fit    weights fitted on the "fit" half, to put into data/reconciliation/same_event.toml
"""

from __future__ import annotations

import argparse
import csv
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np

from trucewatch.knowledge.same_event import FEATURES
from trucewatch.reconciliation.same_event import Tellings, told

HERE = Path(__file__).parent


def tellings(half: str | None = None) -> Tellings:
    """All labelled reports (of one half), by the names the pairs use."""
    events = tomllib.loads((HERE / "reports.toml").read_text("utf-8"))["event"]
    wanted = None if half is None else {name for row in pairs(half) for name in row[:2]}
    return Tellings(
        [
            told(name, text, day=date.fromisoformat(day))
            for event in events
            for number, (day, text) in enumerate(event["reports"], 1)
            if (name := f"{event['id']}/{number}") and (wanted is None or name in wanted)
        ]
    )


def families() -> dict[str, str]:
    """The family of each report."""
    events = tomllib.loads((HERE / "reports.toml").read_text("utf-8"))["event"]
    return {f"{e['id']}/{n}": e["family"] for e in events for n in range(1, len(e["reports"]) + 1)}


def fit_together() -> float:
    """The likeness of groups at which all labelled reports come out best by B-cubed F1."""
    reports = tellings()
    scores = {step / 100: grouped(reports, step / 100)[0] for step in range(8, 26)}
    # The middle of all that come within a hundredth of the best, so that no one report decides.
    near = [step for step, score in scores.items() if score >= max(scores.values()) - 0.01]
    return near[len(near) // 2]


def grouped(reports: Tellings, together: float | None = None) -> tuple[float, float]:
    """B-cubed F1 and pairwise F1 of the groups against the labels."""
    found = {name: number for number, group in enumerate(reports.groups(together)) for name in group}
    event = {name: name.split("/")[0] for name in found}
    sizes, wants, both = Counter(found.values()), Counter(event.values()), Counter((found[n], event[n]) for n in found)
    precision = sum(both[found[n], event[n]] / sizes[found[n]] for n in found) / len(found)
    recall = sum(both[found[n], event[n]] / wants[event[n]] for n in found) / len(found)
    joined, named, right = (sum(c * (c - 1) // 2 for c in counts.values()) for counts in (sizes, wants, both))
    return 2 * precision * recall / (precision + recall), 2 * right / max(1, joined + named)


def pairs(half: str) -> list[tuple[str, str, bool]]:
    """The labelled pairs of one half: left, right, same."""
    with (HERE / "pairs.csv").open(encoding="utf-8", newline="") as lines:
        return [(r["left"], r["right"], r["label"] == "same") for r in csv.DictReader(lines) if r["half"] == half]


def fit(reports: Tellings, rows: list[tuple[str, str, bool]], names: Sequence[str]) -> dict[str, float]:
    """Logistic regression by Newton's method, weights drawn a little toward nought."""
    told = [(reports.features(a, b), same) for a, b, same in rows]
    # Reports of different wars tell of different events on whatever day they come out: those pairs count once more
    # as of one day, so that a shared day alone does not speak for one event.
    family = families()
    told += [(reports.features(a, b) | {"days": 0.0}, same) for a, b, same in rows if family[a] != family[b]]
    x = np.array([[1.0, *(features[f] for f in names)] for features, _ in told])
    y = np.array([float(same) for _, same in told])
    w = np.zeros(x.shape[1])
    keep = np.diag([0.0, *([0.05] * len(names))])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (y - p) - keep @ w
        curve = x.T @ (x * (p * (1 - p))[:, None]) + keep + 1e-9 * np.eye(len(w))
        w = w + np.linalg.solve(curve, slope)
    return {name: round(float(v), 3) for name, v in zip(("base", *names), w, strict=True)}


def figures(reports: Tellings, rows: list[tuple[str, str, bool]]) -> tuple[float, float, float, float]:
    """Precision, recall, F1 of "same", and accuracy, at a likeness of a half."""
    given = [(reports.likeness(a, b).score >= 0.5, same) for a, b, same in rows]
    right = sum(g and s for g, s in given)
    found, wanted = sum(g for g, _ in given), sum(s for _, s in given)
    accuracy = sum(g == s for g, s in given) / len(given)
    return right / max(1, found), right / max(1, wanted), 2 * right / max(1, found + wanted), accuracy


def main(argv: list[str] | None = None) -> int:
    """Print weights or figures."""
    parser = argparse.ArgumentParser(prog="benchmarks.same_event", description=__doc__)
    parser.add_argument("--fit", action="store_true", help="print fitted weights")
    options = parser.parse_args(argv)
    reports = tellings()
    if options.fit:
        print(f"together = {fit_together()}")
        for table, names in (("weights", FEATURES), ("undated", FEATURES[:-1])):
            print(f"[{table}]")
            for name, weight in fit(reports, pairs("fit"), names).items():
                print(f"{name} = {weight}")
        return 0
    for half in ("fit", "held"):
        rows = pairs(half)
        precision, recall, f1, accuracy = figures(reports, rows)
        cubed, paired = grouped(tellings(half))
        print(f"{half:5} groups: B-cubed F1 {cubed:.3f}, pairwise F1 {paired:.3f}")
        print(f"{half:5} {len(rows)} pairs: same P {precision:.3f} R {recall:.3f} F1 {f1:.3f}, accuracy {accuracy:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
