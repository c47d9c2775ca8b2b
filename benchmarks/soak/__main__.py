"""``python -m benchmarks.soak [--minutes M] [--variants N] [--seed S] [--write]``: reading that is killed and run again.

Thousands of variants of the bundled samples go through ``trucewatch read`` into one ledger, which is killed with
SIGKILL at random moments and begun anew. Afterwards nothing may be lost, doubled or unexplained (``checks.py``).
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.report import put_section
from benchmarks.soak.checks import faults, listed_in
from benchmarks.soak.runs import Batch, killed_run, whole_run
from benchmarks.soak.variants import Sample, bundled, variant

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "src" / "trucewatch" / "data" / "samples"
BATCH = 150


def main(argv: Sequence[str] | None = None) -> int:
    """Read, kill, read again, check; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="benchmarks.soak", description="Reading that is killed and run again.")
    parser.add_argument("--minutes", type=float, default=3.0, help="begin no new batch after so long")
    parser.add_argument("--variants", type=int, default=6000, help="at most so many variants")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put the figures into benchmarks/README.md")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="trucewatch-soak") as folder:
        lines, wrong = soak(Path(folder), options.minutes * 60, options.variants, options.seed)
    print("\n".join([*lines, *(f"WRONG: {one}" for one in wrong)]))
    if options.write and not wrong:
        put_section(ROOT / "benchmarks" / "README.md", "soak", lines)
    return 1 if wrong else 0


def soak(folder: Path, seconds: float, most: int, seed: int) -> tuple[list[str], list[str]]:
    """Lines for people, and everything that was wrong."""
    began, dice = time.monotonic(), random.Random(seed)
    samples, db = bundled(SAMPLES), folder / "soak.db"
    batches: list[Batch] = []
    refused: dict[str, str] = {}
    wrong: list[str] = []
    kills = 0
    while sum(len(b.files) for b in batches) < most and (not batches or time.monotonic() - began < seconds):
        batch = _written(folder / f"batch-{len(batches)}", samples, dice)
        batches.append(batch)
        for _ in range(dice.randint(1, 3)):
            kills += killed_run(batch, db, dice.uniform(0.2, 6.0))
        done = whole_run(batch, db)
        if "Traceback" in done.errors:
            wrong.append(f"{batch.folder.name}: {done.errors[-500:]}")
        refused |= listed_in(done.errors)
    found = faults(db, batches, refused)
    return _lines(batches, refused, kills, seed, time.monotonic() - began, found.articles), [*wrong, *found.wrong]


def _written(folder: Path, samples: Sequence[Sample], dice: random.Random) -> Batch:
    """A folder of variants with an ``index.csv`` of their days."""
    folder.mkdir()
    rows, files = ["id,published"], []
    for n in range(BATCH):
        sample = dice.choice(samples)
        data, day = variant(sample, dice)
        path = folder / f"v{n:03}-{sample.name}"
        path.write_bytes(data)
        rows.append(f"{path.name},{day}")
        files.append(path)
    (folder / "index.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return Batch(folder, tuple(files))


def _lines(
    batches: Sequence[Batch], refused: dict[str, str], kills: int, seed: int, took: float, articles: int
) -> list[str]:
    inputs = sum(len(b.files) for b in batches)
    reasons = sorted(set(refused.values()), key=lambda r: (-list(refused.values()).count(r), r))
    return [
        f"{datetime.now(UTC):%Y-%m-%d}, seed {seed}: {inputs} variants of the bundled samples in {took:.0f} s, "
        f"{kills} processes killed with SIGKILL while they read.",
        "",
        f"- {inputs - len(refused)} read, {articles} different texts kept, {len(refused)} refused with a reason, "
        f"{inputs - len(refused)} + {len(refused)} = {inputs} accounted for",
        "- nothing lost, nothing doubled, every quote equal to its text, `PRAGMA integrity_check` ok",
        *(f"- refused: {reason} ({list(refused.values()).count(reason)})" for reason in reasons),
    ]


if __name__ == "__main__":
    sys.exit(main())
